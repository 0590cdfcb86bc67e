"""
An environment for each peer, made when it is first needed.

All are virtual environments under ``out/peers/environments``, with pinned packages.
Ours is the one that runs the study.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.machine import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

WORK = ROOT / "out" / "peers"
_ENVIRONMENTS = WORK / "environments"
_HERE = Path(__file__).parent

REQUIREMENTS: Mapping[str, tuple[str, ...]] = {
    "plain": (),
    "ortools": ("ortools==9.15.6755", "numpy==2.4.6"),
    "scipy": ("scipy==1.17.1", "numpy==2.4.6"),
    "highspy": ("highspy==1.16.0", "numpy==2.4.6"),
    "pyjobshop": ("pyjobshop==0.0.9", "ortools==9.15.6755", "numpy==2.4.6"),
    "timefold": ("timefold==1.24.0b0",),
}
"""What each environment holds; highspy and OR-Tools clash in one process."""


@dataclass(frozen=True)
class Peer:
    """
    Somebody who solves instances.

    Parameters
    ----------
    environment
        The environment it runs in.
    module
        The module that is run; blank for Java.
    says
        What it is, in a few words.
    """

    environment: str
    module: str
    says: str


PEERS: Mapping[str, Peer] = {
    "greedy": Peer("plain", "greedy", "by hand: urgent and scarce posts first"),
    "flow": Peer("ortools", "flow", "min-cost flow without time, then repaired"),
    "milp": Peer("scipy", "milp", "HiGHS through scipy, limits as clique rows"),
    "highs": Peer("highspy", "highs", "newest HiGHS, limits as clique rows"),
    "mathopt": Peer("ortools", "mathopt", "HiGHS through MathOpt, limits as profiles"),
    "cpsat": Peer("ortools", "cpsat", "CP-SAT, eligible pairs only, 8 workers"),
    "tutorial": Peer("ortools", "tutorial", "CP-SAT as in tutorials: every pair"),
    "timefold": Peer("timefold", "", "Timefold, Java core, seats as entities"),
    "jobshop": Peer("pyjobshop", "jobshop", "PyJobShop, seats as tasks with modes"),
}
"""All of them, in the order of the tables."""


def command(peer: Peer) -> tuple[str, ...]:
    """
    Return the words that start a peer; instance, answer and deadline come behind.

    Parameters
    ----------
    peer
        Who is started. Its environment is made if it is not there.
    """
    folder = _environment(peer.environment)
    if peer.module:
        return str(folder / "bin/python"), "-m", f"benchmarks.peers.{peer.module}"
    jars = next(folder.glob("lib/python*/site-packages/timefold/solver/jars"))
    classes = _compiled(jars)
    # Two gigabytes less than the ceiling: not all of Java's memory is heap.
    return "java", "-Xmx8g", "-cp", f"{classes}:{jars}/*", "Timefold"


def packages(name: str) -> tuple[str, ...]:
    """
    Return the packages that an environment really holds, with their versions.

    Parameters
    ----------
    name
        Of the environment, which is there.
    """
    pip = (str(_ENVIRONMENTS / name / "bin/python"), "-m", "pip", "freeze")
    done = subprocess.run(pip, check=True, capture_output=True, text=True)  # noqa: S603
    return tuple(done.stdout.split())


def _environment(name: str) -> Path:
    """Return the folder of an environment; made again if its packages changed."""
    folder, wanted = _ENVIRONMENTS / name, "\n".join(REQUIREMENTS[name])
    stamp = folder / "requirements.txt"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    _do(sys.executable, "-m", "venv", str(folder))
    if wanted:
        pip = (str(folder / "bin/python"), "-m", "pip", "install", "--quiet")
        _do(*pip, *REQUIREMENTS[name])
    stamp.write_text(wanted, encoding="utf-8")
    return folder


def _compiled(jars: Path) -> Path:
    """Return the folder with the classes of the peer in Java."""
    source, classes = _HERE / "Timefold.java", WORK / "classes"
    made = classes / "Timefold.class"
    if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
        classes.mkdir(parents=True, exist_ok=True)
        options = ("-proc:none", "-cp", f"{jars}/*", "-d", str(classes))
        _do("javac", *options, str(source))
    return classes


def _do(*words: str) -> None:
    subprocess.run(words, check=True)  # noqa: S603 -- our own words
