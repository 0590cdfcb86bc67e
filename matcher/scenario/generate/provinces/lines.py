"""The lines of an agreement between provinces, and on which days their posts lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeAlias

from matcher.scenario.base import Counting, Direction, Kind
from matcher.scenario.entities import Programme
from matcher.scenario.generate.world import HORIZON

WEST, EAST = Direction.TO_XINING, Direction.TO_NANJING

Days: TypeAlias = tuple[date, date, int, int]
"""First and last day of a need, its shortest and its longest term."""


def _within(draw: Random, shortest: int, longest: int, room: int) -> Days:
    """Return days anywhere in the horizon with some room to move."""
    width = longest + draw.randint(room // 3, room)
    first = HORIZON.start + timedelta(days=draw.randrange(HORIZON.days - width))
    return first, first + timedelta(days=width - 1), shortest, longest


def _year(draw: Random) -> Days:
    """Return a year that begins in spring."""
    first = HORIZON.start + timedelta(days=draw.randrange(45))
    width = 365 + draw.randint(20, 60)
    return first, first + timedelta(days=width - 1), 365, 365


def _half_year(draw: Random) -> Days:
    shortest = draw.choice((180, 180, 210))
    return _within(draw, shortest, shortest + draw.choice((0, 0, 30)), 60)


_TERMS = (
    (date(2023, 8, 26), date(2024, 1, 19)),
    (date(2024, 2, 25), date(2024, 7, 13)),
    (date(2023, 8, 26), date(2024, 7, 13)),
)


def _school_term(draw: Random) -> Days:
    """Return one term of the school year, or more often both."""
    first, last = draw.choices(_TERMS, (1, 1, 2))[0]
    longest = (last - first).days + 1
    return first, last, longest - 7, longest


def _season(draw: Random) -> Days:
    """Return some weeks or months between spring and autumn."""
    shortest = draw.choice((30, 45, 60, 90))
    first = date(2023, 3, 13) + timedelta(days=draw.randrange(100))
    width = shortest + draw.randint(20, 50)
    return first, first + timedelta(days=width - 1), shortest, shortest + 15


def _three_weeks(draw: Random) -> Days:
    """Return three weeks of the warmer half of a year."""
    first = date(2023, 5, 8) + timedelta(days=draw.randrange(120))
    width = 21 + draw.randint(14, 42)
    return first, first + timedelta(days=width - 1), 21, 21


def _visit(draw: Random) -> Days:
    shortest = draw.randint(5, 10)
    first = date(2023, 4, 10) + timedelta(days=draw.randrange(170))
    width = shortest + draw.randint(14, 40)
    return first, first + timedelta(days=width - 1), shortest, shortest + 4


def _some_months(draw: Random) -> Days:
    shortest = draw.choice((90, 120, 180))
    return _within(draw, shortest, shortest, 60)


def _to_learn(draw: Random) -> Days:
    shortest = draw.choice((30, 60, 90, 180))
    return _within(draw, shortest, shortest + draw.choice((0, 0, 30)), 60)


@dataclass(frozen=True)
class Line:
    """
    A line that every agreement between two provinces has.

    Parameters
    ----------
    programme
        As it stands in each agreement, but for the province's letter, the target and
        the maximum.
    sectors
        Which sectors it serves.
    days
        Draws the days of a need.
    heads
        How many people a need asks for, as often as listed.
    pooled
        Whether units of the whole province serve it, and not those of paired counties.
    """

    programme: Programme
    sectors: tuple[str, ...]
    days: Callable[[Random], Days]
    heads: tuple[int, ...] = (1, 1, 1, 2, 2, 3)
    pooled: bool = False

    @property
    def key(self) -> str:
        """Code of the line."""
        return self.programme.id

    @property
    def to_west(self) -> bool:
        """Whether it sends people from the east to the west."""
        return self.programme.direction is WEST


def _programme(key: str, name: str, name_en: str, **fields: object) -> Programme:
    return Programme.model_validate(
        {"id": key, "name": name, "name_en": name_en, **fields}
    )


LINES = (
    Line(
        _programme(
            "GB",
            "东部干部挂职",
            "Cadres of the east",
            kind=Kind.SECONDMENT,
            direction=WEST,
            min_days_to_count=180,
            shortest=365,
            longest=365,
            age_max=55,
            paired=True,
        ),
        ("党政",),
        _year,
        heads=(1,),
    ),
    Line(
        _programme(
            "YL",
            "医疗人才“组团式”帮扶",
            "Doctors for half a year",
            kind=Kind.SUPPORT_POSTING,
            direction=WEST,
            min_days_to_count=30,
            shortest=180,
            longest=240,
            paired=True,
            host_kinds=("hospital",),
        ),
        ("医疗",),
        _half_year,
    ),
    Line(
        _programme(
            "JY",
            "教育人才“组团式”帮扶",
            "Teachers for a term or a year",
            kind=Kind.SUPPORT_POSTING,
            direction=WEST,
            min_days_to_count=30,
            shortest=130,
            longest=330,
            paired=True,
            host_kinds=("school",),
        ),
        ("教育",),
        _school_term,
    ),
    Line(
        _programme(
            "NY",
            "农技人才帮扶",
            "Agronomists for a season",
            kind=Kind.SUPPORT_POSTING,
            direction=WEST,
            min_days_to_count=30,
            shortest=30,
            longest=105,
            paired=True,
        ),
        ("农业",),
        _season,
        heads=(1, 1, 2),
    ),
    Line(
        _programme(
            "XT",
            "医疗小组团",
            "Small medical teams",
            kind=Kind.TEAM_VISIT,
            direction=WEST,
            shortest=21,
            longest=21,
            host_kinds=("hospital",),
        ),
        ("医疗",),
        _three_weeks,
        heads=(3, 3, 4, 5),
        pooled=True,
    ),
    Line(
        _programme(
            "ZJ",
            "专家短期指导",
            "Expert visits",
            kind=Kind.VISIT,
            direction=WEST,
            counting=Counting.POSTINGS,
            shortest=5,
            longest=14,
        ),
        ("农业", "教育"),
        _visit,
        heads=(1, 1, 2),
        pooled=True,
    ),
    Line(
        _programme(
            "GF",
            "西部干部挂职",
            "Cadres of the west",
            kind=Kind.SECONDMENT,
            direction=EAST,
            min_days_to_count=30,
            shortest=90,
            longest=180,
            age_max=50,
            paired=True,
        ),
        ("党政",),
        _some_months,
        heads=(1, 1, 2),
    ),
    Line(
        _programme(
            "PX",
            "骨干人才跟岗学习",
            "Learning on post",
            kind=Kind.ATTACHMENT,
            direction=EAST,
            min_days_to_count=30,
            shortest=30,
            longest=210,
            paired=True,
        ),
        ("医疗", "教育", "农业"),
        _to_learn,
    ),
)
"""In the order in which they are drawn."""
