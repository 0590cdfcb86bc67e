"""
The catalogue of everything that can be wrong with the planner's files.

E1 files and their form, E2 single values, E3 references, E4 contradictions between
values, E5 rules and goals; W the same as warnings, W7 what a plan will lack. A code
never changes its meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.scenario.problems.contradictions import CONTRADICTIONS
from matcher.scenario.problems.decisions import DECISIONS
from matcher.scenario.problems.fault import Fault
from matcher.scenario.problems.files import FILES
from matcher.scenario.problems.foresight import FORESIGHT
from matcher.scenario.problems.importing import IMPORTING
from matcher.scenario.problems.policy import POLICY
from matcher.scenario.problems.references import REFERENCES
from matcher.scenario.problems.undertakings import UNDERTAKINGS
from matcher.scenario.problems.values import VALUES
from matcher.scenario.problems.workbook import WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Mapping

PROBLEMS: Mapping[str, Fault] = {
    **FILES,
    **WORKBOOK,
    **IMPORTING,
    **VALUES,
    **REFERENCES,
    **CONTRADICTIONS,
    **UNDERTAKINGS,
    **DECISIONS,
    **POLICY,
    **FORESIGHT,
}
"""Every kind of fault by its code."""

__all__ = ["PROBLEMS", "Fault"]
