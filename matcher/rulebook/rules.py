"""The rules, in the order in which a verdict lists them."""

from __future__ import annotations

from matcher.rulebook.coupling_rules import COUPLING
from matcher.rulebook.entries import by_slug
from matcher.rulebook.pair_rules import PAIR
from matcher.rulebook.system_rules import SYSTEM

RULES = by_slug((*PAIR, *COUPLING, *SYSTEM))
