"""
Shifts and contracts: fill shifts first, then keep everyone near the contract.

A shift is a need on fixed days with one specialty, an employee a person whose days
away are limited to 1.3 times the contract and aim at the contract.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.instances import ground
from benchmarks.instances.checking import apart, must, on_time
from benchmarks.instances.minizinc import read_data
from matcher.scenario import RulePolicy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from benchmarks.instances.checking import Sent
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Specialty

GOALS = (ground.goal("coverage"), ground.goal("workload"))


def read(path: Path) -> Scenario:
    """
    Return the instance as a scenario.

    Parameters
    ----------
    path
        A data file of the MiniZinc challenge.
    """
    data = read_data(path)
    end = max(data["stop_time"])
    people = [
        ground.person(
            who,
            (ground.horizon(end),),
            skills(held),
            # Without a contract, the work of the instance has no limit.
            max_days=13 * contract // 10 if contract else None,
            target_days=contract,
        )
        for who, (held, contract) in enumerate(
            zip(data["employee_expertises"], data["contract"], strict=True)
        )
        if held
    ]
    needs = [
        ground.need(ground.code("n", shift), skill(wanted), term)
        for shift, (wanted, term) in enumerate(
            zip(data["req_expertise"], terms(data), strict=True)
        )
    ]
    no_limit = dict.fromkeys(("max_assignments", "max_days"), ground.NO_LIMIT)
    return ground.scenario(
        path.stem,
        end,
        GOALS,
        {"person-limit": RulePolicy(parameters=no_limit)},
        specialties=specialties(data),
        people=people,
        needs=needs,
    )


def value(path: Path, sent: Sequence[Sent]) -> float:
    """Return covered shifts, weighted, less all distances from the contracts."""
    data = read_data(path)
    shifts = [ground.number(each.need) for each in sent]
    must(len(set(shifts)) == len(shifts), "a shift has two people")
    on_time(sent, terms(data))
    apart(sent)
    qualified(data, sent)
    worked = times_worked(sent)
    for who, contract in enumerate(data["contract"]):
        most = 13 * contract
        must(not contract or 10 * worked[who] <= most, f"{who} works too long")
    return score(data, len(sent), worked)


def bound(path: Path, bounds: Mapping[str, int]) -> float | None:
    """Return what no lexicographic solution exceeds."""
    if not {"coverage", "workload"} <= bounds.keys():
        return None
    data = read_data(path)
    # Who can do nothing is not among the people and stays at 0.
    idle = sum(
        contract
        for held, contract in zip(
            data["employee_expertises"], data["contract"], strict=True
        )
        if not held
    )
    return float(weight(data) * bounds["coverage"] - bounds["workload"] - idle)


def terms(data: Mapping[str, Any]) -> list[tuple[int, int]]:
    """Return the times of all shifts."""
    return list(zip(data["start_time"], data["stop_time"], strict=True))


def skill(number: int) -> str:
    """Return the code of an expertise."""
    return f"skill-{number}"


def skills(numbers: frozenset[int]) -> list[str]:
    """Return the codes of what an employee can do."""
    return [skill(each) for each in sorted(numbers)]


def specialties(data: Mapping[str, Any]) -> list[Specialty]:
    """Return the specialties of the instance."""
    numbers = range(1, data["n_expertises"] + 1)
    return [ground.specialty(skill(each)) for each in numbers]


def weight(data: Mapping[str, Any]) -> int:
    """Return what a shift weighs: more than any change of one person's distance."""
    longest = max(end - start for start, end in terms(data))
    return int(1 + max(*data["contract"], longest))


def times_worked(sent: Sequence[Sent]) -> Counter[int]:
    """Return how long each employee works."""
    worked: Counter[int] = Counter()
    for each in sent:
        worked[ground.number(each.person)] += each.end - each.start
    return worked


def qualified(data: Mapping[str, Any], sent: Sequence[Sent]) -> None:
    """Ask that everybody has the expertise."""
    for each in sent:
        held = data["employee_expertises"][ground.number(each.person)]
        wanted = data["req_expertise"][ground.number(each.need)]
        must(wanted in held, f"{each.person} lacks the expertise of {each.need}")


def score(data: Mapping[str, Any], covered: int, worked: Mapping[int, int]) -> float:
    """Return the objective of the instance."""
    distances = (
        abs(worked.get(who, 0) - contract)
        for who, contract in enumerate(data["contract"])
    )
    return float(weight(data) * covered - sum(distances))
