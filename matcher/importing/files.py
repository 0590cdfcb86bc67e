"""What an import writes: tables, settings on top of a base, and the key of names."""

from __future__ import annotations

import csv
import io
import json
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.errors import Place, ScenarioError
from matcher.importing.persons import identity_of
from matcher.scenario.contents import TABLES
from matcher.scenario.sources import FILE
from matcher.scenario.texts import read_text
from matcher.scenario.values import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from matcher.importing.importing import Import
    from matcher.importing.persons import Identity

_BOM = "\ufeff"
"""Tells spreadsheet programs that a table is UTF-8."""


def dump_import(found: Import, folder: Path, base: Path | None) -> dict[Path, str]:
    """
    Return the text of each file of an import.

    Parameters
    ----------
    found
        What was understood.
    folder
        Where the files go.
    base
        The scenario that they change, if there is one.
    """
    files = {
        folder / f"{name}.csv": _table(name, rows)
        for name, rows in found.tables.items()
    }
    if base is not None:
        way = Path(relpath(base.resolve(), folder.resolve())).as_posix()
        files[folder / FILE] = f"base: {json.dumps(way, ensure_ascii=False)}\n"
    return files


def _table(name: str, rows: Sequence[Mapping[str, str]]) -> str:
    columns = [
        column
        for column in TABLES[name].model_fields
        if any(row.get(column) for row in rows)
    ]
    texts = ([row.get(column, "") for column in columns] for row in rows)
    return _csv([columns, *texts])


def dump_key(codes: Mapping[Identity, str]) -> str:
    """
    Return the key of names: for each person the code, the name, and what tells apart.

    Parameters
    ----------
    codes
        The code of each person by name.
    """
    rows = sorted((code, *identity) for identity, code in codes.items())
    return _csv([["code", "name", "apart"], *rows])


def read_key(path: Path) -> Mapping[Identity, str]:
    """
    Return the codes of an earlier import; none if there was none.

    Parameters
    ----------
    path
        A file that :func:`dump_key` filled, whatever program has saved it since.

    Raises
    ------
    ScenarioError
        If the file cannot be read.
    """
    if not path.exists():
        return {}
    try:
        text = read_text(path, "code, name")
    except UnreadableError as error:
        raise ScenarioError([error.at(Place(path.name))]) from None
    _, *rows = csv.reader(io.StringIO(text, newline=""))
    return {
        identity_of(row[1], row[2:]): row[0] for row in rows if len(row) > 1 and row[0]
    }


def _csv(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return _BOM + text.getvalue()
