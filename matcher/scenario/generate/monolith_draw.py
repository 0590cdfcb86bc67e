"""
The draws of the scenarios in one piece: numbers only, made with numpy.

Each draw stands in its place: another order would be another scenario, and so might be
another generator. A test knows the optimum of one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterator

Numbers: TypeAlias = NDArray[np.int64]
Shares: TypeAlias = NDArray[np.float64]

YEAR = 365
COUNTIES = 7
SECTORS = 6
LEAVES = 10
"""Specialties of each sector."""
LENGTHS = (5, 21, 90, 180, 330)
"""Days of a term."""
_SPECIALTIES = SECTORS * LEAVES
_DISTRICTS = 12
_SEATS_PER_PERSON = 0.7
_MOST_SEATS = 6


@dataclass(frozen=True)
class Crowd:
    """
    The people as they were drawn.

    Parameters
    ----------
    level, district, unit
        Of each person.
    specialties
        Of each person, as numbers of the tree's leaves.
    windows
        Of each person, as half-open days.
    """

    level: Numbers
    district: Numbers
    unit: Numbers
    specialties: list[list[int]]
    windows: list[list[tuple[int, int]]]


@dataclass(frozen=True)
class Posts:
    """
    The needs as they were drawn.

    Parameters
    ----------
    county
        Of each host.
    head, specialty, level, start, end, urgency, host
        Of each need; the most urgent have 3.
    """

    county: Numbers
    head: list[int]
    specialty: Numbers
    level: Numbers
    start: Numbers
    end: Numbers
    urgency: Numbers
    host: Numbers


def draw_popularity(draw: np.random.Generator, people: int) -> Shares:
    """Return how likely each specialty is; few people know few of them."""
    weights = 1 / (np.arange(_SPECIALTIES) + 2.0) ** 0.8
    weights = draw.permutation(weights / weights.sum())
    known = min(_SPECIALTIES, max(12, people // 10))
    if known < _SPECIALTIES:
        weights[np.argsort(-weights)[known:]] = 0
        weights = weights / weights.sum()
    return weights


def draw_crowd(draw: np.random.Generator, people: int, popularity: Shares) -> Crowd:
    """Return people with levels, specialties, windows and the units they belong to."""
    level = draw.choice([1, 2, 3, 4], people, p=[0.25, 0.35, 0.25, 0.15])
    district = draw.integers(0, _DISTRICTS, people)
    specialties = [_draw_specialties(draw, popularity) for _ in range(people)]
    windows = [list(_draw_windows(draw)) for _ in range(people)]
    units = max(1, people // 15)
    unit = np.concatenate([np.arange(units), draw.integers(0, units, people - units)])
    draw.shuffle(unit)
    return Crowd(level, district, unit, specialties, windows)


def _draw_specialties(draw: np.random.Generator, popularity: Shares) -> list[int]:
    """Return up to three specialties of one sector, the main one first."""
    count = draw.choice([1, 2, 3], p=[0.5, 0.35, 0.15])
    main = int(draw.choice(_SPECIALTIES, p=popularity))
    sector = main // LEAVES * LEAVES
    more = [sector + int(draw.integers(0, LEAVES)) for _ in range(count - 1)]
    return list(dict.fromkeys([main, *more]))


def _draw_windows(draw: np.random.Generator) -> Iterator[tuple[int, int]]:
    """Yield the whole year, one stretch, or one before and one after some day."""
    shape = draw.random()
    if shape < 0.35:
        yield 0, YEAR
    elif shape < 0.70:
        length = int(draw.integers(60, 340))
        start = int(draw.integers(0, YEAR - length + 1))
        yield start, start + length
    else:
        middle = int(draw.integers(120, 245))
        before = int(draw.integers(30, middle + 1))
        after = int(draw.integers(30, YEAR - middle + 1))
        start = int(draw.integers(0, middle - before + 1))
        yield start, start + before
        start = int(draw.integers(middle, YEAR - after + 1))
        yield start, start + after


def draw_posts(draw: np.random.Generator, people: int, popularity: Shares) -> Posts:
    """Return hosts, and needs that ask for what people know, or nearly so."""
    hosts = max(COUNTIES, people // 40)
    county = np.concatenate(
        [np.arange(COUNTIES), draw.integers(0, COUNTIES, hosts - COUNTIES)]
    )
    head: list[int] = []
    while sum(head) < _SEATS_PER_PERSON * people:
        head.append(int(draw.integers(1, _MOST_SEATS + 1)))
    count = len(head)
    known = popularity > 0
    wanted = 0.85 * popularity + 0.15 * known / known.sum()
    specialty = draw.choice(_SPECIALTIES, count, p=wanted)
    level = draw.choice([1, 2, 3, 4], count, p=[0.35, 0.35, 0.20, 0.10])
    days = draw.choice(LENGTHS, count, p=[0.35, 0.25, 0.20, 0.12, 0.08])
    start = np.array([draw.integers(0, YEAR - each + 1) for each in days])
    urgency = draw.choice([1, 2, 3], count, p=[0.5, 0.3, 0.2])
    host = draw.integers(0, hosts, count)
    return Posts(county, head, specialty, level, start, start + days, urgency, host)
