"""Who moves from one plan to another: assignments come, go, or change."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from matcher.language import natural
from matcher.plan import Assignment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from matcher.plan import Plan

ShiftKind = Literal["only-first", "only-second", "host", "need", "dates"]


@dataclass(frozen=True)
class Shift:
    """
    One assignment that is not the same in two plans.

    Parameters
    ----------
    person
        Code of the person.
    before
        The assignment in the first plan, if there is one.
    after
        The assignment in the second plan, if there is one.
    """

    person: str
    before: Assignment | None
    after: Assignment | None

    @property
    def kind(self) -> ShiftKind:
        """What changed most: who goes at all, then where, for what, and when."""
        if self.after is None:
            return "only-first"
        if self.before is None:
            return "only-second"
        if self.before.unit != self.after.unit:
            return "host"
        return "need" if self.before.need != self.after.need else "dates"


def shifts(first: Plan, second: Plan) -> tuple[Shift, ...]:
    """
    Return what differs between the assignments of two plans, by person.

    An assignment to the same need is the same assignment, perhaps on other days; what
    is left of a person's assignments is paired in the order of days.

    Parameters
    ----------
    first
        One plan.
    second
        Another one.
    """
    before, after = _by_person(first), _by_person(second)
    people = sorted(before.keys() | after.keys(), key=natural)
    return tuple(
        shift
        for person in people
        for shift in _of_person(person, before.get(person, {}), after.get(person, {}))
    )


def _by_person(plan: Plan) -> Mapping[str, dict[str, Assignment]]:
    found: dict[str, dict[str, Assignment]] = defaultdict(dict)
    for each in sorted(plan.assignments, key=lambda each: each.start):
        found[each.person][each.need] = each
    return found


def _of_person(
    person: str, before: dict[str, Assignment], after: dict[str, Assignment]
) -> Iterator[Shift]:
    for need, each in before.items():
        if need in after and _what(each) != _what(after[need]):
            yield Shift(person, each, after[need])
    gone = [each for need, each in before.items() if need not in after]
    come = [each for need, each in after.items() if need not in before]
    for pair in zip_longest(gone, come):
        yield Shift(person, *pair)


def _what(each: Assignment) -> tuple[object, ...]:
    return each.unit, each.start, each.end
