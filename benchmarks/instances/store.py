"""Where studies of instances are kept: a folder each, written after every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.instances.page import page, summary
from benchmarks.instances.records import Row, Study
from benchmarks.instances.sets import SETS
from benchmarks.shelf import FIGURES, stored, written

if TYPE_CHECKING:
    from pathlib import Path


def section(studies: Path) -> str:
    """
    Return the newest study of instances for the documentation; blank without one.

    Parameters
    ----------
    studies
        Where studies are.
    """
    known = stored(Study, studies, "instances")
    if not known:
        return ""
    study, folder = known[0]
    told = (
        f"{study.measured}\n"
        f"Every instance is in `benchmarks/studies/{folder.name}`;\n"
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
    texts = {
        FIGURES: study.model_dump_json(indent=1) + "\n",
        "README.md": page(study),
    }
    written(folder, texts)
