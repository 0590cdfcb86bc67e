"""Planning one cell wherever it is sent: values go in, the texts of files come out."""

from __future__ import annotations

import pickle
import platform
import time
import traceback
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from matcher import verbs
from matcher._version import __version__
from matcher.errors import AuditError, MatcherError
from matcher.extras import VersionError, unforeseen
from matcher.language import TRADITIONAL, Language, write_traditional
from matcher.plan.files import dump_plan
from matcher.record import Origin, run_record

if TYPE_CHECKING:
    from matcher.scenario import Scenario

PLAN, RUN, PAGE, BOOK = "plan.json", "run.json", "report.html", "report.xlsx"


@dataclass(frozen=True)
class Order:
    """
    A cell as it is sent: a machine of a cluster has none of our files.

    Parameters
    ----------
    folder
        The name of the cell.
    world
        The scenario, packed.
    origin
        What it was read from.
    asked
        What the command line asked for: seed, time limit, threads.
    languages
        The languages of the report: none without a report, two for both in one.
    versions
        The versions with which the cell is to be planned.
    traditional
        Whether our Chinese words are written in traditional characters.
    """

    folder: str
    world: bytes = field(repr=False)
    origin: Origin = field(repr=False)
    asked: Mapping[str, Any]
    languages: Sequence[Language]
    versions: Mapping[str, str]
    traditional: bool = False


@dataclass(frozen=True)
class Made:
    """
    What came of a cell.

    Parameters
    ----------
    files
        The content of its files by their names; none without a plan.
    failure
        Why there is no plan.
    """

    files: Mapping[str, str | bytes] = field(default_factory=dict)
    failure: MatcherError | None = None


def packed(scenario: Scenario) -> bytes:
    """Return a scenario as it is sent."""
    return zlib.compress(pickle.dumps(scenario), level=1)


def versions() -> Mapping[str, str]:
    """Return the versions that make a plan what it is."""
    return {"matcher": __version__, "ortools": version("ortools")}


def planned(order: Order) -> Made:
    """
    Plan a cell, and return its files or why there are none.

    Parameters
    ----------
    order
        What is to be planned.
    """
    try:
        return Made(_files(order))
    except MatcherError as failure:
        return Made(failure=failure)
    except Exception as fault:  # noqa: BLE001 -- one cell must not end the others
        told = unforeseen(fault)
        told.add_note(traceback.format_exc())
        return Made(failure=told)


def _files(order: Order) -> Mapping[str, str | bytes]:
    if versions() != order.versions:
        raise VersionError(platform.node(), versions(), order.versions)
    began = time.monotonic()
    world: Scenario = pickle.loads(zlib.decompress(order.world))  # noqa: S301 -- packed by whoever gave the order
    run = verbs.run(world, **order.asked)
    if not run.audit.clean:
        raise AuditError(len(run.audit.findings))
    spent = time.monotonic() - began
    return {
        PLAN: dump_plan(run.plan),
        **(_report(world, run, order) if order.languages else {}),
        RUN: run_record(world, order.origin, run, order.asked, spent),
    }


def _report(world: Scenario, run: verbs.Run, order: Order) -> Mapping[str, str | bytes]:
    # Templates are needed by those who ask for a report only.
    from matcher.report.bilingual import bilingual  # noqa: PLC0415
    from matcher.report.html import render  # noqa: PLC0415
    from matcher.report.report import report_of  # noqa: PLC0415
    from matcher.report.workbook.book import render_workbook  # noqa: PLC0415

    # Only the process that was asked knows the characters that were asked for.
    write_traditional(TRADITIONAL if order.traditional else "")
    first, *more = [
        report_of(world, run.plan, run.audit, each) for each in order.languages
    ]
    page = bilingual(first, more[0]) if more else first
    return {PAGE: render(page), BOOK: render_workbook(first)}
