"""How large a year between provinces is: who is paired, and how many go for what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

STEMS = dict(zip("ABCDEFGHIJ", "甲乙丙丁戊己庚辛壬癸", strict=True))
"""The names of invented provinces, by their letters."""


@dataclass(frozen=True)
class Link:
    """
    Two provinces whose counties are paired one to one.

    Parameters
    ----------
    sender, receiver
        Their letters, in the east and in the west.
    counties
        How many pairs.
    altitude
        Least and greatest altitude of the receiver's counties, in metres.
    """

    sender: str
    receiver: str
    counties: int
    altitude: tuple[int, int] = (400, 1400)


@dataclass(frozen=True)
class Shape:
    """
    A year between provinces.

    Parameters
    ----------
    name, title, title_en
        As in a scenario.
    links
        Which provinces are paired.
    people
        How many people there are for each line of :mod:`lines`, by its key.
    schools, hospitals
        Paired schools and hospitals in all, on each side.
    """

    name: str
    title: str
    title_en: str
    links: tuple[Link, ...]
    people: Mapping[str, int]
    schools: int
    hospitals: int

    @property
    def counties(self) -> int:
        """Pairs of counties in all."""
        return sum(link.counties for link in self.links)

    @property
    def senders(self) -> tuple[str, ...]:
        """The letters of the provinces in the east."""
        return tuple(dict.fromkeys(link.sender for link in self.links))


# The figures of Jiangsu and Shaanxi in 2021: 306 cadres and 1,183 specialists one way,
# 148 cadres the other, 56 pairs of counties, 389 schools and 127 hospitals. How the
# specialists part into lines, and the 63 who learn in the east, are assumptions.
PAIR = Shape(
    name="province-pair",
    title="一对省份的一年：56对区县、1700人",
    title_en="A pair of provinces: 56 pairs of counties, 1,700 people",
    links=(Link("A", "A", 56),),
    people={
        "GB": 306,
        "YL": 426,
        "JY": 473,
        "NY": 142,
        "XT": 71,
        "ZJ": 71,
        "GF": 148,
        "PX": 63,
    },
    schools=389,
    hospitals=127,
)
"""Size M."""

_HIGH = (1600, 3200)

# About 3,000 cadres and 25,000 specialists go both ways in a year, between eight
# provinces and ten, for about 450 counties. How these part is an assumption: cadres as
# above, a fifth of the specialists from the west, counties unevenly.
NATION = Shape(
    name="nation",
    title="全国的一年：450对区县、28000人",
    title_en="A nation: 450 pairs of counties, 28,000 people",
    links=(
        Link("A", "A", 32),
        Link("B", "B", 36, _HIGH),
        Link("C", "C", 86, (800, 2200)),
        Link("D", "D", 56),
        Link("D", "E", 18, _HIGH),
        Link("E", "F", 66),
        Link("F", "G", 12),
        Link("G", "H", 22),
        Link("G", "I", 40, _HIGH),
        Link("H", "J", 82),
    ),
    people={
        "GB": 2022,
        "YL": 7200,
        "JY": 8000,
        "NY": 2400,
        "XT": 1200,
        "ZJ": 1200,
        "GF": 978,
        "PX": 5000,
    },
    schools=3126,
    hospitals=1020,
)
"""Size L."""


def part(shape: Shape, times: int) -> Shape:
    """
    Return a shape so many times smaller, with the same links.

    Parameters
    ----------
    shape
        The whole.
    times
        A link keeps at least one pair of counties.
    """
    return replace(
        shape,
        links=tuple(
            replace(link, counties=max(1, link.counties // times))
            for link in shape.links
        ),
        people={key: count // times for key, count in shape.people.items()},
        schools=shape.schools // times,
        hospitals=shape.hospitals // times,
    )
