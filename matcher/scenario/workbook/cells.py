"""The text of a cell, as the planner sees it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TypeAlias

Cell: TypeAlias = int | float | str | bool | time | date | datetime | timedelta

ERRORS = frozenset(
    ("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!")
)
"""What spreadsheet programs put where a formula has no value."""

EXACT = 1e15
"""Numbers from here on have lost digits."""

LONGEST = 32_767
"""Most characters in a cell."""


def text_of(value: Cell) -> str:
    """
    Return the text that stands for the value of a cell.

    A number without a fraction has no decimal point, a day is written as 2023-09-01,
    and a time of midnight is the day itself.
    """
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            whole = value.is_integer() and abs(value) < EXACT
            return str(int(value)) if whole else repr(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case time():
            return value.isoformat(timespec="minutes")
        case _:
            return str(value)


def name_of_cell(row: int, column: int) -> str:
    """
    Return the name of a cell, such as D4.

    Parameters
    ----------
    row
        Its row, counted from 1.
    column
        Its column, counted from 1.
    """
    letters = ""
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row}"


def position_of(name: str) -> tuple[int, int]:
    """Return the row and column, counted from 1, of a cell such as D4."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name[len(letters) :]), column
