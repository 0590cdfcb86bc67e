"""From a plan to the files of its calendars."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from matcher.auditor import audit
from matcher.calendar.entries import calendars_of
from matcher.errors import AuditError
from matcher.extras import ExtraError
from matcher.plan.files import write_together
from matcher.report.material import Material
from matcher.report.words import Words

if TYPE_CHECKING:
    from matcher.language import Language
    from matcher.plan import Plan
    from matcher.scenario import Scenario


def write_calendars(
    scenario: Scenario,
    plan: Plan,
    folder: Path | str,
    language: Language | None = None,
    *,
    force: bool = False,
) -> tuple[Path, ...]:
    """
    Write the calendars of a plan as iCalendar files and return their paths.

    Calendars of the same scenario that are already there are carried on: changed
    events get the next number, vanished ones are cancelled.

    Parameters
    ----------
    scenario
        What the plan was made for.
    plan
        What was decided.
    folder
        Where the calendars go; made if it is not there.
    language
        The language of the calendars; None: the scenario's.
    force
        Whether files that cannot be carried on are replaced.

    Raises
    ------
    matcher.errors.AuditError
        If the independent judge finds something wrong with the plan.
    matcher.extras.ExtraError
        If the extra ``calendar`` is not installed.
    matcher.errors.OutputError
        If a file is in the way that was not made for this scenario, and ``force``
        was not given.
    """
    judged = audit(scenario, plan)
    if not judged.clean:
        raise AuditError(len(judged.findings))
    words = Words(scenario, language or scenario.language)
    return written(Material(scenario, plan, judged, words), Path(folder), force=force)


def written(
    material: Material, folder: Path, *, force: bool = False
) -> tuple[Path, ...]:
    """
    Write the calendars of a plan that the audit found clean.

    Parameters
    ----------
    material
        The plan with its scenario, the audit and the reader's words.
    folder
        Where the calendars go.
    force
        Whether files that cannot be carried on are replaced.
    """
    try:
        from matcher.calendar.files import updated  # noqa: PLC0415 -- an extra
    except ModuleNotFoundError as missing:
        raise ExtraError("calendar", missing) from missing
    scenario = material.scenario
    files = updated(
        calendars_of(material),
        folder,
        scenario.name,
        scenario.horizon.start,
        force=force,
    )
    # What is there was read and is carried on: nothing is lost by replacing it.
    write_together(files, force=True)
    return tuple(files)
