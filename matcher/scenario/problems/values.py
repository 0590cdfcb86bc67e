"""What can be wrong with single values."""

from __future__ import annotations

from matcher.language import mark
from matcher.scenario.problems.fault import Fault

VALUES = {
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
    "E212": Fault(
        mark("“{value}” is written with a unit; this column counts {unit}."),
        mark("Write the number alone, counted so."),
    ),
    "E213": Fault(
        mark("“{value}” is written with a unit; this column counts {unit}."),
        mark("Write {number}."),
    ),
    "E214": Fault(
        mark("“{value}” is neither a level from 1 to 5 nor a known title."),
        mark("Write the level; matcher vocab titles lists the titles."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E215": Fault(
        mark("“{value}” can be several titles: {meant}."),
        mark("Write the full title or the level."),
    ),
    "E216": Fault(
        mark("“{value}” is not a whole number; this column counts {unit}."),
        mark("If it counts {larger}, write {number}."),
    ),
    "E217": Fault(
        mark("“{value}” holds commas between its digits."),
        mark("Write {number}."),
    ),
    "E218": Fault(
        mark("“{value}” begins a row of totals or notes, not an entry."),
        mark("Delete this row; a sum or a note may stand on another sheet."),
    ),
    "E219": Fault(
        mark("“{value}” is a day without its year."),
        mark("Write the year too, for example 2023-05-15."),
    ),
}
