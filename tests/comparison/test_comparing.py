"""Several plans side by side, as one value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from builders import need, person, plan, post, rules, scenario

from matcher import verbs
from matcher.comparison import RungOutcome, Solved, compare, judged, shifts
from matcher.plan import Shortage
from matcher.scenario.conditions import Preference
from matcher.scenario.entities import Area

if TYPE_CHECKING:
    from matcher.plan import Assignment, Plan
    from matcher.scenario import Scenario


def world(**changes: object) -> Scenario:
    """Return a world with two people and three needs at two hosts in two areas."""
    tables: dict[str, object] = {
        "people": (person("A"), person("B")),
        "needs": (need("n1"), need("n2"), need("n3", unit="XV")),
    }
    return scenario(**(tables | changes))


def solved(name: str, one: Scenario, *posts: Assignment) -> Solved:
    """Return a plan of these assignments as one side."""
    return judged(name, one, plan(one, *posts))


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (("n1", 0, 3), None, "only-first"),
        (None, ("n1", 0, 3), "only-second"),
        (("n1", 0, 3), ("n3", 0, 3), "host"),
        (("n1", 0, 3), ("n2", 4, 7), "need"),
        (("n1", 0, 3), ("n1", 1, 4), "dates"),
    ],
)
def test_what_changed_most_is_told(
    before: tuple[str, int, int] | None, after: tuple[str, int, int] | None, kind: str
) -> None:
    """Whether somebody goes comes before where, for what and when."""
    one = world()

    def made(asked: tuple[str, int, int] | None) -> Plan:
        return plan(one, post(one, "A", *asked)) if asked else plan(one)

    (shift,) = shifts(made(before), made(after))
    assert (shift.person, shift.kind) == ("A", kind)


def test_what_stays_is_no_shift() -> None:
    """The same assignment in both plans is not told."""
    one = world()
    stays = post(one, "A", "n1", 0, 3)
    moved = shifts(plan(one, stays), plan(one, stays, post(one, "B", "n2", 0, 3)))
    assert [each.person for each in moved] == ["B"]


def test_the_same_need_is_the_same_assignment() -> None:
    """Of two assignments one keeps its need, the other changes it."""
    one = world()
    first = plan(one, post(one, "A", "n1", 0, 3), post(one, "A", "n2", 4, 7))
    second = plan(one, post(one, "A", "n2", 0, 3), post(one, "A", "n3", 4, 7))
    kinds = {
        (s.before.need, s.after.need): s.kind
        for s in shifts(first, second)
        if s.before and s.after
    }
    assert kinds == {("n2", "n2"): "dates", ("n1", "n3"): "host"}


@pytest.mark.parametrize(
    ("sense", "values", "verdicts"),
    [
        ("max", (2, 3, 1, 2), ("equal", "better", "worse", "equal")),
        ("min", (2, 3, 1, None), ("equal", "worse", "better", "")),
        ("max", (None, 3), ("", "")),
    ],
)
def test_better_is_what_the_goal_wants(
    sense: Literal["max", "min"],
    values: tuple[int | None, ...],
    verdicts: tuple[str, ...],
) -> None:
    """More is better where more is wanted, and the first plan is the measure."""
    rung = RungOutcome("fit", "", sense, values, (None,) * len(values))
    assert rung.verdicts == verdicts


def test_a_draw_is_neither_better_nor_worse() -> None:
    """The tie-break decides between equals and has no merit of its own."""
    rung = RungOutcome("tie-break", "draw", "max", (1, 2), (None, None))
    assert rung.verdicts == ("", "")


def test_the_worst_off_area_comes_first() -> None:
    """An area that has nothing in any plan stands before one that always has."""
    one = world()
    first = solved("a", one, post(one, "A", "n1", 0, 3), post(one, "B", "n3", 0, 3))
    second = solved("b", one, post(one, "A", "n1", 0, 3))
    areas = compare([first, second]).areas
    assert [(each.area, each.assignments) for each in areas] == [
        ("X2", (1, 0)),
        ("X1", (1, 1)),
    ]


def test_an_area_that_a_scenario_lacks_has_no_figure() -> None:
    """Scenarios may differ: what one lacks is None, not zero."""
    one = world()
    more = Area(id="X9", name="X9", city="xining", population=10)
    other = world(areas=(*one.areas, more))
    areas = compare([solved("a", one), solved("b", other)]).areas
    assert {each.area: each.assignments for each in areas}["X9"] == (None, 0)


def test_empty_posts_are_told_by_area_and_cause() -> None:
    """The ledger of each plan is added up by the area of the host and by cause."""
    one = world()
    gap = Shortage(need="n3", posts=1, cause="no-specialty")
    short = plan(one).model_copy(update={"shortages": (gap,)})
    found = compare([judged("a", one, short), solved("b", one)])
    assert {each.area: each.empty for each in found.areas} == {
        "X1": (0, 0),
        "X2": (1, 0),
    }
    assert [(each.cause, each.posts) for each in found.causes] == [
        ("no-specialty", (1, 0))
    ]


def test_the_worst_off_people_come_first() -> None:
    """Against all wishes, then the lowest wish, then who only stays at home."""
    wishes = tuple(
        Preference(side="person", person=who, target=target, rank=rank)
        for who, target, rank in (
            *(("A", "XU", 1), ("A", "XV", 2)),
            *(("B", "XU", 1), ("C", "XU", 1), ("D", "XU", 1)),
        )
    )
    one = world(people=tuple(map(person, "ABCD")), preferences=wishes)
    first = solved("a", one, post(one, "A", "n3", 0, 3), post(one, "C", "n1", 0, 3))
    second = solved("b", one, post(one, "B", "n3", 0, 3))
    people = compare([first, second]).people
    assert [(each.person, each.outlooks, each.steps) for each in people] == [
        ("B", ("stays", "unmet"), (None, 1)),
        ("A", ("met", "stays"), (1, None)),
        ("C", ("met", "stays"), (0, None)),
    ]


def test_a_goal_of_one_ladder_only_is_shown() -> None:
    """A rung that a plan's ladder lacks is None there."""
    one = verbs.run(world()).plan
    short = world(
        policy=world().policy.model_copy(update={"goals": world().policy.goals[:2]})
    )
    other = verbs.run(short).plan
    rungs = compare([judged("a", short, other), judged("b", world(), one)]).rungs
    found = {each.goal: each.values for each in rungs}
    assert found["fit"][0] is None
    assert found["fit"][1] is not None
    assert found["agreement"] == (0, 0)


def test_scenarios_are_told_apart() -> None:
    """The changes from the first scenario to each other one stand beside."""
    one, other = world(), world(policy=rules(level="off"))
    found = compare([solved("a", one), solved("b", one), solved("c", other)])
    assert found.changes[0] == ()
    assert [each.key for each in found.changes[1]] == [("rules.level.mode",)]


def test_who_has_no_wish_in_one_scenario_is_not_worse_off_for_it() -> None:
    """Somebody whose first wish is met, or who is not there, is not listed."""
    wish = Preference(side="person", person="A", target="XU", rank=1)
    one, other = world(preferences=(wish,)), world()
    first = solved("a", one, post(one, "A", "n1", 0, 3))
    assert compare([first, solved("b", other)]).people == ()
