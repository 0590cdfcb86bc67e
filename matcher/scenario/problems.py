"""
The catalogue of everything that can be wrong with the planner's files.

E1 files and their form, E2 single values, E3 references, E4 contradictions between
values, E5 rules and goals. A code never changes its meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.language import mark

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Fault:
    """
    One kind of fault, with its sentences; placeholders are the facts of a problem.

    Parameters
    ----------
    what
        What is wrong.
    way_out
        What would be right.
    nearest
        The way out when some allowed value is spelt nearly the same.
    """

    what: str
    way_out: str
    nearest: str = ""


_FILES = {
    "E101": Fault(
        mark("There is no folder “{folder}”."),
        mark("Name the folder that holds scenario.yaml."),
    ),
    "E102": Fault(
        mark("The file is missing."),
        mark("Add it; it holds at least: {needed}."),
    ),
    "E103": Fault(
        mark("The file cannot be opened: {detail}."),
        mark("Close it in other programs and check who may read it."),
    ),
    "E104": Fault(
        mark("The file is neither UTF-8 nor GB18030."),
        mark("Save it as “CSV UTF-8”."),
    ),
    "E105": Fault(
        mark("The file is empty."),
        mark("It holds at least: {needed}."),
    ),
    "E106": Fault(
        mark("No table has this name."),
        mark("Tables are: {allowed}. Keep other .csv files in another folder."),
        mark("Did you mean {nearest}? Keep other .csv files in another folder."),
    ),
    "E107": Fault(
        mark("A quoted cell of this row does not end where it should."),
        mark("Put the whole cell into double quotes and double each quote inside it."),
    ),
    "E108": Fault(
        mark("This table has no column “{value}”."),
        mark("Columns are: {allowed}."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E109": Fault(
        mark("The column “{value}” stands here twice."),
        mark("Remove one of the two."),
    ),
    "E110": Fault(
        mark("The column “{value}” is missing."),
        mark("Add it to the line of column names."),
    ),
    "E111": Fault(
        mark("This is not YAML: {detail}."),
        mark("Look at the indents, colons and quotes here and just above."),
    ),
    "E112": Fault(
        mark("A full-width colon “：” does not separate a key from its value."),
        mark("Write a plain colon and a space: “key: value”."),
    ),
    "E113": Fault(
        mark("A tab cannot indent a line of YAML."),
        mark("Indent with spaces."),
    ),
    "E114": Fault(
        mark("The key “{value}” stands already in line {first}."),
        mark("Remove one of the two."),
    ),
    "E115": Fault(
        mark("There is no key “{value}” here."),
        mark("Keys are: {allowed}."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E116": Fault(
        mark("The key “{value}” is missing or has no value."),
        mark("Give it a value."),
    ),
    "E117": Fault(
        mark("Here keys with values are expected."),
        mark("Write them indented on the next lines, as “{example}”."),
    ),
    "E118": Fault(
        mark("Here a list is expected."),
        mark("Write it in square brackets, as “{example}”."),
    ),
    "E119": Fault(
        mark("Here one value is expected, not a list or keys."),
        mark("Write one value behind the colon, as “{example}”."),
    ),
}

_VALUES = {
    "E201": Fault(
        mark("The value is missing."),
        mark("Fill it in."),
    ),
    "E202": Fault(
        mark("“{value}” stands under no column name."),
        mark("Name the column, or put text that holds a comma into double quotes."),
    ),
    "E203": Fault(
        mark("“{value}” is not a day."),
        mark("Write a day from {least} to {greatest} as 2023-09-01 or 2023年9月1日."),
    ),
    "E204": Fault(
        mark("“{value}” is not a whole number."),
        mark("Write digits only, for example 12."),
    ),
    "E205": Fault(
        mark("“{value}” is neither yes nor no."),
        mark("Write yes or no (是 or 否)."),
    ),
    "E206": Fault(
        mark("“{value}” is not one of the allowed values."),
        mark("Allowed are: {allowed}."),
        mark("Did you mean “{nearest}”? Allowed are: {allowed}."),
    ),
    "E207": Fault(
        mark("“{value}” is not a window."),
        mark(
            "Write first and last day as 2023-03-01~2023-08-31；2023-10-01~2023-12-31."
        ),
    ),
    "E208": Fault(
        mark("“{value}” is too small."),
        mark("The least is {limit}."),
    ),
    "E209": Fault(
        mark("“{value}” is too large."),
        mark("The greatest is {limit}."),
    ),
    "E210": Fault(
        mark("“{value}” holds a comma, which does not separate items here."),
        mark("Separate the items of a list by ；."),
    ),
    "E211": Fault(
        mark("“{value}” holds the invisible character {character}."),
        mark("Type the value afresh instead of pasting it."),
    ),
}

_REFERENCES = {
    "E301": Fault(
        mark("“{value}” does not stand in {tables}."),
        mark("Add it there, or correct it here."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E302": Fault(
        mark("“{value}” stands already in line {first}."),
        mark("Give each row a code of its own, or remove one of the two."),
    ),
    "E303": Fault(
        mark("“{value}” is also a code in {table}."),
        mark("Areas, units and needs share one set of codes: change one of the two."),
    ),
    "E304": Fault(
        mark("“{value}” cannot be a family: it has a family itself."),
        mark("Name the topmost code; the tree of specialties has two levels."),
    ),
    "E305": Fault(
        mark("“{first}” and “{second}” are an area and a unit."),
        mark("Pair an area with an area, or a unit with a unit."),
    ),
    "E306": Fault(
        mark("The team “{value}” has no roles."),
        mark("Name it in the column team of needs.csv, or remove it."),
    ),
    "E307": Fault(
        mark("“{value}” is a direction and cannot be the code of a programme."),
        mark("Choose another code."),
    ),
}

_CONTRADICTIONS = {
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
        mark("Trim it, or change the horizon in scenario.yaml."),
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
        mark("Raise max_size, or lower min_headcount of some roles in needs.csv."),
    ),
    "E411": Fault(
        mark("The roles have at most {total} posts, the team at least {least}."),
        mark("Lower min_size, or raise max_headcount of some roles in needs.csv."),
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
        mark("The same wish stands already in line {first}."),
        mark("Keep one of the two, with its rank."),
    ),
    "E418": Fault(
        mark("No area lies in {city}."),
        mark("A scenario has areas of both cities: add one."),
    ),
}

_POLICY = {
    "E501": Fault(
        mark("There is no rule “{value}”."),
        mark("Rules are: {allowed}."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E502": Fault(
        mark("There is no goal “{value}”."),
        mark("Goals are: {allowed}."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E503": Fault(
        mark("“{slug}” has no parameter “{value}”."),
        mark("Its parameters are: {allowed}."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E504": Fault(
        mark("{given} numbers are given; there must be {wanted}."),
        mark("Write them as “{example}”."),
    ),
    "E505": Fault(
        mark("The goal “{value}” stands already in line {first}."),
        mark("Keep the place it should have."),
    ),
    "E506": Fault(
        mark("The rule “{value}” is soft, but no goal keeps its breaches few."),
        mark("Add concessions to the goals, or make the rule strict or off."),
    ),
    "E507": Fault(
        mark("Fairness goes by given weights, and this area has none."),
        mark("Write its weight, no under in_fairness, or other weights for the goal."),
    ),
}

PROBLEMS: Mapping[str, Fault] = {
    **_FILES,
    **_VALUES,
    **_REFERENCES,
    **_CONTRADICTIONS,
    **_POLICY,
}
"""Every kind of fault by its code."""
