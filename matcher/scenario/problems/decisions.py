"""What can be wrong with decisions on a plan."""

from __future__ import annotations

from matcher.language import mark
from matcher.scenario.problems.fault import Fault

DECISIONS = {
    "E451": Fault(
        mark("The new day {value} stands here, but the decision is not “dates”."),
        mark("Decide “dates” (改期), or clear the new days."),
    ),
    "E452": Fault(
        mark("The decision “{kind}” needs its days."),
        mark("Fill in the day, or decide otherwise."),
    ),
    "E453": Fault(
        mark("Row {first} decides otherwise on {person} and {need}."),
        mark("Keep one of the two decisions."),
    ),
    "E454": Fault(
        mark("The term {term} is not within {window}, the window of {need}."),
        mark("Choose days within the window, or widen the window of the need."),
    ),
}
"""Faults of decisions by code."""
