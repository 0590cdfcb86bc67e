"""An office's list and its mapping as files, and what an import makes of them."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from matcher.importing import Import, Mapping, import_lists, read_mapping

if TYPE_CHECKING:
    from collections import abc
    from collections.abc import Sequence
    from pathlib import Path

    from matcher.errors import Problem
    from matcher.importing.persons import Identity

MAPPING = """\
lists:
  需求:
    table: needs
    columns:
      编号: id
      单位: unit
      专业: specialty
      级别: level
      起: first_day
      止: last_day
      备注: 忽略
    constants: {programme: S6}
"""

HEAD = ["编号", "单位", "专业", "级别", "起", "止", "备注"]

ROW = ["N1", "大通医院", "心内科", "4", "2023-05-01", "2023-06-01", ""]

PEOPLE = """\
lists:
  人选:
    table: people
    codes: P{row:02}
    columns:
      姓名: id
      性别: sex
      专业: specialties
      说明: note
    names: [姓名]
    constants: {unit: U, sector: 医疗, level: 3, windows: 2023-03-01~2023-08-31}
"""

FACES = ["姓名", "性别", "专业", "说明"]


def write_list(path: Path, *rows: Sequence[str]) -> Path:
    """Write rows as a CSV file and return it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def imported(
    folder: Path,
    mapping: str,
    *rows: Sequence[str],
    known: abc.Mapping[Identity, str] | None = None,
    partial: bool = True,
) -> Import:
    """Return what a mapping of one list makes of rows."""
    read = _read(folder, mapping)
    path = write_list(folder / f"{read.lists[0].name}.csv", *rows)
    return import_lists(read, [path], known=known, partial=partial)


@cache
def _read(folder: Path, text: str) -> Mapping:
    file = folder / "mapping.yaml"
    file.write_text(text, encoding="utf-8")
    return read_mapping(file)


def told(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    """Return code and place of each problem."""
    return [(each.code, str(each.place)) for each in problems]
