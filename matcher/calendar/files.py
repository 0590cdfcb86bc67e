"""
Calendars as iCalendar files that calendar programs update by.

The files that are there say what was sent out before. An event keeps its UID; one
that changed has the next SEQUENCE, one that vanished stays as cancelled.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import icalendar

from matcher.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from matcher.calendar.entries import Calendar, Entry

_MAKER = "-//matcher//talent exchange//EN"
_SCENARIO = "X-MATCHER-SCENARIO"
_TITLE = "X-WR-CALNAME"

_CANCELLED = "CANCELLED"


def updated(
    calendars: Iterable[Calendar],
    folder: Path,
    scenario: str,
    stamp: date,
    *,
    force: bool = False,
) -> dict[Path, bytes]:
    """
    Return the files of calendars, carrying on those that are in the folder.

    Parameters
    ----------
    calendars
        What stands in each.
    folder
        Where the files go.
    scenario
        Name of the scenario: files of another one are not carried on.
    stamp
        The day that stands for the time of making, so that equal plans make equal
        files.
    force
        Whether files that cannot be carried on are replaced.

    Raises
    ------
    matcher.errors.OutputError
        If a file is in the way that was not made for this scenario.
    """
    files = {}
    for calendar in calendars:
        path = folder / f"{calendar.name}.ics"
        old = _old(path, scenario)
        if old is None and path.exists() and not force:
            raise OutputError(path)
        files[path] = _file(calendar.title, scenario, calendar.entries, old, stamp)
    # Who left the plan altogether has a file from before, and must learn of it.
    for path in sorted(folder.glob("*.ics")):
        if path not in files and (old := _old(path, scenario)) is not None:
            files[path] = _file(str(old[_TITLE]), scenario, (), old, stamp)
    return files


def _old(path: Path, scenario: str) -> icalendar.Calendar | None:
    """Return the calendar of a file that was made for the scenario."""
    try:
        found = icalendar.Calendar.from_ical(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    made = (found.get("prodid"), found.get(_SCENARIO))
    return found if made == (_MAKER, scenario) else None


def _file(
    title: str,
    scenario: str,
    entries: tuple[Entry, ...],
    old: icalendar.Calendar | None,
    stamp: date,
) -> bytes:
    made = icalendar.Calendar()
    made.add("prodid", _MAKER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add(_TITLE, title)
    made.add(_SCENARIO, scenario)
    before = {str(each["uid"]): each for each in (old.events if old else ())}
    for event in _events(entries, before, datetime.combine(stamp, time.min, UTC)):
        made.add_component(event)
    return bytes(made.to_ical())


def _events(
    entries: tuple[Entry, ...], before: Mapping[str, icalendar.Event], stamp: datetime
) -> Iterator[icalendar.Component]:
    """Yield the events of now, then those of before that are no more."""
    for entry in entries:
        event = _event(entry, stamp)
        _count(event, before.get(entry.uid))
        yield event
    now = {entry.uid for entry in entries}
    for uid, old in before.items():
        if uid not in now:
            gone = _copy(old)
            gone["status"] = icalendar.vText(_CANCELLED)
            _count(gone, old)
            yield gone


def _event(entry: Entry, stamp: datetime) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.days.start)
    event.add("dtend", entry.days.end)
    event.add("summary", entry.summary)
    for name in ("description", "location"):
        if text := getattr(entry, name):
            event.add(name, text)
    event.add("categories", [entry.category])
    event.add("status", "CONFIRMED")
    # Whole days away must not block the hours of whoever looks at them.
    event.add("transp", "TRANSPARENT")
    return event


def _count(event: icalendar.Component, old: icalendar.Component | None) -> None:
    """Give the event its number: of a new one 0, of a changed one the next."""
    number = 0 if old is None else int(old.get("sequence", 0))
    event["sequence"] = icalendar.vInt(number)
    if old is not None and _content(event) != _content(old):
        event["sequence"] = icalendar.vInt(number + 1)


def _content(event: icalendar.Component) -> bytes:
    """Return everything that a reader sees of an event."""
    seen = _copy(event)
    for name in ("sequence", "dtstamp"):
        seen.pop(name, None)
    return bytes(seen.to_ical())


def _copy(event: icalendar.Component) -> icalendar.Component:
    return icalendar.Event.from_ical(event.to_ical())
