"""Calendar files: read back by a library, and updated after a new plan."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import icalendar
import pytest
from agendas import events, numbers, uids
from builders import day, plan, post
from outgoing import PLAN, WORLD, planned, proven, season

import matcher
from matcher.errors import AuditError, OutputError
from matcher.extras import ExtraError
from matcher.timeline import DAY

if TYPE_CHECKING:
    from pathlib import Path

STAY = "赴县医院：S1"


def write(folder: Path, decided: matcher.Plan = PLAN) -> dict[str, bytes]:
    """Write the calendars of a plan and return the bytes of each file."""
    matcher.write_calendars(WORLD, decided, folder)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def without(person: str) -> matcher.Plan:
    """Return the plan without the assignments of a person."""
    rest = [each for each in PLAN.assignments if each.person != person]
    return proven(plan(WORLD, *rest))


def test_events_are_whole_days_with_an_exclusive_end(tmp_path: Path) -> None:
    """DTEND is the day after the last one, and both are days without hours."""
    write(tmp_path)
    stay = next(
        each for each in events(tmp_path / "person-P-1.ics") if each["summary"] == STAY
    )
    days = (stay.decoded("dtstart"), stay.decoded("dtend"))
    assert days == (day(10), day(30))
    assert [type(each) for each in days] == [date, date]
    assert [str(each) for each in stay["categories"].cats] == ["派任"]
    assert (stay["status"], stay["transp"], stay["sequence"]) == (
        "CONFIRMED",
        "TRANSPARENT",
        0,
    )


def test_every_file_is_a_calendar_that_the_standard_allows(tmp_path: Path) -> None:
    """Lines end and fold as they must, no character is cut, nothing rings."""
    for content in write(tmp_path).values():
        lines = content.split(b"\r\n")
        assert lines.pop() == b""
        assert max(map(len, lines)) <= 75
        assert [line.decode() for line in lines if b"\n" in line] == []
        read = icalendar.Calendar.from_ical(content)
        assert read["version"] == "2.0"
        assert read.events
        assert read.walk("VALARM") == []
        assert {"uid", "dtstamp"} <= {
            name.lower() for each in read.events for name in each
        }


def test_long_chinese_lines_are_folded_and_read_back_whole(tmp_path: Path) -> None:
    """Folding and escaping lose nothing, whatever a name holds."""
    name = "西宁市，第一；“人民”医院\\" * 20
    world = season(host=name)
    matcher.write_calendars(world, planned(10, 30, world), tmp_path)
    places = {str(each.get("location")) for each in events(tmp_path / "person-P-1.ics")}
    assert places == {f"{name}、儿科", name}


def test_equal_plans_make_equal_files(tmp_path: Path) -> None:
    """The time of making stands nowhere: the stamp is the first day of the horizon."""
    first, again = write(tmp_path / "a"), write(tmp_path / "b")
    assert first == again
    stamps = {each.decoded("dtstamp") for each in events(tmp_path / "a" / "care.ics")}
    assert stamps == {datetime(2023, 3, 1, tzinfo=UTC)}


def test_writing_the_same_plan_again_changes_nothing(tmp_path: Path) -> None:
    """Events that did not change keep their numbers, and files their bytes."""
    assert write(tmp_path) == write(tmp_path)


def test_a_changed_event_keeps_its_identity_and_gets_the_next_number(
    tmp_path: Path,
) -> None:
    """Other days for a stay: same UID, SEQUENCE 1; others stay at 0."""
    path = tmp_path / "person-P-1.ics"
    write(tmp_path)
    before = uids(path)
    write(tmp_path, planned(10, 28))
    assert uids(path) == before
    assert numbers(path) == {
        "交接：Z移交给P-1": (0, "CONFIRMED"),
        STAY: (1, "CONFIRMED"),
    }
    assert set(numbers(tmp_path / "person-P-2.ics").values()) == {(0, "CONFIRMED")}
    write(tmp_path, planned(10, 29))
    assert numbers(path)[STAY] == (2, "CONFIRMED")


def test_a_vanished_event_stays_as_cancelled(tmp_path: Path) -> None:
    """Who left the plan has a file that says so, once; the host's says it too."""
    write(tmp_path)
    for _ in range(2):
        write(tmp_path, without("P-2"))
        gone = {"赴XV：S1": (1, "CANCELLED")}
        assert numbers(tmp_path / "person-P-2.ics") == gone
        host = numbers(tmp_path / "host-XV.ics")
        assert host["P-2在本单位：S1"] == (1, "CANCELLED")
        assert host["P-3在本单位：S1"] == (0, "CONFIRMED")


def test_an_event_that_comes_back_is_confirmed_anew(tmp_path: Path) -> None:
    """Its number goes on from the cancellation's."""
    write(tmp_path)
    write(tmp_path, without("P-2"))
    write(tmp_path)
    back = {"赴XV：S1": (2, "CONFIRMED")}
    assert numbers(tmp_path / "person-P-2.ics") == back


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"BEGIN:VCALENDAR\r\nPRODID:-//other//EN\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n",
        b"\xff\xfe",
    ],
)
def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path, content: bytes) -> None:
    """What was not made for this scenario is replaced only if force is given."""
    path = tmp_path / "care.ics"
    path.write_bytes(content)
    with pytest.raises(OutputError):
        write(tmp_path)
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [content]
    matcher.write_calendars(WORLD, PLAN, tmp_path, force=True)
    assert events(path)


def test_calendars_of_another_scenario_are_not_carried_on(tmp_path: Path) -> None:
    """Two scenarios in one folder would cancel each other's events."""
    write(tmp_path)
    world = season(name="another")
    with pytest.raises(OutputError):
        matcher.write_calendars(world, planned(10, 30, world), tmp_path)


def test_a_file_beside_that_is_no_calendar_of_ours_stays(tmp_path: Path) -> None:
    """Only files that were made for this scenario are told of vanished events."""
    other = tmp_path / "mine.ics"
    other.write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:x\r\nEND:VCALENDAR\r\n")
    before = other.read_bytes()
    write(tmp_path)
    assert other.read_bytes() == before


def test_of_a_faulty_plan_no_calendar_is_written(tmp_path: Path) -> None:
    """What the audit finds fault with is not put into anybody's calendar."""
    faulty = plan(WORLD, post(WORLD, "P-1", "n1", 10, 12))
    with pytest.raises(AuditError):
        matcher.write_calendars(WORLD, faulty, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_without_the_extra_it_is_told_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing package is an error with the command that installs it."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "matcher.calendar.files", raising=False)
    with pytest.raises(ExtraError) as missing:
        matcher.write_calendars(WORLD, PLAN, tmp_path)
    assert "pip install 'matcher[calendar]'" in missing.value.text("zh")


def test_the_care_of_a_festival_falls_on_one_day(tmp_path: Path) -> None:
    """Acts of care take one day each."""
    write(tmp_path)
    care = events(tmp_path / "care.ics")
    lengths = {each.decoded("dtend") - each.decoded("dtstart") for each in care}
    assert lengths == {DAY}
