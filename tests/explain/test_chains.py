"""The ledger on posts whose holders must follow one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import day, days, need, person, post, rules, scenario, unit

from matcher.explain import ledger
from matcher.scenario import RulePolicy
from matcher.scenario.undertakings import Leaver

if TYPE_CHECKING:
    from matcher.plan import Assignment
    from matcher.scenario import Policy, Scenario
    from matcher.scenario.entities import Need, Person
    from matcher.timeline import Window

FIRST, SECOND = (days(0, 3),), (days(3, 6),)


def covered(**changes: object) -> Need:
    """Return a need for someone on post throughout six days, by terms of three."""
    row: dict[str, object] = {"cover": True, "last_day": day(5), "max_headcount": 2}
    return need("n1", **row | changes)


def overlapping(least: int, most: int) -> Policy:
    """Return a policy in which a handover takes so many days."""
    parameters = {"least_days": least, "most_days": most}
    return rules(handover=RulePolicy(parameters=parameters))


def world(people: tuple[Person, ...], wanted: Need, **changes: object) -> Scenario:
    """Return a world with these people and one need."""
    return scenario(people=people, needs=(wanted,), **changes)


def cause(world: Scenario, *taken: Assignment) -> tuple[str, tuple[str, ...]]:
    """Return cause and detail of the only shortage."""
    (shortage,) = ledger(world, taken)
    return shortage.cause, shortage.detail


def test_a_post_that_nobody_can_cover_throughout_has_no_chain() -> None:
    """Who could go would leave days uncovered, and nobody could follow."""
    short = world((person("A", windows=FIRST),), covered())

    assert cause(short) == ("chain-broken", ("n1",))
    assert ledger(short, ())[0].nearest[0].rules == ("cover",)


def test_nobody_follows_themselves() -> None:
    """One person for two terms in turn is no chain of two."""
    assert cause(world((person("A"),), covered())) == ("chain-broken", ("n1",))


def test_two_who_could_follow_one_another_are_a_chain() -> None:
    """Where a chain would fit, the rule is not the cause."""
    pair = person("A", windows=FIRST), person("B", windows=(days(1, 6),))

    assert cause(world(pair, covered())) == ("not-proven", ())


def test_who_is_kept_from_a_chain_is_the_cause() -> None:
    """Somebody is free, but only with somebody who is not, and that is why."""
    pair = person("A", windows=FIRST), person("B", windows=SECOND, unit="NV")
    capped = unit("NU", "N1"), unit("NV", "N2", release_cap=0), unit("XU", "X1")

    found = cause(world(pair, covered(), units=capped))

    assert found == ("release-cap", ("NV",))


def test_more_posts_allow_a_longer_chain() -> None:
    """Three people cover what two cannot, if there are three posts."""
    three = tuple(
        person(code, windows=(days(2 * number, 2 * number + 2),))
        for number, code in enumerate("ABC")
    )
    wanted = {"shortest": 2, "longest": 2}

    assert cause(world(three, covered(**wanted))) == ("chain-broken", ("n1",))
    longer = covered(max_headcount=3, **wanted)
    assert cause(world(three, longer)) == ("not-proven", ())


def test_who_is_on_post_stays_in_the_chain() -> None:
    """A holder's days are covered; whoever joins must leave no gap after them."""
    both = person("A", windows=FIRST), person("B", windows=(days(4, 10),))
    wanted = covered(min_headcount=2, max_headcount=2, last_day=day(6))
    short = world(both, wanted)

    taken = post(short, "A", "n1", 0, 3)
    assert cause(short, taken) == ("chain-broken", ("n1",))
    assert ledger(short, [taken])[0].posts == 1


def test_where_all_is_covered_anybody_may_join() -> None:
    """Without handovers, a short term beside others breaks no chain."""
    three = tuple(person(code, windows=(days(1, 2),)) for code in "ABC")
    wanted = covered(shortest=1, min_headcount=3, max_headcount=3)
    short = world(three, wanted)

    taken = post(short, "A", "n1", 0, 3), post(short, "B", "n1", 3, 6)
    assert cause(short, *taken) == ("not-proven", ())


@pytest.mark.parametrize(
    ("last_day", "window"), [(1, days(3, 10)), (5, days(0, 3)), (-1, days(3, 10))]
)
def test_a_leaver_whom_nobody_can_succeed_breaks_the_chain(
    last_day: int, window: Window
) -> None:
    """The leaver is named if nobody comes so early, or so late, as to overlap."""
    short = world(
        (person("A", windows=(window,)),),
        need("n1", handover=True),
        policy=overlapping(0, 2),
        leavers=(Leaver(need="n1", person="L", last_day=day(last_day)),),
    )

    assert cause(short) == ("chain-broken", ("L",))
    assert ledger(short, ())[0].nearest[0].rules == ("handover",)


