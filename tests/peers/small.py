"""A small instance that tests of the peers plan on, and random ones."""

from __future__ import annotations

from random import Random

from benchmarks.peers.instance import Instance


def small() -> Instance:
    """
    Return three people and three posts on which every limit can be broken.

    Ann and Ben are of one unit that spares one, Cem of another; posts 0 and 1 meet on
    day 5 and share a site with one bed; post 2 comes later and sleeps elsewhere.
    """
    pairs = [(0, 0, 10), (1, 0, 9), (2, 0, 8), (0, 1, 7), (2, 1, 6), (0, 2, 5)]
    return Instance(
        name="small",
        people=["Ann", "Ben", "Cem"],
        posts=["early", "middle", "late"],
        most=1,
        unit=[0, 0, 1],
        release=[1, 2],
        site=[0, 0, 1],
        beds=[1, 3],
        seats=[1, 1, 1],
        start=[0, 5, 20],
        end=[6, 10, 30],
        priority=[1, 2, 3],
        person=[person for person, _, _ in pairs],
        post=[post for _, post, _ in pairs],
        value=[value for _, _, value in pairs],
    )


def drawn(seed: int) -> Instance:
    """Return an instance in which everything is drawn, and limits are tight."""
    draw = Random(seed)  # noqa: S311 -- a draw that can be repeated
    people, posts = draw.randint(1, 6), draw.randint(1, 5)
    start = [draw.randint(0, 20) for _ in range(posts)]
    pairs = [
        (person, post)
        for post in range(posts)
        for person in range(people)
        if draw.random() < 0.6
    ]
    return Instance(
        name=f"drawn-{seed}",
        people=[f"P{each}" for each in range(people)],
        posts=[f"N{each}" for each in range(posts)],
        most=draw.randint(1, 2),
        unit=[draw.randint(0, 1) for _ in range(people)],
        release=[draw.randint(0, 2), draw.randint(1, 2)],
        site=[draw.randint(0, 1) for _ in range(posts)],
        beds=[draw.randint(1, 3), draw.randint(1, 3)],
        seats=[draw.randint(1, 3) for _ in range(posts)],
        start=start,
        end=[each + draw.randint(1, 15) for each in start],
        priority=[draw.randint(1, 3) for _ in range(posts)],
        person=[person for person, _ in pairs],
        post=[post for _, post in pairs],
        value=[draw.randint(1, 3000) for _ in pairs],
    )
