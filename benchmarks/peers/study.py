"""One run of the study: prepare the instance, run somebody, judge the plan."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.machine import ROOT, this_machine
from benchmarks.peers import contest, environments, ours
from benchmarks.peers.environments import PEERS, WORK
from benchmarks.peers.records import CLOSED, OURS, Instance, Run, gap, until
from benchmarks.processes import MATCHER

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Task:
    """
    Who solves what, and in which time.

    Parameters
    ----------
    peer
        Who.
    people, seed
        Which instance.
    limit
        Seconds that the whole process should take; for ours, the search.
    grace
        Seconds after which it is ended.
    """

    peer: str
    people: int
    seed: int
    limit: float
    grace: float

    @property
    def scenario(self) -> Path:
        """The scenario's folder."""
        return WORK / f"monolith-{self.people}-{self.seed}"

    @property
    def instance(self) -> Path:
        """The neutral file of the scenario."""
        return self.scenario.with_suffix(".json")

    @property
    def answer(self) -> Path:
        """Where the answer goes."""
        return WORK / "answers" / f"{self.scenario.name}-{self.peer}.json"


def prepare(task: Task) -> Instance:
    """
    Make the scenario and its neutral file, and return how large it is.

    Parameters
    ----------
    task
        What is to be solved.
    """
    size = f"--size=monolith-{task.people}"
    seed = f"--seed={task.seed}"
    new = (MATCHER, "new", str(task.scenario), "--example", size, seed, "--force")
    _ask(*new)
    _module("export", task.scenario, task.instance)
    read = json.loads(task.instance.read_text(encoding="utf-8"))
    return Instance(
        people=len(read["people"]),
        seed=task.seed,
        posts=len(read["posts"]),
        seats=sum(read["seats"]),
        pairs=len(read["value"]),
    )


def run(task: Task) -> Run:
    """
    Let somebody solve a prepared instance, and judge the plan.

    Parameters
    ----------
    task
        Who and what.
    """
    task.answer.parent.mkdir(parents=True, exist_ok=True)
    task.answer.unlink(missing_ok=True)
    load = round(os.getloadavg()[0], 2)
    outcome = _outcome(task)
    facts: dict[str, Any] = {
        "peer": task.peer,
        "people": task.people,
        "seed": task.seed,
        "limit": task.limit,
        "load": load,
        "ending": outcome.ending,
        "seconds": outcome.seconds,
        "peak_mb": outcome.peak_mb,
        "steps": ours.steps(outcome.lines) if task.peer == OURS else (),
    }
    if outcome.ending != "finished" or not task.answer.exists():
        said = [line for _, line in outcome.lines if line]
        return Run(**facts, said=said[-1] if said else "")
    facts |= json.loads(_module("verify", task.instance, task.answer))
    given = json.loads(task.answer.read_text(encoding="utf-8"))
    facts |= {"solver": given["solver"], "bound": given["bound"]}
    done = Run(**facts)
    return done.model_copy(update={"closed": _closed(done)})


def _closed(done: Run) -> float | None:
    """Return when the gap was closed; peers end as soon as it is."""
    if done.peer == OURS:
        return until(done.steps, CLOSED)
    known = gap(done.plan, done.bound)
    return done.seconds if known is not None and known <= CLOSED else None


def _outcome(task: Task) -> contest.Outcome:
    at_most = task.limit + task.grace
    if task.peer != OURS:
        words = environments.command(PEERS[task.peer])
        moment = str(time.time() + task.limit)
        words = (*words, str(task.instance), str(task.answer), moment)
        return contest.run(words, at_most, {})
    folder = task.answer.with_suffix("")
    words = ours.command(task.scenario, folder, task.limit)
    outcome = contest.run(words, at_most, {"MATCHER_LANG": "en"})
    if outcome.ending == "finished":
        given = _module("ours", task.instance, folder / "plan.json")
        content = json.loads(given) | {"solver": _version()}
        task.answer.write_text(json.dumps(content), encoding="utf-8")
    return outcome


def _version() -> str:
    machine = this_machine()
    return f"matcher {machine.matcher}, commit {machine.commit}"


def _module(name: str, *words: Path) -> str:
    """Run a module of ours in a process of its own, so that this one stays small."""
    module = f"benchmarks.peers.{name}"
    return _ask(sys.executable, "-m", module, *(str(each) for each in words))


def _ask(*words: str) -> str:
    done = subprocess.run(  # noqa: S603 -- our own commands
        words, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout
