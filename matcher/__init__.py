"""
matcher: proven-optimal, explained plans for talent exchange between cities.

Everything a program needs to plan stands here, and is imported when it is first used.

Examples
--------
::

    import matcher

    scenario = matcher.read_scenario("scenarios/2023")
    plan = matcher.solve(scenario, time_limit=60)
    assert matcher.audit(scenario, plan).clean
    matcher.write_report(scenario, plan, "out/2023")
"""

from importlib import import_module
from typing import TYPE_CHECKING

from matcher._version import __version__

if TYPE_CHECKING:
    from matcher.auditor import AuditReport
    from matcher.calendar import write_calendars
    from matcher.errors import MatcherError, ScenarioError
    from matcher.letters import write_letters
    from matcher.plan import Plan
    from matcher.plan.files import dump_plan
    from matcher.scenario import Scenario
    from matcher.verbs import (
        audit,
        read_plan,
        read_scenario,
        solve,
        tables,
        write_report,
    )

__all__ = [
    "AuditReport",
    "MatcherError",
    "Plan",
    "Scenario",
    "ScenarioError",
    "__version__",
    "audit",
    "dump_plan",
    "read_plan",
    "read_scenario",
    "solve",
    "tables",
    "write_calendars",
    "write_letters",
    "write_report",
]

_HOMES = {
    "AuditReport": "matcher.auditor",
    "MatcherError": "matcher.errors",
    "Plan": "matcher.plan",
    "Scenario": "matcher.scenario",
    "ScenarioError": "matcher.errors",
    "audit": "matcher.auditor",
    "dump_plan": "matcher.plan.files",
    "read_plan": "matcher.verbs",
    "read_scenario": "matcher.verbs",
    "solve": "matcher.verbs",
    "tables": "matcher.verbs",
    "write_calendars": "matcher.calendar",
    "write_letters": "matcher.letters",
    "write_report": "matcher.verbs",
}


if not TYPE_CHECKING:
    # Checkers read the imports above, and so still know a wrong name.
    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'matcher' has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
