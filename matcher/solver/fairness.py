"""Fairness over all pieces: who must be one model for it, and what is reached."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from matcher.solver.climbing import climb
from matcher.solver.expressions import total
from matcher.solver.goals_of_fairness import Opened, area_scales, few_levels
from matcher.solver.leximin import Known, smallest
from matcher.solver.piece import Piece, Reached

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from ortools.sat.python import cp_model

    from matcher.scenario import Scenario
    from matcher.solver.choice import Choice
    from matcher.solver.engine import Engine
    from matcher.solver.expressions import Literal
    from matcher.solver.promises import Rung

Member = TypeVar("Member")

HUGE = 30_000
"""Pieces with so many candidates together are no longer put together."""

_THIRD = 3
"""A level may take so much of the time left, and the last all of it."""


@dataclass(frozen=True)
class Block:
    """
    Areas whose service hangs together, and who can change it.

    Parameters
    ----------
    areas
        Codes.
    pieces
        One; or several that take turns, because together they are too large.
    """

    areas: frozenset[str]
    pieces: tuple[Piece, ...]


def clusters(
    areas_of: Mapping[Member, Collection[str]],
) -> list[tuple[list[Member], set[str]]]:
    """
    Return the pieces that a chain of shared areas joins, with all these areas.

    Parameters
    ----------
    areas_of
        The areas that each piece leaves open.
    """
    found: list[tuple[list[Member], set[str]]] = []
    for piece, areas in areas_of.items():
        if not areas:
            continue
        pieces, joined = [piece], set(areas)
        for others in [each for each in found if each[1] & joined]:
            found.remove(others)
            pieces = others[0] + pieces
            joined |= others[1]
        found.append((pieces, joined))
    return found


def open_areas(
    piece: Piece, areas: Iterable[str], engine: Engine, seconds: float | None
) -> set[str]:
    """
    Return the areas whose service what a piece keeps leaves open, as far as known.

    Parameters
    ----------
    piece
        The piece.
    areas
        The areas to ask about.
    engine, seconds
        What is asked, and how long each time.
    """
    served = piece.served()
    touched = set(areas) & set(served)
    if piece.large or not touched:
        return touched
    model = piece.variables.model.clone()
    model.proto.clear_objective()
    moved = {
        area: _moved(model, piece.variables.by_area[area], served[area])
        for area in sorted(touched)
    }
    found: set[str] = set()
    while rest := sorted(touched - found):
        # One plan in which any of them moves; none: all stand still.
        model.add_bool_or([each for area in rest for each in moved[area]])
        answer = engine.run(model, seconds, alone=True)
        if answer.impossible:
            break
        if answer.values is None:
            return touched
        now = piece.served(answer.values)
        found |= {area for area in rest if now[area] != served[area]}
    return found


def _moved(
    model: cp_model.CpModel, choices: Iterable[Choice], served: int
) -> tuple[Literal, Literal]:
    """Return literals that, if true, give an area more or less than it has."""
    count = total(each.taken for each in choices)
    more, fewer = model.new_bool_var(""), model.new_bool_var("")
    model.add(count > served).only_enforce_if(more)
    model.add(count < served).only_enforce_if(fewer)
    return more, fewer


class Fairness:
    """
    The goal, climbed by blocks that share no area.

    Parameters
    ----------
    scenario
        What is planned.
    pieces
        All of them.
    blocks
        Those that leave something open.
    """

    def __init__(
        self, scenario: Scenario, pieces: Sequence[Piece], blocks: Sequence[Block]
    ) -> None:
        self._scales = area_scales(scenario)
        self._pieces = pieces
        self._blocks = blocks
        # Later, what is ruled out rests on levels that are not proven.
        self._most = [ceilings_of(each.pieces, each.areas) for each in blocks]

    def opened(self, block: Block, piece: Piece) -> Opened:
        """Return what a piece must know, as things are."""
        others = [each for each in self._pieces if each is not piece]
        apart = len(block.pieces) > 1
        # In its turn a piece has only areas to look at that it can serve.
        areas = block.areas & set(piece.served()) if apart else block.areas
        settled = _served(others, areas)
        scales = {area: self._scales[area] for area in areas}
        levels = few_levels(scales, settled, ceilings_of([piece], areas))
        return Opened(tuple(sorted(areas)), settled, levels, apart=apart)

    def in_one(self, *, tolerant: bool) -> bool:
        """Return whether the parts of the goal are rungs of one piece."""
        if len(self._blocks) > 1 or len(self._blocks[0].pieces) > 1:
            return False
        block = self._blocks[0]
        return tolerant or not self.opened(block, block.pieces[0]).levels

    def climb(
        self,
        engine: Engine,
        seconds: float | None,
        ahead: Sequence[Rung],
        news: Callable[[], None],
    ) -> None:
        """
        Climb all levels in all blocks, the large pieces of one in turns.

        Parameters
        ----------
        engine, seconds
            What solves, and how long.
        ahead
            The rungs below the goal that a piece may look at together with it.
        news
            Told when there may be something new.
        """
        until = None if seconds is None else monotonic() + seconds
        turns = [(block, piece) for block in self._blocks for piece in block.pieces]
        sizes = [len(piece.variables.choices) for _, piece in turns]
        for place, (block, piece) in enumerate(turns):
            piece.open_fairness(self.opened(block, piece))
            limit = None
            if until is not None:
                part = sizes[place] / max(1, sum(sizes[place:]))
                limit = max(0.0, until - monotonic()) * part
            _ascend(piece, engine, limit, ahead)
            news()
        for block in self._blocks:
            if len(block.pieces) > 1:
                _hold(block)

    def sums(self) -> list[Reached]:
        """Return what is reached on each part of the goal, from the first on."""
        free = {area for block in self._blocks for area in block.areas}
        fixed = self._scores(set(self._scales) - free)
        known = [Known(fixed, fixed)]
        pairs = zip(self._blocks, self._most, strict=True)
        known += [self._known(block, most) for block, most in pairs]
        return [Reached(best, bound) for best, bound in smallest(known)]

    def having(self, score: int) -> int:
        """Return how many areas have the score."""
        return sum(each >= score for each in self._scores(self._scales))

    def _known(self, block: Block, most: Mapping[str, int]) -> Known:
        """Return what is known of the areas of a block."""
        scores = self._scores(block.areas)
        others = [each for each in self._pieces if each not in block.pieces]
        settled = _served(others, block.areas)
        ceilings = [
            self._scales[area] * (most[area] + settled[area])
            for area in sorted(block.areas)
        ]
        if len(block.pieces) > 1:
            return Known(scores, ceilings)
        reached = {
            rung[1]: each
            for rung, each in block.pieces[0].reached.items()
            if rung[0] == "fairness"
        }
        if reached and all(each.best == each.bound for each in reached.values()):
            return Known(scores, scores)
        bounds = {
            int(name.removeprefix("level-")): each.bound
            for name, each in reached.items()
            if name.startswith("level-")
        }
        return Known(scores, ceilings, bounds)

    def _scores(self, areas: Iterable[str]) -> list[int]:
        areas = sorted(areas)
        served = _served(self._pieces, areas)
        return [self._scales[area] * served[area] for area in areas]


def _served(pieces: Iterable[Piece], areas: Iterable[str]) -> dict[str, int]:
    """Return how many assignments some areas have of some pieces."""
    found = dict.fromkeys(areas, 0)
    for piece in pieces:
        for area, count in piece.served().items():
            if area in found:
                found[area] += count
    return found


def ceilings_of(pieces: Iterable[Piece], areas: Iterable[str]) -> dict[str, int]:
    """Return the most assignments that some pieces can give some areas."""
    found = dict.fromkeys(areas, 0)
    for piece in pieces:
        for area, count in piece.ceilings().items():
            if area in found:
                found[area] += count
    return found


def _ascend(
    piece: Piece, engine: Engine, seconds: float | None, ahead: Sequence[Rung]
) -> None:
    """Climb the parts of the goal that a piece has, one after the other."""
    until = None if seconds is None else monotonic() + seconds
    rungs = [each for each in piece.parts if _is_climbed(each)]
    above: Reached | None = None
    for place, rung in enumerate(rungs):
        part = piece.parts[rung]
        if above is not None and rung[1].startswith("level-"):
            # Whoever has a score has those that are smaller.
            part = replace(part, limit=min(part.limit, above.bound))
            piece.parts[rung] = part
        limit = None
        if until is not None:
            left = max(0.0, until - monotonic())
            limit = left / min(_THIRD, len(rungs) - place)
        above = piece.standing(rung)
        if not engine.stopped and limit != 0:
            below = (*rungs[place + 1 :], *ahead)
            above = climb(piece, rung, engine, limit, _unheard, ahead=below)
        piece.reached[rung] = above
        piece.keep(rung, above.best)


def _is_climbed(rung: Rung) -> bool:
    return rung[0] == "fairness" and not rung[1].startswith("served-")


def _hold(block: Block) -> None:
    """
    Let each piece of the block give each area what it gives.

    Pieces that take turns know nothing of what the others will do.
    """
    for piece in block.pieces:
        served = piece.served()
        for area in sorted(block.areas & set(served)):
            piece.keep(("fairness", f"served-{area}"), served[area])


def _unheard(_best: int | None, _bound: int | None) -> None:
    """Tell nobody: a level is no rung of the ladder."""
