"""What can be wrong with rules and goals."""

from __future__ import annotations

from matcher.language import mark
from matcher.scenario.problems.fault import Fault

POLICY = {
    "E501": Fault(
        mark("There is no rule “{value}”."),
        mark("Rules are: {allowed}."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E502": Fault(
        mark("There is no goal “{value}”."),
        mark("Goals are: {allowed}."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E503": Fault(
        mark("“{slug}” has no parameter “{value}”."),
        mark("Its parameters are: {allowed}."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E504": Fault(
        mark("{given} numbers are given; there must be {wanted}."),
        mark("Write them as “{example}”."),
    ),
    "E505": Fault(
        mark("The goal “{value}” stands already in line {first}."),
        mark("Keep the place it should have."),
    ),
    "E506": Fault(
        mark("The rule “{value}” is soft, but no goal keeps its breaches few."),
        mark("Add concessions to the goals, or make the rule strict or off."),
    ),
    "E507": Fault(
        mark("Fairness goes by given weights, and this area has none."),
        mark("Write its weight, no under in_fairness, or other weights for the goal."),
    ),
    "E508": Fault(
        mark("The overlap has at least {least} days, but at most {greatest}."),
        mark("Raise most_days or lower least_days."),
    ),
}
