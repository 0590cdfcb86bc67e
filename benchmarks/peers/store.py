"""A study on disk, written after each run: a later failure costs only its own."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from benchmarks.peers.environments import PEERS, packages
from benchmarks.peers.records import OURS, Instance, Run, Study
from benchmarks.shelf import FIGURES, begun, called, written

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
        self._folder = folder
        self.study = begun(Study, folder, began)
        if not self.study.commands:
            self.study = self.study.model_copy(update={"java": _java()})

    def open(self, words: str) -> None:
        """
        Remember how the study was called.

        Parameters
        ----------
        words
            The command line.
        """
        self.study = called(self.study, words)
        self._keep()

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
        text = self.study.model_dump_json(indent=1, exclude_defaults=True)
        written(self._folder, {FIGURES: text + "\n"})


def _java() -> str:
    program = shutil.which("java")
    if program is None:
        return ""
    words = (program, "--version")
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout.splitlines()[0]
