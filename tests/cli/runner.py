"""What the tests of the command line share: types, names, a look into a folder."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from click.testing import Result

if TYPE_CHECKING:
    from pathlib import Path

Runner: TypeAlias = Callable[..., Result]

FILES = ["plan.json", "report.html", "report.xlsx", "run.json"]


def files_in(folder: Path) -> list[str]:
    """Return the names of all files in a folder, hidden ones included."""
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []
