"""The ladder: one goal after the other, each proven before the next."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from matcher.plan import RungProof, Status
from matcher.solver.climbing import climb
from matcher.solver.engine import Engine, Progress
from matcher.solver.fairness import (
    HUGE,
    Block,
    Fairness,
    ceilings_of,
    clusters,
    open_areas,
)
from matcher.solver.goals import names
from matcher.solver.goals_of_fairness import Opened, area_scales, few_levels
from matcher.solver.merging import merged
from matcher.solver.piece import MAXIMA, Piece, Reached, combine
from matcher.solver.promises import Rung, maximise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matcher.scenario import Scenario
    from matcher.solver.afar import Afar
    from matcher.solver.clock import Clock

CORES = min(8, os.cpu_count() or 1)


class Ladder:
    """
    The pieces of a scenario, climbing together.

    Parameters
    ----------
    scenario
        What is planned.
    pieces
        Its pieces, each with some plan.
    engine, clock, progress
        What solves, how long, and who is told.
    afar
        Where pieces climb, if not here.

    Notes
    -----
    A rung's value is the sum (for the worst step of preferences, and for the finish:
    the maximum) over the pieces, and so is its bound. Pieces are put together where a
    rung is not such a sum: for fairness, those that leave the service of the same areas
    open, unless they are huge; and for a sum with a tolerance, which all may share.
    """

    def __init__(
        self,
        scenario: Scenario,
        pieces: Sequence[Piece],
        engine: Engine,
        clock: Clock,
        progress: Callable[[Progress], None],
        *,
        afar: Afar | None = None,
    ) -> None:
        self._scenario = scenario
        self.pieces = list(pieces)
        self._engine = engine
        self._clock = clock
        self._progress = progress
        self._afar = afar
        self._spent: dict[Rung, float] = {}
        self._kept: dict[Rung, int] = {}
        self._fair: Fairness | None = None
        self._open: Piece | None = None
        self._worst: list[Reached] = []
        self._size = max(1, sum(len(each.variables.choices) for each in pieces))
        self._rungs = [
            (each.goal, name)
            for each in scenario.policy.goals
            for name in names(scenario, each.goal)
        ]
        self._tolerances = {each.goal: each for each in scenario.policy.goals}

    def climb(self) -> tuple[tuple[RungProof, ...], tuple[float, ...]]:
        """
        Solve all rungs; return their proofs and the seconds spent on each.

        Pieces that climb elsewhere climb side by side: what counts for a rung is the
        longest that one of them took.
        """
        proofs, seconds = [], []
        after = 1
        for number, rung in enumerate(self._rungs, start=1):
            if self._afar is not None and number == after:
                after += max(1, self._send(number, self._afar))
            began = self._clock.elapsed
            proofs.append(self._rung(number, rung))
            elsewhere = self._spent.get(rung, 0.0)
            seconds.append(self._clock.elapsed - began + elsewhere)
        return tuple(proofs), tuple(seconds)

    def _send(self, number: int, afar: Afar) -> int:
        """Let pieces climb a stage elsewhere; return how many rungs it has."""
        steps = afar.steps(
            [
                (rung, self._ahead(each))
                for each, rung in enumerate(self._rungs[number - 1 :], start=number)
            ]
        )
        pieces = [each for each in self.pieces if each.variables.choices]
        if not steps or len(pieces) < 2:
            return len(steps)
        rest = 1.0
        for each in range(number, number + len(steps)):
            rest *= 1 - self._part(each)
        rung = steps[0][0]
        whole = combine(rung)
        standing = {piece: piece.standing(rung) for piece in self.pieces}
        seconds = self._clock.share(1 - rest)
        for piece, found in afar.climb(pieces, steps, seconds):
            self._engine.work += found.work
            for climbed, spent in found.seconds.items():
                self._spent[climbed] = max(spent, self._spent.get(climbed, 0.0))
            standing[piece] = found.reached[rung]
            now = tuple(standing.values())
            bests, bounds = (each.best for each in now), (each.bound for each in now)
            self._tell(number, rung, whole(bests), whole(bounds))
        return len(steps)

    def _rung(self, number: int, rung: Rung) -> RungProof:
        """Solve one rung in every piece and keep what was reached."""
        if rung == ("fairness", "worst-1"):
            self._gather(number)
        reached = (
            self._fairness(number, rung)
            if rung[0] == "fairness"
            else self._sum(number, rung)
        )
        proof = self._proof(rung, reached)
        self._tell(number, rung, reached.best, reached.bound, proof.status)
        kept = proof.best - proof.tolerance * (1 if maximise(rung) else -1)
        self._kept[rung] = kept
        # What is as its worst piece leaves the same room to each, and none to share.
        if proof.tolerance and len(self.pieces) > 1 and rung not in MAXIMA:
            self._merge(self.pieces)
            return proof
        if rung[0] == "fairness" and self._open is None:
            # Each piece keeps its own levels.
            return proof
        for piece in self.pieces:
            whole = rung in MAXIMA or len(self.pieces) == 1
            value = kept if whole or rung[0] == "fairness" else piece.reached[rung].best
            piece.keep(rung, value)
        return proof

    def _sum(self, number: int, rung: Rung) -> Reached:
        """Solve the rung in all pieces: modest ones side by side, then the others."""
        whole = combine(rung)
        ahead = self._ahead(number)
        before = self._clock.elapsed
        seconds = self._clock.share(self._part(number))
        standing = {
            piece: piece.reached.get(rung) or piece.standing(rung)
            for piece in self.pieces
        }

        def tell(piece: Piece, best: int | None, bound: int | None) -> None:
            known = standing[piece]
            standing[piece] = Reached(
                known.best if best is None else best,
                known.bound if bound is None else bound,
            )
            now = tuple(standing.values())
            bests, bounds = (each.best for each in now), (each.bound for each in now)
            self._tell(number, rung, whole(bests), whole(bounds))

        def ascend(piece: Piece) -> None:
            if rung in piece.reached:
                # It came from elsewhere.
                return
            limit = None
            if seconds is not None:
                size = len(piece.variables.choices) / self._size
                left = seconds - (self._clock.elapsed - before)
                size *= CORES if piece.modest else 1
                limit = max(left / len(self.pieces), min(left, seconds * size))
            news = partial(tell, piece)
            piece.reached[rung] = climb(
                piece, rung, self._engine, limit, news, ahead=ahead
            )
            tell(piece, piece.reached[rung].best, piece.reached[rung].bound)

        with ThreadPoolExecutor(CORES) as pool:
            list(pool.map(ascend, (each for each in self.pieces if each.modest)))
        for piece in self.pieces:
            if not piece.modest:
                ascend(piece)
        reached = [piece.reached[rung] for piece in self.pieces]
        return Reached(
            whole(each.best for each in reached), whole(each.bound for each in reached)
        )

    def _part(self, number: int) -> float:
        """Return the part of the time left for a rung: a third, more of the last."""
        below = len(self._rungs) - number
        return {0: 1.0, 1: 0.75}.get(below, 1 / 3)

    def _ahead(self, number: int) -> list[Rung]:
        """Return the rungs below that a piece can look at together with this one."""
        below: list[Rung] = []
        for rung in (self._rungs[number - 1], *self._rungs[number:]):
            policy = self._tolerances[rung[0]]
            gathers = rung == ("fairness", "worst-1")
            if below and (gathers or rung[0] == "tie-break"):
                break
            below.append(rung)
            if policy.tolerance and policy.tolerance_percent:
                break
        return below[1:]

    def _fairness(self, number: int, rung: Rung) -> Reached:
        """Solve a rung of fairness in the one open piece, or see what was reached."""
        if self._open is None:
            return self._worst[int(rung[1].removeprefix("worst-")) - 1]

        def news(best: int | None, bound: int | None) -> None:
            self._tell(number, rung, best, bound)

        share = self._clock.share(self._part(number))
        ahead = self._ahead(number)
        return climb(self._open, rung, self._engine, share, news, ahead=ahead)

    @property
    def _tolerant(self) -> bool:
        """Whether fairness may worsen for what comes below."""
        policy = self._tolerances["fairness"]
        return bool(policy.tolerance and policy.tolerance_percent)

    def _gather(self, number: int) -> None:
        """Put the pieces together that leave the service of the same areas open."""
        areas = sorted(area_scales(self._scenario))
        share = self._clock.share(0.02)

        asked = partial(open_areas, areas=areas, engine=self._engine, seconds=share)
        with ThreadPoolExecutor(CORES) as pool:
            areas_of = pool.map(asked, self.pieces)
            found = dict(zip(self.pieces, areas_of, strict=True))
        tolerant = self._tolerant
        together = clusters(found)
        if tolerant and together:
            # What one may give up may serve another, wherever it is.
            together = [([each for each in found if found[each]], set(areas))]
        blocks = []
        for pieces, shared in together:
            size = sum(len(each.variables.choices) for each in pieces)
            # Whoever has no time left has none to build a model either.
            late = self._engine.stopped or self._clock.share() == 0
            whole = tolerant or (size < HUGE and not late)
            mine = [self._merge(pieces)] if whole else pieces
            blocks.append(Block(frozenset(shared), tuple(mine)))
        self._fair = Fairness(self._scenario, self.pieces, blocks)
        if blocks and self._fair.in_one(tolerant=tolerant):
            (self._open,) = blocks[0].pieces
            everywhere = Block(frozenset(areas), blocks[0].pieces)
            opened = self._fair.opened(everywhere, self._open)
            self._open.open_fairness(replace(opened, levels=()))
        else:
            self._climb_blocks(number)

    def _climb_blocks(self, number: int) -> None:
        """Climb fairness in pieces that share no area, or take turns."""
        fair, rung = self._fair, self._rungs[number - 1]
        assert fair is not None  # noqa: S101 -- the caller made it
        last = number + len(area_scales(self._scenario)) - 1

        def news() -> None:
            now = fair.sums()[0]
            self._tell(number, rung, now.best, now.bound)

        ahead = self._ahead(last)
        part = max(self._part(last), min(2 / 3, 1 - (2 / 3) ** (last - number + 1)))
        fair.climb(self._engine, self._clock.share(part), ahead, news)
        self._worst = fair.sums()

    def _merge(self, pieces: Sequence[Piece]) -> Piece:
        """Replace pieces by one that holds them all and keeps what they keep."""
        if len(pieces) == 1:
            return pieces[0]
        reopen = self._reopen if self._fair is not None else None
        everything = len(pieces) == len(self.pieces)
        one = merged(self._scenario, pieces, self._kept, reopen, everything=everything)
        one.adopt(pieces, self._engine)
        self.pieces = [each for each in self.pieces if each not in pieces] + [one]
        return one

    def _reopen(self, one: Piece) -> None:
        """Let the piece of everything, for a tolerance, keep what fairness reached."""
        assert self._fair is not None  # noqa: S101 -- the caller asked
        scales = area_scales(self._scenario)
        areas = tuple(sorted(scales))
        levels = few_levels(scales, {}, ceilings_of([one], areas))
        if self._open is not None or self._tolerant:
            # Its parts are rungs, above or still to come.
            self._open, levels = one, ()
        one.open_fairness(Opened(areas, {}, levels))
        for level in levels:
            count = self._fair.having(level)
            one.keep(("fairness", f"level-{level}"), count)

    def _proof(self, rung: Rung, reached: Reached) -> RungProof:
        policy = self._tolerances[rung[0]]
        proven = reached.best == reached.bound
        return RungProof(
            goal=rung[0],
            part=rung[1],
            sense="max" if maximise(rung) else "min",
            best=reached.best,
            bound=reached.bound,
            value=reached.best,
            tolerance=policy.slack(reached.best),
            status=Status.OPTIMAL if proven else Status.FEASIBLE,
        )

    def _tell(
        self,
        number: int,
        rung: Rung,
        best: int | None,
        bound: int | None,
        status: Status | None = None,
    ) -> None:
        self._progress(
            Progress(
                *rung,
                number,
                len(self._rungs),
                best,
                bound,
                self._clock.elapsed,
                done=status is not None,
                status=status or "",
            )
        )
