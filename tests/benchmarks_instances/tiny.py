"""A tiny instance of each set, written by hand, with its best value counted out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.instances.checking import Sent

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Tiny:
    """
    An instance.

    Parameters
    ----------
    files
        The text of each file; the first is the instance's own.
    best
        Its best value.
    wrong
        Plans that are no solution, by what is wrong with them.
    """

    files: Mapping[str, str]
    best: float
    wrong: Mapping[str, tuple[Sent, ...]]

    def written(self, folder: Path) -> Path:
        """Write the files and return the path of the first."""
        for name, text in self.files.items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder / next(iter(self.files))


def sent(*rows: tuple[str, str, int, int]) -> tuple[Sent, ...]:
    """Return the assignments of rows."""
    return tuple(Sent(*row) for row in rows)


ASSIGN = Tiny(
    {"assign2.txt": " 2\n 1 5\n 4 2\n"},
    3,
    {
        "not every task": sent(("p0000", "n0000", 0, 1)),
        "two places": sent(("p0000", "n0000", 0, 1), ("p0000", "n0001", 0, 1)),
    },
)
"""1 + 2 is less than 5 + 4."""

MIDL = Tiny(
    {
        "scores.csv": "0.5,0.1\n0.2,-0.3\n0.4,0.9\n",
        "reviewers.csv": "reviewer,load_max,load_min_lb_variant\n0,1,0\n1,1,0\n2,2,0\n",
        "papers.csv": "paper,coverage\n0,2\n1,2\n",
    },
    1.6,
    {
        "number of reviewers": sent(("p0000", "n0000", 0, 1)),
        "twice": sent(("p0000", "n0000", 0, 1), ("p0000", "n0000", 0, 1)),
        "too many papers": sent(
            ("p0000", "n0000", 0, 1),
            ("p0002", "n0000", 0, 1),
            ("p0000", "n0001", 0, 1),
            ("p0002", "n0001", 0, 1),
        ),
    },
)
"""The last reviewer reads both; the first reads 1 for 0.1 and the second 0 for 0.2."""

CONCERT = Tiny(
    {
        "halls.dzn": """
            num_offers = 3;  % two of them overlap the third
            start = [0, 2, 1]; end = [2, 4, 3]; price = [5, 4, 7];
            num_halls = 2; capacity = [10, 20]; requirement = [8, 15, 15];
        """
    },
    12,
    {
        "too small": sent(("p0000", "n0002", 1, 3)),
        "two places": sent(("p0001", "n0000", 0, 2), ("p0001", "n0002", 1, 3)),
        "accepted twice": sent(("p0000", "n0000", 0, 2), ("p0001", "n0000", 0, 2)),
        "other times": sent(("p0001", "n0000", 0, 1)),
    },
)
"""The small hall takes 5; the large one 7, since 5 + 4 would leave 7 out."""

SHIFTS = Tiny(
    {
        "small.dzn": """
            n_shifts = 3; n_employees = 3; n_expertises = 2;
            contract = [4, 2, 0]; employee_expertises = [{1}, {1, 2}, 2..2];
            start_time = [0, 2, 3]; stop_time = [3, 5, 6]; req_expertise = [1, 2, 1];
        """
    },
    4,
    {
        "two people": sent(("p0000", "n0000", 0, 3), ("p0001", "n0000", 0, 3)),
        "lacks": sent(("p0000", "n0001", 2, 5)),
        "too long": sent(("p0000", "n0000", 0, 3), ("p0000", "n0002", 3, 6)),
        "two places": sent(("p0002", "n0000", 0, 3), ("p0002", "n0001", 2, 5)),
    },
)
"""Two shifts of weight 5; 1, 2 and 3 away from the contracts."""

SHIFTS_IN_JSON = Tiny(
    {
        "small.json": """{
            "n_shifts": 3, "n_employees": 3, "n_expertises": 2, "contract": [4, 2, 0],
            "employee_expertises": [{"set": [1]}, {"set": [[1, 2]]}, {"set": [2]}],
            "start_time": [0, 2, 3], "stop_time": [3, 5, 6], "req_expertise": [1, 2, 1]
        }"""
    },
    4,
    SHIFTS.wrong,
)

SICKNESS = Tiny(
    {
        "ill.dzn": """
            n_shifts = 6; n_employees = 3; n_expertises = 2;
            contract = [2, 4, 3]; employee_expertises = [{1}, {1}, {2}];
            start_time = [0, 1, 3, 8, 0, 1]; stop_time = [2, 4, 5, 10, 3, 3];
            req_expertise = [1, 1, 1, 1, 2, 2];
            is_assigned = [| true, false, false, false, false, false
                           | false, false, false, false, false, false
                           | false, false, false, false, true, true |];
        """
    },
    23,
    {
        "two people": sent(("p0001", "n0000", 0, 2)),
        "lacks": sent(("p0002", "n0003", 8, 10)),
        "overlap": sent(("p0001", "n0001", 1, 4), ("p0001", "n0002", 3, 5)),
        "too many shifts": sent(("p0000", "n0002", 3, 5)),
        "another length": sent(("p0001", "n0003", 8, 9)),
    },
)
"""
Three shifts are kept, two of them by one person at once, who works 2 too long; of the
open ones 2 and 3 are filled, which the second needs. Shift 2 is not for the first: the
shift between meets it and the kept one.
"""

TASKS = Tiny(
    {
        "data_1.dat": "# by hand\nType = 1\nJobs = 3\n 0 4\n 2 6\n 4 8\n"
        "Qualifications = 4\n 2: 0 2 \n 1: 1\n 2: 0 1\n 0:\n"
    },
    2,
    {
        "not every task": sent(("p0000", "n0000", 0, 4)),
        "two places": sent(
            ("p0002", "n0000", 0, 4), ("p0002", "n0001", 2, 6), ("p0000", "n0002", 4, 8)
        ),
        "cannot do": sent(
            ("p0000", "n0000", 0, 4), ("p0001", "n0001", 2, 6), ("p0002", "n0002", 4, 8)
        ),
    },
)
"""The first worker does 0 and 2, another does 1."""

A, B, C = (
    (("p0000", "n0001.0", 0, 2), ("p0002", "n0001.1", 0, 2)),
    (("p0000", "n0002.0", 2, 5), ("p0001", "n0002.0", 2, 5)),
    (("p0002", "n0003.1", 2, 3),),
)

PROJECT = Tiny(
    {
        "inst.dzn": """
            % maxt = 6;
            nActs = 5; dur = [0, 2, 3, 1, 0]; nSkills = 2;
            sreq = [| 0,0, | 1,1, | 2,0, | 0,1, | 0,0, |];
            nResources = 3; mastery = [| true,true, | true,false, | false,true, |];
            pred = [1, 1, 2, 3, 4]; succ = [2, 3, 4, 5, 5];
            USEFUL_RES = [{}, {1,2}, {1,2}, {3}, {}];
        """
    },
    5,
    {
        "lacks skill": sent(*A, *B),
        "two places": sent(*A, ("p0000", "n0002.0", 1, 4), B[1], *C),
        "at once": sent(A[0], ("p0002", "n0001.1", 3, 5), *B, *C),
        "does not master": sent(A[0], ("p0001", "n0001.1", 0, 2), *B, *C),
        "begins before": sent(
            ("p0000", "n0001.0", 5, 7), ("p0002", "n0001.1", 5, 7), *B, *C
        ),
        "another length": sent(*A, *B, ("p0002", "n0003.1", 2, 4)),
    },
)
"""The first and the second activity share people; the third goes beside the second."""

LEVELS = Tiny(
    {
        "3_2_1_2.def": """
