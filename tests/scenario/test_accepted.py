"""What may be meant is no fault: the reader refuses only what cannot be right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from every import EVERY
from good import Case, write

from matcher.scenario import TABLES
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from pathlib import Path

change = partial(Case, "", "", files=EVERY)

ACCEPTED = {
    "leaver gone early where handover is soft": (
        change("leavers.csv", "03-10", "02-10"),
        change("scenario.yaml", "rules:\n", "rules:\n  handover: soft\n"),
    ),
    "leaver at the last moment": (change("leavers.csv", "03-10", "06-15"),),
    "cover by one holder after the leaver": (
        change("leavers.csv", "03-10", "04-02"),
        change("needs.csv", "心内科,03,2", "心内科,03,1"),
    ),
    "overlap above the usual": (
        change(
            "scenario.yaml",
            "rules:\n",
            "rules:\n  handover: {parameters: {least_days: 9, most_days: 9}}\n",
        ),
    ),
    "staff of a successor instead of a department": (
        change("needs.csv", "心内科,03,2", ",03,2"),
        change("needs.csv", "yes,yes,,,,,,", "yes,yes,,,,,XHOSP,"),
    ),
    "phases side by side": (change("phases.csv", "PLAN,5,60", ",,"),),
    "phase of no gap": (change("phases.csv", "PLAN,5,60", "PLAN,0,0"),),
    "visit without anyone to raise": (
        change("programmes.csv", "3,7,,1,2", "3,7,,0,0"),
    ),
    "as many speakers as posts": (
        change("sessions.csv", "03.04,2,03", "03.04,3,03"),
        change("needs.csv", "E1,TALKS,XHOSP,,03,2", "E1,TALKS,XHOSP,,03,3"),
    ),
    "event without sessions": (
        change("rooms.csv", "AULA,OTHER", "AULA,TALKS"),
        change("programmes.csv", "另一论坛,event", "另一论坛,visit"),
    ),
    "meeting on the last day": (change("meetings.csv", "2023-06-15", "2024-02-29"),),
    "festival before the horizon": (
        change("scenario.yaml", "2024-02-29", "2023-12-31"),
    ),
    "holiday in the calendar too": (
        change("calendar.csv", "国庆,", "国庆节、中秋节,"),
    ),
    "cell of very many characters": (
        change("needs.csv", "yes,yes,,,,,,", f"yes,yes,,,,,,{'x' * 140_000}"),
    ),
    "care for any programme": (change("care.csv", "support_posting,POST", "visit,"),),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_may_be_meant_is_read(name: str, tmp_path: Path) -> None:
    """The scenario is read with all its tables."""
    folder = write(tmp_path / "s", EVERY)
    for each in ACCEPTED[name]:
        each.apply(folder)

    scenario = read_scenario(folder)

    assert [table for table in TABLES if not getattr(scenario, table)] == []
