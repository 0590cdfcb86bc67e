"""Editing ``scenario.yaml`` in place: its comments and its order stay."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from matcher.scenario.roots import composed
from matcher.scenario.splicing import Splicer, flow
from matcher.scenario.texts import decoded
from matcher.scenario.values import UnreadableError, day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Path = tuple[str, ...]

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
    "rung": "yes",
    "parameters": {},
}
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
    returned as it is, byte by byte. One that is edited becomes UTF-8.

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
    try:
        text = decoded(before)
        top = composed(text)
        if not isinstance(top, MappingNode) or _knotted(top):
            return None
        if not _changed(top, settings, ()):
            return before
        edited = Splicer(text)
        _lay(edited, top, settings, ())
        fresh = edited.spliced()
        # However it was written: only what says just what was asked for may leave.
        again = composed(fresh)
    except (UnreadableError, YAMLError, RecursionError):
        return None
    if not isinstance(again, MappingNode) or _changed(again, settings, ()):
        return None
    return fresh.encode()


def _knotted(node: Node) -> bool:
    """Return whether one value stands for another, or a key stands twice."""
    if node.anchor is not None:
        return True
    if not isinstance(node, MappingNode):
        return isinstance(node, SequenceNode) and any(map(_knotted, node.value))
    keys = {str(key.value) for key, _ in node.value}
    return len(keys) < len(node.value) or any(
        _knotted(each) for pair in node.value for each in pair
    )


def _value(node: Node) -> Any:  # noqa: ANN401 -- YAML has no common type
    """Return what a node says, each value as the text that was typed."""
    match node:
        case MappingNode():
            return {str(key.value): _value(value) for key, value in node.value}
        case SequenceNode():
            return [_value(each) for each in node.value]
        case _:
            return "" if str(node.tag).endswith(":null") else node.value


def _changed(node: MappingNode, wanted: Mapping[str, object], path: Path) -> list[str]:
    """Return the keys that say something else than is wanted."""
    there = _value(node)
    # Of everything, of nothing for rules and days, of one rule or goal.
    defaults = (_DEFAULTS, {}, _ENTRY, {})[len(path)]
    said = {**defaults, **there}
    asked = {**defaults, **wanted}
    return [
        key
        for key in dict.fromkeys([*there, *wanted])
        if _meaning(path, key, said.get(key)) != _meaning(path, key, asked.get(key))
    ]


def _lay(edited: Splicer, node: MappingNode, wanted: Any, path: Path) -> None:  # noqa: ANN401 -- YAML has no common type
    """Make keys say what is wanted; keys that say it already are left alone."""
    changed = _changed(node, wanted, path)
    pairs = {str(key.value): (key, value) for key, value in node.value}
    gone = [key for key in changed if key in pairs and key not in wanted]
    if node.flow_style or any(edited.lead(pairs[key][0]).strip() for key in gone):
        edited.put(node, _in_flow(edited, node, wanted, changed))
        return
    for key, (at, value) in pairs.items():
        if key in gone:
            first = not path and at is node.value[0][0]
            edited.cut(at, value, first=first)
        elif key in changed:
            _write(edited, at, value, wanted[key], (*path, key))
    for key in changed:
        if key not in pairs:
            edited.add(node, key, wanted[key])


def _in_flow(
    edited: Splicer, node: MappingNode, wanted: Mapping[str, Any], changed: list[str]
) -> str:
    """Return keys in brackets on one line, what stays as it is written."""
    parts = []
    for at, value in node.value:
        key = str(at.value)
        if key in changed and key in wanted:
            parts.append(f"{edited.source(at)}: {flow(wanted[key])}")
        elif key not in changed:
            parts.append(f"{edited.source(at)}: {_as_written(edited, value)}")
    there = _value(node)
    new = (key for key in changed if key not in there)
    parts += [f"{key}: {flow(wanted[key])}" for key in new]
    return f"{{{', '.join(parts)}}}"


def _as_written(edited: Splicer, node: Node) -> str:
    text = edited.source(node)
    return flow(_value(node)) if "\n" in text else text


def _write(edited: Splicer, at: Node, old: Node, value: Any, path: Path) -> None:  # noqa: ANN401 -- YAML has no common type
    """Make one key say what is wanted."""
    if isinstance(old, MappingNode) and path[0] == "rules" and isinstance(value, str):
        value = {"mode": value}
    if isinstance(old, MappingNode) and isinstance(value, dict):
        if old.flow_style:
            changed = _changed(old, value, path)
            edited.put(old, _in_flow(edited, old, value, changed), at)
        else:
            _lay(edited, old, value, path)
    elif isinstance(old, SequenceNode) and path == ("goals",):
        _order(edited, at, old, value)
    else:
        edited.put(old, flow(value), at)


def _order(edited: Splicer, at: Node, old: SequenceNode, goals: list[Any]) -> None:
    """Make a list say the goals in their order, each with the comments above it."""
    dashes = [edited.lead(each) for each in old.value]
    plain = all(dash.strip() == "-" for dash in dashes)
    if old.flow_style or not plain or not goals:
        known = {_slug(_value(each)): each for each in old.value}
        parts = [
            _as_written(edited, known[slug])
            if slug in known and _entry(_value(known[slug])) == _entry(goal)
            else flow(goal)
            for goal in goals
            for slug in (_slug(goal),)
        ]
        edited.put(old, f"[{', '.join(parts)}]", at)
        return
    begin = end = edited.line_after(at.end_mark.index)
    items: dict[str, tuple[str, Node]] = {}
    for item in old.value:
        above = edited.text[end : edited.line_of(item.start_mark.index)]
        items[_slug(_value(item))] = above, item
        end = edited.line_after(edited.end_of(item))
    fresh = ""
    for goal in goals:
        above, there = items.get(_slug(goal), ("", None))
        fresh += above + _item(edited, there, goal, dashes[0])
    edited.change(begin, end, fresh)


def _item(edited: Splicer, there: Node | None, goal: Any, dash: str) -> str:  # noqa: ANN401 -- YAML has no common type
    """Return the lines of a goal, as far as they can stay."""
    if there is None:
        return f"{dash}{flow(goal)}\n"
    own = Splicer(edited.text)
    if _entry(_value(there)) == _entry(goal):
        pass
    elif isinstance(there, MappingNode):
        asked = goal if isinstance(goal, dict) else {"goal": goal}
        _lay(own, there, asked, ("goals", _slug(goal)))
    else:
        own.put(there, flow(goal))
    start = edited.line_of(there.start_mark.index)
    text = own.spliced(start, edited.line_after(edited.end_of(there)))
    return text if text.endswith("\n") else f"{text}\n"


def _slug(goal: Any) -> str:  # noqa: ANN401 -- ditto
    return str(goal["goal"]) if isinstance(goal, dict) and "goal" in goal else str(goal)


def _meaning(path: Path, key: str, value: object) -> object:
    """Return what the value of a key means, however it is written."""
    if path:
        return {"rules": _entry, "horizon": _day}.get(".".join(path), _plain)(value)
    match key:
        case "rules":
            said = _each(value or {}, _entry).items()
            return {slug: rule for slug, rule in said if rule != {"": ""}}
        case "goals" if isinstance(value, list):
            return [_entry(goal) for goal in value]
        case "horizon":
            return _each(value, _day)
        case "public_holidays":
            return _SAME.get(str(value).casefold(), str(value))
        case _:
            return _plain(value)


def _each(value: object, read: Callable[[object], object]) -> dict[str, object]:
    given = value if isinstance(value, dict) else {"": value}
    return {name: read(each) for name, each in given.items()}


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
