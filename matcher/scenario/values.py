"""
What a planner may type for one value, and the value it stands for.

Full-width digits and signs count as plain ones. Whatever is not certain is
refused, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

from matcher.language import Names
from matcher.scenario.faults import problem, words
from matcher.scenario.spellings import spelt
from matcher.timeline import Window
from matcher.vocabulary import closest, fold, levels_of

if TYPE_CHECKING:
    from matcher.errors import Place, Problem
    from matcher.scenario.measures import Measure

Reader = Callable[[str], object]

Member = TypeVar("Member", bound=StrEnum)

EARLIEST = date(1900, 1, 1)
LATEST = date(2199, 12, 31)

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_WHOLE = re.compile(r"[+-]?[0-9]{1,15}")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_FRACTION = re.compile(r"[0-9]{1,15}\.[0-9]*[1-9]0*")
_MEASURED = re.compile(r"([0-9]{1,15})(?:\.([0-9]+))?\s*([A-Za-z\u4e00-\u9fff]+)")
_SERIAL = re.compile("[2-7][0-9]{4}")
_BEFORE_SERIALS = date(1899, 12, 30)
_DAY = re.compile(
    r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日"
    r"|([0-9]{2})([0-9]{2}))"
)
_MIDNIGHT = re.compile(r"\s+0?0:00(?::00)?$")
_NO_YEAR = re.compile(r"[0-9]{1,2}(?:月[0-9]{1,2}[日号]?|[-/.][0-9]{1,2})")
_ITEMS = re.compile("[；;、|]")
_FROM_TO = re.compile(r"(.+?)\s*(?:[~〜]|至|到|to)\s*(.+)")
_DASH = re.compile(r"\s*[-—–]+\s*")
_TRUTH = dict.fromkeys(("yes", "是", "true", "1"), True) | dict.fromkeys(
    ("no", "否", "false", "0"), False
)


class UnreadableError(ValueError):
    """
    A text that stands for no value.

    Parameters
    ----------
    code
        Code of the fault in the catalogue of problems.
    near
        Spellings that would be right.
    facts
        The values of the fault's placeholders.
    """

    def __init__(self, code: str, near: tuple[str, ...] = (), **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.near = near
        self.facts = facts

    def at(self, place: Place) -> Problem:
        """Return the problem that this is at a place."""
        return problem(self.code, place, near=self.near, **self.facts)


def whole(text: str) -> int:
    """Return the whole number that the text stands for."""
    if text.isascii() and text.isdecimal() and len(text) < 16:
        return int(text)
    plain = _plain(text)
    if _THOUSANDS.fullmatch(plain):
        number = int(plain.replace(",", ""))
        raise UnreadableError("E217", value=text, number=number)
    if not _WHOLE.fullmatch(plain):
        raise UnreadableError("E204", value=text)
    return int(plain)


def measured(measure: Measure) -> Callable[[str], int]:
    """Return the reader of a whole number that counts something, without its unit."""

    def read(text: str) -> int:
        plain = _plain(text)
        if measure.larger and _FRACTION.fullmatch(plain):
            larger, factor = measure.larger
            right = Fraction(plain) * factor
            if right.denominator == 1:
                unit, number = measure.name, int(right)
                raise UnreadableError(
                    "E216", value=text, unit=unit, larger=larger, number=number
                )
        found = None if text.isdecimal() else _MEASURED.fullmatch(plain)
        if found is None:
            return whole(text)
        digits, fraction, word = found.groups()
        factor = measure.factors.get(word.casefold(), 0)
        right = Fraction(f"{digits}.{fraction or 0}") * factor
        if factor and right.denominator == 1:
            unit, sure = measure.name, int(right)
            raise UnreadableError("E213", value=text, unit=unit, number=sure)
        raise UnreadableError("E212", value=text, unit=measure.name)

    return read


def title_level(text: str) -> int:
    """Return the level of a digit, or of a title by its code or name: 副主任医师."""
    plain = _plain(text)
    if len(plain) == 1 and plain.isdecimal():
        return int(plain)
    found = levels_of(text)
    if not found and any(each.isdigit() for each in plain):
        # A code of a title that stood in a cell of numbers has lost its zero.
        code = f"0{whole(text)}"
        raise UnreadableError("E214", (code,) if levels_of(code) else (), value=text)
    levels = {entry.level for entry in found if entry.level is not None}
    if len(levels) == 1:
        return levels.pop()
    if found:
        meant = "；".join(f"{entry.name} {entry.level}" for entry in found)
        raise UnreadableError("E215", value=text, meant=meant)
    near = closest(text, ("titles",))
    raise UnreadableError("E214", (near,) if near else (), value=text)


def truth(text: str) -> bool:
    """Return yes or no as the text says."""
    try:
        return _TRUTH[_plain(text).casefold()]
    except KeyError:
        raise UnreadableError("E205", value=text) from None


# The same days stand in very many rows.
@lru_cache(maxsize=10_000)
def day(text: str) -> date:
    """
    Return the day that the text names: 2023-09-01, 2023/9/1, 2023年9月1日, 20230901.

    A number from 20000 to 79999 is a day as spreadsheet programs count them, from
    1899-12-30 on: what is left of a day when its cell loses its format.
    """
    plain = _plain(text)
    result = _existing(plain)
    if result is None and _NO_YEAR.fullmatch(plain):
        raise UnreadableError("E219", value=text)
    if result is None or not EARLIEST <= result <= LATEST:
        raise UnreadableError("E203", value=text, least=EARLIEST, greatest=LATEST)
    return result


def items(text: str) -> tuple[str, ...]:
    """Return the items of a list: A；B, A;B, A、B or A|B."""
    if "," in text or "，" in text:
        raise UnreadableError("E210", value=text)
    return tuple(item.strip() for item in _ITEMS.split(text) if item.strip())


def windows(text: str) -> tuple[Window, ...]:
    """Return the windows of a list: 2023-03-01~2023-08-31；2023-10-01~2023-12-31."""
    return tuple(_window(item) for item in items(text))


def several(read: Reader) -> Callable[[str], tuple[object, ...]]:
    """Return the reader of a list whose items the given reader reads."""
    return lambda text: tuple(read(item) for item in items(text))


def choice(options: tuple[str, ...]) -> Callable[[str], str]:
    """Return the reader of a word out of several; upper and lower case are one."""
    spelt = {option.casefold(): option for option in options}

    def read(text: str) -> str:
        try:
            return spelt[_plain(text).casefold()]
        except KeyError:
            allowed = Names(options, options)
            raise UnreadableError(
                "E206", options, value=text, allowed=allowed
            ) from None

    return read


def kind(members: type[Member]) -> Callable[[str], Member]:
    """Return the reader of a member of an enumeration, by any of its spellings."""
    known = spelt(members)
    plain = {str(member): member for member in members}

    def read(text: str) -> Member:
        try:
            return plain.get(text) or known[fold(text)]
        except KeyError:
            allowed, near = words(members), (*members, *known)
            raise UnreadableError("E206", near, value=text, allowed=allowed) from None

    return read


def reader(annotation: Any) -> Reader:  # noqa: ANN401 -- annotations have no common type
    """Return the reader of a field by its annotation; None in it is left aside."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return reader(next(part for part in parts if part is not type(None)))
    if origin is Annotated:
        return reader(parts[0])
    if origin is tuple:
        return windows if parts[0] is Window else several(reader(parts[0]))
    if issubclass(annotation, StrEnum):
        return kind(annotation)
    plain: dict[type, Reader] = {str: str, int: whole, bool: truth, date: day}
    return plain[annotation]


def _plain(text: str) -> str:
    return text.translate(_FULL_WIDTH).strip()


def _existing(text: str) -> date | None:
    if _SERIAL.fullmatch(text):
        return _BEFORE_SERIALS + timedelta(days=int(text))
    found = _DAY.fullmatch(_MIDNIGHT.sub("", text))
    if found is None:
        return None
    year, _, *rest = found.groups()
    try:
        return date(int(year), *(int(each) for each in rest if each))
    except ValueError:
        return None


@lru_cache(maxsize=10_000)
def _window(text: str) -> Window:
    ends = _ends(_plain(text))
    if ends is None:
        raise UnreadableError("E207", value=text)
    first, last = map(day, ends)
    if last < first:
        raise UnreadableError("E401", first_day=first, last_day=last)
    return Window.inclusive(first, last)


def _ends(text: str) -> tuple[str, str] | None:
    """Return both ends of a window; a dash may also stand inside a day."""
    if found := _FROM_TO.fullmatch(text):
        return found[1], found[2]
    for dash in _DASH.finditer(text):
        first, last = text[: dash.start()], text[dash.end() :]
        if _existing(first) and _existing(last):
            return first, last
    return None
