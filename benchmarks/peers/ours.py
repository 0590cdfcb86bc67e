"""Our own runs: ``matcher solve`` as it is, with the news it tells on the way."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.news import told
from benchmarks.peers.instance import read_instance
from benchmarks.peers.records import Step
from benchmarks.processes import MATCHER

if TYPE_CHECKING:
    from collections.abc import Iterable


def command(scenario: Path, folder: Path, limit: float) -> tuple[str, ...]:
    """
    Return the words that solve a scenario.

    Parameters
    ----------
    scenario
        The scenario's folder.
    folder
        Where the plan goes.
    limit
        Seconds for the search.
    """
    options = (f"--time-limit={limit:g}", "-v", "--force")
    return MATCHER, "solve", str(scenario), "-o", str(folder), *options


def steps(lines: Iterable[tuple[float, str]]) -> tuple[Step, ...]:
    """
    Return what was known of the weighted sum, and when.

    Parameters
    ----------
    lines
        What the process said, with the seconds since its start.
    """
    found: list[Step] = []
    for seconds, rung, best, bound in told(lines):
        # The first rung is the weighted sum; the peers know no other.
        if rung != 1:
            continue
        if not found or (found[-1].best, found[-1].bound) != (best, bound):
            found.append(Step(seconds=seconds, best=best, bound=bound))
    return tuple(found)


def answer(instance: Path, plan: Path) -> dict[str, Any]:
    """
    Return a plan of ours as if a peer had given it.

    Parameters
    ----------
    instance
        The instance's file.
    plan
        The plan's file.
    """
    read = read_instance(instance)
    people = {code: place for place, code in enumerate(read.people)}
    posts = {code: place for place, code in enumerate(read.posts)}
    content = json.loads(plan.read_text(encoding="utf-8"))
    pairs = [
        (people[each["person"]], posts[each["need"]]) for each in content["assignments"]
    ]
    return {"pairs": pairs, "bound": content["rungs"][0]["bound"]}


def main(instance: str, plan: str) -> None:
    """Print a plan of ours as if a peer had given it."""
    print(json.dumps(answer(Path(instance), Path(plan))))


if __name__ == "__main__":
    main(*sys.argv[1:])
