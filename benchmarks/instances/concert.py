"""
Concerts and halls: which offers to accept, each in a hall that is large enough.

An offer is a need on fixed days, a hall a person. Each requirement that occurs is a
specialty, held by the halls with that capacity or more, and the price is a rating of
every hall that could take the offer. The only goal is ``fit``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.instances import ground
from benchmarks.instances.checking import apart, must, on_time
from benchmarks.instances.minizinc import read_data
from matcher.scenario.conditions import Rating

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from benchmarks.instances.checking import Sent
    from matcher.scenario import Scenario


def read(path: Path) -> Scenario:
    """
    Return the instance as a scenario.

    Parameters
    ----------
    path
        A data file of the MiniZinc challenge.
    """
    data = read_data(path)
    halls, wanted = data["capacity"], data["requirement"]
    end = max(data["end"])
    seats = sorted(set(wanted))
    people = [
        ground.person(hall, (ground.horizon(end),), _served(seats, capacity))
        for hall, capacity in enumerate(halls)
        if capacity >= seats[0]
    ]
    offers = list(zip(data["start"], data["end"], wanted, data["price"], strict=True))
    needs = [
        ground.need(ground.code("n", offer), _seats(seat), (start, end))
        for offer, (start, end, seat, _) in enumerate(offers)
    ]
    ratings = [
        Rating(
            person=ground.code("p", hall), need=ground.code("n", offer), points=price
        )
        for offer, (_, _, seat, price) in enumerate(offers)
        for hall, capacity in enumerate(halls)
        if capacity >= seat
    ]
    return ground.scenario(
        path.stem,
        end,
        (ground.rated(),),
        specialties=[ground.specialty(_seats(each)) for each in seats],
        people=people,
        needs=needs,
        ratings=ratings,
    )


def value(path: Path, sent: Sequence[Sent]) -> float:
    """Return the sum of accepted prices."""
    data = read_data(path)
    terms = list(zip(data["start"], data["end"], strict=True))
    apart(sent)
    on_time(sent, terms)
    taken = [ground.number(each.need) for each in sent]
    must(len(set(taken)) == len(taken), "an offer is accepted twice")
    for each in sent:
        capacity = data["capacity"][ground.number(each.person)]
        wanted = data["requirement"][ground.number(each.need)]
        must(capacity >= wanted, f"{each.person} is too small for {each.need}")
    return float(sum(data["price"][offer] for offer in taken))


def bound(path: Path, bounds: Mapping[str, int]) -> float | None:
    """Return what no solution exceeds."""
    del path
    return bounds.get("fit")


def _served(seats: Sequence[int], capacity: int) -> list[str]:
    return [_seats(each) for each in seats if each <= capacity]


def _seats(number: int) -> str:
    return f"seats-{number}"
