"""A scenario without names and free texts: codes, areas and figures stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from matcher.language import natural
from matcher.scenario import TABLES, Scenario

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matcher.scenario.base import Entity

_NAMES = ("name", "title", "statement")
"""Columns in whose place the code stands."""

_TEXTS = ("name_en", "title_en", "statement_en", "reason", "note", "role")
"""Columns that are left blank."""

_HOURS = re.compile(r"[\d\s:：.~～–—-]+")


def nameless(scenario: Scenario) -> Scenario:
    """
    Return the scenario with codes in place of names, and without free texts.

    Parameters
    ----------
    scenario
        What is planned; areas keep their names, assumptions are left out.

    Notes
    -----
    Departments, policy focuses and seasons have no codes: they are numbered, so that
    whatever is counted by them is counted as before.
    """
    return _Numbers(scenario).scenario()


class _Numbers:
    """The numbers that stand in place of names that are codes to other tables."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._departments = _numbered(
            "D",
            (person.department for person in scenario.people),
            (need.department for need in scenario.needs),
            (each.name for each in scenario.departments),
        )
        self._tags = _numbered("T", *(need.tags for need in scenario.needs))
        # The names of public holidays are no secret, and are matched with the year's.
        public = {name for each in scenario.holidays for name in each.festivals}
        names = (entry.name.split("、") for entry in scenario.calendar)
        self._days = _numbered("K", *names) | {name: name for name in public}

    def scenario(self) -> Scenario:
        """Return the scenario without names."""
        old = self._scenario
        content = {name: getattr(old, name) for name in type(old).model_fields}
        content["schema"] = content.pop("schema_version")
        rules = {
            slug: each.model_copy(update={"reason": ""})
            for slug, each in old.policy.rules.items()
        }
        content |= {
            "title": "",
            "title_en": "",
            "policy": old.policy.model_copy(update={"rules": rules}),
            **{
                table: [self._row(table, each) for each in content[table]]
                for table in TABLES
            },
            "assumptions": (),
        }
        return Scenario.model_validate(content)

    def _row(self, table: str, row: Entity) -> Entity:
        fields = type(row).model_fields
        if table == "areas":
            return row
        cells: dict[str, object] = dict.fromkeys(set(_TEXTS) & set(fields), "")
        if "id" in fields:
            cells |= dict.fromkeys(set(_NAMES) & set(fields), getattr(row, "id", ""))
        if "aliases" in fields:
            cells["aliases"] = ()
        return row.model_copy(update=cells | self._numbers(table, row))

    def _numbers(self, table: str, row: Entity) -> dict[str, object]:
        """Return the cells of a row for which there are numbers."""
        told = row.model_dump()
        if table in {"people", "needs"}:
            cells = {"department": self._departments.get(told["department"], "")}
            tags = (self._tags[each] for each in told.get("tags", ()))
            return {**cells, **({"tags": tuple(tags)} if table == "needs" else {})}
        if table == "departments":
            return {"name": self._departments[told["name"]]}
        if table == "calendar":
            parts = (self._days[part] for part in told["name"].split("、"))
            return {"name": "、".join(parts)}
        if table == "care":
            named = (self._days.get(each, each) for each in told["festivals"])
            return {"festivals": tuple(named)}
        if table == "slots" and not _HOURS.fullmatch(told["hours"]):
            return {"hours": told["id"]}
        return {}


def _numbered(letter: str, *groups: Iterable[str]) -> dict[str, str]:
    """Return a number for each name, in their order."""
    names = sorted({name for group in groups for name in group if name}, key=natural)
    return {name: f"{letter}{place}" for place, name in enumerate(names, start=1)}
