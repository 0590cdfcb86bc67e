"""What the checkers of all sets share; none of them knows scenarios or the solver."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class UnfitError(Exception):
    """What a plan does is no solution of the instance."""


@dataclass(frozen=True)
class Sent:
    """
    One assignment of a plan, in times of the instance.

    Parameters
    ----------
    person, need
        Codes.
    start, end
        Half-open times.
    """

    person: str
    need: str
    start: int
    end: int


def must(holds: bool, fault: str) -> None:  # noqa: FBT001 -- like an assertion
    """Refuse a plan that breaks a rule of the instance."""
    if not holds:
        raise UnfitError(fault)


def once_each(sent: Iterable[Sent], needs: Iterable[str]) -> None:
    """Ask for exactly one person in each need."""
    found = sorted(each.need for each in sent)
    must(found == sorted(needs), "not every task has exactly one person")


def apart(sent: Iterable[Sent]) -> None:
    """Ask that nobody is in two places at once; stays may touch."""
    busy: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for each in sent:
        busy[each.person].append((each.start, each.end))
    for who, times in busy.items():
        for one, other in pairwise(sorted(times)):
            must(one[1] <= other[0], f"{who} is in two places at {other[0]}")


def on_time(sent: Iterable[Sent], terms: Sequence[tuple[int, int]]) -> None:
    """Ask that everybody serves from the beginning of a numbered need to its end."""
    for each in sent:
        term = terms[int(each.need[1:])]
        must((each.start, each.end) == term, f"{each.need} has other times")
