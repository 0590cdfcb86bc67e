"""Whole lists as offices keep them: all is told, nothing is lost, nobody is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from messy import NAMES, OFFICES, Office

from matcher.importing import Import, import_lists, read_mapping
from matcher.importing.files import dump_import
from matcher.language import LANGUAGES


def imported(office: Office, folder: Path) -> Import:
    """Return what becomes of an office's list."""
    file = folder / "mapping.yaml"
    file.write_text(office.mapping, encoding="utf-8")
    return import_lists(read_mapping(file), [office.write(folder)], partial=True)


@pytest.mark.parametrize("office", OFFICES.values(), ids=OFFICES)
def test_all_that_is_not_carried_over_is_told(office: Office, tmp_path: Path) -> None:
    """Titles, totals, notes, hidden rows, comments and faults, each at its place."""
    found = imported(office, tmp_path)
    told = [(each.code, each.place.row, each.place.cell) for each in found.problems]

    assert sorted(told) == sorted(office.told)


@pytest.mark.parametrize("office", OFFICES.values(), ids=OFFICES)
def test_no_cell_is_lost(office: Office, tmp_path: Path) -> None:
    """A cell stands in a table, or is ignored by the mapping, or is told."""
    found = imported(office, tmp_path)
    spots = {(each.place.row, each.place.cell) for each in found.problems}
    codes = {identity[0]: code for identity, code in found.codes.items()}
    written = {
        part
        for rows in found.tables.values()
        for row in rows
        for cell in row.values()
        for part in (cell, *cell.split("；"))
    }
    lost = [
        (number, index, cell)
        for number, row in enumerate(office.rows, start=1)
        for index, cell in enumerate(row)
        if cell and number not in office.head and index not in office.ignored
        if not {(number, 0), (number, index + 1), (1, index + 1)} & spots
        if written.isdisjoint(
            {cell, office.meant.get(cell), codes.get(cell), cell.removesuffix("人")}
        )
    ]

    assert lost == []


@pytest.mark.parametrize("office", OFFICES.values(), ids=OFFICES)
def test_nobody_is_named(office: Office, tmp_path: Path) -> None:
    """Neither a file nor a message says who somebody is or how to reach them."""
    found = imported(office, tmp_path)
    files = dump_import(found, Path("out"), None).values()
    told = [each.text(lang) for each in found.problems for lang in LANGUAGES]

    assert [name for name in NAMES if name in "\n".join([*files, *told])] == []
    assert all(len(line.splitlines()) == 1 for line in told)
