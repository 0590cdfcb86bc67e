"""The season of every system with marks in everything that must not leave the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

import every_system
from builders import day, days, person

from matcher.plan import Gap, Shortage
from matcher.scenario import TABLES, GoalPolicy, Policy, RulePolicy, Scenario
from matcher.scenario.base import Entity, Health, LockKind
from matcher.scenario.conditions import Assumption, CalendarEntry, Lock
from matcher.scenario.entities import Commitment, Department

if TYPE_CHECKING:
    from datetime import date

    from matcher.plan import Plan

PRIVATE = {
    ("people", "birth"),
    ("people", "health"),
    ("people", "avoid"),
    ("people", "note"),
    ("commitments", "reason"),
    ("locks", "reason"),
}
"""Columns on health, birth and family, and notes on people: never in any format."""

PRINTED = {("needs", "reason"), ("assumptions", "note")}
"""Columns of these names that are no notes on people, and are printed."""

NAMES = ("private", "reason", "note", "birth", "health", "avoid")


def _tables(world: Scenario) -> dict[str, list[Entity]]:
    tables = {table: list(getattr(world, table)) for table in TABLES}
    away = {"first_day": day(50), "last_day": day(51)}
    tables["people"].append(person("C", windows=(days(0, 60),)))
    tables["commitments"].append(Commitment(person="B", reason="x", **away))
    tables["locks"].append(
        Lock(id="K1", kind=LockKind.PIN, person="A", target="n1", reason="x")
    )
    tables["departments"].append(Department(unit="NU", name="x", release_cap=3))
    tables["calendar"].append(CalendarEntry(name="x", effect="heating", **away))
    tables["assumptions"].append(
        Assumption(id="a1", subject="x", value="x", source="x", note="x")
    )
    return tables


def _built(tables: dict[str, list[Entity]], **settings: object) -> Scenario:
    old = every_system.WORLD
    content = {"name": "planted", "horizon": old.horizon, "policy": old.policy}
    return Scenario.model_validate(content | settings | tables)


def private(birth: date, health: Health, avoid: tuple[str, ...] = ("X9",)) -> Scenario:
    """Return the season with marks in the columns of ``PRIVATE``."""
    tables = _tables(every_system.WORLD)
    told = {"birth": birth, "health": health, "avoid": avoid, "note": "SECRET-1"}
    tables["people"] = [each.model_copy(update=told) for each in tables["people"]]
    for table in ("commitments", "locks"):
        marked = {"reason": f"SECRET-{table}"}
        tables[table] = [each.model_copy(update=marked) for each in tables[table]]
    return _built(tables)


def named(mark: str) -> Scenario:
    """Return the season with a mark in every name and free text but areas' names."""
    columns = (
        *("name", "name_en", "title", "title_en", "statement", "statement_en"),
        *("reason", "note", "role", "department", "subject", "value", "source"),
    )
    tables = _tables(every_system.WORLD)
    for table, rows in tables.items():
        marked: dict[str, object] = {
            name: mark for name in columns if name in TABLES[table].model_fields
        }
        if table == "needs":
            marked["tags"] = (mark,)
        for code in ("subject", "source", "value"):
            if table != "assumptions":
                marked.pop(code, None)
        if table != "areas":
            tables[table] = [each.model_copy(update=marked) for each in rows]
    rules = {"level": RulePolicy(mode="soft", reason=mark)}
    goals = (GoalPolicy(goal="coverage"), GoalPolicy(goal="fit"))
    policy = Policy(rules={**every_system.WORLD.policy.rules, **rules}, goals=goals)
    return _built(tables, title=mark, title_en=mark, policy=policy)


def decided(world: Scenario, *rules: str) -> Plan:
    """Return the season's plan, in which rules keep C from an empty post."""
    short = Shortage(
        need="n3",
        posts=1,
        cause="health",
        nearest=(Gap(person="C", rules=rules),),
    )
    return every_system.PLAN.model_copy(
        update={"fingerprint": world.fingerprint, "shortages": (short,)}
    )
