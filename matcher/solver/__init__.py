"""The only room that knows OR-Tools: variables, constraints, goals, ladder."""

from matcher.solver.engine import Progress
from matcher.solver.model import feasible
from matcher.solver.solve import Solution, solve

__all__ = ["Progress", "Solution", "feasible", "solve"]
