"""Studies that grow run by run: where they stand, how they begin and are written."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 -- pydantic looks it up
from typing import TYPE_CHECKING, TypeVar

from benchmarks.machine import ROOT, this_machine
from benchmarks.records import Machine, Record
from docs.pages.markdown import code

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

STUDIES = ROOT / "benchmarks" / "studies"
"""A folder each; their names begin with the date."""

FIGURES = "results.json"
"""Where a study is stored in its folder."""


class Dated(Record):
    """A study that may be gone on with on another day."""

    began: datetime
    """When it began, in universal time."""
    commands: tuple[str, ...]
    """What was called, each once."""
    machine: Machine
    """Where."""

    @property
    def measured(self) -> str:
        """Since when, by what and where it was measured, as Markdown."""
        commands = " and ".join(code(each) for each in self.commands)
        machine = f"{self.machine.cores} cores of {self.machine.processor}"
        return f"Measured from {self.began:%Y-%m-%d} on by {commands}, on {machine}."


Kind = TypeVar("Kind", bound=Dated)


def begun(kind: type[Kind], folder: Path, now: datetime) -> Kind:
    """
    Return the study of a folder, or one that begins now.

    Parameters
    ----------
    kind
        What it is.
    folder
        Where it is kept.
    now
        When a new one begins.
    """
    path = folder / FIGURES
    if path.exists():
        return kind.model_validate_json(path.read_text(encoding="utf-8"))
    return kind(began=now, commands=(), machine=this_machine())


def called(study: Kind, command: str) -> Kind:
    """
    Return the study with one more command, if it is new.

    Parameters
    ----------
    study
        The study.
    command
        As it was typed.
    """
    commands = tuple(dict.fromkeys((*study.commands, command)))
    return study.model_copy(update={"commands": commands})


def stored(kind: type[Kind], studies: Path, name: str) -> list[tuple[Kind, Path]]:
    """
    Return the studies of a name and their folders, the newest first.

    Parameters
    ----------
    kind
        What they are.
    studies
        Where studies are.
    name
        What their folders are called behind the date.
    """
    files = sorted(studies.glob(f"*-{name}/{FIGURES}"), reverse=True)
    texts = (each.read_text(encoding="utf-8") for each in files)
    return [
        (kind.model_validate_json(text), file.parent)
        for text, file in zip(texts, files, strict=True)
    ]


def written(folder: Path, texts: Mapping[str, str]) -> None:
    """
    Write files aside, then put each in the place of the old one.

    Parameters
    ----------
    folder
        Where they go.
    texts
        By name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        aside = folder / f".{name}"
        aside.write_text(text, encoding="utf-8")
        aside.replace(folder / name)
