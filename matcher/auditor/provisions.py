"""Which figures show that a row of the source is met: the contents page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.auditor.evidence_of_programmes import (
    exchange,
    handover,
    mentoring,
    phases,
    programme,
    scope,
    studio,
)
from matcher.auditor.evidence_of_support import (
    care,
    event,
    housing,
    leader,
    meeting,
    outcome,
    tag,
)
from matcher.auditor.records import ProvisionRecord
from matcher.language import natural
from matcher.scenario.base import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from matcher.auditor.case import Case
    from matcher.auditor.records import ProvisionFact
    from matcher.scenario.undertakings import Provision

FACTS: Mapping[Evidence, Callable[[Case, Provision], Iterator[ProvisionFact]]] = {
    Evidence.PROGRAMME: programme,
    Evidence.EVENT: event,
    Evidence.STUDIO: studio,
    Evidence.MENTORING: mentoring,
    Evidence.PHASES: phases,
    Evidence.HANDOVER: handover,
    Evidence.EXCHANGE: exchange,
    Evidence.SCOPE: scope,
    Evidence.MEETING: meeting,
    Evidence.CARE: care,
    Evidence.LEADER: leader,
    Evidence.HOUSING: housing,
    Evidence.OUTCOME: outcome,
    Evidence.TAG: tag,
}
"""By kind of evidence, the function that yields the figures; each yields one at least.

A figure without which the row would not be met at all is wanted at least once.
"""


def provisions_of(case: Case) -> tuple[ProvisionRecord, ...]:
    """Return each row of the source with the figures that show it."""
    rows = sorted(case.scenario.provisions, key=lambda row: natural(row.id))
    return tuple(
        ProvisionRecord(row.id, tuple(FACTS[row.evidence](case, row))) for row in rows
    )
