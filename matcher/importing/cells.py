"""The text of a cell in words that our own readers understand."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from typing import TYPE_CHECKING

from matcher.importing.mapping import ENDS, is_list, is_text
from matcher.importing.words import is_name
from matcher.scenario.rows import reader_of
from matcher.scenario.values import UnreadableError, day, items
from matcher.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matcher.importing.mapping import Aim, End, ListMapping
    from matcher.importing.persons import Register

REST = "*"
"""What stands for all values that are not named."""

AS_IS = ("原样", "as-is")
"""What stands behind values that are taken as they are."""

_PARTS = re.compile("[、,，;；|\n]")
_MONTHS = re.compile(
    "(?:([0-9]{4})[年./-])?([0-9]{1,2})月?份?"
    "(?:(?:[至到~]|[—–]+|(?<=月)-|-(?=[0-9]{1,2}月))(?:([0-9]{4})[年./-]|次年)?([0-9]{1,2})月?份?)?"
)
_MONTH = re.compile(r"([0-9]{4})(?:([-/.年])([0-9]{1,2})月?|([0-9]{2}))")


def translated(
    mapping: ListMapping, key: str, aim: Aim, text: str, register: Register
) -> str:
    """
    Return what a cell says, in our words; nothing: the value is not wanted.

    Parameters
    ----------
    mapping
        How its list is read.
    key
        Its column.
    aim
        What the column becomes.
    text
        Its text.
    register
        The codes of people.

    Raises
    ------
    UnreadableError
        If the cell is not understood.
    """
    if key in mapping.names:
        return _coded(text, register)
    if key in mapping.values:
        text = _explained(mapping, mapping.values[key], aim, text)
    if key in mapping.months:
        end = mapping.months[key]
        text = _with_day(text, end) if end in ENDS else _with_days(text, end)
    if aim.part in ("first_day", "last_day"):
        day(text)
        return text
    if key in mapping.with_unit and not aim.is_wish:
        text = _without_unit(mapping, aim, text)
    _is_no_name(mapping, aim, text)
    return text


def parts(text: str) -> tuple[str, ...]:
    """Return the names or codes that a cell holds."""
    return tuple(part.strip() for part in _PARTS.split(text) if part.strip())


def _coded(text: str, register: Register) -> str:
    """Return the codes of the people whose names a cell holds."""
    codes = [register.code(name) for name in parts(text)]
    if not all(codes):
        raise UnreadableError("E149")
    return "；".join(codes)


def _explained(
    mapping: ListMapping, meanings: Mapping[str, str | None], aim: Aim, text: str
) -> str:
    if fold(text) in meanings:
        return meanings[fold(text)] or ""
    whole = aim.part or not is_list(mapping.entity, aim.column)
    several = () if whole else items(text)
    if len(several) > 1:
        each = (_explained(mapping, meanings, aim, part) for part in several)
        return "；".join(part for part in each if part)
    if REST in meanings:
        rest = meanings[REST]
        return text if rest in AS_IS else rest or ""
    if not aim.part and not is_text(mapping.entity, aim.column):
        field = mapping.entity.model_fields[aim.column]
        try:
            reader_of(aim.column, field.annotation)(text)
        except UnreadableError:
            pass
        else:
            return text
    allowed = ", ".join(meanings)
    raise UnreadableError("E143", tuple(meanings), value=text, allowed=allowed)


def _with_day(text: str, end: End) -> str:
    """Return a day in the place of a month; anything else stays as it is."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    found = _MONTH.fullmatch(plain)
    # The number 1979.1 may have been 1979.10 before a program took it for a number.
    if found is None or plain.endswith(".1"):
        return text
    year, month = int(found[1]), int(found[3] or found[4])
    if not 1 <= month <= 12:
        return text
    last = monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{1 if end == 'first' else last:02}"


def _with_days(text: str, year: str) -> str:
    """Return days in the place of months, of each range; the year stands for none."""
    return "；".join(_range(part, year) for part in items(text))


def _range(text: str, year: str) -> str:
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    found = _MONTHS.fullmatch(plain)
    if found is None or not (found[1] or ("月" in plain and year.isdecimal())):
        return text
    begin, first = int(found[1] or year), int(found[2])
    last = int(found[4] or first)
    end = int(found[3] or begin + (last < first))
    # A single 1979.1 may have been 1979.10, as above.
    unsure = not found[4] and plain.endswith(".1")
    if unsure or not (1 <= first <= 12 and 1 <= last <= 12):
        return text
    return f"{begin:04}-{first:02}-01~{end:04}-{last:02}-{monthrange(end, last)[1]:02}"


def _without_unit(mapping: ListMapping, aim: Aim, text: str) -> str:
    field = mapping.entity.model_fields[aim.column]
    try:
        reader_of(aim.column, field.annotation)(text)
    except UnreadableError as error:
        if error.code == "E213":
            return str(error.facts["number"])
    return text


def _is_no_name(mapping: ListMapping, aim: Aim, text: str) -> None:
    """Raise an error if a name stands where the code of a person should."""
    if mapping.means_person(aim) and any(is_name(part) for part in parts(text)):
        raise UnreadableError("E148")
