"""The rule ``mentoring``, and which mentorships a plan can hold at all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.eligibility import learners
from matcher.scenario.base import Mode
from matcher.solver.choice import Choice
from matcher.solver.expressions import Expr, Literal, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ortools.sat.python import cp_model

    from matcher.scenario import Policy
    from matcher.scenario.entities import Person
    from matcher.solver.variables import Variables


@dataclass(frozen=True)
class Mentoring:
    """
    One possible mentorship.

    Parameters
    ----------
    choice
        Who would raise, on which need.
    mentee
        Code of the local person.
    literal
        Whether the plan has it.
    """

    choice: Choice
    mentee: str
    literal: Literal


def is_raising(policy: Policy) -> bool:
    """Return whether a rule or a goal of the policy looks at mentorships."""
    return policy.mode("mentoring") is not Mode.OFF or policy.pursues("growth")


def mentorships(variables: Variables) -> tuple[Mentoring, ...]:
    """Return all possible mentorships, having added what makes them possible."""
    if not is_raising(variables.scenario.policy):
        return ()
    found: list[Mentoring] = []
    for need in variables.needs:
        staff = learners(variables.scenario, need)
        most = variables.scenario.mentees(need)[1]
        for choice in variables.of_need(need.id):
            mine = list(_of_choice(variables, choice, staff))
            if len(mine) > most:
                count = total(each.literal for each in mine)
                variables.model.add(count <= most * choice.taken)
            found += mine
    _keep_apart(variables, found)
    return tuple(found)


def _of_choice(
    variables: Variables, choice: Choice, staff: Iterable[Person]
) -> Iterator[Mentoring]:
    sure = choice.candidate.terms.last_start, choice.candidate.terms.first_end
    for person in staff:
        away = (
            variables.range_of(window)
            for window in variables.scenario.absences_of.get(person.id, ())
        )
        if person.id == choice.person or any(_meet(sure, each) for each in away):
            continue
        literal = variables.model.new_bool_var("")
        variables.model.add_implication(literal, choice.taken)
        yield Mentoring(choice, person.id, literal)


def _meet(first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Return whether two stretches of days share one; an empty one never does."""
    return max(first[0], second[0]) < min(first[1], second[1])


def _keep_apart(variables: Variables, found: Sequence[Mentoring]) -> None:
    """Let nobody be raised by two at once, or while away."""
    model = variables.model
    by_mentee: dict[str, list[Mentoring]] = defaultdict(list)
    for each in found:
        by_mentee[each.mentee].append(each)
    alone = variables.scenario.policy.mode("one-place") is Mode.STRICT
    for mentee, mine in by_mentee.items():
        terms = [_interval(model, each) for each in mine]
        absences = [
            model.new_fixed_size_interval_var(start, end - start, "")
            for start, end in map(
                variables.range_of, variables.scenario.absences_of.get(mentee, ())
            )
        ]
        stays = [each.interval for each in variables.of_person(mentee)]
        # Where stays of one person may meet, each is kept from the terms by itself.
        groups = [stays] if alone else [[stay] for stay in stays]
        for group in groups or [[]]:
            if len(terms) + len(group) > 1:
                model.add_no_overlap([*terms, *group])
        for absence in absences:
            model.add_no_overlap([*terms, absence])


def _interval(model: cp_model.CpModel, each: Mentoring) -> cp_model.IntervalVar:
    choice = each.choice
    return model.new_optional_interval_var(
        choice.start, choice.length, choice.end, each.literal, ""
    )


def mentoring(variables: Variables, *, soft: bool) -> None:
    """Give those who must mentor the fewest local staff that are asked for."""
    raised: dict[Choice, list[Expr]] = defaultdict(list)
    for each in variables.mentorships:
        raised[each.choice].append(each.literal)
    for need in variables.needs:
        least = variables.scenario.mentees(need)[0]
        for choice in variables.of_need(need.id) if least else ():
            lack: Expr = 0
            if soft:
                lack = variables.model.new_int_var(0, least, "")
                variables.breaks["mentoring"].append(lack)
            count = total(raised[choice])
            variables.model.add(count + lack >= least * choice.taken)
