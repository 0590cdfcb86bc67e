"""Reading a mapping file; every fault of it has its line and column."""

from __future__ import annotations

import re
from collections import abc
from typing import TYPE_CHECKING, TypeVar

from matcher.errors import Place, Problem, ScenarioError
from matcher.importing.aims import aims_of, column_of, read_pattern, read_table_name
from matcher.importing.mapping import End, Foreign, ListMapping, Mapping
from matcher.importing.pairs import pairs
from matcher.importing.sense import faults_of_list
from matcher.importing.words import IGNORE, key
from matcher.scenario.contents import TABLES
from matcher.scenario.faults import problem
from matcher.scenario.roots import root
from matcher.scenario.rows import reader_of
from matcher.scenario.texts import read_text
from matcher.scenario.values import UnreadableError, whole
from matcher.vocabulary import fold

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.scenario.nodes import Item

T = TypeVar("T")
Columns = abc.Mapping[str, Foreign]

LIST_KEYS = (
    *("table", "file", "sheet", "row", "header_rows", "columns", "constants"),
    *("values", "codes", "names", "apart", "fill_down", "months", "with_unit"),
)
"""The keys of one list."""

_ENDS: abc.Mapping[str, End] = {
    "first": "first",
    "首日": "first",
    "last": "last",
    "末日": "last",
    "range": "range",
    "起止": "range",
}
_YEAR = re.compile("(?:19|20|21)[0-9]{2}")


def read_mapping(path: Path) -> Mapping:
    """
    Return what a mapping file says.

    Parameters
    ----------
    path
        A YAML file.

    Raises
    ------
    ScenarioError
        With every fault of the file.
    """
    problems: list[Problem] = []
    place = Place(path.name)
    try:
        item = root(read_text(path, "lists"), path.name, problems)
    except UnreadableError as error:
        raise ScenarioError([error.at(place)]) from None
    keys = item.keys(("lists", "ignore_sheets"), "lists:") if item else None
    lists: list[ListMapping | None] = []
    if item and keys is not None:
        if "lists" not in keys:
            item.miss("lists")
        else:
            lists = [_list(*each) for each in pairs(keys["lists"])]
    ignored = _texts(keys.get("ignore_sheets") if keys else None)
    if problems:
        raise ScenarioError(
            sorted(problems, key=lambda each: (each.place.row, each.place.position))
        )
    return Mapping(tuple(each for each in lists if each), ignored)


def _list(name: str, place: Place, item: Item | None) -> ListMapping | None:
    if item is None:
        return None
    keys = item.keys(LIST_KEYS, "table: needs")
    if keys is None:
        return None
    if "table" not in keys or "columns" not in keys:
        item.miss("columns" if "table" in keys else "table")
        return None
    table = keys["table"].read(read_table_name, "table: needs")
    if table is None:
        return None
    columns = _columns(table, keys["columns"])
    found = ListMapping(
        name,
        place,
        table,
        file=_value(keys, "file", str, "file: 需求清单*.xlsx", ""),
        sheet=_value(keys, "sheet", str, "sheet: Sheet1", ""),
        row=_value(keys, "row", _count, "row: 3", 0),
        header_rows=_value(keys, "header_rows", _count, "header_rows: 1", 1),
        columns=columns,
        constants=_constants(table, keys.get("constants")),
        values=_values(columns, keys.get("values")),
        codes=_value(keys, "codes", read_pattern, "codes: DT-{row:03}", ""),
        names=frozenset(_named(columns, keys.get("names"))),
        apart=_named(columns, keys.get("apart")),
        fill_down=frozenset(_named(columns, keys.get("fill_down"))),
        months=_months(columns, keys.get("months")),
        with_unit=frozenset(_named(columns, keys.get("with_unit"))),
    )
    item.problems.extend(faults_of_list(found))
    return found


def _value(
    keys: abc.Mapping[str, Item],
    name: str,
    read: abc.Callable[[str], T],
    example: str,
    default: T,
) -> T:
    value = keys[name].read(read, example) if name in keys else None
    return default if value is None else value


def _count(text: str) -> int:
    number = whole(text)
    if number < 1:
        raise UnreadableError("E208", value=text, limit=1)
    return number


def _columns(table: str, item: Item) -> Columns:
    found: dict[str, Foreign] = {}
    for name, place, value in pairs(item):
        if key(name) in found:
            item.problems.append(problem("E109", place, value=name))
        shown = " ".join(name.split())
        found[key(name)] = Foreign(shown, place, aims_of(table, value))
    return found


def _constants(table: str, item: Item | None) -> abc.Mapping[str, str]:
    """Return the text of each constant that its column's reader understands."""
    found = {}
    for name, place, value in pairs(item):
        if value is None:
            continue
        try:
            column = column_of(table, name)
        except UnreadableError as error:
            value.problems.append(error.at(place))
            continue
        read = reader_of(column, TABLES[table].model_fields[column].annotation)
        before = len(value.problems)
        value.read(read, f"{name}: …")
        if len(value.problems) == before and value.single:
            found[column] = str(value.node.value)
    return found


def _values(
    columns: Columns, item: Item | None
) -> abc.Mapping[str, abc.Mapping[str, str | None]]:
    found = {}
    for name, place, value in pairs(item):
        if _known(columns, name, place, item):
            found[key(name)] = {
                fold(text): _meant(meaning) for text, _, meaning in pairs(value)
            }
    return found


def _meant(item: Item | None) -> str | None:
    text = item.read(str, "高: 1") if item else None
    return None if text in IGNORE else text


def _months(columns: Columns, item: Item | None) -> abc.Mapping[str, End]:
    found = {}
    for name, place, value in pairs(item):
        if _known(columns, name, place, item) and value:
            end = value.read(_end, f"{name}: first")
            if end:
                found[key(name)] = end
    return found


def _end(text: str) -> End:
    if _YEAR.fullmatch(text):
        return text
    if text not in _ENDS:
        allowed = ", ".join(_ENDS)
        raise UnreadableError("E206", tuple(_ENDS), value=text, allowed=allowed)
    return _ENDS[text]


def _named(columns: Columns, item: Item | None) -> tuple[str, ...]:
    """Return the keys of the columns that an item lists."""
    return tuple(
        key(name)
        for name, each in _listed(item)
        if _known(columns, name, each.place, item)
    )


def _texts(item: Item | None) -> tuple[str, ...]:
    return tuple(text for text, _ in _listed(item))


def _listed(item: Item | None) -> abc.Iterator[tuple[str, Item]]:
    """Yield the texts of a list, each with its item."""
    for each in (item.items("[A, B]") or ()) if item else ():
        if text := each.read(str, "[A, B]"):
            yield text, each


def _known(columns: Columns, name: str, place: Place, item: Item | None) -> bool:
    if key(name) in columns:
        return True
    names = [column.name for column in columns.values()]
    if item:
        fault = UnreadableError(
            "E115", tuple(names), value=name, allowed=", ".join(names)
        )
        item.problems.append(fault.at(place))
    return False