====================
File name: 3_2_1_2.def
Creation date: Mon Nov 24 20:40:30 CET 2014
Tasks: 3
====================
ResourceID \t Salary \t Skills
1\t \t \t52.9\t \t Q0: 2 \t  Q1: 0 \t
2\t \t \t51.2\t \t Q0: 1 \t
====================
TaskID \t Duration \t Skill \t Predecessor IDs
1\t \t \t4\t Q0: 2\t \t
3\t \t \t3\t Q0: 1\t \t
4\t \t \t2\t Q1: 0\t \t3\t
====================
"""
    },
    6,
    {
        "not every task": sent(("p0001", "n0001", 0, 4)),
        "not able": sent(
            ("p0002", "n0001", 0, 4), ("p0002", "n0003", 4, 7), ("p0001", "n0004", 7, 9)
        ),
        "begins before": sent(
            ("p0001", "n0001", 2, 6), ("p0002", "n0003", 0, 3), ("p0001", "n0004", 0, 2)
        ),
        "another length": sent(
            ("p0001", "n0001", 0, 3), ("p0002", "n0003", 0, 3), ("p0001", "n0004", 3, 5)
        ),
    },
)
"""The first person does the first and the last task, the second the one between."""

TINY: Mapping[str, tuple[str, Tiny]] = {
    "assign": ("orlib_assign", ASSIGN),
    "midl": ("midl", MIDL),
    "concert": ("mznc/concert-hall-cap", CONCERT),
    "shifts": ("mznc/roster-shifts-bool", SHIFTS),
    "shifts in JSON": ("mznc/roster-shifts-bool", SHIFTS_IN_JSON),
    "sickness": ("mznc/roster-sickness", SICKNESS),
    "tasks": ("smptsp", TASKS),
    "project": ("mspsp", PROJECT),
    "levels": ("imopse_msrcpsp", LEVELS),
}
"""By name, each with its set."""
