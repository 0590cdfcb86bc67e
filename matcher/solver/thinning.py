"""
A few terms instead of all: a narrower piece whose rules are linear.

Where dates are free, integer programs cannot be used, though they find plans that no
other method finds in time. So each candidate is replaced by a few with fixed terms
from a coarse grid. Whatever plan of these is found is a plan of the piece; that it is
the best of them proves nothing about the piece.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from matcher.eligibility.terms import Terms
from matcher.solver.pieces import Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.eligibility import Candidate
    from matcher.solver.engine import Engine
    from matcher.solver.piece import Piece

_STARTS = 4
"""So many first days of each candidate."""

Stay = tuple["Candidate", int, int]
"""A candidate with the first day of its term and the day after."""


class Trial:
    """
    A piece of fixed terms beside one with free dates.

    Parameters
    ----------
    piece
        The piece with free dates.
    engine
        What completes plans.

    Attributes
    ----------
    inner
        The piece of fixed terms.
    plan
        What both plans are.
    usable
        Whether the inner piece could take the plan.
    """

    def __init__(self, piece: Piece, engine: Engine) -> None:
        self.plan = piece.plan()
        self._origins = _thinned(piece, self.plan)
        group = Group(tuple(self._origins), piece.group.locks)
        self.inner = piece.of_fixed_terms(group)
        hint = {
            choice.taken.index: int(self._origins[choice.candidate] in self.plan)
            for choice in self.inner.variables.choices
        }
        self.usable = self.inner.settle(hint, engine)

    def found(self) -> frozenset[Stay]:
        """Return the plan of fixed terms as one of the candidates they come from."""
        chosen = self.inner.plan()
        self.plan = frozenset(self._origins[candidate] for candidate, _, _ in chosen)
        return self.plan


def _thinned(piece: Piece, plan: frozenset[Stay]) -> dict[Candidate, Stay]:
    """Return candidates with fixed terms, those of the plan too, and their origins."""
    found: dict[Candidate, Stay] = {}
    planned: dict[Candidate, set[tuple[int, int]]] = {}
    for candidate, start, end in plan:
        planned.setdefault(candidate, set()).add((start, end))
    for choice in piece.variables.choices:
        candidate = choice.candidate
        terms = {*_grid(candidate.terms), *planned.get(candidate, ())}
        for start, end in sorted(terms):
            fixed = Terms(
                ((start, start),), ((end - 1, end - 1),), end - start, end - start
            )
            found.setdefault(replace(candidate, terms=fixed), (candidate, start, end))
    return found


def _grid(terms: Terms) -> Iterator[tuple[int, int]]:
    """Yield terms of the shortest length over the possible starts, and a longest."""
    first, last = terms.first_start, terms.last_start
    steps = max(1, min(_STARTS - 1, last - first))
    for step in range(steps + 1):
        start = first + (last - first) * step // steps
        if terms.hold(start, start + terms.shortest):
            yield start, start + terms.shortest
    end = min(first + terms.longest, terms.last_end)
    if terms.hold(first, end):
        yield first, end
