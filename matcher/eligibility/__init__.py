"""Who could take which post and, if not, why: pure pair rules, no solver."""

from matcher.eligibility.candidates import Candidate, candidates
from matcher.eligibility.fit import Fit, Wishes, fit_parts
from matcher.eligibility.learners import learners
from matcher.eligibility.verdicts import JUDGES, Verdict, closeness, judge, obstacles

__all__ = [
    "JUDGES",
    "Candidate",
    "Fit",
    "Verdict",
    "Wishes",
    "candidates",
    "closeness",
    "fit_parts",
    "judge",
    "learners",
    "obstacles",
]
