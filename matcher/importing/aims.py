"""The words of a mapping that mean something of ours: tables, columns, patterns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from matcher.importing.mapping import Aim, is_windows
from matcher.importing.words import IGNORE
from matcher.scenario.contents import TABLES, TITLES
from matcher.scenario.values import UnreadableError
from matcher.vocabulary import fold

if TYPE_CHECKING:
    from matcher.scenario.nodes import Item

WISHERS = {"people": "person", "needs": "host"}
"""The tables whose rows may wish, with the side that they are."""

_ENDS = {"first_day": "first_day", "首日": "first_day"} | {
    "last_day": "last_day",
    "末日": "last_day",
}
_PATTERN = re.compile(r"[^{}]*\{row(?::0?[0-9])?\}[^{}]*")


def read_table_name(text: str) -> str:
    """Return the table that a name or Chinese title means."""
    known = {fold(title): name for name, title in TITLES.items()}
    known |= {fold(name): name for name in TABLES}
    if fold(text) not in known:
        near = (*TABLES, *TITLES.values())
        raise UnreadableError("E206", near, value=text, allowed=", ".join(TABLES))
    return known[fold(text)]


def column_of(table: str, text: str) -> str:
    """Return the column that a name or Chinese title means."""
    fields = TABLES[table].model_fields
    titles = {name: each.title or name for name, each in fields.items()}
    known = {fold(title): name for name, title in titles.items()}
    known |= {fold(name): name for name in titles}
    if fold(text) not in known:
        near = (*titles, *titles.values())
        raise UnreadableError("E108", near, value=text, allowed=", ".join(titles))
    return known[fold(text)]


def read_pattern(text: str) -> str:
    """Return a pattern of codes if it has one running number."""
    if not _PATTERN.fullmatch(text):
        raise UnreadableError("E146", value=text)
    return text


def aims_of(table: str, item: Item | None) -> tuple[Aim, ...]:
    """
    Return what a column becomes; nothing: it is not wanted.

    Parameters
    ----------
    table
        The table of ours.
    item
        One of our columns or several; none, or the word 忽略: not wanted.
    """
    if item is None or (item.single and item.node.value in IGNORE):
        return ()
    each = [item] if item.single else item.items("[min_headcount, max_headcount]")
    aims = [one.read(lambda text: _aim(table, text), "id") for one in each or ()]
    return tuple(aim for aim in aims if aim)


def _aim(table: str, text: str) -> Aim:
    name, dot, part = text.strip().rpartition(".")
    if not dot:
        return Aim(column_of(table, text))
    if fold(name) in ("preferences", "意愿") and table in WISHERS and part.isdecimal():
        return Aim("preferences", str(int(part)))
    column = column_of(table, name)
    if part in _ENDS and is_windows(TABLES[table], column):
        return Aim(column, _ENDS[part])
    raise UnreadableError(
        "E108",
        (f"{column}.first_day", f"{column}.last_day", "preferences.1"),
        value=text,
        allowed=", ".join(TABLES[table].model_fields),
    )
