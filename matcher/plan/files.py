"""Plan files, the same bytes for the same plan, and writing whole or not at all."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from pydantic import ValidationError

from matcher.errors import OutputError, OutputLockedError, Place, Problem, ScenarioError
from matcher.language import mark
from matcher.plan.entities import Plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic_core import ErrorDetails

_WANTED = {
    "missing": mark("This key is missing."),
    "extra_forbidden": mark("No key of a plan has this name."),
    "int_type": mark("Write a whole number, not {found}."),
    "bool_type": mark("Write true or false, not {found}."),
    "string_type": mark("Write a text in quotation marks, not {found}."),
    "date_type": mark("Write a day as 2023-05-01, not {found}."),
    "date_parsing": mark("Write a day as 2023-05-01, not {found}."),
    "tuple_type": mark("Write a list, not {found}."),
    "dict_type": mark("Write keys with values, not {found}."),
    "model_type": mark("Write keys with values, not {found}."),
    "enum": mark("Write one of {expected}, not {found}."),
    "literal_error": mark("Write one of {expected}, not {found}."),
    "greater_than_equal": mark("Write a number of at least {ge}, not {found}."),
}
"""What a plan should have said, by pydantic's type of error."""

_NOT_UTF8 = mark("A plan file is UTF-8 text.")
_NOT_JSON = mark("This is not JSON: something is wrong here.")
_TOO_DEEP = mark("Lists are nested too deeply for a plan.")
_OTHER = mark("A plan cannot hold {found} here.")

PROBLEMS: Mapping[str, tuple[str, ...]] = {
    "E601": (_NOT_UTF8,),
    "E602": (_NOT_JSON, _TOO_DEEP),
    "E603": (*dict.fromkeys(_WANTED.values()), _OTHER),
}
"""What can be wrong with a plan file, by code: codes of scenarios are E1 to E5."""


def dump_plan(plan: Plan) -> str:
    """
    Return the text of a plan file: for equal plans the same bytes.

    Keys stand in the order of the fields, ``schema`` first; those of a mapping are
    sorted.
    """
    content = plan.model_dump(mode="json", by_alias=True)
    content["versions"] = dict(sorted(content["versions"].items()))
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def read_plan(path: Path | str) -> Plan:
    """
    Return the plan of a file.

    Parameters
    ----------
    path
        A file that :func:`dump_plan` wrote, perhaps edited since.

    Raises
    ------
    matcher.errors.ScenarioError
        With every fault of the file and where it stands.
    """
    path = Path(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        json.loads(text)
        return Plan.model_validate_json(text, strict=True)
    except UnicodeDecodeError as fault:
        problems = [_not_utf8(path, fault)]
    except json.JSONDecodeError as fault:
        problems = [_not_json(path, fault)]
    except RecursionError:
        problems = [Problem("E602", Place(path.name), _TOO_DEEP)]
    except ValidationError as faults:
        problems = [_not_a_plan(path, fault) for fault in faults.errors()]
    raise ScenarioError(problems) from None


def _not_utf8(path: Path, fault: UnicodeDecodeError) -> Problem:
    row = fault.object[: fault.start].count(b"\n") + 1
    return Problem("E601", Place(path.name, row), _NOT_UTF8)


def _not_json(path: Path, fault: json.JSONDecodeError) -> Problem:
    place = Place(path.name, fault.lineno, "", fault.colno)
    return Problem("E602", place, _NOT_JSON)


def _not_a_plan(path: Path, fault: ErrorDetails) -> Problem:
    column = ".".join(str(step) for step in fault["loc"])
    facts = {"found": json.dumps(fault["input"], ensure_ascii=False, default=str)}
    for name, value in fault.get("ctx", {}).items():
        facts[name] = str(value).replace(" or ", ", ")
    what = _WANTED.get(fault["type"], _OTHER)
    return Problem("E603", Place(path.name, 0, column), what, facts=facts)


def write_whole(path: Path, text: str, *, force: bool = False) -> None:
    """
    Write one file whole or not at all; see :func:`write_together`.

    Parameters
    ----------
    path
        Where; its folder is made if it is not there.
    text
        The file's text.
    force
        Whether a file that is already there is replaced.
    """
    write_together({path: text}, force=force)


def write_together(files: Mapping[Path, str | bytes], *, force: bool = False) -> None:
    """
    Write all files or, if one cannot be written, none of them.

    Everything is staged beside its target first and then moved into place; files
    that were there before come back if a move fails.

    Parameters
    ----------
    files
        The text of each file, or its bytes, by where it goes; folders are made as
        needed.
    force
        Whether files that are already there are replaced.

    Raises
    ------
    matcher.errors.OutputError
        If a file is already there and ``force`` was not given.
    matcher.errors.OutputLockedError
        If another program holds a file open.
    """
    refuse_existing(files, force=force)
    with tempfile.TemporaryDirectory() as attic, ExitStack() as undo:
        staged = {path: _stage(path, each, undo) for path, each in files.items()}
        for number, (path, copy) in enumerate(staged.items()):
            if path.exists():
                old = Path(attic, str(number))
                shutil.copy2(path, old)
                undo.callback(shutil.copy2, old, path)
            else:
                undo.callback(path.unlink, missing_ok=True)
            try:
                copy.replace(path)
            except PermissionError:
                # Spreadsheet programs hold what they show.
                raise OutputLockedError(path) from None
        undo.pop_all()


def refuse_existing(paths: Iterable[Path], *, force: bool) -> None:
    """
    Raise an error if one of the paths is taken and must not be replaced.

    Parameters
    ----------
    paths
        Where files are to be written.
    force
        Whether files that are already there may be replaced.

    Raises
    ------
    matcher.errors.OutputError
        For the first path that is taken.
    """
    for path in paths:
        if path.exists() and not force:
            raise OutputError(path)


def file_name(*parts: str) -> str:
    """
    Return codes as one name that every file system takes, without an ending.

    Parameters
    ----------
    parts
        Codes, which may hold any character; joined by hyphens.
    """
    return re.sub(r'[\\/:*?"<>|%\s]', _percent, "-".join(parts))


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found.group().encode())


def _stage(path: Path, content: str | bytes, undo: ExitStack) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_name(f".{path.name}.{uuid4().hex}")
    undo.callback(staged.unlink, missing_ok=True)
    staged.write_bytes(content.encode() if isinstance(content, str) else content)
    return staged
