"""What stands in which calendar, before it has a form."""

from __future__ import annotations

from builders import days
from outgoing import material

from matcher.calendar.entries import Calendar, Entry, calendars_of

CALENDARS = {each.name: each for each in calendars_of(material())}


def lines(name: str) -> list[tuple[object, str]]:
    """Return days and summary of each entry of a calendar."""
    return [(each.days, each.summary) for each in CALENDARS[name].entries]


def entry(calendar: Calendar, summary: str) -> Entry:
    """Return the entry of a calendar with this summary."""
    return next(each for each in calendar.entries if each.summary == summary)


def test_there_is_a_calendar_for_each_host_and_person_for_care_and_for_events() -> None:
    """Who has no part in the plan has no calendar."""
    assert list(CALENDARS) == [
        *("host-NU", "host-XU", "host-XV"),
        *("person-P-1", "person-P-2", "person-P-3", "person-Q-1"),
        *("care", "events"),
    ]


def test_a_host_sees_its_guests_by_day() -> None:
    """Each guest is there from the arrival to the last day on post."""
    assert lines("host-XV") == [
        (days(5, 8), "P-2 is here: S1"),
        (days(5, 8), "P-3 is here: S1"),
        (days(40, 43), "P-3 is here: S1"),
    ]


def test_a_person_sees_stays_handovers_and_sessions() -> None:
    """What else there is to know stands in the description."""
    assert lines("person-P-1") == [
        (days(10, 14), "Handover: Z to P-1"),
        (days(10, 30), "Posting to County hospital: S1"),
    ]
    assert lines("person-P-3") == [
        (days(5, 8), "Posting to XV: S1"),
        (days(40, 41), "09:00-11:00 On medicine"),
        (days(40, 43), "Posting to XV: S1"),
    ]
    stay = entry(CALENDARS["person-P-1"], "Posting to County hospital: S1")
    assert stay.location == "County hospital, 儿科"
    assert stay.description.splitlines() == [
        "Programme: Posting",
        "Arrival: 2023-03-11",
        "On post: 2023-03-11 – 2023-03-30",
        "Contact leader: Deputy head",
        "Lodging: Residence",
    ]


def test_care_is_gathered_by_day_and_names_codes_only() -> None:
    """One entry a day and act tells for how many and for whom, by code."""
    care = CALENDARS["care"]
    assert lines("care") == [
        (days(5, 6), "Letter (2)"),
        (days(10, 11), "Letter (1)"),
        (days(29, 30), "Medal (1)"),
        (days(40, 41), "Letter (1)"),
    ]
    assert entry(care, "Letter (2)").description == "For: P-2, P-3"


def test_events_hold_sessions_and_meetings() -> None:
    """A session says its hours and speakers, in its room."""
    assert lines("events") == [
        (days(20, 21), "Meeting"),
        (days(40, 41), "09:00-11:00 On medicine"),
    ]
    talk = entry(CALENDARS["events"], "09:00-11:00 On medicine")
    assert (talk.location, talk.description) == ("Hall", "Speakers: P-3")


def test_no_two_entries_share_an_identity() -> None:
    """Host and person see the same stay, but each sees an event of its own."""
    uids = [each.uid for calendar in CALENDARS.values() for each in calendar.entries]
    assert len(set(uids)) == len(uids)


def test_the_identity_does_not_depend_on_the_language() -> None:
    """Who asks for another language gets the same events in other words."""
    chinese = {each.name: each for each in calendars_of(material("zh"))}
    for name, calendar in CALENDARS.items():
        others = {each.uid for each in chinese[name].entries}
        assert {each.uid for each in calendar.entries} == others
    assert entry(chinese["care"], "慰问信（2人）").category == "关怀"
