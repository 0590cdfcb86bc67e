"""Seeds on the command line: ``1..5``, ``1,3,8``, or both together."""

from __future__ import annotations

import re

import click

from matcher.cli.face import this_face
from matcher.language import mark

_LARGEST = 2**31 - 1

_MOST = 10_000
"""More seeds are a slip of the pen."""


class Seeds(click.ParamType[tuple[int, ...]]):
    """A list of seeds, each once, in the order in which they are written."""

    name = "SEEDS"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[int, ...]:
        """Return the seeds that a text names."""
        if isinstance(value, tuple):
            return value
        found: dict[int, None] = {}
        for part in str(value).split(","):
            match = re.fullmatch(r"\s*(\d+)(?:\.\.(\d+))?\s*", part)
            first = int(match[1]) if match else 1
            last = int(match[2] or first) if match else 0
            if not first <= last <= _LARGEST or last - first >= _MOST:
                text = mark("{value}: write seeds as 1..5 or 1,3,8.")
                self.fail(this_face().translate(text, value=value), param, ctx)
            found.update(dict.fromkeys(range(first, last + 1)))
        return tuple(found)


SEEDS = Seeds()
