"""
What an overlay changes in the tables beneath it.

A row whose key stands in the base changes it: a cell that is filled in takes the
place of the cell below, a blank one leaves it, and the word 清空 (or clear) empties
it. A new key adds a row; yes in the column ``remove`` takes one away, and with it
what other rows of the base say of it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from matcher.scenario.faults import problem
from matcher.scenario.keys import key_of
from matcher.scenario.tables import REMOVE, Form, Header, Row
from matcher.scenario.values import UnreadableError, truth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matcher.errors import Problem

CLEAR = ("清空", "clear")
"""The words that empty a cell of the base."""

Key = tuple[str, ...]


def stacked(
    table: str, forms: Sequence[Form], problems: list[Problem]
) -> tuple[Form, dict[str, int]]:
    """
    Return a table with what its overlays change, and the codes that are gone.

    Parameters
    ----------
    table
        Its name.
    forms
        The table of each layer that has it, the lowest first.
    problems
        Every fault met is added here.

    Returns
    -------
    tuple
        The form, and the layer that removed each code.
    """
    below, *above = forms
    removed: dict[str, int] = {}
    for form in above:
        below = _on_top(table, below, form, problems, removed)
    return below, removed


def _on_top(
    table: str,
    below: Form,
    above: Form,
    problems: list[Problem],
    removed: dict[str, int],
) -> Form:
    known: dict[Key, list[int]] = defaultdict(list)
    rows: list[Row | None] = list(below.rows)
    for place, row in enumerate(below.rows):
        known[key_of(table, row.cells)].append(place)
    seen: dict[Key, int] = defaultdict(int)
    for row in above.rows:
        key = key_of(table, row.cells)
        numbers = known[key][seen[key] :]
        seen[key] += 1
        under = rows[numbers[0]] if numbers else None
        if not _goes(row, problems):
            if under is None:
                rows.append(replace(row, cells=_without(row)))
            else:
                cells = _laid_over(row, under)
                rows[numbers[0]] = replace(row, cells=cells, under=under)
        elif under is None:
            problems.append(problem("E311", row.place(), value=" ".join(key)))
        else:
            removed[under.cells.get("id", "")] = row.layer
            rows[numbers[0]] = None
    return Form(
        _widest(below.header, above.header),
        tuple(row for row in rows if row is not None),
        readable=below.readable and above.readable,
    )


def _goes(row: Row, problems: list[Problem]) -> bool:
    text = row.cells.get(REMOVE, "")
    try:
        return bool(text) and truth(text)
    except UnreadableError as error:
        problems.append(error.at(row.place(REMOVE)))
        return False


def _without(row: Row) -> dict[str, str]:
    return {
        name: "" if text in CLEAR else text
        for name, text in row.cells.items()
        if name != REMOVE
    }


def _laid_over(row: Row, under: Row) -> dict[str, str]:
    said = {name: text for name, text in row.cells.items() if text}
    said = {name: "" if text in CLEAR else text for name, text in said.items()}
    together = dict(under.cells) | said
    return {name: text for name, text in together.items() if name != REMOVE}


def _widest(below: Header, above: Header) -> Header:
    """Return a header that knows the columns of both: none of them is absent."""
    return replace(below, names=dict(above.names) | dict(below.names))
