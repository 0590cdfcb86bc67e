"""The judge: reads scenario and plan, believes neither solver nor ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.auditor.agenda import agendas_of
from matcher.auditor.arranged import arrangement_faults
from matcher.auditor.case import NOTHING, Case, case_of
from matcher.auditor.checks import rule_breaches, total_price
from matcher.auditor.exchange import exchange_of
from matcher.auditor.figures import Figures, figures_of
from matcher.auditor.finding import Finding
from matcher.auditor.goals import VALUES
from matcher.auditor.handovers import handovers_of
from matcher.auditor.proofs import false_figures, false_fingerprint, false_ledger
from matcher.auditor.provisions import provisions_of
from matcher.auditor.records import Records
from matcher.auditor.structure import structural_faults
from matcher.auditor.systems import (
    delegations_of,
    leaders_of,
    phases_of,
    sessions_of,
    studios_of,
)
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from matcher.plan import Arrangements, Assignment, Plan
    from matcher.scenario import Scenario


@dataclass(frozen=True)
class AuditReport:
    """
    What the judge says of a plan.

    Parameters
    ----------
    findings
        What is wrong: broken strict rules, faults of structure, and what the plan says
        of itself that is not so.
    concessions
        The soft rules that are broken; allowed, counted and priced.
    price
        What the concessions cost together.
    rungs
        The value of each rung by goal and part, in the order of the ladder.
    figures
        What reports count.
    records
        What reports list: handovers, care, exchange, agendas, evidence.
    """

    findings: tuple[Finding, ...]
    concessions: tuple[Finding, ...]
    price: int
    rungs: Mapping[tuple[str, str], int]
    figures: Figures
    records: Records

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def breaches(
    scenario: Scenario,
    assignments: Sequence[Assignment],
    arrangements: Arrangements = NOTHING,
) -> tuple[Finding, ...]:
    """
    Return every fault of structure and every breach of a rule, strict or soft.

    Parameters
    ----------
    scenario
        Everything known before solving.
    assignments
        What is judged.
    arrangements
        What is judged besides.
    """
    case = case_of(scenario, assignments, arrangements=arrangements)
    return (
        *structural_faults(scenario, assignments),
        *arrangement_faults(case),
        *rule_breaches(case),
    )


def rung_values(
    scenario: Scenario,
    assignments: Sequence[Assignment],
    seed: int | None = None,
    arrangements: Arrangements = NOTHING,
) -> dict[tuple[str, str], int]:
    """
    Return the value of each rung by goal and part, in the order of the ladder.

    Parameters
    ----------
    scenario
        Everything known before solving.
    assignments
        What is valued.
    seed
        Seed of the tie-break draw, if it is not the scenario's.
    arrangements
        What is valued besides.
    """
    return _rungs(case_of(scenario, assignments, seed, arrangements))


def _rungs(case: Case) -> dict[tuple[str, str], int]:
    return {
        (goal.goal, part): value
        for goal in case.scenario.policy.goals
        for part, value in VALUES[goal.goal](case).items()
    }


def audit(scenario: Scenario, plan: Plan) -> AuditReport:
    """
    Judge a plan from the scenario and the plan alone.

    Parameters
    ----------
    scenario
        Everything known before solving.
    plan
        What was decided, with what it says of itself.
    """
    case = case_of(scenario, plan.assignments, plan.seed, plan.arrangements)
    broken = rule_breaches(case)
    rungs = _rungs(case)
    findings = (
        *false_fingerprint(scenario, plan),
        *structural_faults(scenario, plan.assignments),
        *arrangement_faults(case),
        *(finding for finding in broken if finding.mode is Mode.STRICT),
        *false_figures(scenario.policy, plan, rungs),
        *false_ledger(case, plan.shortages),
    )
    return AuditReport(
        findings=findings,
        concessions=tuple(each for each in broken if each.mode is Mode.SOFT),
        price=total_price(scenario.policy, broken),
        rungs=rungs,
        figures=figures_of(case),
        records=_records(case),
    )


def _records(case: Case) -> Records:
    return Records(
        handovers=handovers_of(case),
        care=case.care,
        exchange=exchange_of(case),
        leaders=leaders_of(case),
        studios=studios_of(case),
        phases=phases_of(case),
        sessions=sessions_of(case),
        delegations=delegations_of(case),
        agendas=agendas_of(case),
        provisions=provisions_of(case),
    )
