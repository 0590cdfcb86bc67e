"""What every chapter of the report draws on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from matcher.auditor import AuditReport
from matcher.auditor.case import Served, case_of
from matcher.plan import Plan
from matcher.report.words import Words, natural
from matcher.scenario import Scenario


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
    """

    scenario: Scenario
    plan: Plan
    audit: AuditReport
    words: Words

    @cached_property
    def served(self) -> tuple[Served, ...]:
        """The assignments by person and day; unreadable ones are findings."""
        served = case_of(self.scenario, self.plan.assignments).served
        return tuple(sorted(served, key=_person_then_day))


def _person_then_day(each: Served) -> tuple[object, ...]:
    return natural(each.person.id), each.term, natural(each.need.id)
