"""What can be wrong when an office's own lists are read by a mapping."""

from __future__ import annotations

from matcher.language import mark
from matcher.scenario.problems.fault import Fault

IMPORTING = {
    "E140": Fault(
        mark("No list of the mapping reads this: “{value}”."),
        mark(
            "Name its file and sheet at a list of the mapping, or name the sheet "
            "under ignore_sheets."
        ),
        mark(
            "Did you mean “{nearest}”? Correct the mapping, or name the sheet under "
            "ignore_sheets."
        ),
    ),
    "E141": Fault(
        mark(
            "The mapping does not say what the column “{value}” is; it holds for "
            "example “{sample}”."
        ),
        mark("Add it under columns, with our column or 忽略 (ignore) behind it."),
        mark(
            "Did you mean the column “{nearest}”, which the mapping names? Otherwise "
            "add it, with our column or 忽略 (ignore) behind it."
        ),
    ),
    "E142": Fault(
        mark("The list {file} has no column “{value}”."),
        mark("Remove it from the mapping, or correct its name."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E143": Fault(
        mark("“{value}” is not among the values that the mapping explains."),
        mark("Add it under values of this column: {allowed} are there."),
        mark("Did you mean “{nearest}”? Otherwise add it under values of this column."),
    ),
    "E144": Fault(
        mark("Of this row only one cell is filled, with “{value}”: it was not read."),
        mark(
            "Delete the row, or begin it with 注： (note) or 合计 (total) if it is one."
        ),
    ),
    "E145": Fault(
        mark("No row holds the names of the columns: {needed}."),
        mark("Correct the names in the mapping, or say row: with the row's number."),
    ),
    "E146": Fault(
        mark("“{value}” is no pattern for codes."),
        mark("Write {{row}} once where the running number stands: DT-{{row:03}}."),
    ),
    "E147": Fault(
        mark("Nothing gives the column “{value}”, which the table {table} must have."),
        mark("Map a column to it, or write it under constants or codes."),
    ),
    "E148": Fault(
        mark("This seems to hold names of people, which must not come into our files."),
        mark(
            "List the column under names and give a pattern under codes, write codes "
            "in the list, or map the column to 忽略 (ignore)."
        ),
    ),
    "E149": Fault(
        mark("The name in this cell does not tell which person is meant."),
        mark(
            "A name that others mention must stand in a list of people that is read "
            "too; two people of one name are told apart by further columns under apart."
        ),
    ),
    "E150": Fault(
        mark("Another column of the list is called the same: “{value}”."),
        mark(
            "Add “{again}” under columns, with our column or 忽略 (ignore) behind it."
        ),
    ),
    "W141": Fault(
        mark("Above the names of the columns, not read: “{value}”."),
        mark("Nothing need be done if it is a title."),
    ),
    "W142": Fault(
        mark("A row of totals, not read: “{value}”."),
        mark("Nothing need be done."),
    ),
    "W143": Fault(
        mark("A note or heading, not read: “{value}”."),
        mark("Nothing need be done unless the plan should heed it."),
    ),
    "W144": Fault(
        mark("The names of the columns once more, not read."),
        mark("Nothing need be done."),
    ),
    "W145": Fault(
        mark("In the columns that are wanted this row is blank; it was not read."),
        mark("Nothing need be done unless the plan should heed it."),
    ),
    "W146": Fault(
        mark("The name of a person stood in this cell; the code is written instead."),
        mark("Look whether the sentence still says what it should."),
    ),
    "W147": Fault(
        mark(
            "The name, telephone number or the like of a person seems to stand in this "
            "cell; … is written instead."
        ),
        mark("Look whether the sentence still says what it should."),
    ),
    "W148": Fault(
        mark("Hidden rows were read all the same: {rows}."),
        mark("Show them, or delete them if they no longer hold."),
    ),
    "W149": Fault(
        mark("Hidden columns were read all the same: {columns}."),
        mark("Show them, or delete them if they no longer hold."),
    ),
    "W150": Fault(
        mark("Comments on cells were not read: {cells}."),
        mark("Nothing need be done unless the plan should heed them."),
    ),
    "W151": Fault(
        mark("This may name a person who stands in no list; it was written as it is."),
        mark("If it does, write it without the name, or map the column to 忽略."),
    ),
}
"""Faults of lists and mappings by code."""
