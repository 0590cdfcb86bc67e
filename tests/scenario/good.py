"""A good scenario as files, and the shape of a fault that is put into it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.errors import Place

BASE = {
    "scenario.yaml": """\
schema: 1
name: base
title: 基础
horizon:
  first_day: 2023-03-01
  last_day: 2024-02-29
rules:
  pairing: off
  health: {mode: soft, price: 5, reason: tried}
  one-place:
    parameters:
      rest_days: 7
goals:
  - agreement
  - concessions
  - goal: coverage
    tolerance: 1
    parameters: {order: weighted, weights: [6, 5, 4, 3, 2, 1]}
  - goal: fairness
    parameters:
      weights: given
""",
    "areas.csv": """\
id,name,city,altitude_m,weight
320102,玄武,nanjing,10,
630121,大通,xining,2500,3
""",
    "pairings.csv": """\
first,second
320102,630121
""",
    "specialties.csv": """\
id,name,family,sector
03,内科,,医疗
03.04,心血管内科,03,医疗
""",
    "units.csv": """\
id,name,area,kind,sector,release_cap,housing
NHOSP,鼓楼医院,320102,hospital,医疗,4,
XHOSP,大通医院,630121,hospital,医疗,,SITE
""",
    "departments.csv": """\
unit,name,release_cap
NHOSP,心内科,1
""",
    "people.csv": """\
id,unit,sector,specialties,level,sex,health,windows,consents,avoid,note,department
P001,NHOSP,医疗,03.04,4,female,yes,2023-03-01~2023-08-31,TO_XINING,,"两行
备注",心内科
P002,NHOSP,医疗,03；03.04,3,male,yes,2023-03-01~2024-02-29,IN,,
""",
    "commitments.csv": """\
person,first_day,last_day,away
P001,2023-07-01,2023-07-10,yes
""",
    "programmes.csv": """\
id,name,kind,direction,shortest,longest,host_areas
IN,三支,support_posting,TO_XINING,30,180,630121
TEAMS,小组团,team_visit,TO_XINING,7,14,
""",
    "needs.csv": """\
id,programme,unit,specialty,min_headcount,max_headcount,first_day,last_day,shortest,longest,team,leader
K1,IN,XHOSP,03.04,1,2,2023-03-01,2023-09-30,60,,,
T-LEAD,TEAMS,XHOSP,03,1,1,2023-05-01,2023-05-31,,,TEAM,yes
T-REST,TEAMS,XHOSP,03,1,2,2023-05-01,2023-05-31,,,TEAM,
""",
    "teams.csv": """\
id,name,min_size,max_size,senior_count
TEAM,查房团,2,3,1
""",
    "housing.csv": """\
id,name,area,beds_female,beds_male,heated,first_day,last_day
SITE,公寓,630121,2,2,yes,2023-01-01,2024-12-31
""",
    "calendar.csv": """\
name,effect,first_day,last_day,areas
国庆,no_move,2023-10-01,2023-10-07,
""",
    "preferences.csv": """\
side,person,target,rank
person,P001,K1,1
host,P002,K1,1
""",
    "locks.csv": """\
id,kind,person,target,first_day,last_day
L1,pin,P001,K1,,
L2,forbid,P002,XHOSP,,
""",
}


@dataclass(frozen=True)
class Case:
    """
    One fault.

    Parameters
    ----------
    code
        The code it is reported under.
    place
        Where, as a message begins.
    file
        The file that is changed.
    old
        The text that is replaced; nothing: the whole file.
    new
        The text in its place; None: the file is removed.
    says
        What the English message holds.
    files
        The good scenario that it is put into.
    """

    code: str
    place: str
    file: str
    old: str
    new: str | bytes | None
    says: str = ""
    files: Mapping[str, str] = field(default_factory=lambda: BASE)

    def apply(self, folder: Path) -> None:
        """Make the change in a folder that holds the good scenario."""
        path = folder / self.file
        if self.new is None:
            path.unlink()
        elif isinstance(self.new, bytes):
            path.write_bytes(self.new)
        elif self.old:
            text = path.read_text("utf-8")
            assert text.count(self.old) == 1
            path.write_text(text.replace(self.old, self.new), "utf-8", newline="")
        else:
            path.write_text(self.new, "utf-8", newline="")


def write(folder: Path, files: Mapping[str, str] = BASE) -> Path:
    """Write the files into the folder and return it."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8", newline="")
    return folder


def spot(place: Place) -> str:
    """Return where a fault stands without the letter of the column, as cases say."""
    return str(replace(place, cell=0))


def letter(folder: Path, place: Place) -> str:
    """Return the letter of the column of that name, as spreadsheet programs count."""
    path = folder / place.file
    if not place.column or path.suffix != ".csv" or not place.row or not path.is_file():
        return place.letter
    with path.open(encoding="utf-8-sig", newline="") as file:
        names = [name.strip() for name in next(csv.reader(file))]
    if place.column not in names:
        return ""
    # A name that stands twice is told where it stands the second time.
    index = len(names) - 1 - names[::-1].index(place.column)
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index]
