"""Every column that names codes is held against the tables it names them from."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from every import EVERY
from good import write

from matcher.errors import ScenarioError
from matcher.scenario import TABLES
from matcher.scenario.reading import read_scenario
from matcher.scenario.references import REFERENCES

if TYPE_CHECKING:
    from pathlib import Path


def misnamed(text: str, column: str, *, listed: bool) -> str:
    """Return the table with an unknown code in its first row."""
    rows = list(csv.reader(io.StringIO(text)))
    if column not in rows[0]:
        rows = [[column if row is rows[0] else "", *row] for row in rows]
    at = rows[0].index(column)
    rows[1][at] = "；".join(filter(None, [rows[1][at] if listed else "", "QQQQ"]))
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(("table", "column"), REFERENCES)
def test_an_unknown_code_is_told(table: str, column: str, tmp_path: Path) -> None:
    """In each such column an unknown code is told, with the tables that lack it."""
    file = f"{table}.csv"
    kind = TABLES[table].model_fields[column].annotation
    text = misnamed(EVERY[file], column, listed=kind is not str)

    with pytest.raises(ScenarioError) as caught:
        read_scenario(write(tmp_path / "s", {**EVERY, file: text}))

    told = [
        (
            str(replace(each.place, cell=0)),
            each.facts["value"],
            str(each.facts["tables"]),
        )
        for each in caught.value.problems
        if each.code == "E301" and each.place.file == file
    ]
    tables = ", ".join(f"{name}.csv" for name in REFERENCES[table, column])
    assert told == [(f"{file}:2 [{column}]", "QQQQ", tables)]
