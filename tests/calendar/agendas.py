"""What tests ask of calendar files: their events, read back as any program would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import icalendar

if TYPE_CHECKING:
    from pathlib import Path


def events(path: Path) -> list[Any]:
    """Return the events of a calendar file; their values have types of their own."""
    return [*icalendar.Calendar.from_ical(path.read_bytes()).events]


def numbers(path: Path) -> dict[str, tuple[int, str]]:
    """Return number and status of each event by its summary."""
    return {
        str(each["summary"]): (int(each["sequence"]), str(each["status"]))
        for each in events(path)
    }


def uids(path: Path) -> set[str]:
    """Return what identifies the events."""
    return {str(each["uid"]) for each in events(path)}
