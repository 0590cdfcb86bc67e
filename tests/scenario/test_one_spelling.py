"""Sectors and departments are one however they are spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from every import EVERY
from good import write

from matcher.errors import ScenarioError
from matcher.scenario.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.scenario import Scenario

CALENDAR = EVERY["calendar.csv"].replace("last_day,areas\n", "last_day,areas,sectors\n")
CALENDAR += "停派,no_release,2023-05-01,2023-05-31,,"


def stopped(scenario: Scenario) -> tuple[str, ...]:
    """Return for which sectors nobody is sent."""
    (found,) = (each for each in scenario.calendar if each.name == "停派")
    return found.sectors


@pytest.mark.parametrize("written", ["医疗", "卫生", "醫療", "health", " HEALTH "])
def test_a_sector_is_one_however_it_is_spelt(written: str, tmp_path: Path) -> None:
    """A season for 卫生 holds for the people of 医疗."""
    files = {**EVERY, "calendar.csv": f"{CALENDAR}{written}\n"}
    reading = read(write(tmp_path / "s", files))

    assert stopped(reading.scenario) == ("医疗",)
    assert reading.warnings == ()


@pytest.mark.parametrize("table", ["people.csv", "specialties.csv", "units.csv"])
def test_sectors_of_every_table_are_spelt_alike(table: str, tmp_path: Path) -> None:
    """The same scenario is read from 衛生 and from 医疗."""
    plain = read(write(tmp_path / "plain", EVERY)).scenario
    changed = EVERY[table].replace("医疗", "衛生")
    other = read(write(tmp_path / "other", {**EVERY, table: changed})).scenario

    assert changed != EVERY[table]
    assert other == plain


def test_sectors_of_the_planners_own_are_folded(tmp_path: Path) -> None:
    """A sector that no vocabulary has is one in both scripts."""
    files = {
        **EVERY,
        "people.csv": EVERY["people.csv"].replace("医疗", "气象"),
        "calendar.csv": f"{CALENDAR}氣象\n",
    }
    reading = read(write(tmp_path / "s", files))

    sector = reading.scenario.person["P001"].sector
    assert stopped(reading.scenario) == (sector,)


def test_a_sector_of_nobody_is_warned_of(tmp_path: Path) -> None:
    """A misspelt sector would leave a season without effect."""
    files = {**EVERY, "calendar.csv": f"{CALENDAR}教育；医疗类\n"}
    found = read(write(tmp_path / "s", files)).warnings

    assert [(each.code, str(each.place)) for each in found] == [
        ("W315", "calendar.csv:5:F [sectors]")
    ] * 2
    assert found[1].facts["nearest"] == "医疗"


def test_a_department_is_one_however_it_is_spelt(tmp_path: Path) -> None:
    """A cap of 內科 holds for the people of 内科, under the name of the cap."""
    files = {
        **EVERY,
        "departments.csv": "unit,name,release_cap\nNHOSP,心內科,0\n",
        "needs.csv": EVERY["needs.csv"].replace("心内科", "心內科"),
    }
    reading = read(write(tmp_path / "s", files))
    scenario = reading.scenario

    assert reading.warnings == ()
    assert scenario.person["P001"].department == scenario.departments[0].name
    assert scenario.person["X001"].department == scenario.need["H1"].department


def test_a_department_of_nobody_is_warned_of(tmp_path: Path) -> None:
    """The cap of a misspelt department would have no effect."""
    departments = EVERY["departments.csv"].replace("心内科", "心血内科")
    files = {**EVERY, "departments.csv": departments}
    (found,) = read(write(tmp_path / "s", files)).warnings

    assert (found.code, str(found.place)) == ("W316", "departments.csv:2:B [name]")
    assert found.facts["nearest"] == "心内科"


def test_two_caps_of_one_department_are_told(tmp_path: Path) -> None:
    """内科 and 內科 are one department: which cap holds cannot be known."""
    departments = EVERY["departments.csv"] + "鼓楼医院,心內科,0\n"
    with pytest.raises(ScenarioError) as caught:
        read(write(tmp_path / "s", {**EVERY, "departments.csv": departments}))

    assert [(each.code, str(each.place)) for each in caught.value.problems] == [
        ("E302", "departments.csv:3:B [name]")
    ]
