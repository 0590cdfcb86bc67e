"""one-place: one place at a time, and rest between two stays."""

from __future__ import annotations

from itertools import combinations, pairwise

from builders import day, need, post, rules, scenario
from judges import both_allow, both_concede, both_forbid, only_finding

from matcher.scenario import RulePolicy, Scenario

REST = {"rest_days": 2}


def resting(mode: str = "strict", **changes: RulePolicy | str) -> Scenario:
    """Return a world of three needs in which two days lie between stays."""
    rest = RulePolicy.model_validate({"mode": mode, "parameters": REST})
    return scenario(
        policy=rules(one_place=rest, person_limit="off", **changes),
        needs=(need("n1"), need("n2", unit="XV"), need("n3")),
    )


def test_rest_between_two_stays_is_enough() -> None:
    """The other stay begins after exactly the days of rest, in either order."""
    world = resting()
    first, second = post(world, "A", "n1", 0, 3), post(world, "A", "n2", 5, 8)
    swapped = post(world, "A", "n2", 0, 3), post(world, "A", "n1", 5, 8)

    both_allow(world, first, second)
    both_allow(world, *swapped)


def test_one_day_less_is_forbidden() -> None:
    """The gap is one day short, in either order."""
    world = resting()
    first, second = post(world, "A", "n1", 0, 3), post(world, "A", "n2", 4, 7)
    swapped = post(world, "A", "n2", 0, 3), post(world, "A", "n1", 4, 7)

    both_forbid(world, "one-place", first, second)
    both_forbid(world, "one-place", *swapped)


def test_two_places_at_once_are_forbidden() -> None:
    """Without days of rest, stays may touch but not overlap."""
    world = scenario(needs=(need("n1"), need("n2", unit="XV")))
    first = post(world, "A", "n1", 0, 3)

    both_allow(world, first, post(world, "A", "n2", 3, 6))
    both_forbid(world, "one-place", first, post(world, "A", "n2", 2, 5))
    both_forbid(world, "one-place", first, post(world, "A", "n2", 0, 3))


def test_acclimatisation_belongs_to_the_stay() -> None:
    """The days of rest end with the arrival, not with the first day of the term."""
    days = RulePolicy(
        parameters={"acclimatisation_days": 1, "acclimatisation_above_m": 2300}
    )
    world = resting(availability=days)  # only n2 lies above

    first = post(world, "A", "n1", 0, 3)

    both_allow(world, first, post(world, "A", "n2", 6, 9))
    both_forbid(world, "one-place", first, post(world, "A", "n2", 5, 8))


def test_of_stays_on_fixed_days_all_sets_are_allowed_that_lie_apart() -> None:
    """Six stays on days that nobody can move: any of them, if rested between."""
    terms = [(0, 3), (1, 2), (4, 5), (2, 6), (5, 7), (9, 10)]
    rest = RulePolicy.model_validate({"parameters": REST})
    world = scenario(
        policy=rules(one_place=rest, person_limit="off"),
        needs=tuple(
            need(
                f"n{number}",
                first_day=day(start),
                last_day=day(end - 1),
                shortest=end - start,
                longest=end - start,
            )
            for number, (start, end) in enumerate(terms)
        ),
    )
    allowed = 0
    for size in range(len(terms) + 1):
        for chosen in combinations(range(len(terms)), size):
            stays = [post(world, "A", f"n{each}", *terms[each]) for each in chosen]
            in_order = sorted(terms[each] for each in chosen)
            if all(one[1] + 2 <= other[0] for one, other in pairwise(in_order)):
                both_allow(world, *stays)
                allowed += 1
            else:
                both_forbid(world, "one-place", *stays)

    assert allowed > 1 + len(terms)


def test_soft_rest_counts_pairs_of_stays() -> None:
    """Three stays too near to each other are three pairs, and two pairs in a row."""
    world = resting(mode="soft")
    first, second = post(world, "A", "n1", 0, 3), post(world, "A", "n2", 1, 4)

    at_once = first, second, post(world, "A", "n3", 2, 5)
    in_a_row = first, second, post(world, "A", "n3", 5, 8)

    both_concede(world, {"one-place": 3}, *at_once)
    both_concede(world, {"one-place": 2}, *in_a_row)


def test_the_sentence_names_both_stays() -> None:
    """The earlier stay is named first."""
    world = resting()
    wrong = post(world, "A", "n2", 4, 7), post(world, "A", "n1", 0, 3)

    assert only_finding(world, *wrong).text("en") == (
        "A has n1 (2023-03-01~2023-03-03) and n2 (2023-03-05~2023-03-07): they "
        "overlap, or leave fewer than 2 days between."
    )
