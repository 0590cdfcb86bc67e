"""The contents page of the judge: every rule with its check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.auditor.coupling_rules import COUPLING_CHECKS
from matcher.auditor.pair_rules import PAIR_CHECKS
from matcher.auditor.support_rules import SUPPORT_CHECKS
from matcher.auditor.system_rules import SYSTEM_CHECKS
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from matcher.auditor.case import Case, Check
    from matcher.auditor.finding import Finding
    from matcher.scenario import Policy

CHECKS: Mapping[str, Check] = {
    **PAIR_CHECKS,
    **COUPLING_CHECKS,
    **SYSTEM_CHECKS,
    **SUPPORT_CHECKS,
}
"""By rule, the check that yields its findings; their units add up to its measure."""


def rule_breaches(
    case: Case, modes: Iterable[Mode] = (Mode.STRICT, Mode.SOFT)
) -> tuple[Finding, ...]:
    """
    Return every breach of every rule of these modes.

    Parameters
    ----------
    case
        What is judged.
    modes
        How the rules are taken whose breaches are sought.
    """
    policy, asked = case.scenario.policy, frozenset(modes)
    return tuple(
        finding
        for rule, check in CHECKS.items()
        if policy.mode(rule) in asked
        for finding in check(case)
    )


def total_price(policy: Policy, findings: Iterable[Finding]) -> int:
    """Return what the breaches of soft rules among the findings cost together."""
    return sum(
        policy.price(finding.slug) * finding.units
        for finding in findings
        if finding.mode is Mode.SOFT
    )
