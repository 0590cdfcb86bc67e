"""What the planners wrote: frozen entities, policy, reading and writing."""

from matcher.scenario.model import TABLES, Scenario
from matcher.scenario.policy import GoalPolicy, Policy, RulePolicy

__all__ = ["TABLES", "GoalPolicy", "Policy", "RulePolicy", "Scenario"]
