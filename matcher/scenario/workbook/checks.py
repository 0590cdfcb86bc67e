"""What a spreadsheet program checks while planners type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlsxwriter.utility import xl_col_to_name

from matcher.language import mark, translate
from matcher.scenario.values import EARLIEST, LATEST
from matcher.scenario.workbook.columns import Sort
from matcher.scenario.workbook.lists import name_of_codes
from matcher.scenario.workbook.sheets import title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from matcher.language import Language
    from matcher.scenario.workbook.columns import Column
    from matcher.scenario.workbook.desk import Desk
    from matcher.scenario.workbook.looks import Looks

_MOST = 10**9

_TITLE = mark("Please check")
_CHOOSE = mark("This is none of the words to choose from.")
_CODE = mark("This code stands in none of the sheets yet: {sheets}.")
_NUMBER = mark("Write a whole number from {least} to {greatest}.")
_AT_LEAST = mark("Write a whole number of at least {least}.")
_DAY = mark("Write a day, for example 2023-09-01.")


def check(
    desk: Desk, sheet: Worksheet, number: int, column: Column, *, last: int
) -> None:
    """
    Add what is checked in a column.

    Parameters
    ----------
    desk
        What the workbook is written with.
    sheet
        The sheet.
    number
        Number of the column, counted from 0.
    column
        The column.
    last
        The last row that is checked, counted from 0.
    """
    rule = _rule(desk, column)
    if rule:
        title = translate(_TITLE, desk.language)
        sheet.data_validation(1, number, last, number, {"error_title": title, **rule})


def _rule(desk: Desk, column: Column) -> dict[str, Any]:
    language = desk.language
    if column.words:
        return {
            "validate": "list",
            "source": f"={desk.words[column.words]}",
            "error_type": "warning",
            "error_message": translate(_CHOOSE, language),
        }
    # A drop-down has room for the codes of one table, and a list for one code only.
    if len(column.tables) == 1 and column.sort is Sort.TEXT:
        (table,) = column.tables
        return {
            "validate": "list",
            "source": f"={name_of_codes(table)}",
            "error_type": "information",
            "error_message": translate(
                _CODE, language, sheets=title_of(table, language)
            ),
        }
    if column.sort is Sort.NUMBER:
        return _number(column, language)
    if column.sort is Sort.DAY:
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": EARLIEST,
            "maximum": LATEST,
            "error_message": translate(_DAY, language),
        }
    return {}


def _number(column: Column, language: Language) -> dict[str, Any]:
    least = 0 if column.least is None else column.least
    if column.greatest is None:
        text = translate(_AT_LEAST, language, least=least)
    else:
        text = translate(_NUMBER, language, least=least, greatest=column.greatest)
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": least,
        "maximum": _MOST if column.greatest is None else column.greatest,
        # A level may be typed as a title, which is a word.
        "error_type": "information" if column.greatest == 5 else "stop",
        "error_message": text,
    }


def mark_doubles(
    sheet: Worksheet,
    columns: Sequence[Column],
    last: int,
    look: Looks,
) -> None:
    """
    Colour the rows whose key stands twice.

    Parameters
    ----------
    sheet
        The sheet.
    columns
        Its columns.
    last
        The last row that is looked at, counted from 0.
    look
        The formats of the workbook.
    """
    if not columns:
        return
    numbers = [number for number, each in enumerate(columns) if each.key]
    letters = [xl_col_to_name(number) for number in numbers]
    pairs = ",".join(
        f"${letter}$2:${letter}${last + 1},${letter}2" for letter in letters
    )
    # COUNTIFS takes 0012 and 12 for the same; a single code need not be counted so.
    rule: dict[str, Any] = {"type": "duplicate", "format": look.twice}
    if len(letters) > 1:
        formula = f'=AND(${letters[0]}2<>"",COUNTIFS({pairs})>1)'
        rule = {"type": "formula", "criteria": formula, "format": look.twice}
    for number in numbers:
        sheet.conditional_format(1, number, last, number, rule)
