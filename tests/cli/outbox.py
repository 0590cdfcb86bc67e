"""A season on disk, with its plan, to write letters and calendars of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outgoing import PLAN, WORLD

from matcher.plan.files import dump_plan, write_whole
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from pathlib import Path


def put(folder: Path) -> tuple[Path, Path]:
    """Write the season and its plan, and return where they are."""
    write_scenario(WORLD, folder / "season")
    write_whole(folder / "plan.json", dump_plan(PLAN))
    return folder / "season", folder / "plan.json"


def spoil(plan: Path) -> None:
    """Move the first day of an assignment, so that the judge finds fault."""
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("2023-03-11", "2023-03-12", 1), encoding="utf-8")
