"""Stays of one person of which no two can be apart: one of them can be taken."""

from __future__ import annotations

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
    intervals around it.
    """

    def begun(choice: Choice) -> int:
        """Return the last day on which the stay can begin."""
        return choice.core[0]

    def over(choice: Choice) -> int:
        """Return the first day on which another can begin after it."""
        return choice.core[1] + gap

    sure = sorted((each for each in choices if begun(each) < over(each)), key=begun)
    now: list[Choice] = []
    for choice in sure:
        left = [each for each in now if over(each) > begun(choice)]
        if len(left) < len(now):
            yield now
        now = [*left, choice]
    if now:
        yield now
    for choice in choices:
        if begun(choice) >= over(choice):
            around = (
                each
                for each in sure
                if begun(each) < over(choice) and begun(choice) < over(each)
            )
            yield [choice, *around]
