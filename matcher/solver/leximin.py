"""
Sums of the smallest scores, and their bounds, from how many areas have each score.

Of some areas' scores, let ``N(v)`` be how many are at least ``v``. Over the scores
``v1 < v2 < ...`` that are possible at all, leximin is the same as first making
``N(v1)`` as large as can be, then ``N(v2)`` and so on; see ``goal-fairness``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate


@dataclass(frozen=True)
class Known:
    """
    What is known of some areas.

    Parameters
    ----------
    scores
        Those of the plan.
    ceilings
        No plan gives these areas more, one for each.
    bounds
        By score: no plan has more of the areas at it that has as many as this plan at
        each score below, in the order of scores.
    """

    scores: Sequence[int]
    ceilings: Sequence[int]
    bounds: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def _sorted(self) -> tuple[list[int], list[int], list[int]]:
        return sorted(self.scores), sorted(self.ceilings), sorted(self.bounds)

    def having(self, score: int) -> int:
        """Return how many areas of the plan have the score."""
        return len(self.scores) - bisect_left(self._sorted[0], score)

    def limit(self, score: int) -> int:
        """Return how many areas of any plan can have the score."""
        return len(self.ceilings) - bisect_left(self._sorted[1], score)

    def bound(self, score: int) -> int:
        """Return how many can, if those with less are as many as in the plan."""
        levels = self._sorted[2]
        place = bisect_left(levels, score)
        # Between two possible scores there is nothing.
        given = self.bounds[levels[place]] if place < len(levels) else len(self.scores)
        return min(given, self.limit(score))


def smallest(known: Sequence[Known]) -> list[tuple[int, int]]:
    """
    Return the sum of the k smallest scores and its bound, for each k from 1 on.

    The bound holds for all plans in which no sum of fewer scores is smaller.

    Parameters
    ----------
    known
        Of areas that differ from each other; together they are all areas.
    """
    scores = sorted(score for each in known for score in each.scores)
    size = rest = len(scores)
    levels = {
        level
        for each in known
        for level in (*each.scores, *each.ceilings, *each.bounds)
        if level > 0
    }
    bounds, below, proven = [0] * size, 0, True
    for level in sorted(levels):
        most = sum(each.bound(level) if proven else each.limit(level) for each in known)
        # Whoever has a score has all that are smaller.
        rest = min(rest, most)
        # After the first score that is open, a plan may have fewer at the next.
        proven = proven and rest == sum(each.having(level) for each in known)
        for k in range(size - rest + 1, size + 1):
            bounds[k - 1] += (level - below) * (rest - size + k)
        below = level
    return list(zip(accumulate(scores), bounds, strict=True))
