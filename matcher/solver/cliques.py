"""Stays of one person of which no two can be apart: one of them can be taken."""

from __future__ import annotations

from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.solver.choice import Choice


def cliques(choices: Sequence[Choice], gap: int) -> Iterator[list[Choice]]:
    """
    Yield groups of stays of which no two can be apart: with each such two, one.

    Parameters
    ----------
    choices
        Stays of one person.
    gap
        Days that must lie between two of them.

    Notes
    -----
    Two stays cannot be apart if neither can end, with the gap, before the other must
    have begun. Where a stay surely holds some day, those days are an interval: what
    meets pairwise has a day in common, and one walk over the days finds the largest
    groups. Of the other stays no two meet surely; each makes a group with the
    intervals around it. Besides, stays on shared dates meet whatever these are.
    """
    together = defaultdict(list)
    for each in choices:
        if each.dates is not None:
            together[each.dates].append(each)
    yield from (group for group in together.values() if len(group) > 1)
    # The last day on which a stay can begin, the first day on which another can
    # begin after it, and the stay.
    spans = [
        (begun, over + gap, each) for each in choices for begun, over in (each.core,)
    ]
    sure = sorted((each for each in spans if each[0] < each[1]), key=itemgetter(0))
    now: list[tuple[int, int, Choice]] = []
    for span in sure:
        left = [each for each in now if each[1] > span[0]]
        if len(left) < len(now):
            yield [choice for _, _, choice in now]
        now = [*left, span]
    if now:
        yield [choice for _, _, choice in now]
    for begun, over, choice in spans:
        if begun >= over:
            around = (other for b, o, other in sure if b < over and begun < o)
            yield [choice, *around]
