"""Several pieces as one, where a rung is no sum over pieces."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from matcher.solver.piece import MAXIMA, Piece, Reached, combine
from matcher.solver.pieces import Group

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from matcher.eligibility import Candidate
    from matcher.scenario import Scenario
    from matcher.solver.promises import Rung


def merged(
    scenario: Scenario,
    pieces: Sequence[Piece],
    kept: Mapping[Rung, int],
    reopen: Callable[[Piece], None] | None,
    *,
    everything: bool,
) -> Piece:
    """
    Return a piece that holds others and keeps what they keep.

    Parameters
    ----------
    scenario
        What is planned.
    pieces
        Two or more.
    kept
        What the whole keeps, by rung.
    reopen
        Opens fairness in the new piece, once that is open.
    everything
        Whether there are no other pieces.
    """
    locks = chain.from_iterable(piece.group.locks for piece in pieces)
    idle = chain.from_iterable(piece.group.idle for piece in pieces)
    one = Piece(
        scenario,
        Group(tuple(_order(pieces)), tuple(locks), tuple(idle)),
        pieces[0].asked,
    )
    if reopen is not None:
        reopen(one)
    for rung, value in kept.items():
        if everything or rung in MAXIMA:
            one.keep(rung, value)
        else:
            one.keep(rung, sum(piece.reached[rung].best for piece in pieces))
        if rung[0] != "fairness":
            one.reached[rung] = Reached(
                combine(rung)(piece.reached[rung].best for piece in pieces),
                combine(rung)(piece.reached[rung].bound for piece in pieces),
            )
    return one


def _order(pieces: Sequence[Piece]) -> list[Candidate]:
    """Return the candidates of the pieces, in the order of needs and people."""
    return sorted(
        chain.from_iterable(piece.group.candidates for piece in pieces),
        key=lambda each: (each.need, each.person, each.terms.starts, each.broken),
    )
