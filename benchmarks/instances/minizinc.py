"""Data of MiniZinc models: ``.dzn`` text and its form in JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_COMMENT = re.compile(r"%[^\n]*")
_TOKEN = re.compile(r"\[\||\|\]|\.\.|[][{}(),;=|]|[^][{}(),;=|\s.]+(?:\.\d+)?")
_WORDS = {"true": True, "false": False}


def read_data(path: Path) -> Mapping[str, Any]:
    """
    Return the values of a data file by name.

    Arrays and matrices become lists, sets become frozensets.

    Parameters
    ----------
    path
        A file of the form ``name = value;``, or of the same names in JSON.
    """
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        return {name: _from_json(value) for name, value in json.loads(text).items()}
    return _Text(_TOKEN.findall(_COMMENT.sub("", text))).values()


def _from_json(value: object) -> object:
    if isinstance(value, list):
        return [_from_json(each) for each in value]
    if isinstance(value, dict):
        return frozenset(_members(value["set"]))
    return value


def _members(items: list[Any]) -> Iterator[object]:
    """Yield the members of a set, whose ranges are pairs."""
    for item in items:
        if isinstance(item, list):
            yield from range(item[0], item[1] + 1)
        else:
            yield item


class _Text:
    """The tokens of a file, read from the first to the last."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0

    def values(self) -> dict[str, Any]:
        """Return what is given to each name."""
        found = {}
        while self._at < len(self._tokens):
            name = self._next()
            self._expect("=")
            found[name] = self._value()
            if self._at < len(self._tokens):
                self._expect(";")
        return found

    def _next(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1]

    def _here(self, token: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at] == token

    def _expect(self, token: str) -> None:
        if (found := self._next()) != token:
            raise ValueError(f"{token} was expected where {found} stands")

    def _value(self) -> object:
        word = self._next()
        if word == "[":
            return self._until("]")
        if word == "{":
            return frozenset(self._until("}"))
        if word == "[|":
            return self._rows()
        if word in {"array1d", "array2d"}:
            return self._shaped()
        first = _single(word)
        if self._here(".."):
            self._expect("..")
            return frozenset(range(int(first), int(self._next()) + 1))
        return first

    def _until(self, end: str) -> list[Any]:
        """Return the values up to the end; a comma may stand before it."""
        found = []
        while not self._here(end):
            found.append(self._value())
            if self._here(","):
                self._expect(",")
        self._expect(end)
        return found

    def _rows(self) -> list[list[Any]]:
        """Return the rows of a matrix; a bar may stand before its end."""
        rows: list[list[Any]] = [[]]
        while not self._here("|]"):
            if self._here("|") or self._here(","):
                if self._next() == "|":
                    rows.append([])
                continue
            rows[-1].append(self._value())
        self._expect("|]")
        return [row for row in rows if row]

    def _shaped(self) -> list[Any]:
        """Return an array that is written with its index sets before it."""
        self._expect("(")
        sizes = []
        while True:
            value = self._value()
            self._expect(")" if isinstance(value, list) else ",")
            if isinstance(value, list):
                break
            assert isinstance(value, frozenset)  # noqa: S101 -- an index set
            sizes.append(len(value))
        if len(sizes) == 1:
            return value
        width = sizes[1]
        return [value[at : at + width] for at in range(0, len(value), width)]


def _single(token: str) -> Any:  # noqa: ANN401 -- truth, number or name
    if token in _WORDS:
        return _WORDS[token]
    for kind in (int, float):
        try:
            return kind(token)
        except ValueError:
            continue
    return token
