"""Editing ``scenario.yaml`` in place: its comments and its order stay."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from matcher.scenario.values import UnreadableError, day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ONE_LINE = 1_000_000

_DEFAULTS: Mapping[str, object] = {
    "schema": "1",
    "title": "",
    "title_en": "",
    "language": "zh",
    "seed": "1",
    "public_holidays": "no",
    "rules": {},
}
_ENTRY: Mapping[str, object] = {
    "mode": "strict",
    "price": "1",
    "reason": "",
    "tolerance": "0",
    "tolerance_percent": "100",
    "parameters": {},
}
_STEP = re.compile(r"^\w[^\n]*:[^\n]*\r?\n(?:\s*#[^\n]*\n)*( +)[\w]", re.MULTILINE)
_OFFSET = re.compile(r"^( *)- ", re.MULTILINE)
_SAME = {
    "yes": "yes",
    "true": "yes",
    "是": "yes",
    "no": "no",
    "false": "no",
    "否": "no",
}


def with_settings(before: bytes, settings: Mapping[str, object]) -> bytes | None:
    """
    Return a ``scenario.yaml`` that says something else, its comments kept.

    Only what differs in meaning is touched; a file that says the same already is
    returned as it is, byte by byte.

    Parameters
    ----------
    before
        The file's content.
    settings
        What it shall say.

    Returns
    -------
    bytes | None
        The content, or None if what was there cannot be edited.
    """
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _ONE_LINE
    try:
        text = before.decode("utf-8-sig")
        data = yaml.load(text)
    except (UnicodeDecodeError, YAMLError):
        return None
    if not isinstance(data, CommentedMap):
        return None
    if not _edited(data, settings):
        return before
    step, offset = _indents(text)
    yaml.indent(mapping=step, sequence=offset + 2, offset=offset)
    written = io.StringIO()
    yaml.dump(data, written)
    lines = "\r\n" if "\r\n" in text else "\n"
    return written.getvalue().replace("\r\n", "\n").replace("\n", lines).encode()


def _indents(text: str) -> tuple[int, int]:
    """Return by how much keys, and items of a list, are indented."""
    step, offset = _STEP.search(text), _OFFSET.search(text)
    return len(step[1]) if step else 2, len(offset[1]) if offset else 2


def _edited(data: CommentedMap, settings: Mapping[str, object]) -> bool:
    """Lay the settings over what is there; return whether anything changed."""
    changed = False
    for key in [*data, *(key for key in settings if key not in data)]:
        wanted = settings.get(key, _DEFAULTS.get(key))
        if _meaning(key, data.get(key, _DEFAULTS.get(key))) == _meaning(key, wanted):
            continue
        changed = True
        if key not in settings:
            del data[key]
        elif key in ("horizon", "rules") and isinstance(data.get(key), CommentedMap):
            _lay(data[key], settings[key], _entry if key == "rules" else _day)
        elif key == "goals" and isinstance(data.get(key), CommentedSeq):
            data[key] = _reordered(data[key], settings[key])
        else:
            data[key] = settings[key]
    return changed


def _lay(
    data: CommentedMap,
    wanted: Any,  # noqa: ANN401 -- YAML has no common type
    same: Callable[[object], object],
) -> None:
    """Make keys say what is wanted; keys that say it already are left alone."""
    for key in [each for each in data if each not in wanted]:
        del data[key]
    for key, value in wanted.items():
        if key in data and same(data[key]) == same(value):
            continue
        if isinstance(data.get(key), CommentedMap) and isinstance(value, dict):
            _lay(data[key], value, _plain)
        else:
            data[key] = value


def _reordered(data: CommentedSeq, wanted: Any) -> CommentedSeq:  # noqa: ANN401 -- ditto
    """Return a list of goals, those that stay with the comments beside them."""
    fresh = CommentedSeq()
    fresh.fa.set_block_style()
    if data.ca.comment is not None:
        fresh.ca.comment = data.ca.comment
    places = {_slug(each): number for number, each in enumerate(data)}
    for number, goal in enumerate(wanted):
        old = places.get(_slug(goal))
        if old is None:
            fresh.append(goal)
            continue
        there = data[old]
        if _entry(there) == _entry(goal):
            fresh.append(there)
        elif isinstance(there, CommentedMap) and isinstance(goal, dict):
            _lay(there, goal, _plain)
            fresh.append(there)
        else:
            fresh.append(goal)
        if old in data.ca.items:
            fresh.ca.items[number] = data.ca.items[old]
    return fresh


def _slug(goal: Any) -> str:  # noqa: ANN401 -- ditto
    return str(goal["goal"]) if isinstance(goal, dict) and "goal" in goal else str(goal)


def _meaning(key: str, value: object) -> object:
    """Return what a value of the settings means, however it is written."""
    if key == "rules" and isinstance(value, dict):
        return {slug: _entry(rule) for slug, rule in value.items()}
    if key == "goals" and isinstance(value, list):
        return [_entry(goal) for goal in value]
    if key == "horizon" and isinstance(value, dict):
        return {name: _day(each) for name, each in value.items()}
    if key == "public_holidays":
        return _SAME.get(str(value).casefold(), str(value))
    return _plain(value)


def _entry(value: object) -> object:
    """Return what a rule or goal says, its defaults left out."""
    if not isinstance(value, dict):
        word = _plain(value)
        return {} if word == "strict" else {"": word}
    said = {
        key: _plain(each)
        for key, each in value.items()
        if _plain(each) != _ENTRY.get(key)
    }
    if set(said) in ({"mode"}, {"goal"}):
        return {"": next(iter(said.values()))}
    return said


def _day(value: object) -> object:
    """Return a day as it would be read, however it is written."""
    try:
        return day(str(value)).isoformat()
    except UnreadableError:
        return str(value)


def _plain(value: object) -> object:
    """Return a value as text, as it would be read."""
    match value:
        case dict():
            return {str(key): _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()[:10]
        case None:
            return ""
        case _:
            return str(value)
