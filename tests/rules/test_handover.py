"""handover: a successor overlaps the leaver by some days."""

from __future__ import annotations

import pytest
from builders import day, need, person, post, rules, scenario
from judges import both_allow, both_concede, both_forbid, only_finding

from matcher.scenario import RulePolicy, Scenario
from matcher.scenario.undertakings import Leaver

RANGE = {"least_days": 1, "most_days": 2}


def handed_over(mode: str = "strict", **changes: object) -> Scenario:
    """Return a world of three holders in turn who overlap by one or two days."""
    rule = RulePolicy.model_validate({"mode": mode, "parameters": RANGE})
    wanted = need("n1", handover=True, shortest=1, longest=10, max_headcount=3)
    tables: dict[str, object] = {
        "policy": rules(handover=rule),
        "people": tuple(person(code) for code in "ABC"),
        "needs": (wanted,),
    }
    return scenario(**(tables | changes))


@pytest.mark.parametrize(
    ("start", "fine"), [(1, False), (2, True), (3, True), (4, False), (5, False)]
)
def test_the_overlap_has_limits(
    start: int,
    fine: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """The leaver ends on day 4: too long before it, just right, not at all."""
    world = handed_over()
    moved = post(world, "A", "n1", 0, 4), post(world, "B", "n1", start, 9)

    if fine:
        both_allow(world, *moved)
    else:
        both_forbid(world, "handover", *moved)


def test_only_neighbours_hand_over() -> None:
    """The third overlaps the second; what the first does by then is no matter."""
    world = handed_over()
    first, second = post(world, "B", "n1", 0, 4), post(world, "A", "n1", 3, 7)

    both_allow(world, first, second, post(world, "C", "n1", 6, 10))
    both_forbid(world, "handover", first, second, post(world, "C", "n1", 7, 10))


def test_equal_starts_are_in_the_order_of_ends_and_codes() -> None:
    """The first of two who start together is whoever ends first, then by code."""
    world = handed_over()

    both_allow(world, post(world, "A", "n1", 0, 8), post(world, "B", "n1", 0, 2))
    both_allow(world, post(world, "A", "n1", 0, 2), post(world, "B", "n1", 0, 2))
    both_forbid(
        world, "handover", post(world, "A", "n1", 0, 3), post(world, "B", "n1", 0, 3)
    )


def test_one_holder_or_none_hands_nothing_over() -> None:
    """Without neighbours there is nothing to judge."""
    world = handed_over()

    both_allow(world)
    both_allow(world, post(world, "A", "n1", 0, 4))


def test_holders_of_other_needs_are_free() -> None:
    """A need that does not ask for it may change hands as it likes."""
    world = handed_over(needs=(need("n1", max_headcount=3),))

    both_allow(world, post(world, "A", "n1", 0, 3), post(world, "B", "n1", 0, 3))


def test_the_leaver_of_the_plan_before_hands_over() -> None:
    """The first holder overlaps the leaver, whose last day is day 2."""
    world = handed_over(leavers=(Leaver(need="n1", person="Z", last_day=day(2)),))

    both_allow(world)
    both_allow(world, post(world, "A", "n1", 2, 6))
    both_allow(world, post(world, "A", "n1", 1, 6), post(world, "B", "n1", 5, 9))
    both_forbid(world, "handover", post(world, "A", "n1", 0, 6))
    both_forbid(world, "handover", post(world, "A", "n1", 3, 6))


def test_soft_handover_counts_neighbours() -> None:
    """One handover too short and one too long are two, however far off."""
    world = handed_over("soft")
    moved = (
        post(world, "A", "n1", 0, 2),
        post(world, "B", "n1", 6, 10),
        post(world, "C", "n1", 6, 10),
    )

    both_concede(world, {"handover": 2}, *moved)


def test_without_the_rule_holders_follow_as_they_like() -> None:
    """A rule that is off is not looked at."""
    world = handed_over("off")

    both_allow(world, post(world, "A", "n1", 0, 2), post(world, "B", "n1", 6, 10))


def test_the_sentence_names_leaver_and_successor() -> None:
    """A gap is told as an overlap of less than nothing."""
    world = handed_over()
    wrong = post(world, "A", "n1", 0, 4), post(world, "B", "n1", 5, 9)

    assert only_finding(world, *wrong).text("en") == (
        "A and B overlap by -1 days at n1; 1 to 2 are asked for."
    )
