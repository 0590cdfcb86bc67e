"""One instance: read, solved by ``matcher solve``, checked."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from benchmarks.instances.checking import Sent, UnfitError
from benchmarks.instances.ground import time_of
from benchmarks.instances.records import Row
from benchmarks.instances.sets import SETS
from benchmarks.processes import MATCHER, measure
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from benchmarks.instances.records import Known


def solved(known: Known, data: Path, limit: float) -> Row:
    """
    Return what comes out of an instance; what fails is a row with its fault.

    Parameters
    ----------
    known
        The instance.
    data
        The folder of the data.
    limit
        Seconds that the solver is given.
    """
    row = Row(known=known, limit=limit)
    with TemporaryDirectory() as folder:
        try:
            return _solved(row, data / known.file, Path(folder))
        except subprocess.CalledProcessError as error:
            return row.model_copy(update={"fault": f"exit status {error.returncode}"})
        except (UnfitError, ValueError, LookupError, OSError) as error:
            said = f"{type(error).__name__}: {error}"
            return row.model_copy(update={"fault": said.partition("\n")[0]})


def _solved(row: Row, path: Path, folder: Path) -> Row:
    of_set = SETS[row.known.set]
    write_scenario(of_set.read(path), folder / "scenario")
    words = ("solve", str(folder / "scenario"), f"--time-limit={row.limit:g}")
    done = measure(MATCHER, *words, "-o", str(folder / "out"), "--json")
    rungs = json.loads(done.output)["rungs"]
    plan = json.loads((folder / "out" / "plan.json").read_text(encoding="utf-8"))
    sent = [_sent(each) for each in plan["assignments"]]
    return row.model_copy(
        update={
            "ours": float(of_set.value(path, sent)),
            "bound": of_set.bound(path, bounds(rungs)),
            "proven": all(each["status"] == "OPTIMAL" for each in rungs),
            "seconds": done.seconds,
            "solving": round(sum(each["seconds"] for each in rungs), 3),
            "peak_mb": done.peak_mb,
        }
    )


def _sent(said: Mapping[str, str]) -> Sent:
    start, end = (time_of(date.fromisoformat(said[key])) for key in ("start", "end"))
    return Sent(said["person"], said["need"], start, end)


def bounds(rungs: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """
    Return the bound of each goal as far as it holds for all plans.

    A bound holds for plans that keep the rungs above; so below the first rung that is
    not proven there is none for all plans that are as good on these rungs.

    Parameters
    ----------
    rungs
        The rungs of a run, from the first to the last.
    """
    found: dict[str, int] = {}
    for rung in rungs:
        found[rung["goal"]] = found.get(rung["goal"], 0) + rung["bound"]
        if rung["status"] != "OPTIMAL":
            break
    return found
