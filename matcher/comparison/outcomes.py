"""What each of several plans reaches: rungs, areas, programmes, causes, wishes."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from matcher.auditor.case import case_of
from matcher.auditor.goals import area_steps, own_step
from matcher.language import natural
from matcher.plan import Status
from matcher.scenario.base import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from matcher.comparison.solved import Solved
    from matcher.scenario.conditions import Preference

Verdict = Literal["better", "worse", "equal", ""]
"""How a value stands to the first plan's; blank if that says nothing."""

Outlook = Literal["met", "unmet", "stays", ""]
"""What became of somebody's wishes; blank: the person has none in that scenario."""


@dataclass(frozen=True)
class RungOutcome:
    """
    One rung in each plan; None where a plan's ladder does not have it.

    Parameters
    ----------
    goal
        Slug of the goal.
    part
        Step inside the goal.
    sense
        Whether more or less is better.
    values
        The value that the judge works out.
    statuses
        How far the plan says it is proven.
    """

    goal: str
    part: str
    sense: Literal["max", "min"]
    values: tuple[int | None, ...]
    statuses: tuple[Status | None, ...]

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """How each value stands to the first one."""
        return tuple(self._verdict(value) for value in self.values)

    def _verdict(self, value: int | None) -> Verdict:
        first = self.values[0]
        # A draw decides between equals: more of it is no merit.
        if first is None or value is None or self.goal == "tie-break":
            return ""
        if first == value:
            return "equal"
        return "better" if (value > first) == (self.sense == "max") else "worse"


@dataclass(frozen=True)
class AreaOutcome:
    """
    What an area of Xining has of each plan; None where a scenario lacks the area.

    Parameters
    ----------
    area
        Code of the area.
    assignments
        Assignments that benefit it.
    empty
        Posts that its hosts miss.
    """

    area: str
    assignments: tuple[int | None, ...]
    empty: tuple[int | None, ...]


@dataclass(frozen=True)
class ProgrammeOutcome:
    """
    One line of the agreement in each plan; None where a scenario lacks it.

    Parameters
    ----------
    programme
        Code of the programme.
    targets
        What the agreement asks for, if anything.
    counted
        What counts toward it.
    """

    programme: str
    targets: tuple[int | None, ...]
    counted: tuple[int | None, ...]


@dataclass(frozen=True)
class CauseOutcome:
    """
    Why posts stay empty in each plan.

    Parameters
    ----------
    cause
        Slug of the cause class.
    posts
        Empty posts.
    """

    cause: str
    posts: tuple[int, ...]


@dataclass(frozen=True)
class PersonOutcome:
    """
    What became of a person's wishes in each plan.

    Parameters
    ----------
    person
        Code of the person.
    outlooks
        Whether the person goes where a wish of theirs leads.
    steps
        Steps below the first wish, of the worst assignment; None without one.
    """

    person: str
    outlooks: tuple[Outlook, ...]
    steps: tuple[int | None, ...]


def rung_outcomes(plans: Sequence[Solved]) -> Iterator[RungOutcome]:
    """Yield the rungs of all ladders, parts of a goal together."""
    proofs = [{(r.goal, r.part): r for r in each.plan.rungs} for each in plans]
    found = dict.fromkeys(key for each in plans for key in each.audit.rungs)
    goals = list(dict.fromkeys(goal for goal, _ in found))
    for key in sorted(found, key=lambda key: goals.index(key[0])):
        known = [each.get(key) for each in proofs]
        sense = next((each.sense for each in known if each), None)
        if sense:
            yield RungOutcome(
                *key,
                sense=sense,
                values=tuple(each.audit.rungs.get(key) for each in plans),
                statuses=tuple(each.status if each else None for each in known),
            )


