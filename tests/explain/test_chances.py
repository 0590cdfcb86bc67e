"""What kept people from posts, and who else could have taken them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import need, person, plan, post, scenario

from matcher.explain.chances import Chances
from matcher.plan import Arrangements
from matcher.scenario.conditions import Lock

if TYPE_CHECKING:
    from matcher.scenario import Scenario

TWO = (person("A", level=4), person("B"))


def chances(world: Scenario, *taken: tuple[str, str]) -> Chances:
    """Return the chances in a plan of these people and needs, three days each."""
    posts = (post(world, who, what, 0, 3) for who, what in taken)
    return Chances(world, plan(world, *posts).assignments, Arrangements())


def test_a_taken_post_names_its_holders() -> None:
    """Whom no rule keeps away is told who has the post."""
    world = scenario(people=TWO)
    found = chances(world, ("A", "n1")).of(world.person["B"], world.need["n1"])
    assert (found.rules, found.holders) == ((), ("A",))


def test_an_open_post_has_no_holders() -> None:
    """As long as a post is free, only rules stand between."""
    world = scenario(people=TWO, needs=(need("n1", level=4, max_headcount=2),))
    found = chances(world, ("A", "n1")).of(world.person["B"], world.need["n1"])
    assert (found.rules, found.holders) == (("level",), ())


def test_what_nobody_can_mend_is_farther() -> None:
    """A post of another specialty is farther than one of a higher level."""
    needs = (need("n1", specialty="T1"), need("n2", level=5, min_headcount=0))
    world = scenario(needs=needs)
    listed = chances(world)
    found = [listed.of(world.person["A"], each) for each in needs]
    assert found[1].distance < found[0].distance


def test_nearest_posts_are_those_that_the_person_could_do() -> None:
    """Posts whose rules the person passes come alone; else those of the family."""
    needs = (need("n1"), need("n2", level=5), need("n3", specialty="T1"))
    world = scenario(people=TWO, needs=needs)
    listed = chances(world, ("A", "n1"))
    (found,) = listed.nearest(world.person["B"], 5)
    assert found.need.id == "n1"
    world = scenario(people=TWO, needs=needs[1:])
    (found,) = chances(world).nearest(world.person["B"], 5)
    assert (found.need.id, found.rules) == ("n2", ("level",))


def test_somebody_of_no_use_is_shown_every_post() -> None:
    """Where not even the family fits, all posts of the direction are looked at."""
    world = scenario(needs=(need("n3", specialty="T1"),))
    (found,) = chances(world).nearest(world.person["A"], 5)
    assert found.rules == ("specialty",)


def test_a_lock_stands_between() -> None:
    """Who is forbidden a post is told of the rule on locks."""
    lock = Lock(id="L", kind="forbid", person="A", target="n1")
    world = scenario(locks=(lock,))
    found = chances(world).of(world.person["A"], world.need["n1"])
    assert found.rules == ("locks",)


def test_all_who_could_go_are_ranked_by_fit() -> None:
    """Holders and others stand in one order, the best first, then by code."""
    people = (*TWO, person("C", level=4), person("D", health="no"))
    needs = (need("n1", level=2),)
    world = scenario(people=people, needs=needs)
    ranked = chances(world, ("B", "n1")).ranked(world.need["n1"])
    assert list(ranked) == ["A", "C", "B"]
    assert ranked["A"] > ranked["B"]


def test_best_is_the_nearest_of_some_needs() -> None:
    """Of the needs to which a wish leads, those already served are left out."""
    needs = (need("n1"), need("n2"), need("n3", level=5))
    world = scenario(people=TWO, needs=needs)
    listed = chances(world, ("A", "n1"))
    found = listed.best(world.person["A"], (needs[0], needs[2]))
    assert found is not None
    assert found.need.id == "n3"
    assert listed.best(world.person["A"], needs[:1]) is None
