"""The only room that knows OR-Tools: variables, constraints, goals, ladder."""

from matcher.unladen import load

# CP-SAT wants pandas for series of variables, which we never make; pandas takes
# longer to load than CP-SAT itself. Its annotations name two of its classes.
load("ortools.sat.python.cp_model", "pandas", Index=object, Series=object)

from matcher.solver.engine import Progress  # noqa: E402 -- after CP-SAT is there
from matcher.solver.model import feasible  # noqa: E402 -- ditto
from matcher.solver.solve import Solution, solve  # noqa: E402 -- ditto

__all__ = ["Progress", "Solution", "feasible", "solve"]
