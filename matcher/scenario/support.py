"""Whether care and meetings can be as they are asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from matcher.language import Names
from matcher.scenario.base import Anchor, Effect
from matcher.scenario.conditions import CalendarEntry
from matcher.scenario.entities import Programme
from matcher.scenario.faults import problem
from matcher.scenario.public_holidays import public_holidays
from matcher.scenario.undertakings import Care, Meeting
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from matcher.errors import Problem
    from matcher.scenario.draft import Draft
    from matcher.scenario.rows import Found


def support(draft: Draft) -> Iterator[Problem]:
    """Yield every fault of care and of meetings."""
    programmes = {found.entity.id: found.entity for found in draft.rows(Programme)}
    for care in draft.rows(Care):
        yield from _anchor(care)
        yield from _concerned(care, programmes)
    yield from _festivals(draft)
    horizon = draft.settings.horizon
    for found in draft.rows(Meeting):
        day = found.entity.day
        if horizon and day not in horizon:
            yield problem("E437", found.row.place("day"), day=day, horizon=horizon)


def _anchor(found: Found[Care]) -> Iterator[Problem]:
    anchor, place = found.entity.anchor, found.row.place("festivals")
    if anchor is Anchor.FESTIVAL and not found.entity.festivals:
        yield problem("E438", place)
    if anchor is not Anchor.FESTIVAL and found.entity.festivals:
        yield problem("E439", place, anchor=anchor)


def _concerned(
    found: Found[Care], programmes: Mapping[str, Programme]
) -> Iterator[Problem]:
    care = found.entity
    for named in (programmes[code] for code in care.programmes if code in programmes):
        kind, direction = named.kind, named.direction
        if direction is not care.direction or (care.kinds and kind not in care.kinds):
            place = found.row.place("programmes")
            yield problem("E441", place, value=named.id, kind=kind, direction=direction)


def _festivals(draft: Draft) -> Iterator[Problem]:
    """Yield every festival that would never come."""
    named = [
        (found.row, name)
        for found in draft.rows(Care)
        if found.entity.anchor is Anchor.FESTIVAL
        for name in found.entity.festivals
    ]
    # The library of holidays takes time to load: not if nobody asks.
    known = _holidays(draft) if named else None
    if known is None:
        return
    for row, name in named:
        if name not in known:
            place = row.place("festivals")
            listed = tuple(sorted(known)) or ("–",)
            allowed = Names(listed, listed)
            yield problem("E440", place, near=known, value=name, allowed=allowed)


def _holidays(draft: Draft) -> frozenset[str] | None:
    """Return the names of all holidays of these years, or None if not all are known."""
    horizon = draft.settings.horizon
    official = draft.settings.plain.get("public_holidays")
    if horizon is None or official is None or not draft.complete("calendar"):
        return None
    names = [
        name
        for found in draft.rows(CalendarEntry)
        if found.entity.effect is Effect.NO_MOVE
        for name in found.entity.name.split("、")
    ]
    if official:
        first, last = horizon.start.year, horizon.last_day.year
        years = Window(date(first, 1, 1), date(last + 1, 1, 1))
        names += (name for each in public_holidays(years) for name in each.festivals)
    return frozenset(names)
