"""Who can stand in for whom, as far as rules and goals look."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from builders import days, need, person, scenario

from benchmarks.alike import Looks, rows
from matcher.auditor import rung_values
from matcher.eligibility import candidates
from matcher.plan import Assignment
from matcher.scenario.conditions import Preference
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from collections.abc import Hashable

    from matcher.eligibility import Candidate
    from matcher.scenario import Scenario

COUNTING = {"agreement", "coverage", "concessions", "fairness"}


def alike(world: Scenario, *, counts: bool = False) -> list[list[str]]:
    """Return the people who look the same, in groups of two and more."""
    looks = Looks(world, candidates(world), counts=counts)
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for who, look in zip(looks.of_person, looks.people(), strict=True):
        groups[look].append(who)
    return [each for each in groups.values() if len(each) > 1]


def pair(**changes: Any) -> Scenario:  # noqa: ANN401 -- any field of a person
    """Return a world with A, and B who differs from A so much."""
    people = (person("A"), person("B", **changes))
    return scenario(people=people, needs=(need("n1"), need("n2")))


@pytest.mark.parametrize(
    ("changes", "for_all", "for_counts"),
    [
        ({}, True, True),
        ({"sex": "male", "birth": None, "note": "tall"}, True, True),
        ({"max_assignments": 2}, True, True),
        ({"experience": 20}, False, True),
        ({"past_hosts": ("XU",)}, False, True),
        ({"max_assignments": 1}, False, False),
        ({"unit": "NV"}, False, False),
        ({"windows": (days(0, 9),)}, False, False),
    ],
)
def test_people_are_alike_if_nothing_looks_at_what_differs(
    changes: dict[str, Any], *, for_all: bool, for_counts: bool
) -> None:
    """Goals of fit and continuity tell people apart whom counts do not."""
    world = pair(**changes)

    assert (alike(world) == [["A", "B"]]) == for_all
    assert (alike(world, counts=True) == [["A", "B"]]) == for_counts


def test_a_wish_tells_people_apart() -> None:
    """Whoever wishes for one of two needs is not like whoever does not."""
    wish = Preference(side="person", person="A", target="n2", rank=1)
    world = pair().model_copy(update={"preferences": (wish,)})

    assert alike(world) == []
    assert alike(world, counts=True) == [["A", "B"]]


def test_both_people_and_needs_are_counted() -> None:
    """The rows tell how many have candidates, and how many of them are alike."""
    world = scenario(
        people=(person("A"), person("B"), person("C", experience=20)),
        needs=(need("n1"), need("n2"), need("n3", priority=1)),
    )
    people, needs = rows(world)

    assert people[2:] == (
        "3",
        "2 (66.7%)",
        "3 (100.0%)",
        "9",
        "6 (66.7%)",
        "9 (100.0%)",
    )
    assert needs[2:] == ("3", "2 (66.7%)", "2 (66.7%)", "9", "6 (66.7%)", "6 (66.7%)")


@pytest.mark.parametrize("counts", [False, True])
def test_the_judge_sees_no_difference(*, counts: bool) -> None:
    """In the year of the two cities, any rung has one value for those who are alike."""
    root = Path(__file__).parents[2]
    world = read_scenario(root / "scenarios" / "nanjing-xining")
    of_person: dict[str, list[Candidate]] = defaultdict(list)
    for each in candidates(world):
        of_person[each.person].append(each)
    groups = alike(world, counts=counts)

    assert groups
    for one, *others in groups:
        for other in others:
            for sent in of_person[one][:2]:
                assert _values(world, one, sent, counts=counts) == _values(
                    world, other, sent, counts=counts
                )


def _values(
    world: Scenario, who: str, sent: Candidate, *, counts: bool
) -> dict[tuple[str, str], int]:
    """Return the rungs of a plan in which one person takes the first of some terms."""
    start = next(
        day
        for day in range(sent.terms.first_start, sent.terms.last_start + 1)
        if sent.terms.hold(day, day + sent.terms.shortest)
    )
    first = world.horizon.start + timedelta(days=start)
    wanted = world.need[sent.need]
    taken = Assignment(
        person=who,
        need=sent.need,
        programme=wanted.programme,
        unit=wanted.unit,
        arrival=first - timedelta(days=sent.lead),
        start=first,
        end=first + timedelta(days=sent.terms.shortest),
    )
    return {
        (goal, part): value
        for (goal, part), value in rung_values(world, [taken]).items()
        if goal in COUNTING or not (counts or goal == "tie-break")
    }
