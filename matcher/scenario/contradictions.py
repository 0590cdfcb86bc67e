"""Whether values that stand together can be true together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from matcher.scenario.base import City, LockKind
from matcher.scenario.conditions import CalendarEntry, Housing, Lock, Preference
from matcher.scenario.entities import Area, Commitment, Need, Programme
from matcher.scenario.faults import problem, words
from matcher.scenario.headings import column_names
from matcher.scenario.references import LOCKED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.errors import Problem
    from matcher.scenario.draft import Draft
    from matcher.scenario.rows import Found

_Dated = Commitment | Need | Housing | CalendarEntry | Lock
_DATED: tuple[type[_Dated], ...] = (Commitment, Need, Housing, CalendarEntry, Lock)
_WITH_DAYS = (LockKind.PIN, LockKind.PIN_DATES, LockKind.DISPATCHED)


def contradictions(draft: Draft) -> Iterator[Problem]:
    """Yield every fault of values that cannot be true together."""
    yield from _days(draft)
    yield from _programmes(draft)
    yield from _needs(draft)
    yield from _locks(draft)
    yield from _wishes(draft)
    yield from _cities(draft)
    yield from _weights(draft)


def _days(draft: Draft) -> Iterator[Problem]:
    for entity in _DATED:
        for found in draft.rows(entity):
            first, last = found.entity.first_day, found.entity.last_day
            if first and last and last < first:
                place = found.row.place("last_day")
                yield problem("E401", place, first_day=first, last_day=last)


def _programmes(draft: Draft) -> Iterator[Problem]:
    for found in draft.rows(Programme):
        shortest, longest = found.entity.shortest, found.entity.longest
        if shortest > longest:
            place = found.row.place("longest")
            yield problem("E403", place, shortest=shortest, longest=longest)


def _needs(draft: Draft) -> Iterator[Problem]:
    # What follows from a programme that contradicts itself is no fault of the need.
    programmes = {
        found.entity.id: found.entity
        for found in draft.rows(Programme)
        if found.entity.shortest <= found.entity.longest
    }
    for found in draft.rows(Need):
        yield from _headcount(found)
        programme = programmes.get(found.entity.programme)
        if programme:
            yield from _length(found, programme)
        if found.entity.first_day <= found.entity.last_day:
            yield from _window(found, programme, draft)


def _headcount(found: Found[Need]) -> Iterator[Problem]:
    least, greatest = found.entity.min_headcount, found.entity.max_headcount
    if least > greatest:
        place = found.row.place("max_headcount")
        yield problem("E402", place, least=least, greatest=greatest)


def _length(found: Found[Need], programme: Programme) -> Iterator[Problem]:
    need = found.entity
    shortest = need.shortest or programme.shortest
    longest = need.longest or programme.longest
    if shortest > longest:
        place = found.row.place("longest" if need.longest else "shortest")
        yield problem("E403", place, shortest=shortest, longest=longest)


def _window(
    found: Found[Need], programme: Programme | None, draft: Draft
) -> Iterator[Problem]:
    window, horizon = found.entity.window, draft.settings.horizon
    if horizon and not horizon.holds(window):
        column = "first_day" if window.start < horizon.start else "last_day"
        place = found.row.place(column)
        yield problem("E404", place, window=window, horizon=horizon)
    shortest = found.entity.shortest or (programme and programme.shortest)
    if shortest and window.days < shortest:
        place = found.row.place("last_day")
        days = window.days
        yield problem("E405", place, window=window, days=days, shortest=shortest)


def _locks(draft: Draft) -> Iterator[Problem]:
    for found in draft.rows(Lock):
        yield from _locked_days(found)
        yield from _locked_target(found, draft)


def _locked_days(found: Found[Lock]) -> Iterator[Problem]:
    kind, row = found.entity.kind, found.row
    days = ("first_day", "last_day")
    given = [name for name in days if getattr(found.entity, name)]
    missing = [name for name in days if name not in given]
    if given and kind not in _WITH_DAYS:
        place, value = row.place(given[0]), column_names(Lock, given[:1])
        allowed = words(_WITH_DAYS)
        yield problem("E416", place, kind=kind, value=value, allowed=allowed)
    elif len(missing) == 1:
        yield problem("E413", row.place(missing[0]))
    elif missing and kind in (LockKind.PIN_DATES, LockKind.DISPATCHED):
        yield problem("E414", row.place("first_day"), kind=kind)


def _locked_target(found: Found[Lock], draft: Draft) -> Iterator[Problem]:
    kind, target = found.entity.kind, found.entity.target
    tables = draft.called(*LOCKED[kind])
    place = found.row.place("target")
    if target and not tables:
        allowed = words(each for each in LockKind if LOCKED[each])
        value = column_names(Lock, ("target",))
        yield problem("E416", place, kind=kind, value=value, allowed=allowed)
    elif not target and tables and kind is not LockKind.FORBID:
        yield problem("E415", place, kind=kind, tables=tables)


def _wishes(draft: Draft) -> Iterator[Problem]:
    lines: dict[tuple[str, str, str], int] = {}
    for found in draft.rows(Preference):
        wish = found.entity
        key = (wish.side, wish.person, wish.target)
        first = lines.setdefault(key, found.row.line)
        if first != found.row.line:
            yield problem("E417", found.row.place("target"), first=first)


def _cities(draft: Draft) -> Iterator[Problem]:
    if not draft.complete("areas"):
        return
    there = {found.entity.city for found in draft.rows(Area)}
    for city in City:
        if city not in there:
            names = draft.tables["areas"].form.header.names
            place = replace(draft.place("areas"), column=names.get("city", "city"))
            yield problem("E418", place, city=city)


def _weights(draft: Draft) -> Iterator[Problem]:
    policy = draft.settings.policy
    goals = policy.listed if policy else ()
    given = any(
        step.goal == "fairness" and step.parameters.get("weights") == "given"
        for step in goals
    )
    for found in draft.rows(Area) if given else ():
        area = found.entity
        if area.city is City.XINING and area.in_fairness and area.weight is None:
            yield problem("E507", found.row.place("weight"))
