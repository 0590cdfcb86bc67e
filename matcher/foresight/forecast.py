"""What can be said of a scenario before anything is solved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.errors import Problem
from matcher.foresight.notices import in_table
from matcher.foresight.of_groups import of_hosts, of_programmes, of_teams
from matcher.foresight.of_needs import of_needs
from matcher.foresight.of_people import UNUSED, of_people
from matcher.foresight.of_values import of_values
from matcher.foresight.of_wishes import of_wishes
from matcher.foresight.pairs import BudgetSpentError, Pairs
from matcher.foresight.supply import SupplyRow, supply_rows
from matcher.foresight.tight import Shortfall, TightSet, shortfall

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matcher.foresight.notices import Placing
    from matcher.scenario import Scenario

BUDGET = 1_000_000
"""Looks at pairs of person and need, at the most; a pair that is asked counts more."""


@dataclass(frozen=True)
class Forecast:
    """
    Supply against demand, what cannot be met, and what looks wrong.

    Parameters
    ----------
    supply
        Rows of supply against demand, the worst first.
    shortfall
        How far people reach, with the tight sets that stop them.
    warnings
        Suspicious rows, with the way out.
    searched_to_end
        Whether everything was asked; no, if the budget was used up. What is said
        holds all the same, but there may be more.
    """

    supply: tuple[SupplyRow, ...]
    shortfall: Shortfall
    warnings: tuple[Problem, ...]
    searched_to_end: bool

    @property
    def tight_sets(self) -> tuple[TightSet, ...]:
        """Needs that cannot all be met, the tightest set first."""
        return self.shortfall.tight_sets


def foresee(
    scenario: Scenario, place: Placing = in_table, budget: int = BUDGET
) -> Forecast:
    """
    Return what can be said of a scenario before it is solved.

    Parameters
    ----------
    scenario
        What is to be planned.
    place
        Returns where a column of the row with a key stands in a table.
    budget
        How much may be looked at, as ``Pairs`` counts it.
    """
    pairs = Pairs(scenario, budget)
    found = shortfall(pairs)
    pairs.allow(100)
    warnings: list[Problem] = []
    done = found.searched_to_end
    for each in (
        of_values(scenario, place),
        of_programmes(scenario, place),
        of_needs(pairs, place),
        of_teams(pairs, place),
        of_hosts(scenario, place),
        of_people(pairs, place),
        of_wishes(pairs, place),
    ):
        done = _told(each, warnings) and done
    useless = {each.facts["person"] for each in warnings if each.code in UNUSED}
    warnings = [
        each
        for each in warnings
        if each.code != "W763" or each.facts["person"] not in useless
    ]
    return Forecast(supply_rows(pairs), found, tuple(warnings), done)


def _told(found: Iterable[Problem], warnings: list[Problem]) -> bool:
    """Add what is found as far as the budget allows; return whether it sufficed."""
    try:
        for each in found:
            warnings.append(each)  # noqa: PERF402 -- what came before an end counts
    except BudgetSpentError:
        return False
    return True
