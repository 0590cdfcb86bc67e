"""What the numbers of a column count, so that a number in another unit is noticed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from matcher.language import Names


@dataclass(frozen=True)
class Measure:
    """
    The unit of a column.

    Parameters
    ----------
    name
        Its name in both languages, as messages show it.
    factors
        How many of it one of another unit is, by the words for that unit.
    larger
        The unit that a number with a fraction is likely to count, and its factor.
    """

    name: Names
    factors: Mapping[str, int] = field(default_factory=dict)
    larger: tuple[Names, int] | None = None


def _named(zh: str, en: str) -> Names:
    return Names((zh,), (en,))


_METRES = Measure(
    _named("米", "metres"),
    {
        **dict.fromkeys(("m", "米", "公尺"), 1),
        **dict.fromkeys(("km", "公里", "千米"), 1000),
    },
    (_named("公里", "kilometres"), 1000),
)
_DAYS = Measure(
    _named("天", "days"),
    {
        **dict.fromkeys(("天", "日", "d", "day", "days"), 1),
        **dict.fromkeys(("周", "週", "星期", "礼拜", "w", "week", "weeks"), 7),
    },
)
_PEOPLE = Measure(
    _named("人", "people"),
    {**dict.fromkeys(("人", "名", "位", "口"), 1), "万": 10_000, "万人": 10_000},
)
_INHABITANTS = replace(_PEOPLE, larger=(_named("万人", "ten thousands"), 10_000))
_YEARS = Measure(_named("年", "years"), dict.fromkeys(("年", "岁", "周岁", "years"), 1))
_BEDS = Measure(_named("张", "beds"), dict.fromkeys(("张", "个", "床"), 1))
_SEATS = Measure(_named("座", "seats"), dict.fromkeys(("座", "个", "人"), 1))

MEASURES: Mapping[str, Measure] = {
    "altitude_m": _METRES,
    "population": _INHABITANTS,
    **dict.fromkeys(
        ("shortest", "longest", "max_days", "served_days", "target_days"), _DAYS
    ),
    **dict.fromkeys(("offset_days", "min_days", "min_gap", "max_gap"), _DAYS),
    "min_days_to_count": _DAYS,
    **dict.fromkeys(("target", "min_headcount", "max_headcount", "size"), _PEOPLE),
    **dict.fromkeys(("host_cap", "release_cap", "min_size", "max_size"), _PEOPLE),
    **dict.fromkeys(("age_max", "experience"), _YEARS),
    **dict.fromkeys(("beds_female", "beds_male"), _BEDS),
    "seats": _SEATS,
}
"""The unit of each column of numbers that has one."""
