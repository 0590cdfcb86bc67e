"""An empty workbook that is ready to be filled in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.rulebook import RULES
from matcher.scenario.contents import TABLES
from matcher.scenario.entities import Specialty
from matcher.scenario.generate import catalogue
from matcher.scenario.model import Scenario
from matcher.scenario.policy import Policy, RulePolicy
from matcher.scenario.workbook.places import put, refuse
from matcher.scenario.workbook.settings_rows import settings_rows
from matcher.scenario.workbook.writing import workbook_of
from matcher.timeline import Window
from matcher.vocabulary import VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.language import Language

_AREAS = (
    catalogue.XINING,
    *catalogue.URBAN,
    *catalogue.COUNTIES,
    catalogue.NANJING,
    *catalogue.DISTRICTS,
)


def write_template(
    path: Path | str, *, year: int, language: Language, force: bool = False
) -> None:
    """
    Write a workbook to collect needs and offers in.

    The areas of both cities, their pairings and the specialties are filled in; rows
    that are not wanted can be deleted. Everything else waits for the planners.

    Parameters
    ----------
    path
        The .xlsx file.
    year
        The year to plan.
    language
        The language of the names of sheets and columns.
    force
        Whether a file that is there already may be replaced.

    Raises
    ------
    OutputError
        If the file is there already and ``force`` is not given.
    OutputLockedError
        If another program holds the file open.
    """
    path = Path(path)
    refuse(path, force=force)
    scenario = _start(year)
    tables = {table: getattr(scenario, table) for table in TABLES}
    settings = tuple(settings_rows(scenario, language))
    put(workbook_of(settings, tables, language), path, force=force)


def _start(year: int) -> Scenario:
    return Scenario(
        name=f"plan-{year}",
        title=f"{year}年人才协作计划",
        title_en=f"Talent exchange in {year}",
        horizon=Window.inclusive(date(year, 1, 1), date(year, 12, 31)),
        public_holidays=True,
        policy=Policy(rules={slug: RulePolicy() for slug in RULES}),
        areas=_AREAS,
        pairings=catalogue.PAIRS,
        specialties=tuple(_specialties()),
        units=(),
        people=(),
        programmes=(),
        needs=(),
    )


def _specialties() -> Iterator[Specialty]:
    for vocabulary in VOCABULARIES.values():
        for entry in vocabulary.entries if vocabulary.specialties else ():
            yield Specialty(
                id=entry.code,
                name=entry.name,
                name_en=entry.name_en,
                family=entry.parent,
                sector=entry.sector,
            )
