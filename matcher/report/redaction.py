"""A report for readers outside: codes, areas and figures, no names and no free text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from matcher.auditor import audit
from matcher.report.blocks import Block, Cell, Group, Notes, Section, Table
from matcher.report.material import Material
from matcher.report.nameless import nameless
from matcher.report.report import Report, report_from
from matcher.report.words import Words
from matcher.scenario import TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matcher.plan import Plan
    from matcher.scenario import Scenario

_ASSUMPTIONS = "assumptions"
"""The chapter that is nothing but free text."""

_FIT = "Fit"
"""Title of the columns whose small print tells what people are."""


class _Codes(Words):
    """The words of a scenario in which names are codes."""

    def phrase(self, cell: Cell) -> str:
        """Return a code once."""
        return cell.code if cell.text == cell.code else super().phrase(cell)

    def skilled(self, code: str) -> str:
        """Return a person's code alone."""
        return code


def redacted(report: Report) -> Report:
    """
    Return the report with codes, areas and figures only.

    Parameters
    ----------
    report
        The report of a plan.

    Notes
    -----
    Names give way to codes before anything is told. The judge reads the plan once
    more, for its findings hold names; the figures are the same.
    """
    old = report.material
    world = nameless(old.scenario)
    plan = _without_roles(old.plan, world)
    # The plan fits the scenario without names as well, or as badly, as the other.
    said, found = plan.fingerprint, old.scenario.fingerprint
    fits = {"fingerprint": world.fingerprint if said == found else said}
    judged = audit(world, plan.model_copy(update=fits))
    words = _Codes(world, report.language)
    bare = report_from(Material(world, plan, judged, words, bare=True))
    told = (each for each in bare.sections if each.id != _ASSUMPTIONS)
    return replace(bare, sections=tuple(map(chapter_of_codes, told)))


def _without_roles(plan: Plan, world: Scenario) -> Plan:
    """Return the plan with a ledger that speaks of codes only, not of roles' names."""
    known = {
        getattr(row, "id", "") for table in TABLES for row in getattr(world, table)
    }
    known |= {leaver.person for leaver in world.leavers}
    return plan.model_copy(
        update={
            "shortages": tuple(
                each.model_copy(
                    update={
                        "detail": tuple(code for code in each.detail if code in known)
                    }
                )
                for each in plan.shortages
            )
        }
    )


def chapter_of_codes(section: Section) -> Section:
    """
    Return a chapter drawn from a material without names, its codes printed once.

    Parameters
    ----------
    section
        A chapter of a report or of a page.
    """
    return replace(section, blocks=tuple(map(_block, section.blocks)))


def _block(block: Block) -> Block:
    if isinstance(block, Notes):
        return replace(block, sentences=tuple(map(_once, block.sentences)))
    if isinstance(block, Table):
        bare = [column.title == _FIT for column in block.columns]
        return replace(block, groups=tuple(_group(each, bare) for each in block.groups))
    return block


def _group(group: Group, bare: Sequence[bool]) -> Group:
    lines = tuple(
        tuple(
            replace(_once(cell), lines=() if alone else cell.lines)
            for cell, alone in zip(row, bare, strict=True)
        )
        for row in group.rows
    )
    return replace(group, rows=lines, title=_once(group.title))


def _once(cell: Cell) -> Cell:
    """Return the cell with a code that is its own text printed once."""
    return replace(cell, code="") if cell.text == cell.code else cell
