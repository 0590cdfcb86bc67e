"""What every chapter of the report draws on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from matcher.auditor import AuditReport
from matcher.auditor.case import Served, case_of
from matcher.language import natural
from matcher.plan import Plan
from matcher.report.blocks import Cell
from matcher.report.words import Words, span
from matcher.scenario import Scenario

if TYPE_CHECKING:
    from matcher.timeline import Window


@dataclass(frozen=True)
class Material:
    """
    A plan with its scenario, the audit's figures and the reader's words.

    Parameters
    ----------
    scenario
        What the plan was made for.
    plan
        What was decided.
    audit
        The judge's figures and findings.
    words
        The words in the reader's language.
    bare
        Whether only codes, areas and figures may be told, nothing that people are.
    """

    scenario: Scenario
    plan: Plan
    audit: AuditReport
    words: Words
    bare: bool = False

    @cached_property
    def served(self) -> tuple[Served, ...]:
        """The assignments by person and day; unreadable ones are findings."""
        served = case_of(self.scenario, self.plan.assignments).served
        return tuple(sorted(served, key=_person_then_day))

    @cached_property
    def terms(self) -> dict[tuple[str, str], Window]:
        """The days on post by person and need."""
        return {each.subjects: each.term for each in self.served}

    @cached_property
    def stays(self) -> dict[tuple[str, str], Window]:
        """The days away by person and need."""
        return {each.subjects: each.stay for each in self.served}

    def on_post(self, person: str, need: str) -> Cell:
        """Return the days on post of an assignment; blank if it cannot be read."""
        term = self.terms.get((person, need))
        return Cell(span(term) if term else "")


def _person_then_day(each: Served) -> tuple[object, ...]:
    return natural(each.person.id), each.term, natural(each.need.id)
