"""
Every rule, goal and shortage cause once: slug, titles, reason, sentence, parameters.

No logic lives here. A rule's sentence has named placeholders; whoever applies the
rule (eligibility, solver, audit, explanation) hands over facts under those names,
so one wording serves verdicts, findings and reports.
"""

from matcher.rulebook.causes import CAUSES, Cause
from matcher.rulebook.entries import Goal, Parameter, Rule, Text
from matcher.rulebook.goals import GOALS
from matcher.rulebook.pair_rules import PRIVATE
from matcher.rulebook.rules import RULES

PAIR_RULES = tuple(slug for slug, rule in RULES.items() if rule.kind == "pair")
COUPLING_RULES = tuple(slug for slug, rule in RULES.items() if rule.kind == "coupling")

__all__ = [
    "CAUSES",
    "COUPLING_RULES",
    "GOALS",
    "PAIR_RULES",
    "PRIVATE",
    "RULES",
    "Cause",
    "Goal",
    "Parameter",
    "Rule",
    "Text",
]
