"""The contents page of the report: its chapters in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.report.agendas import agendas
from matcher.report.agreement import agreement
from matcher.report.beds import beds
from matcher.report.care import care
from matcher.report.concessions import concessions
from matcher.report.coverage import coverage
from matcher.report.events import events
from matcher.report.exchange import exchange
from matcher.report.flows import flows
from matcher.report.handovers import handovers
from matcher.report.leaders import leaders
from matcher.report.load import load
from matcher.report.mentoring import mentoring
from matcher.report.people import people
from matcher.report.phases import phases
from matcher.report.policy import assumptions, policy
from matcher.report.proofs import proofs
from matcher.report.provisions import provisions
from matcher.report.shortages import shortages
from matcher.report.studios import studios
from matcher.report.summary import summary
from matcher.report.worst_off import worst_off

if TYPE_CHECKING:
    from matcher.report.blocks import Section
    from matcher.report.material import Material

CHAPTERS = (
    summary,
    people,
    agreement,
    proofs,
    shortages,
    coverage,
    worst_off,
    concessions,
    flows,
    load,
    exchange,
    provisions,
    handovers,
    phases,
    studios,
    events,
    mentoring,
    leaders,
    beds,
    care,
    agendas,
    policy,
    assumptions,
)


def sections(material: Material) -> tuple[Section, ...]:
    """Return the chapters of the report that have something to show."""
    found = (chapter(material) for chapter in CHAPTERS)
    return tuple(section for section in found if section.blocks)
