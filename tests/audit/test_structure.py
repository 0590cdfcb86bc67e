"""What holds in every plan, whatever the policy says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import day, days, need, person, post, rules, scenario
from honest import honest
from judges import both_forbid, verdict_of

from matcher.auditor import audit, breaches
from matcher.rulebook import RULES
from matcher.scenario import Policy, RulePolicy, Scenario

if TYPE_CHECKING:
    from matcher.plan import Assignment


def lax() -> Policy:
    """Return a policy in which every rule is off; people arrive two days early."""
    off = {rule: RulePolicy.model_validate({"mode": "off"}) for rule in RULES}
    return Policy(rules=off)


def world_of(policy: Policy) -> Scenario:
    """Return a world of three people and two needs."""
    return scenario(
        policy=policy,
        people=tuple(person(code) for code in "ABC"),
        needs=(need("n1", max_headcount=2, longest=5), need("n2")),
    )


HORIZON = "2023-03-01~2023-03-10"

FAULTS: dict[str, tuple[dict[str, object], str]] = {
    "person": ({"person": "Z"}, "Z → n1: the scenario does not know the person."),
    "need": ({"need": "n9"}, "A → n9: the scenario does not know the need."),
    "no day": ({"end": day(2)}, "A → n1: the term has no day."),
    "end first": ({"end": day(1)}, "A → n1: the term has no day."),
    "programme": (
        {"programme": "OUT"},
        "A → n1: programme is said to be OUT, but is IN.",
    ),
    "unit": ({"unit": "XV"}, "A → n1: unit is said to be XV, but is XU."),
    "arrival": (
        {"arrival": day(1)},
        "A → n1: arrival is said to be 2023-03-02, but is 2023-03-01.",
    ),
    "too late": (
        {"end": day(11)},
        f"A → n1: the term 2023-03-03~2023-03-11 leaves the horizon {HORIZON}.",
    ),
    "too early": (
        {"start": day(-1), "arrival": day(-3)},
        f"A → n1: the term 2023-02-28~2023-03-06 leaves the horizon {HORIZON}.",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_of_one_assignment_is_found(fault: str) -> None:
    """No policy softens what makes an assignment impossible."""
    changes, text = FAULTS[fault]
    world = world_of(lax())
    wrong = post(world, "A", "n1", 2, 6).model_copy(update=changes)

    found = breaches(world, [wrong])

    assert [(each.slug, each.text("en")) for each in found] == [("structure", text)]


def test_an_untouched_assignment_has_no_fault() -> None:
    """The same assignment without the faults is fine."""
    world = world_of(lax())

    assert breaches(world, [post(world, "A", "n1", 2, 6)]) == ()


@pytest.mark.parametrize(("start", "end"), [(0, 3), (7, 10)])
def test_the_ends_of_the_horizon_are_inside(start: int, end: int) -> None:
    """A term may begin on its first day and have its last day on its last."""
    world = world_of(lax())

    assert breaches(world, [post(world, "A", "n1", start, end)]) == ()


def test_serving_a_need_twice_is_found() -> None:
    """Two terms of one person at one need are a fault, however far apart."""
    world = world_of(rules())
    twice = [post(world, "A", "n1", 0, 3), post(world, "A", "n1", 5, 8)]

    assert [each.text("en") for each in breaches(world, twice)] == [
        "A → n1: assigned 2 times."
    ]


def test_more_than_all_posts_are_found() -> None:
    """Three assignments of a need with two posts, which the solver forbids too."""
    world = world_of(rules())
    three = [post(world, code, "n1", 0, 3) for code in "ABC"]

    both_forbid(world, "structure", *three)
    assert breaches(world, three)[0].text("en") == "n1: 3 assignments for 2 posts."


def test_the_solver_knows_the_horizon_too() -> None:
    """A need whose window reaches beyond the horizon has no term there."""
    long = need("n1", last_day=day(20))
    world = scenario(needs=(long,), people=(person("A", windows=(days(0, 20),)),))

    both_forbid(world, "structure", post(world, "A", "n1", 8, 11))


def test_what_cannot_be_read_is_not_judged_further() -> None:
    """An unknown person fills no post and breaks no rule; the rest is judged."""
    world = world_of(rules(level="soft"))
    stranger = post(world, "A", "n1", 0, 3).model_copy(update={"person": "Z"})
    known: Assignment = post(world, "B", "n2", 0, 4)

    assert verdict_of(world, stranger, known) == {"structure", "duration"}
    report = audit(world, honest(world, known))
    assert report.rungs == audit(world, honest(world, stranger, known)).rungs
