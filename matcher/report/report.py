"""The report before it has a format: every chapter, its tables computed once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.language import LANGUAGES, mark, translate
from matcher.report.blocks import Section, Table
from matcher.report.material import Material
from matcher.report.sections import sections
from matcher.report.words import Words, span

if TYPE_CHECKING:
    from matcher.auditor import AuditReport
    from matcher.language import Language
    from matcher.plan import Plan
    from matcher.scenario import Scenario


@dataclass(frozen=True)
class Report:
    """
    What every format of the report shows.

    Parameters
    ----------
    material
        What the report is drawn from: scenario, plan, the audit and the words.
    kind
        What sort of document it is.
    lead
        The days of the horizon.
    title
        The title of the scenario.
    sections
        The chapters that have something to show, in order.
    both
        Whether the English stands beneath the Chinese.
    """

    material: Material
    kind: str
    lead: str
    title: str
    sections: tuple[Section, ...]
    both: bool = False

    @property
    def language(self) -> Language:
        """The language of the report."""
        return self.material.words.language

    def say(self, text: str) -> str:
        """Return a marked text in the report's language, or in both."""
        if not self.both:
            return translate(text, self.language)
        zh, en = (translate(text, each) for each in LANGUAGES)
        return zh if zh == en else f"{zh} {en}"

    @property
    def deciding(self) -> Table | None:
        """The table in whose rows decisions are made."""
        blocks = (block for each in self.sections for block in each.blocks)
        return next((b for b in blocks if isinstance(b, Table) and b.keys), None)

    @property
    def decidable(self) -> bool:
        """Whether there is anything to decide."""
        return self.deciding is not None

    @property
    def keys(self) -> tuple[tuple[str, str, str, str], ...]:
        """Person, need, first and last day of each row that can be decided."""
        return self.deciding.keys if self.deciding else ()


def report_of(
    scenario: Scenario, plan: Plan, audit_report: AuditReport, language: Language
) -> Report:
    """
    Return the report of a plan.

    Parameters
    ----------
    scenario
        What the plan was made for.
    plan
        What was decided.
    audit_report
        The judge's figures and findings: no format computes a figure itself.
    language
        The language of the report.
    """
    words = Words(scenario, language)
    return report_from(Material(scenario, plan, audit_report, words))


def report_from(material: Material) -> Report:
    """
    Return the report that is drawn from a material.

    Parameters
    ----------
    material
        Scenario, plan, audit and words.
    """
    words = material.words
    return Report(
        material,
        words.say(mark("Plan of talent exchange between Xining and Nanjing")),
        span(material.scenario.horizon),
        words.title,
        sections(material),
    )
