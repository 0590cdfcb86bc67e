"""Where studies of instances are kept: a folder each, written after every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.instances.page import page, summary
from benchmarks.instances.records import Row, Study
from benchmarks.instances.sets import SETS
from benchmarks.machine import ROOT, this_machine
from docs.pages.markdown import code

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

STUDIES = ROOT / "benchmarks" / "studies"

_FIGURES = "results.json"


def begun(folder: Path, now: datetime, command: str) -> Study:
    """
    Return the study of a folder, or one without rows.

    Parameters
    ----------
    folder
        Where it is kept.
    now
        When a new one begins.
    command
        What was called.
    """
    path = folder / _FIGURES
    if path.exists():
        study = Study.model_validate_json(path.read_text(encoding="utf-8"))
        commands = dict.fromkeys((*study.commands, command))
        return study.model_copy(update={"commands": tuple(commands)})
    return Study(began=now, commands=(command,), machine=this_machine())


def section(studies: Path) -> str:
    """
    Return the newest study of instances for the documentation; blank without one.

    Parameters
    ----------
    studies
        Where studies are.
    """
    paths = sorted(studies.glob(f"*-instances/{_FIGURES}"))
    if not paths:
        return ""
    study = Study.model_validate_json(paths[-1].read_text(encoding="utf-8"))
    commands = " and ".join(code(each) for each in study.commands)
    told = (
        f"Measured from {study.began:%Y-%m-%d} on by {commands}, on "
        f"{study.machine.cores} cores of {study.machine.processor}.\n"
        f"Every instance is in `benchmarks/studies/{paths[-1].parent.name}`;\n"
        "what the sets are, and how they are read, stands in `benchmarks/README.md`."
    )
    return "\n" + "\n\n".join(("## Public instances", told, summary(study))) + "\n"


def with_row(study: Study, row: Row) -> Study:
    """Return the study with a row, in the place of one for the same instance."""
    others = [each for each in study.rows if each.known != row.known]
    order = list(SETS)

    def place(each: Row) -> tuple[int, str]:
        return order.index(each.known.set), each.known.file

    rows = tuple(sorted((*others, row), key=place))
    return study.model_copy(update={"rows": rows})


def store(study: Study, folder: Path) -> None:
    """Write figures and tables aside, then put them in the place of the old ones."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        _FIGURES: study.model_dump_json(indent=1) + "\n",
        "README.md": page(study),
    }
    for name, text in texts.items():
        aside = folder / f".{name}"
        aside.write_text(text, encoding="utf-8")
        aside.replace(folder / name)
