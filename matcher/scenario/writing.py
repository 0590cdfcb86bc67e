"""Writing a scenario's folder, so that reading it gives the same scenario."""

from __future__ import annotations

import csv
import io
import os
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ruamel.yaml import YAML

from matcher.errors import OutputError, OutputLockedError, UnwritableError
from matcher.language import mark, translate
from matcher.scenario.draft import NEEDED
from matcher.scenario.model import TABLES, Scenario
from matcher.scenario.settings_edit import with_settings
from matcher.scenario.settings_text import PLAIN, settings_of
from matcher.scenario.sources import FILE
from matcher.scenario.workbook.places import writing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.scenario.base import Entity

_ONE_LINE = 1_000_000

_ABOUT = mark("Settings of the scenario; the tables stand beside it as .csv files.")
_DAYS = mark("Both days belong to the horizon; every term lies inside it.")
_RULES = mark("strict, soft (counted and priced) or off; other rules are strict.")
_GOALS = mark("Pursued from first to last; goals that are not listed are not pursued.")


def write_scenario(
    scenario: Scenario, folder: Path | str, *, force: bool = False
) -> None:
    """
    Write a scenario as a folder.

    Everything is written aside first and then moved in: all of it, or nothing if one
    file cannot be replaced. Other files of the folder stay, and a ``scenario.yaml``
    that is replaced keeps its comments and its order.

    Parameters
    ----------
    scenario
        What to write.
    folder
        Where; created if it is missing.
    force
        Whether a scenario that is there already may be replaced.

    Raises
    ------
    OutputError
        If the folder is not empty and ``force`` is not given.
    OutputLockedError
        If a file of the folder cannot be replaced; then all are as before.
    UnwritableError
        If nothing can be written there.
    """
    folder = Path(folder)
    with writing(folder):
        there = folder.exists()
        if there and not (folder.is_dir() and (force or _empty(folder))):
            raise OutputError(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        # Files move only within one disk, which a folder may be the root of.
        near = folder if there else folder.parent
        with TemporaryDirectory(dir=near, prefix=".matcher-") as aside:
            fresh, old = Path(aside, "scenario"), Path(aside, "old")
            fresh.mkdir()
            old.mkdir()
            for name, content in _files(scenario, folder / FILE):
                (fresh / name).write_bytes(content)
            if there:
                _move_in(fresh, folder, old)
            else:
                fresh.rename(folder)


def _empty(folder: Path) -> bool:
    return next(folder.iterdir(), None) is None


def _move_in(fresh: Path, folder: Path, old: Path) -> None:
    """Put files into a folder in place of those of before, all of them or none."""
    names = (FILE, *(f"{table}.csv" for table in TABLES))
    for taken in (folder / name for name in names):
        if taken.is_dir():
            raise UnwritableError(taken)
    moves = [(folder / name, old / name) for name in names]
    moves += [(path, folder / path.name) for path in sorted(fresh.iterdir())]
    with ExitStack() as undo:
        for source, target in moves:
            if not os.path.lexists(source):
                continue
            try:
                source.rename(target)
            except OSError:
                raise OutputLockedError(folder / source.name) from None
            undo.callback(target.rename, source)
        undo.pop_all()


def _files(scenario: Scenario, before: Path) -> Iterator[tuple[str, bytes]]:
    edited = None
    if before.is_file():
        edited = with_settings(before.read_bytes(), settings_of(scenario))
    yield FILE, _settings(scenario).encode() if edited is None else edited
    for name, entity in TABLES.items():
        rows = getattr(scenario, name)
        if rows or name in NEEDED:
            # The BOM tells spreadsheet programs that this is UTF-8.
            yield f"{name}.csv", _table(entity, rows).encode("utf-8-sig")


def _table(entity: type[Entity], rows: Sequence[Entity]) -> str:
    """Return the rows under the columns that are required or say anything."""
    columns = [
        name
        for name, field in entity.model_fields.items()
        if field.is_required()
        or any(getattr(row, name) != field.default for row in rows)
    ]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(getattr(row, name)) for name in columns] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    """Return what ``values`` reads back as the value."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case tuple():
            return "；".join(_cell(item) for item in value)
        case _:
            return str(value)


def _settings(scenario: Scenario) -> str:
    given = settings_of(scenario)
    plain = {key: given.pop(key) for key in PLAIN if key in given}
    sections: dict[str, dict[str, object]] = {
        _ABOUT: plain,
        _DAYS: {"horizon": given["horizon"]},
        _RULES: {"rules": given["rules"]},
        _GOALS: {"goals": given["goals"]},
    }
    return "\n".join(
        f"# {translate(comment, scenario.language)}\n{_yaml(section)}"
        for comment, section in sections.items()
    )


def _yaml(section: dict[str, object]) -> str:
    yaml = YAML()
    yaml.width = _ONE_LINE
    yaml.indent(mapping=2, sequence=4, offset=2)
    text = io.StringIO()
    yaml.dump(section, text)
    return text.getvalue()