def test_a_leaver_whom_somebody_can_succeed_is_not_named() -> None:
    """The break comes later: who succeeds the leaver has nobody to follow."""
    pair = person("A", windows=FIRST), person("B", windows=(days(4, 10),))
    leaver = Leaver(need="n1", person="L", last_day=day(0))

    found = cause(world(pair, covered(last_day=day(6)), leavers=(leaver,)))

    assert found == ("chain-broken", ("n1",))


@pytest.mark.parametrize(
    ("start", "fits"), [(1, False), (2, True), (3, True), (4, False)]
)
def test_a_successor_overlaps_the_leaver_by_the_days_asked_for(
    start: int,
    fits: bool,  # noqa: FBT001 -- a parameter
) -> None:
    """Whoever starts one or two days before the leaver's end is a successor."""
    short = world(
        (person("A", windows=(days(start, start + 3),)),),
        need("n1", handover=True),
        policy=overlapping(1, 2),
        leavers=(Leaver(need="n1", person="L", last_day=day(3)),),
    )

    assert cause(short) == (("not-proven", ()) if fits else ("chain-broken", ("L",)))


def test_a_leaver_who_has_gone_is_not_named() -> None:
    """Days before the window are not to cover, so nobody must succeed."""
    leaver = Leaver(need="n1", person="L", last_day=day(-1))
    late = world((person("A", windows=SECOND),), covered(), leavers=(leaver,))

    assert cause(late) == ("chain-broken", ("n1",))


def test_a_leaver_who_stays_to_the_end_leaves_nothing_to_cover() -> None:
    """Whoever joins meanwhile need not stay as long."""
    leaver = Leaver(need="n1", person="L", last_day=day(5))
    calm = world((person("A", windows=FIRST),), covered(), leavers=(leaver,))

    assert cause(calm) == ("not-proven", ())


def test_a_leaver_covers_the_days_before_the_end() -> None:
    """With a leaver in the first half, one term covers the second."""
    wanted = covered(max_headcount=1)
    leaver = Leaver(need="n1", person="L", last_day=day(2))
    late = world((person("A", windows=SECOND),), wanted, leavers=(leaver,))

    assert cause(late) == ("not-proven", ())


def test_a_successor_who_overlaps_too_long_breaks_the_chain() -> None:
    """Two on post on the same days are no handover of a day."""
    both = person("A", windows=FIRST), person("B", windows=FIRST)
    wanted = need("n1", handover=True, min_headcount=2, max_headcount=2)
    short = world(both, wanted, policy=overlapping(1, 1))

    assert cause(short, post(short, "A", "n1", 0, 3)) == ("chain-broken", ("n1",))


def test_a_chain_with_handovers_may_begin_before_a_holder() -> None:
    """Somebody who hands over to the holder in time is a chain."""
    both = person("A", windows=(days(4, 7),)), person("B", windows=(days(2, 5),))
    wanted = need("n1", handover=True, min_headcount=2, max_headcount=2)
    short = world(both, wanted, policy=overlapping(1, 1))

    assert cause(short, post(short, "A", "n1", 4, 7)) == ("not-proven", ())


def test_a_rule_that_is_not_strict_breaks_no_chain() -> None:
    """Soft and switched-off rules ask for no chain."""
    short = world((person("A", windows=FIRST),), covered(), policy=rules(cover="soft"))

    assert cause(short) == ("not-proven", ())


def test_only_the_rule_stands_between_for_which_there_is_no_chain() -> None:
    """Who could be alone on post breaks no handover, but leaves days uncovered."""
    wanted = covered(handover=True)
    short = world((person("A", windows=FIRST),), wanted, policy=overlapping(0, 2))

    assert ledger(short, ())[0].nearest[0].rules == ("cover",)


def test_both_rules_stand_between_if_only_both_together_do() -> None:
    """A person who fits either rule, but not both at once, lacks both."""
    wanted = covered(handover=True)
    both = person("A", windows=FIRST), person("B", windows=SECOND)
    short = world(both, wanted, policy=overlapping(1, 2))

    assert cause(short) == ("chain-broken", ("n1",))
    assert ledger(short, ())[0].nearest[0].rules == ("cover", "handover")


def test_a_search_of_many_ends_soon() -> None:
    """Where very many chains must be tried, one is taken to exist."""
    many = tuple(
        person(f"P{number}", windows=(days(number % 7, number % 7 + 3),), level=3)
        for number in range(30)
    )
    wanted = need(
        "n1", handover=True, max_headcount=10, min_headcount=10, shortest=1, longest=2
    )
    last = person("Z", windows=(days(0, 1),))
    short = world((*many, last), wanted, policy=overlapping(0, 0))

    assert cause(short) == ("not-proven", ())