def area_outcomes(plans: Sequence[Solved]) -> list[AreaOutcome]:
    """Return the areas of Xining, the worst-off of any plan first."""
    served = [each.audit.figures.areas for each in plans]
    empty = [_empty_by_area(each) for each in plans]
    lowest = [_scores(each) for each in plans]

    def order(area: str) -> tuple[object, ...]:
        scores = [each[area] for each in lowest if area in each]
        # Areas that fairness does not look at, such as a city as a whole, stand last.
        return not scores, min(scores, default=0), natural(area)

    return [
        AreaOutcome(
            area,
            tuple(each.get(area) for each in served),
            tuple(
                gaps[area] if area in each else None
                for each, gaps in zip(served, empty, strict=True)
            ),
        )
        for area in sorted(_union(served), key=order)
    ]


def _scores(solved: Solved) -> dict[str, int]:
    """Return what fairness counts for each area, in thousandths of one assignment."""
    steps, served = area_steps(solved.scenario), solved.audit.figures.areas
    least = min(steps.values(), default=1)
    return {area: served[area] * 1000 * step // least for area, step in steps.items()}


def _empty_by_area(solved: Solved) -> Counter[str]:
    found: Counter[str] = Counter()
    for each in solved.plan.shortages:
        # A ledger that names what is not there is a finding of the audit.
        if need := solved.scenario.need.get(each.need):
            found[solved.scenario.host_area(need).id] += each.posts
    return found


def programme_outcomes(plans: Sequence[Solved]) -> Iterator[ProgrammeOutcome]:
    """Yield the lines of all agreements."""
    lines = [{f.programme: f for f in each.audit.figures.programmes} for each in plans]
    for code in sorted(_union(lines), key=natural):
        known = [each.get(code) for each in lines]
        yield ProgrammeOutcome(
            code,
            tuple(each.target if each else None for each in known),
            tuple(each.counted if each else None for each in known),
        )


def cause_outcomes(plans: Sequence[Solved]) -> list[CauseOutcome]:
    """Return why posts stay empty, the most frequent cause of the first plan first."""
    posts: list[Counter[str]] = []
    for each in plans:
        posts.append(Counter())
        for shortage in each.plan.shortages:
            posts[-1][shortage.cause] += shortage.posts
    found = [
        CauseOutcome(cause, tuple(each[cause] for each in posts))
        for cause in _union(posts)
    ]
    return sorted(found, key=lambda each: [-count for count in each.posts])


def person_outcomes(plans: Sequence[Solved]) -> list[PersonOutcome]:
    """
    Return whose first wish is not met everywhere, the worst-off of any plan first.

    Those who go against all their wishes come first, then those with the lowest wish,
    then those who stay at home in one plan and not in another.
    """
    outcomes = [dict(_wishers(each)) for each in plans]
    people = []
    for person in _union(outcomes):
        pairs = [each.get(person, ("", None)) for each in outcomes]
        found = PersonOutcome(
            person, tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)
        )
        told = {pair for pair in pairs if pair[0]}
        if any(found.steps) or len(told) > 1:
            people.append(found)
    return sorted(people, key=_worst_first)


def _worst_first(each: PersonOutcome) -> tuple[object, ...]:
    steps = [step for step in each.steps if step is not None]
    return "unmet" not in each.outlooks, -max(steps, default=0), natural(each.person)


def _wishers(solved: Solved) -> Iterator[tuple[str, tuple[Outlook, int | None]]]:
    """Yield each person who wishes, with what became of it."""
    wishes: dict[str, list[Preference]] = defaultdict(list)
    for wish in solved.scenario.preferences:
        if wish.side is Side.PERSON:
            wishes[wish.person].append(wish)
    served = case_of(solved.scenario, solved.plan.assignments).of_person
    for person, listed in wishes.items():
        steps = [own_step(listed, each) for each in served.get(person, ())]
        if not steps:
            yield person, ("stays", None)
        else:
            met = max(steps) < len({wish.rank for wish in listed})
            yield person, ("met" if met else "unmet", max(steps))


def _union(tables: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(code for table in tables for code in table))
