"""
A judge of every plan, ours and the peers': counts what it breaks and adds up its worth.

It shares nothing with the peers but the file of the instance, and nothing at all with
matcher. ``python -m benchmarks.peers.verify INSTANCE ANSWER`` prints its verdict.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.peers.instance import Instance, read_instance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True)
class Verdict:
    """
    What a plan is worth and what it breaks.

    Parameters
    ----------
    objective
        Sum of the values of its pairs.
    filled
        How many seats it fills.
    broken
        How often each limit is broken; empty for a plan that can be carried out.
    """

    objective: int
    filled: int
    broken: dict[str, int]


def verify(instance: Instance, pairs: Iterable[Iterable[int]]) -> Verdict:
    """
    Judge a plan.

    Parameters
    ----------
    instance
        What was planned.
    pairs
        Places of person and post.
    """
    columns = zip(instance.person, instance.post, instance.value, strict=True)
    value = {(person, post): worth for person, post, worth in columns}
    said = Counter((person, post) for person, post in pairs)
    plan = [pair for pair in said if pair in value]
    people, posts = [person for person, _ in plan], [post for _, post in plan]
    units = [instance.unit[person] for person in people]
    sites = [instance.site[post] for post in posts]
    alone = dict.fromkeys(people, 1)
    broken = {
        "not eligible": len(said) - len(plan),
        "twice": said.total() - len(said),
        "too many on a post": sum(
            max(0, count - instance.seats[post])
            for post, count in Counter(posts).items()
        ),
        "too many posts of a person": sum(
            max(0, count - instance.most) for count in Counter(people).values()
        ),
        "days in two places": _crowded(instance, posts, people, alone),
        "days beyond a unit's limit": _crowded(
            instance, posts, units, dict(enumerate(instance.release))
        ),
        "days beyond a site's beds": _crowded(
            instance, posts, sites, dict(enumerate(instance.beds))
        ),
    }
    return Verdict(
        objective=sum(value[pair] for pair in plan),
        filled=len(plan),
        broken={what: count for what, count in broken.items() if count},
    )


def _crowded(
    instance: Instance,
    posts: Iterable[int],
    holders: Iterable[int],
    caps: Mapping[int, int],
) -> int:
    """Return on how many days holders have more posts than their cap."""
    used = Counter(
        (holder, day)
        for post, holder in zip(posts, holders, strict=True)
        for day in range(instance.start[post], instance.end[post])
    )
    return sum(count > caps[holder] for (holder, _), count in used.items())


def main(instance: str, answer: str) -> None:
    """Judge the plan of an answer."""
    pairs = json.loads(Path(answer).read_text(encoding="utf-8"))["pairs"]
    print(json.dumps(asdict(verify(read_instance(Path(instance)), pairs))))


if __name__ == "__main__":
    main(*sys.argv[1:])
