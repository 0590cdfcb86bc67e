"""How tests of evidence ask what shows a row of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honest import honest

from matcher.auditor import audit
from matcher.auditor.case import NOTHING
from matcher.scenario.undertakings import Provision

if TYPE_CHECKING:
    from matcher.plan import Arrangements, Assignment
    from matcher.scenario import Scenario

Shown = dict[str, tuple[int, int | None]]


def row(evidence: str, **changes: object) -> Provision:
    """Return a row of the source, S6, with this kind of evidence."""
    fields: dict[str, object] = {
        "id": "S6",
        "title": "t",
        "statement": "s",
        "evidence": evidence,
    }
    return Provision.model_validate(fields | changes)


def shown(
    world: Scenario, *assignments: Assignment, arrangements: Arrangements = NOTHING
) -> Shown:
    """Return the figures of the only row: found and wanted, by label."""
    plan = honest(world, *assignments, arrangements=arrangements)
    (record,) = audit(world, plan).records.provisions
    return {each.label.en: (each.found, each.wanted) for each in record.facts}
