"""The settings of a scenario: everything that stands in ``scenario.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import ValidationError

from matcher.errors import Place, Problem
from matcher.scenario.faults import faults_of
from matcher.scenario.model import TABLES, Scenario
from matcher.scenario.nodes import Item, Readers, root, values_of
from matcher.scenario.policies import read_policy
from matcher.scenario.policy import Policy
from matcher.scenario.texts import read_text
from matcher.scenario.values import LATEST, UnreadableError, choice, day, truth, whole
from matcher.timeline import Window

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

FILE = "scenario.yaml"

_SCHEMA = choice(("1",))
_PLAIN: Readers = {
    "schema": (lambda text: int(str(_SCHEMA(text))), "schema: 1"),
    "name": (str, "name: plan-2023"),
    "title": (str, "title: 2023年度计划"),
    "title_en": (str, "title_en: Plan of 2023"),
    "language": (choice(("zh", "en")), "language: zh"),
    "seed": (whole, "seed: 1"),
    "public_holidays": (truth, "public_holidays: yes"),
}
_KEYS = (*_PLAIN, "horizon", "rules", "goals")
_ANY_HORIZON = Window.inclusive(LATEST, LATEST)


@dataclass(frozen=True)
class Settings:
    """
    What ``scenario.yaml`` says, as far as it could be read.

    Parameters
    ----------
    plain
        The single values by key.
    horizon
        The days a term may lie in.
    policy
        Modes of the rules and order of the goals.
    """

    plain: Mapping[str, object] = field(default_factory=dict)
    horizon: Window | None = None
    policy: Policy | None = None


def read_settings(folder: Path, problems: list[Problem]) -> Settings:
    """
    Return the settings of a scenario.

    Parameters
    ----------
    folder
        The scenario's folder.
    problems
        Every fault of the file is added here.
    """
    try:
        text = read_text(folder / FILE, "name, horizon")
    except UnreadableError as error:
        problems.append(error.at(Place(FILE)))
        return Settings()
    item = root(text, FILE, problems)
    keys = None if item is None else item.keys(_KEYS, "name: plan-2023")
    if item is None or keys is None:
        return Settings()
    return Settings(_plain(keys, item), _horizon(keys, item), read_policy(keys))


def _plain(keys: Mapping[str, Item], item: Item) -> Mapping[str, object]:
    """Return the single values, judged by a scenario that holds nothing else."""
    given = values_of(keys, _PLAIN)
    if "public_holidays" not in keys:
        given["public_holidays"] = False
    if "name" not in keys:
        item.miss("name")
    nothing = dict.fromkeys(TABLES, ()) | {"name": "-", "horizon": _ANY_HORIZON}
    try:
        Scenario.model_validate(nothing | given)
    except ValidationError as error:
        found = faults_of(error, lambda key: keys[key].place)
        item.problems.extend(fault for _, fault in found)
    return given


def _horizon(keys: Mapping[str, Item], item: Item) -> Window | None:
    if "horizon" not in keys:
        item.miss("horizon")
        return None
    horizon = keys["horizon"]
    days = horizon.keys(("first_day", "last_day"), "first_day: 2023-03-01")
    if days is None:
        return None
    first, last = (_day(name, days, horizon) for name in ("first_day", "last_day"))
    if first is None or last is None:
        return None
    if last < first:
        days["last_day"].report("E401", first_day=first, last_day=last)
        return None
    return Window.inclusive(first, last)


def _day(name: str, days: Mapping[str, Item], horizon: Item) -> date | None:
    if name not in days:
        horizon.miss(name)
        return None
    return days[name].read(day, f"{name}: 2023-03-01")
