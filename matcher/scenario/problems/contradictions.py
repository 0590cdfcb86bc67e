"""What cannot be true together."""

from __future__ import annotations

from matcher.language import mark
from matcher.scenario.problems.fault import Fault

CONTRADICTIONS = {
    "E401": Fault(
        mark("The last day {last_day} comes before the first day {first_day}."),
        mark("Correct one of the two; both days belong to the window."),
    ),
    "E402": Fault(
        mark("At least {least} posts, but at most {greatest}."),
        mark("Raise max_headcount or lower min_headcount."),
    ),
    "E403": Fault(
        mark("The shortest term is {shortest} days, the longest {longest}."),
        mark("Raise longest or lower shortest; blank means the programme's."),
    ),
    "E404": Fault(
        mark("The window {window} reaches beyond the horizon {horizon}."),
        mark("Trim it, or change the horizon in the settings."),
    ),
    "E405": Fault(
        mark("The window {window} has {days} days, the shortest term {shortest}."),
        mark("Widen the window or lower shortest."),
    ),
    "E406": Fault(
        mark("“{value}” differs from “{other}” of the role {role} in the same team."),
        mark("All roles of a team share host, programme and window."),
    ),
    "E407": Fault(
        mark("The team {team} is led already by the role {role}."),
        mark("Write yes under leader for at most one role of a team."),
    ),
    "E408": Fault(
        mark("A leading role with {value} posts would make several leaders."),
        mark("Set max_headcount to 1 and add a second role for the others."),
    ),
    "E409": Fault(
        mark("At least {least} members, but at most {greatest}."),
        mark("Raise max_size or lower min_size."),
    ),
    "E410": Fault(
        mark("The roles have at least {total} posts, the team at most {greatest}."),
        mark("Raise max_size, or lower min_headcount of some roles."),
    ),
    "E411": Fault(
        mark("The roles have at most {total} posts, the team at least {least}."),
        mark("Lower min_size, or raise max_headcount of some roles."),
    ),
    "E412": Fault(
        mark("At least {least} senior members, but at most {greatest} in all."),
        mark("Lower senior_count or raise max_size."),
    ),
    "E413": Fault(
        mark("The lock has only one of first_day and last_day."),
        mark("Give both days, or none."),
    ),
    "E414": Fault(
        mark("A lock of kind {kind} needs its days."),
        mark("Give first_day and last_day."),
    ),
    "E415": Fault(
        mark("A lock of kind {kind} needs a target."),
        mark("Name one of {tables}."),
    ),
    "E416": Fault(
        mark("A lock of kind {kind} does not look at “{value}”."),
        mark("Leave the cell blank, or choose another kind: {allowed}."),
    ),
    "E417": Fault(
        mark("The same wish stands already in row {first}."),
        mark("Keep one of the two, with its rank."),
    ),
    "E418": Fault(
        mark("No area lies in {city}."),
        mark("A scenario has areas of both cities: add one."),
    ),
}
