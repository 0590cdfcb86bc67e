"""A season on disk, with its plan, to write letters and calendars of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outgoing import PLAN, WORLD

from matcher.plan.files import dump_plan, write_whole
from matcher.scenario.reading import read_scenario
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from pathlib import Path


def put(folder: Path) -> tuple[Path, Path]:
    """Write the season and its plan, and return where they are."""
    write_scenario(WORLD, folder / "season")
    # Reading may bring words to one spelling, and so change the fingerprint.
    world = read_scenario(folder / "season")
    plan = PLAN.model_copy(update={"fingerprint": world.fingerprint})
    write_whole(folder / "plan.json", dump_plan(plan))
    return folder / "season", folder / "plan.json"


def spoil(plan: Path) -> None:
    """Move the first day of an assignment, so that the judge finds fault."""
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("2023-03-11", "2023-03-12", 1), encoding="utf-8")
