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
from matcher.scenario.headings import column_names
from matcher.scenario.keys import key_of, keys
from matcher.scenario.model import TABLES
from matcher.scenario.tables import REMOVE, Form, Header, Row, required
from matcher.scenario.values import UnreadableError, reader, truth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matcher.errors import Problem

CLEAR = ("清空", "clear")
"""The words that empty a cell of the base."""

Key = tuple[str, ...]


def stacked(
    table: str, forms: Sequence[Form], problems: list[Problem]
) -> tuple[Form, dict[str, Row]]:
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
        The form, and for each code that is gone the row that says so.
    """
    below, *above = forms
    removed: dict[str, Row] = {}
    for form in above:
        below = _on_top(table, below, form, problems, removed)
    return below, removed


def _on_top(
    table: str,
    below: Form,
    above: Form,
    problems: list[Problem],
    removed: dict[str, Row],
) -> Form:
    if not set(keys(table)) <= set(above.header.names):
        return replace(below, readable=False)
    known: dict[Key, list[int]] = defaultdict(list)
    rows: list[Row | None] = list(below.rows)
    for place, row in enumerate(below.rows):
        known[_key(table, row)].append(place)
    seen: dict[Key, int] = defaultdict(int)
    for row in above.rows:
        key = _key(table, row)
        numbers = known.get(key, [])[seen[key] :]
        seen[key] += 1
        under = rows[numbers[0]] if numbers else None
        goes = _goes(row, problems)
        if under is None and (goes or _bare(table, row)):
            code = "E311" if goes else "E312"
            problems.append(_unknown(code, table, row, below))
        elif under is None:
            rows.append(replace(row, cells=_without(row)))
        elif goes:
            removed[under.cells.get("id", "")] = replace(row, under=under)
            rows[numbers[0]] = None
        else:
            cells = _laid_over(row, under)
            rows[numbers[0]] = replace(row, cells=cells, under=under)
    return Form(
        _widest(below.header, above.header),
        tuple(row for row in rows if row is not None),
        readable=below.readable and above.readable,
    )


def _unknown(code: str, table: str, row: Row, below: Form) -> Problem:
    value, *near = (" ".join(key_of(table, each.cells)) for each in (row, *below.rows))
    needed = column_names(TABLES[table], _needed(table))
    return problem(code, row.place(), near=near, value=value, needed=needed)


def _key(table: str, row: Row) -> Key:
    """Return what tells a row from others, days and words however they are spelt."""
    fields = TABLES[table].model_fields
    return tuple(
        _value(row.cells.get(column, ""), fields[column].annotation)
        for column in keys(table)
    )


def _value(text: str, annotation: object) -> str:
    try:
        return str(reader(annotation)(text))
    except UnreadableError:
        return text


def _needed(table: str) -> list[str]:
    """Return the columns beyond its key that a new row must fill in."""
    return [name for name in required(TABLES[table]) if name not in keys(table)]


def _bare(table: str, row: Row) -> bool:
    """Return whether a row fills in too little to be meant as a new one."""
    needed = _needed(table)
    return 2 * sum(bool(row.cells.get(name)) for name in needed) < len(needed)


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
