"""A study on disk, written after each run: a later failure costs only its own."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from benchmarks.machine import this_machine
from benchmarks.peers.environments import PEERS, packages
from benchmarks.peers.records import OURS, Instance, Run, Study

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from benchmarks.peers.study import Task


class Store:
    """
    A study on disk.

    Parameters
    ----------
    folder
        Where it is or will be.
    began
        When it begins, if it is not there yet.
    """

    def __init__(self, folder: Path, began: datetime) -> None:
        self._file = folder / "results.json"
        if self._file.exists():
            text = self._file.read_text(encoding="utf-8")
            self.study = Study.model_validate_json(text)
        else:
            machine = this_machine()
            self.study = Study(began=began, commands=(), machine=machine, java=_java())

    def open(self, words: str) -> None:
        """
        Remember how the study was called.

        Parameters
        ----------
        words
            The command line.
        """
        if words not in self.study.commands:
            self._keep(commands=(*self.study.commands, words))

    def has(self, task: Task) -> bool:
        """
        Say whether a run is stored that did not fail and had the same limit.

        Parameters
        ----------
        task
            Who solves what.
        """
        stored = self.study.find(task.peer, task.people, task.seed)
        if stored is None or stored.ending == "failed":
            return False
        return stored.limit == task.limit

    def add_instance(self, made: Instance) -> None:
        """
        Keep the size of an instance.

        Parameters
        ----------
        made
            Its size.
        """
        known = {(each.people, each.seed): each for each in self.study.instances}
        known[made.people, made.seed] = made
        self._keep(instances=tuple(known[key] for key in sorted(known)))

    def add(self, done: Run) -> None:
        """
        Keep a run, and what its environment held.

        Parameters
        ----------
        done
            The run.
        """
        self.study = self.study.with_run(done)
        held = dict(self.study.packages)
        if done.peer != OURS:
            environment = PEERS[done.peer].environment
            held[environment] = packages(environment)
        self._keep(packages=held)

    def _keep(self, **fields: object) -> None:
        self.study = self.study.model_copy(update=fields)
        self._file.parent.mkdir(parents=True, exist_ok=True)
        text = self.study.model_dump_json(indent=1, exclude_defaults=True)
        part = self._file.with_suffix(".part")
        part.write_text(text + "\n", encoding="utf-8")
        part.replace(self._file)


def _java() -> str:
    program = shutil.which("java")
    if program is None:
        return ""
    words = (program, "--version")
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout.splitlines()[0]
