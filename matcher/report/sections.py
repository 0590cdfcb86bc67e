"""The contents page of the report: its chapters in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.report.agreement import agreement
from matcher.report.concessions import concessions
from matcher.report.people import hosts, people, releasing_units
from matcher.report.policy import assumptions, policy
from matcher.report.proofs import proofs
from matcher.report.shortages import shortages
from matcher.report.summary import summary
from matcher.report.year import year

if TYPE_CHECKING:
    from matcher.report.blocks import Section
    from matcher.report.material import Material

CHAPTERS = (
    summary,
    agreement,
    proofs,
    shortages,
    concessions,
    hosts,
    releasing_units,
    people,
    year,
    policy,
    assumptions,
)


def sections(material: Material) -> tuple[Section, ...]:
    """Return every chapter of the report."""
    return tuple(chapter(material) for chapter in CHAPTERS)
