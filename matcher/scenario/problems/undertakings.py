"""What cannot be true of chains, projects, events and support."""

from __future__ import annotations

from matcher.language import mark
from matcher.scenario.problems.fault import Fault

UNDERTAKINGS = {
    "E419": Fault(
        mark("At least {least} local staff to raise, but at most {greatest}."),
        mark(
            "Raise mentees_most or lower mentees_least; a blank of a need means the "
            "programme's."
        ),
    ),
    "E420": Fault(
        mark("The programme raises staff of the need's department; the need has none."),
        mark(
            "Fill in department or successor_unit, or write specialty under "
            "mentees_from of the programme."
        ),
    ),
    "E421": Fault(
        mark("The phase comes after itself: {cycle}."),
        mark("Take one of these phases out of the column after."),
    ),
    "E422": Fault(
        mark("“{value}” is a phase of the project “{other}”, this one of “{project}”."),
        mark("A phase builds on phases of its own project: correct one of the two."),
    ),
    "E423": Fault(
        mark("At least {least} days between two phases, but at most {greatest}."),
        mark("Raise max_gap or lower min_gap."),
    ),
    "E424": Fault(
        mark("A phase that builds on none has no gap to keep."),
        mark("Name phases under after, or leave min_gap and max_gap blank."),
    ),
    "E425": Fault(
        mark("“{value}” differs from “{other}” of the need {need} in the same phase."),
        mark("All needs of a phase belong to one programme."),
    ),
    "E426": Fault(
        mark("“{value}” is not “{other}”, the unit of the studio {studio}."),
        mark("Working visits are made to the studio's unit: correct one of the two."),
    ),
    "E427": Fault(
        mark("A working visit with {value} posts would have several masters."),
        mark("Set max_headcount to 1 and add a need for each further visit."),
    ),
    "E428": Fault(
        mark("A role of a team cannot have {value} too."),
        mark(
            "A team goes once, whole and on the same dates; it is no chain of holders "
            "and no master of a studio. Leave one of the two blank."
        ),
    ),
    "E429": Fault(
        mark("The visit raises at least {least} members; the studio has {members}."),
        mark("Add members to the studio, or lower mentees_least."),
    ),
    "E430": Fault(
        mark(
            "The need “{value}” asks for neither cover nor handover: its leaver "
            "changes nothing."
        ),
        mark("Write yes under cover or handover of the need, or remove this row."),
    ),
    "E431": Fault(
        mark(
            "No term of the need shares {least} to {greatest} days with a leaver who "
            "stays until {day}: its window is {window}, its shortest term {shortest} "
            "days."
        ),
        mark("Correct last_day or the need, or change the days of the rule handover."),
    ),
    "E432": Fault(
        mark("{posts} holder(s) of at most {longest} days cannot cover {days} days."),
        mark("Raise max_headcount or longest, or shorten the window."),
    ),
    "E433": Fault(
        mark("“{value}” belongs to the event “{other}”, the session to “{event}”."),
        mark("A session takes slots and rooms of its own event: correct one of them."),
    ),
    "E434": Fault(
        mark("The event “{value}” has no row in {table}."),
        mark("Add one: a session takes a slot and a room."),
    ),
    "E435": Fault(
        mark("{value} speakers, but the needs of the event have {posts} posts in all."),
        mark("Lower speakers, or raise max_headcount of its needs."),
    ),
    "E436": Fault(
        mark("Rows of {table} name this programme, but its kind is {value}."),
        mark("Write event or studio under kind, or correct those rows."),
    ),
    "E437": Fault(
        mark("The day {day} lies outside the horizon {horizon}."),
        mark("Correct it, or change the horizon in the settings."),
    ),
    "E438": Fault(
        mark("The anchor festival has no festivals."),
        mark("Name them under festivals, or choose another anchor."),
    ),
    "E439": Fault(
        mark("The anchor {anchor} does not look at festivals."),
        mark("Leave festivals blank, or write festival under anchor."),
    ),
    "E440": Fault(
        mark("No holiday is called “{value}”."),
        mark(
            "Holidays are: {allowed}. Add it to the calendar with the effect no_move; "
            "public_holidays: yes in the settings adds those of China."
        ),
        mark("Did you mean “{nearest}”? Holidays are: {allowed}."),
    ),
    "E441": Fault(
        mark(
            "“{value}” is of kind {kind} and direction {direction}: this act of care "
            "concerns nobody there."
        ),
        mark("Correct direction or kinds, or take the programme out."),
    ),
}
