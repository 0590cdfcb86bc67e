"""What is said of shared dates besides changes no plan; it says what must be so."""

from __future__ import annotations

from itertools import permutations
from random import Random
from typing import TYPE_CHECKING

import builders as b
import pytest
from judges import changed
from ortools.sat.python import cp_model

from matcher.scenario import RulePolicy, Scenario
from matcher.scenario.entities import Specialty, Team
from matcher.solver import constraints, together
from matcher.solver.expressions import total
from matcher.solver.model import build
from matcher.solver.together import Company, can_meet, crowds, rivals

if TYPE_CHECKING:
    from matcher.solver.variables import Variables

CODES = "STUV"
PEOPLE = 5


def team(code: str) -> Team:
    """Return a team of any size."""
    return Team(id=code, name=code, min_size=1, max_size=9)


def drawn(seed: int) -> Scenario:
    """Return a random world of teams, single posts and an order of phases."""
    draw = Random(seed)  # noqa: S311 -- a draw that can be repeated, not a secret
    people = tuple(
        b.person(
            f"P{number}",
            specialties=tuple(draw.sample(CODES, draw.randint(1, 3))),
            windows=(b.days(draw.randint(0, 2), draw.randint(7, 10)),),
        )
        for number in range(PEOPLE)
    )
    phases, needs, teams = [], [], []
    for number in range(5):
        before = [f"f{each}" for each in range(number) if draw.random() < 0.3]
        phases.append(b.phase(f"f{number}", after=tuple(before)))
        grouped = draw.random() < 0.6
        length = draw.randint(1, 4)
        row = {"phase": f"f{number}", "shortest": length, "longest": length}
        if draw.random() < 0.3:
            row["longest"] = length + 1
        if grouped:
            teams.append(team(f"t{number}"))
            row["team"] = f"t{number}"
        for role in range(draw.randint(1, 3) if grouped else 1):
            count = draw.randint(1, 2) if grouped else 1
            head = {"min_headcount": count, "max_headcount": count}
            code = f"n{number}.{role}"
            needs.append(b.need(code, specialty=draw.choice(CODES), **row, **head))
    return b.scenario(
        policy=b.ladder(b.rules(person_limit="off"), "coverage"),
        specialties=tuple(
            Specialty(id=each, name=each, sector="medical") for each in CODES
        ),
        people=people,
        phases=tuple(phases),
        teams=tuple(teams),
        needs=tuple(needs),
    )


def best(scenario: Scenario) -> tuple[int, int]:
    """Return the most posts that can be filled, and the earliest end of so many."""
    variables = build(scenario)
    model, solver = variables.model, cp_model.CpSolver()
    solver.parameters.num_workers = 1
    filled = total(each.taken for each in variables.choices)
    model.maximize(filled)
    assert solver.solve(model) == cp_model.OPTIMAL
    posts = round(solver.objective_value)
    model.add(filled == posts)
    end = model.new_int_var(0, scenario.horizon.days, "")
    for each in variables.choices:
        model.add(end >= each.end).only_enforce_if(each.taken)
    together.finish_of_crowds(variables, end)
    model.minimize(end)
    assert solver.solve(model) == cp_model.OPTIMAL
    return posts, round(solver.objective_value)


