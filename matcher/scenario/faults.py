"""How a fault becomes a problem in the words of the catalogue."""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING

from matcher.errors import Place, Problem
from matcher.language import Names
from matcher.scenario.problems import PROBLEMS
from matcher.scenario.spellings import SPELLINGS, label
from matcher.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pydantic import ValidationError

_LONGEST = 60
"""Characters of a wrong value that are repeated."""

PYDANTIC: Mapping[str, str] = {
    "missing": "E201",
    "string_too_short": "E201",
    "too_short": "E201",
    "greater_than_equal": "E208",
    "less_than_equal": "E209",
    "invisible_character": "E211",
    "string_unicode": "E211",
}
"""Our code for each type of error that pydantic raises on values of the right type."""


def problem(
    code: str, place: Place, *, near: Iterable[str] = (), **facts: object
) -> Problem:
    """
    Return a problem of the catalogue at a place.

    Parameters
    ----------
    code
        Code of the fault.
    place
        Where it stands.
    near
        Spellings that would be right; the nearest to the fact ``value``, if any is
        near, becomes the way out.
    facts
        The values of the placeholders.
    """
    fault = PROBLEMS[code]
    value = str(facts.get("value", ""))
    shown = {name: _shown(fact) for name, fact in facts.items()}
    if len(value) > _LONGEST:
        shown["value"] = on_one_line(value[:_LONGEST] + "…")
    nearest = nearest_of(value, near)
    if nearest is None:
        return Problem(code, place, fault.what, fault.way_out, shown)
    shown["nearest"] = on_one_line(nearest)
    return Problem(code, place, fault.what, fault.nearest, shown)


def faults_of(
    error: ValidationError, place: Callable[[str], Place]
) -> Iterator[tuple[str, Problem]]:
    """
    Yield what pydantic found, in our words, each with its field.

    Parameters
    ----------
    error
        What pydantic raised.
    place
        Returns where the value of a field stands.
    """
    for each in error.errors(include_url=False):
        field = str(each["loc"][0])
        context = each.get("ctx", {})
        found = problem(
            PYDANTIC[each["type"]],
            place(field),
            value=str(each["input"]),
            limit=context.get("ge", context.get("le")),
            character=context.get("character", "U+D800–U+DFFF"),
        )
        yield field, found


def words(members: Iterable[StrEnum]) -> Names:
    """Return members of enumerations as planners write them in either language."""
    listed = tuple(members)
    zh = tuple(label(each, "zh") for each in listed)
    return Names(zh, tuple(each.value for each in listed))


def on_one_line(text: str) -> str:
    """Return a text on one line, the unprintable escaped."""
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode()
        for each in text
    )


def _shown(fact: object) -> object:
    if isinstance(fact, StrEnum) and type(fact) in SPELLINGS:
        return words((fact,))
    return on_one_line(fact) if isinstance(fact, str) else fact


def nearest_of(value: str, options: Iterable[str]) -> str | None:
    """
    Return the option that is spelt nearly like a value, or None.

    Parameters
    ----------
    value
        What was written.
    options
        What would be right.
    """
    spelt = {option.casefold(): option for option in sorted(options)}
    found = get_close_matches(value.casefold(), list(spelt), n=1)
    return spelt[found[0]] if found else _held(value, spelt.values())


def _held(value: str, options: Iterable[str]) -> str | None:
    """Return the longest Chinese word among the options that the value holds."""
    text = fold(value)
    names = (each for each in options if len(each) > 1 and not each.isascii())
    held = (each for each in names if fold(each) and fold(each) in text)
    return max(held, key=len, default=None)
