"""The settings of a scenario: everything that stands in ``scenario.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import ValidationError

from matcher.scenario.faults import faults_of
from matcher.scenario.model import TABLES, Scenario
from matcher.scenario.nodes import Item, Readers, values_of
from matcher.scenario.policies import read_policy
from matcher.scenario.policy import Policy
from matcher.scenario.sources import FILE
from matcher.scenario.values import LATEST, choice, day, truth, whole
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from matcher.scenario.layers import Layer

__all__ = ["FILE", "KEYS", "Settings", "read_settings"]

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
KEYS = (*_PLAIN, "horizon", "rules", "goals")
"""The keys that settings may have."""

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


def read_settings(layers: Sequence[Layer]) -> Settings:
    """
    Return the settings of a scenario.

    Keys of an overlay take the place of those beneath; rules are laid over each
    other one by one.

    Parameters
    ----------
    layers
        The scenario's folders and workbooks, the lowest first; each adds its faults
        where it keeps them.
    """
    read = [layer for layer in layers if layer.item is not None]
    if not read:
        return Settings()
    keys: dict[str, Item] = {}
    for layer in read:
        keys |= layer.keys
    lowest = read[0].item
    assert lowest is not None  # noqa: S101 -- only layers that were read are asked
    plain = _plain(keys, lowest, _name(layers))
    horizon = _horizon(keys, lowest)
    return Settings(plain, horizon, read_policy([layer.keys for layer in read]))


def _name(layers: Sequence[Layer]) -> str:
    """
    Return what layers are called together, or nothing for one without a name.

    An overlay without a name has its folder's; one of the command line adds its own
    name to that of what lies beneath.
    """
    chain = [layer for layer in layers if not layer.stacked]
    names = [_own_name(chain[-1]) or (chain[-1].name if len(chain) > 1 else "")]
    names += [_own_name(each) or each.name for each in layers if each.stacked]
    return "+".join(names) if names[0] else ""


def _own_name(layer: Layer) -> str:
    item = layer.keys.get("name")
    return str(item.node.value) if item and item.single else ""


def _plain(keys: Mapping[str, Item], item: Item, name: str) -> Mapping[str, object]:
    """Return the single values, judged by a scenario that holds nothing else."""
    given = values_of(keys, _PLAIN) | ({"name": name} if name else {})
    if "public_holidays" not in keys:
        given["public_holidays"] = False
    if not name and "name" not in keys:
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