@pytest.mark.parametrize("block", range(8))
def test_the_best_plans_are_those_of_the_plain_model(
    block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With and without, a world has as many filled posts and as early an end."""
    worlds = [drawn(seed) for seed in range(block * 15, block * 15 + 15)]
    found = [best(each) for each in worlds]
    monkeypatch.setattr(constraints, "keep_distinct", lambda *_: None)
    monkeypatch.setattr(together, "finish_of_crowds", lambda *_: None)

    assert found == [best(each) for each in worlds]
    assert len(set(found)) > 1


def test_the_worlds_have_crowds_and_rivals() -> None:
    """The comparison above would prove nothing if nothing were said."""
    crowded = rival = 0
    for seed in range(30):
        variables = build(drawn(seed))
        crowded += bool(crowds(variables.companies))
        rival += bool(rivals(variables.scenario, variables.companies))

    assert crowded > 15
    assert rival > 15


def pair(*wanted: int, people: int, rest: int = 0) -> tuple[Variables, list[Company]]:
    """Return teams that each want some of the same people, with their companies."""
    scenario = b.scenario(
        policy=b.rules(one_place=RulePolicy(parameters={"rest_days": rest})),
        people=tuple(b.person(f"P{number}") for number in range(people)),
        teams=tuple(team(f"t{number}") for number in range(len(wanted))),
        needs=tuple(
            b.need(
                f"n{number}",
                team=f"t{number}",
                min_headcount=count,
                max_headcount=count,
                phase=f"f{number}",
            )
            for number, count in enumerate(wanted)
        ),
        phases=tuple(b.phase(f"f{number}") for number in range(len(wanted))),
    )
    variables = build(scenario)
    return variables, variables.companies


def test_teams_that_are_too_many_for_all_people_are_rivals() -> None:
    """Teams of two, two and one out of three people: only the pair of two is apart."""
    variables, found = pair(2, 2, 1, people=3)
    groups = rivals(variables.scenario, found)

    assert [{each.phase for each in group} for group in groups] == [{"f0", "f1"}]


def test_a_crowd_counts_the_posts_that_only_its_people_can_hold() -> None:
    """Five posts for three people are one crowd, with the size of each team."""
    _, found = pair(2, 2, 1, people=3)

    assert [
        (people.bit_count(), sorted(posts.values())) for people, posts in crowds(found)
    ] == [(3, [1, 2, 2])]


def test_people_enough_for_all_at_once_are_no_crowd() -> None:
    """Where everybody can go at the same time, nothing is said."""
    variables, found = pair(2, 2, 1, people=5)

    assert crowds(found) == []
    assert rivals(variables.scenario, found) == []


def test_a_phase_and_what_it_builds_on_join_a_group_of_rivals() -> None:
    """f1 and f2 are apart for want of people, f0 comes before both: one group."""
    variables, found = pair(1, 2, 2, people=3)
    order = (b.phase("f0"), b.phase("f1", after=("f0",)), b.phase("f2", after=("f0",)))
    groups = rivals(changed(variables.scenario, phases=order), found)

    assert [{each.phase for each in group} for group in groups] == [{"f0", "f1", "f2"}]


def test_a_phase_that_leaves_no_time_to_rest_joins_no_group() -> None:
    """f1 may begin when f0 ends, but its people rest for a day: they are apart."""
    variables, found = pair(1, 2, 2, people=3, rest=1)
    order = (b.phase("f0"), b.phase("f1", after=("f0",)), b.phase("f2", after=("f0",)))
    scenario = changed(variables.scenario, phases=order)

    assert [{each.phase for each in group} for group in rivals(scenario, found)] == [
        {"f1", "f2"}
    ]


def test_who_can_meet_is_what_trying_everybody_says() -> None:
    """For random roles, people are enough exactly if some seating of all exists."""
    draw = Random(7)  # noqa: S311 -- a draw that can be repeated, not a secret
    answers = set()
    for _ in range(300):
        roles = [(draw.randint(1, 2**PEOPLE - 1), 1) for _ in range(draw.randint(2, 4))]
        cut = draw.randint(1, len(roles) - 1)
        one, other = (company(each) for each in (roles[:cut], roles[cut:]))
        seated = any(
            all(able >> who & 1 for (able, _), who in zip(roles, seats, strict=False))
            for seats in permutations(range(PEOPLE))
        )
        alone = one.people & other.people == 0
        answers.add(seated)
        assert alone or can_meet(one, other) == seated
    assert answers == {True, False}


def company(roles: list[tuple[int, int]]) -> Company:
    """Return a company with these roles, which is on its own in a model."""
    _, (only,) = pair(1, people=1)
    return Company(only.dates, tuple(roles))
