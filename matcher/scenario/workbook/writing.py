"""Writing a scenario as a workbook, so that reading it gives the same scenario."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from matcher.errors import ScenarioError
from matcher.scenario.contents import TABLES
from matcher.scenario.workbook.columns import columns
from matcher.scenario.workbook.desk import Desk
from matcher.scenario.workbook.guide import write_guide
from matcher.scenario.workbook.lists import define_codes, write_words
from matcher.scenario.workbook.looks import looks
from matcher.scenario.workbook.places import put, refuse
from matcher.scenario.workbook.settings_rows import settings_rows
from matcher.scenario.workbook.settings_sheet import write_settings
from matcher.scenario.workbook.sheet_writing import write_sheet
from matcher.scenario.workbook.sheets import SETTINGS, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from matcher.language import Language
    from matcher.scenario.base import Entity
    from matcher.scenario.model import Scenario
    from matcher.scenario.workbook.settings_rows import Setting

AS_TYPED = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
"""Text stays text, whatever it looks like."""

MADE = datetime(2023, 1, 1, tzinfo=UTC)
"""The same scenario gives the same file on any day."""


def write_workbook(
    scenario: Scenario, path: Path | str, *, language: Language, force: bool = False
) -> None:
    """
    Write a scenario as a workbook with a sheet for each table.

    Parameters
    ----------
    scenario
        What to write.
    path
        The .xlsx file.
    language
        The language of the names of sheets and columns.
    force
        Whether a file that is there already may be replaced.

    Raises
    ------
    OutputError
        If the file is there already and ``force`` is not given.
    OutputLockedError
        If another program holds the file open.
    ScenarioError
        If a text is longer than a cell can be.
    """
    path = Path(path)
    refuse(path, force=force)
    tables = {table: getattr(scenario, table) for table in TABLES}
    settings = tuple(settings_rows(scenario, language))
    try:
        content = workbook_of(settings, tables, language)
    except ScenarioError as error:
        # Where the book goes is not known where its cells are written.
        found = [
            replace(each, place=replace(each.place, file=path.name))
            for each in error.problems
        ]
        raise ScenarioError(found) from None
    put(content, path, force=force)


def workbook_of(
    settings: Sequence[Setting],
    tables: Mapping[str, Sequence[Entity]],
    language: Language,
) -> bytes:
    """
    Return a workbook with guide, settings and a sheet for each table.

    Parameters
    ----------
    settings
        The rows of the sheet of settings.
    tables
        The rows of every table.
    language
        The language of the names of sheets and columns.
    """
    content = io.BytesIO()
    workbook = Workbook(content, AS_TYPED)
    workbook.set_properties({"created": MADE.replace(tzinfo=None)})
    for name in ("guide", SETTINGS, *TABLES):
        workbook.add_worksheet(title_of(name, language))
    every = [each for table in TABLES for each in columns(table, language)]
    words = write_words(workbook, every, language)
    define_codes(workbook, _named(each.tables for each in every), language)
    desk = Desk(workbook, looks(workbook), words, language)
    write_guide(desk, {table: len(rows) for table, rows in tables.items()})
    write_settings(desk, settings)
    for table, rows in tables.items():
        write_sheet(desk, table, rows)
    workbook.close()
    return content.getvalue()


def _named(tables: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(table for each in tables for table in each))
