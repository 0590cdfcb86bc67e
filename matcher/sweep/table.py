"""The table of a sweep: a row for each cell that has ended."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, TypeAlias

from matcher.scenario.layers import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import Any

    from matcher.plan import Plan
    from matcher.sweep.grid import Cell

    Row: TypeAlias = Mapping[str, object]

COLUMNS = (
    *("cell", "overlay", "policy", "seed", "exit_status", "error", "message"),
    *("status", "findings", "assignments", "people", "empty_posts", "seconds"),
)
"""The columns that every table has; those of the rungs come behind them."""


def row_of_plan(cell: Cell, plan: Plan, seconds: float) -> Row:
    """
    Return the row of a cell that has a plan, which the audit found clean.

    Parameters
    ----------
    cell
        The cell.
    plan
        Its plan.
    seconds
        Time of the whole run.
    """
    row: dict[str, object] = {
        **_axes(cell),
        "seed": plan.seed,
        "exit_status": 0,
        "status": plan.status.value,
        "findings": 0,
        "assignments": len(plan.assignments),
        "people": len({each.person for each in plan.assignments}),
        "empty_posts": sum(each.posts for each in plan.shortages),
        "seconds": seconds,
    }
    for rung in plan.rungs:
        name = f"{rung.goal}.{rung.part}" if rung.part else rung.goal
        row[f"{name} value"] = rung.value
        row[f"{name} bound"] = rung.bound
        row[f"{name} gap"] = f"{rung.gap:.6g}"
    return row


def row_of_failure(cell: Cell, failure: Mapping[str, Any]) -> Row:
    """
    Return the row of a cell without a plan.

    Parameters
    ----------
    cell
        The cell.
    failure
        What is kept of its failure.
    """
    return {
        **_axes(cell),
        "seed": (failure.get("parameters") or {}).get("seed"),
        **{name: failure.get(name) for name in ("exit_status", "error", "message")},
        "findings": failure.get("findings"),
    }


def table(rows: Iterable[Row]) -> str:
    """
    Return the text of the table; what a row does not have is blank.

    Parameters
    ----------
    rows
        A row for each cell that has ended, in the order of the grid.
    """
    rows = list(rows)
    columns = list(dict.fromkeys([*COLUMNS, *(name for row in rows for name in row)]))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    # Without the mark, Excel takes Chinese for something else.
    return "\ufeff" + text.getvalue()


def _axes(cell: Cell) -> Row:
    return {
        "cell": cell.folder,
        "overlay": _name(cell.overlay),
        "policy": _name(cell.policy),
    }


def _name(path: Path | None) -> str:
    return name_of(path) if path else ""
