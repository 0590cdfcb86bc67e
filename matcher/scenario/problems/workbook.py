"""What can be wrong with a workbook and its sheets."""

from __future__ import annotations

from matcher.language import mark
from matcher.scenario.problems.fault import Fault

WORKBOOK = {
    "E126": Fault(
        mark("The number {value} has lost digits: a cell keeps 15 of them."),
        mark("Format the column as text, and type the whole of it again."),
    ),
    "E127": Fault(
        mark("The cell holds the day {value}; this column holds codes."),
        mark("Format the column as text, and type the code again."),
    ),
    "E130": Fault(
        mark("The workbook is locked with a password."),
        mark("Save it without a password: File, Info, Protect Workbook."),
    ),
    "E131": Fault(
        mark("It is damaged, or no workbook at all."),
        mark("Open it in Excel, WPS or LibreOffice and save it as .xlsx."),
    ),
    "E132": Fault(
        mark("The cells {range} are merged."),
        mark("Unmerge them and write the value into each row that it holds for."),
    ),
    "E133": Fault(
        mark("No table has the name of this sheet."),
        mark("Give it the name of a table."),
        mark("Did you mean {nearest}?"),
    ),
    "E134": Fault(
        mark("The sheets “{first}” and “{value}” are the same table."),
        mark("Move the rows into one of them and delete the other."),
    ),
    "E135": Fault(
        mark("The formula in this cell was never calculated."),
        mark(
            "Open the workbook in Excel, WPS or LibreOffice and save it, or write "
            "the value in place of the formula."
        ),
    ),
    "E136": Fault(
        mark("The cell holds the error {value}."),
        mark("Correct its formula, or write the value in its place."),
    ),
    "E137": Fault(
        mark("The cell {range} holds something, far away from the table."),
        mark("Delete the rows below the table and the columns beside it, then save."),
    ),
    "E138": Fault(
        mark("“{value}” is a bare number, and this workbook counts days from 1904 on."),
        mark("Write the day as 2023-09-01, or format the column as a date."),
    ),
    "E139": Fault(
        mark("The text has {length} characters, a cell of a workbook at most {limit}."),
        mark("Shorten it, or keep the scenario as a folder."),
    ),
    "W131": Fault(
        mark("The sheet is no table and was not read."),
        mark(
            "Nothing need be done. If it should be read, give it the name of a "
            "table: {allowed}."
        ),
    ),
    "W132": Fault(
        mark("The sheet is hidden; it was read all the same."),
        mark("Show it, or delete it if its rows no longer hold."),
    ),
    "W133": Fault(
        mark("{count} row(s) hold nothing but blanks and were not read."),
        mark("Delete these rows."),
    ),
    "W134": Fault(
        mark("The sheet is used down to row {last}, its table ends in row {row}."),
        mark("Delete the empty rows below the table: the file becomes smaller."),
    ),
    "W135": Fault(
        mark("The workbook is open in another program."),
        mark("Save it there first: only what is saved is read."),
    ),
}
"""Faults of workbooks by code."""
