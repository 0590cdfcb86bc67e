"""What ``matcher solve -v`` tells of its rungs, and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Lines = Iterable[tuple[float, str]]

_NEWS = re.compile(r"(\d+)/\d+ [^:]*: (–|-?[\d,]+), bound (–|-?[\d,]+)")


class News(NamedTuple):
    """What was known of a rung, the first of which is number 1."""

    seconds: float
    rung: int
    best: int | None
    bound: int | None


def told(lines: Lines) -> Iterator[News]:
    """
    Yield what was told of the rungs.

    Parameters
    ----------
    lines
        What the process said, with the seconds since its start.
    """
    for seconds, line in lines:
        if said := _NEWS.match(line):
            number, best, bound = said.groups()
            yield News(seconds, int(number), _number(best), _number(bound))


def _number(text: str) -> int | None:
    return None if text == "–" else int(text.replace(",", ""))
