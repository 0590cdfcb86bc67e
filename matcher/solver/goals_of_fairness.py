"""The goal fairness: by sums of the smallest scores, or by how many areas have each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import gcd
from typing import TYPE_CHECKING

import numpy as np

from matcher.scenario.base import City
from matcher.solver.expressions import Expr, total
from matcher.solver.part import Part, Parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matcher.scenario import Scenario
    from matcher.scenario.entities import Area
    from matcher.solver.linear import Array
    from matcher.solver.variables import Variables

_LEVELS = 2
"""Levels are counted where there are fewer than so many for each area, else sums."""


@dataclass(frozen=True)
class Opened:
    """
    What a piece must know to look at fairness.

    Parameters
    ----------
    areas
        Those it looks at, by code.
    settled
        How many assignments other pieces give each area, by code.
    levels
        The possible scores, ascending, if areas are counted at each; none for sums.
    apart
        Whether other pieces look at the same areas at other times.
    """

    areas: tuple[str, ...]
    settled: Mapping[str, int]
    levels: tuple[int, ...] = ()
    apart: bool = False


class Fair:
    """
    The goal as one piece sees it.

    Parameters
    ----------
    variables
        The piece; what the goal needs joins its model.
    opened
        What it must know.

    Attributes
    ----------
    parts
        ``worst-1`` and so on; or ``level-v`` for each possible score v, then, if others
        look at the same areas, ``served-`` and the code of each.
    """

    def __init__(self, variables: Variables, opened: Opened) -> None:
        self._model = variables.model
        scales = area_scales(variables.scenario)
        most = ceilings(variables)
        self._scales = np.array([scales[each] for each in opened.areas], np.int64)
        self._given = np.array([opened.settled.get(each, 0) for each in opened.areas])
        self._taken = [
            [choice.taken for choice in variables.by_area.get(each, ())]
            for each in opened.areas
        ]
        self._most = [most.get(each, 0) for each in opened.areas]
        self._sums: list[tuple[int, list[int]]] = []
        self._steps: list[list[int]] = []
        parts = self._by_level(opened.levels) if opened.levels else self._by_sums()
        self.parts = list(parts)
        if opened.apart:
            counts = zip(opened.areas, self._taken, self._most, strict=True)
            self.parts += [Part(f"served-{a}", total(t), m) for a, t, m in counts]

    def _by_sums(self) -> Parts:
        """Yield the sums of the k smallest scores."""
        scales, given = self._scales.tolist(), self._given.tolist()
        counts = list(zip(scales, given, self._taken, self._most, strict=True))
        scores = [c * (total(taken) + settled) for c, settled, taken, _ in counts]
        highest = sorted(c * (most + settled) for c, settled, _, most in counts)
        for k, ceiling in enumerate(highest, 1):
            level = self._model.new_int_var(0, ceiling, "")
            lacks = [self._model.new_int_var(0, ceiling, "") for _ in scores]
            for lack, score in zip(lacks, scores, strict=True):
                self._model.add(lack >= level - score)
            self._sums.append((level.index, [each.index for each in lacks]))
            limit = sum(highest[:k])
            yield Part(f"worst-{k}", k * level - total(lacks), limit)

    def _by_level(self, levels: Iterable[int]) -> Parts:
        """Yield how many areas have each score: one literal for each area."""
        steps = []
        for taken, most in zip(self._taken, self._most, strict=True):
            mine = [self._model.new_bool_var("") for _ in range(most)]
            if mine:
                self._model.add(total(mine) == total(taken))
            for more, fewer in zip(mine[1:], mine, strict=False):
                self._model.add_implication(more, fewer)
            self._steps.append([each.index for each in mine])
            steps.append(mine)
        counts = list(zip(self._scales.tolist(), self._given, steps, strict=True))
        for level in levels:
            having: list[Expr] = []
            for scale, settled, mine in counts:
                wanted = -(-level // scale) - int(settled)
                if wanted <= 0:
                    having.append(1)
                elif wanted <= len(mine):
                    having.append(mine[wanted - 1])
            yield Part(f"level-{level}", total(having), len(having))

    def served(self, values: Array) -> Array:
        """Return how many assignments each area has here."""
        columns = [[each.index for each in taken] for taken in self._taken]
        return np.array([values[each].sum() for each in columns], np.int64)

    def filled(self, values: Sequence[int]) -> Sequence[int]:
        """
        Return the values with the variables of this goal as good as the plan is.

        A search leaves them as low as it likes while it looks at another rung.
        """
        new = np.array(values, np.int64)
        served = self.served(new)
        scores = self._scales * (served + self._given)
        for (level, lacks), score in zip(self._sums, np.sort(scores), strict=False):
            new[level] = score
            new[lacks] = np.maximum(0, score - scores)
        for columns, count in zip(self._steps, served.tolist(), strict=False):
            new[columns] = np.arange(len(columns)) < count
        return tuple(new.tolist())


def fairness(variables: Variables) -> Parts:
    """Serve the worst-served area best, then the next: sums of the smallest scores."""
    areas = tuple(sorted(area_scales(variables.scenario)))
    yield from Fair(variables, Opened(areas, {})).parts


def few_levels(
    scales: Mapping[str, int], settled: Mapping[str, int], most: Mapping[str, int]
) -> tuple[int, ...]:
    """
    Return the possible scores, ascending; none if they are too many to be counted at.

    Parameters
    ----------
    scales
        The factor of each area's score, by code.
    settled, most
        How many assignments each area has anyhow, and how many more at most.
    """
    levels = {
        scale * (settled.get(area, 0) + more)
        for area, scale in scales.items()
        for more in range(1, most.get(area, 0) + 1)
    }
    return tuple(sorted(levels)) if len(levels) < _LEVELS * len(scales) else ()


def ceilings(variables: Variables, ruled_out: Iterable[int] = ()) -> dict[str, int]:
    """
    Return the most assignments of each area, by code.

    No need gives an area more than its headcount, nor more than it has people there.

    Parameters
    ----------
    variables
        A piece.
    ruled_out
        The columns of choices that no plan takes.
    """
    gone = set(ruled_out)
    found = {}
    for area, choices in variables.by_area.items():
        people: dict[str, set[str]] = {}
        for each in choices:
            if each.taken.index not in gone:
                people.setdefault(each.need, set()).add(each.person)
        heads = variables.headcounts
        found[area] = sum(min(heads[need], len(who)) for need, who in people.items())
    return found


def area_scales(scenario: Scenario) -> dict[str, int]:
    """Return the factor of each area's score, by code; see ``goal-fairness``."""
    by = scenario.policy.word("fairness", "weights")

    def weight(area: Area) -> int:
        given = {"equal": 1, "population": area.population, "given": area.weight or 0}
        return given[by]

    weights = {
        area.id: weight(area)
        for area in scenario.areas
        if area.city is City.XINING and area.in_fairness and weight(area)
    }
    if not weights:
        return {}
    largest = max(weights.values())
    scales = {
        area: (1000 * largest + each // 2) // each for area, each in weights.items()
    }
    common = gcd(*scales.values())
    return {area: each // common for area, each in scales.items()}
