"""
The neutral file that every peer reads: pairs, posts, and limits over time.

Only the standard library is used here: peers run in environments of their own, in
which matcher is not installed.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Instance:
    """
    Who may take which post, what it is worth, and what limits it.

    Parameters
    ----------
    name
        What it is called.
    people, posts
        Codes; all other fields speak of their places in these lists.
    most
        How many posts a person may take, one after the other.
    unit
        The releasing unit of each person.
    release
        How many of its people each unit spares on one day.
    site
        Where the guests of each post sleep.
    beds
        How many guests each site takes on one day.
    seats
        How many people each post wants.
    start, end
        The days of each post, half-open.
    priority
        How urgent each post is; 1 comes first.
    person, post, value
        The eligible pairs, by post and person, and what each is worth.
    """

    name: str
    people: list[str]
    posts: list[str]
    most: int
    unit: list[int]
    release: list[int]
    site: list[int]
    beds: list[int]
    seats: list[int]
    start: list[int]
    end: list[int]
    priority: list[int]
    person: list[int]
    post: list[int]
    value: list[int]

    def of_post(self) -> list[list[int]]:
        """Return the pairs of each post."""
        return _grouped(self.post, len(self.posts))

    def of_person(self) -> list[list[int]]:
        """Return the pairs of each person."""
        return _grouped(self.person, len(self.people))

    def of_unit(self) -> list[list[int]]:
        """Return the pairs of each releasing unit."""
        return _grouped([self.unit[each] for each in self.person], len(self.release))

    def of_site(self) -> list[list[int]]:
        """Return the pairs of each site."""
        return _grouped([self.site[each] for each in self.post], len(self.beds))


def read_instance(path: Path) -> Instance:
    """
    Return the instance of a file.

    Parameters
    ----------
    path
        The file.
    """
    return Instance(**json.loads(path.read_text(encoding="utf-8")))


def write_instance(instance: Instance, path: Path) -> None:
    """
    Write an instance, a field a line.

    Parameters
    ----------
    instance
        What is written.
    path
        Where it goes.
    """
    lines = (f"{json.dumps(k)}: {json.dumps(v)}" for k, v in asdict(instance).items())
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def rows(instance: Instance) -> Iterator[tuple[list[int], int]]:
    """
    Yield all limits as rows: pairs, and how many of them may be taken.

    Parameters
    ----------
    instance
        What is limited.

    Notes
    -----
    Limits over time become one row for each largest set of pairs that meet on a day.
    """
    people = instance.of_person()
    groups = [
        *(([each], instance.most) for each in people),
        *zip(([each] for each in instance.of_post()), instance.seats, strict=True),
        *((meeting(instance, each), 1) for each in people),
        *_over_time(instance, instance.of_unit(), instance.release),
        *_over_time(instance, instance.of_site(), instance.beds),
    ]
    for sets, cap in groups:
        for pairs in sets:
            if len(pairs) > cap:
                yield pairs, cap


def _over_time(
    instance: Instance, groups: Sequence[list[int]], caps: Sequence[int]
) -> Iterator[tuple[Iterable[list[int]], int]]:
    for pairs, cap in zip(groups, caps, strict=True):
        yield meeting(instance, pairs), cap


def meeting(instance: Instance, pairs: Iterable[int]) -> Iterator[list[int]]:
    """
    Yield the largest sets of pairs whose posts all hold one day.

    Parameters
    ----------
    instance
        Where they are from.
    pairs
        Their places.
    """
    present: dict[int, None] = {}
    grown = False
    for _, begins, pair in changes(instance, pairs):
        if begins:
            present[pair] = None
        else:
            if grown:
                yield list(present)
            del present[pair]
        grown = begins


def changes(instance: Instance, pairs: Iterable[int]) -> list[tuple[int, bool, int]]:
    """
    Return the days on which pairs would begin or end, in order; ends come first.

    Parameters
    ----------
    instance
        Where they are from.
    pairs
        Their places.
    """
    return sorted(
        event
        for pair in pairs
        for event in (
            (instance.start[instance.post[pair]], True, pair),
            (instance.end[instance.post[pair]], False, pair),
        )
    )


def _grouped(keys: Sequence[int], count: int) -> list[list[int]]:
    """Return the places of each key, of which there are so many."""
    groups: list[list[int]] = [[] for _ in range(count)]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    for key, places in groupby(order, key=keys.__getitem__):
        groups[key] = list(places)
    return groups
