"""Names mean the same as codes, wherever they are certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from every import EVERY
from good import BASE, write

from matcher.errors import ScenarioError
from matcher.scenario.entities import Specialty
from matcher.scenario.reading import read, read_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.scenario import Scenario

PEOPLE = BASE["people.csv"]
NEEDS = BASE["needs.csv"]


def changed(tmp_path: Path, file: str, old: str, new: str) -> Path:
    """Write the good scenario with one change and return its folder."""
    assert BASE[file].count(old) == 1
    return write(tmp_path / "s", {**BASE, file: BASE[file].replace(old, new)})


@pytest.fixture
def good(tmp_path: Path) -> Scenario:
    """Return the good scenario as it is read from codes."""
    return read_scenario(write(tmp_path / "good"))


@pytest.mark.parametrize(
    ("file", "code", "name"),
    [
        ("units.csv", "鼓楼医院,320102", "鼓楼医院,玄武"),
        ("units.csv", "鼓楼医院,320102", "鼓楼医院,玄武区"),
        ("units.csv", "大通医院,630121", "大通医院,大通县"),
        ("units.csv", "大通医院,630121", "大通医院,大通縣"),
        ("units.csv", "大通医院,630121", "大通医院,大通回族土族自治县"),
        ("units.csv", "大通医院,630121", "大通医院,Datong"),
        ("units.csv", ",,SITE", ",,公寓"),
        ("people.csv", "P001,NHOSP", "P001,鼓楼医院"),
        ("people.csv", "P001,NHOSP", "P001,鼓樓醫院"),
        ("people.csv", "医疗,03.04,4", "医疗,心血管,4"),
        ("people.csv", "医疗,03.04,4", "医疗,心内科,4"),
        ("people.csv", "医疗,03.04,4", "医疗,心血管內科,4"),
        ("people.csv", "医疗,03；03.04,3", "医疗,内科、心内科,3"),
        ("people.csv", "医疗,03.04,4", "医疗,03.04,副主任医师"),
        ("people.csv", "医疗,03.04,4", "医疗,03.04,副主任醫師"),
        ("people.csv", "医疗,03.04,4", "医疗,03.04,232"),
        ("people.csv", "医疗,03.04,4", "医疗,03.04,副高"),
        ("people.csv", "4,female,yes", "4,女,合格"),
        ("people.csv", "TO_XINING", "赴西宁"),
        ("people.csv", "TO_XINING", "赴西寧"),
        ("people.csv", ",IN,", ",三支,"),
        ("people.csv", "id,unit,sector", "人员代号,派出单位,领域"),
        ("people.csv", "id,unit,sector", "人員代號,派出單位,領域"),
        ("people.csv", "id,unit,sector", "人员代号*,派出单位＊,领域 *"),
        ("programmes.csv", "support_posting", "三支帮扶"),
        ("programmes.csv", "180,630121", "180,大通"),
        ("preferences.csv", "host,P002", "单位,P002"),
        ("locks.csv", "P002,XHOSP", "P002,大通医院"),
        ("calendar.csv", "10-07,", "10-07,"),
    ],
)
def test_a_name_means_the_code(
    file: str, code: str, name: str, good: Scenario, tmp_path: Path
) -> None:
    """Codes, names, other names and traditional characters give one scenario."""
    assert read_scenario(changed(tmp_path, file, code, name)) == good


def test_an_old_code_of_an_area_means_the_new_one(tmp_path: Path) -> None:
    """湟中 was a county with a code of its own before it became a district."""
    areas = BASE["areas.csv"] + "630106,湟中区,xining,2650,1\n"
    units = BASE["units.csv"] + "HZ,湟中医院,630122,hospital,医疗,,\n"
    files = {**BASE, "areas.csv": areas, "units.csv": units}

    assert read_scenario(write(tmp_path / "s", files)).unit["HZ"].area == "630106"


def test_a_specialty_of_a_vocabulary_is_taken_up(tmp_path: Path) -> None:
    """What only the vocabulary knows joins the planners' own family of that name."""
    folder = changed(tmp_path, "people.csv", "医疗,03.04,4", "医疗,呼吸内科,4")
    scenario = read_scenario(folder)

    assert scenario.person["P001"].specialties == ("YL03.01",)
    assert scenario.specialty["YL03.01"] == Specialty(
        id="YL03.01",
        name="呼吸内科",
        name_en="Respiratory medicine",
        family="03",
        sector="医疗",
    )
    assert set(scenario.specialty) == {"03", "03.04", "YL03.01"}


def test_a_family_is_taken_up_with_its_specialty(tmp_path: Path) -> None:
    """Where the planners have no such family, it comes from the vocabulary too."""
    folder = changed(tmp_path, "people.csv", "医疗,03.04,4", "医疗,骨科,4")
    scenario = read_scenario(folder)
    (code,) = scenario.person["P001"].specialties
    family = scenario.specialty[scenario.specialty[code].family]

    assert (scenario.specialty[code].name, family.name) == ("骨科", "外科")


def test_planners_add_names_of_their_own(tmp_path: Path) -> None:
    """A name in the column of other names means its row."""
    specialties = "id,name,family,sector,aliases\n03,内科,,医疗,\n"
    specialties += "03.04,心血管,03,医疗,心脏病；胸痛中心\n"
    people = PEOPLE.replace("医疗,03.04,4", "医疗,胸痛中心,4")
    files = {**BASE, "specialties.csv": specialties, "people.csv": people}
    scenario = read_scenario(write(tmp_path / "s", files))

    assert scenario.person["P001"].specialties == ("03.04",)


def test_a_name_of_two_rows_is_told(tmp_path: Path) -> None:
    """Which of two units of one name is meant cannot be known."""
    units = BASE["units.csv"] + "X2,大通医院,630121,hospital,医疗,,\n"
    needs = NEEDS.replace("K1,IN,XHOSP", "K1,IN,大通医院")
    files = {**BASE, "units.csv": units, "needs.csv": needs}
    with pytest.raises(ScenarioError) as caught:
        read_scenario(write(tmp_path / "s", files))

    (found,) = caught.value.problems
    assert (found.code, str(found.place)) == ("E310", "needs.csv:2:C [unit]")
    assert "X2, XHOSP" in found.message("zh")


def test_an_unknown_name_is_told_with_the_nearest(tmp_path: Path) -> None:
    """A misspelt name is told, never taken for another."""
    folder = changed(tmp_path, "people.csv", "医疗,03.04,4", "医疗,心血官内科,4")
    with pytest.raises(ScenarioError) as caught:
        read_scenario(folder)
    (found,) = caught.value.problems

    assert (found.code, str(found.place)) == ("E301", "people.csv:2:D [specialties]")
    assert "“心血管内科”" in found.message("zh")


def test_a_code_is_never_taken_for_a_name(tmp_path: Path) -> None:
    """A code that is there means its own row, whatever else is called so."""
    units = EVERY["units.csv"]
    files = {**EVERY, "units.csv": units.replace("大通医院", "NHOSP")}
    scenario = read_scenario(write(tmp_path / "s", files))

    assert scenario.unit["XHOSP"].name == "NHOSP"
    assert scenario.person["P001"].unit == "NHOSP"


def test_a_row_that_cannot_be_read_is_still_there_by_its_name(tmp_path: Path) -> None:
    """A broken unit is one problem, though people call it by its name."""
    units = BASE["units.csv"].replace(",4,", ",four,")
    people = PEOPLE.replace("P001,NHOSP", "P001,鼓楼医院")
    files = {**BASE, "units.csv": units, "people.csv": people}
    with pytest.raises(ScenarioError) as caught:
        read_scenario(write(tmp_path / "s", files))

    assert [each.code for each in caught.value.problems] == ["E204"]


def test_rows_pasted_twice_in_a_list_of_statements_are_warned_of(
    tmp_path: Path,
) -> None:
    """Two equal commitments do no harm, but somebody should look."""
    commitments = BASE["commitments.csv"]
    twice = commitments + commitments.splitlines()[1] + "\n"
    reading = read(write(tmp_path / "s", {**BASE, "commitments.csv": twice}))

    assert [(each.code, str(each.place)) for each in reading.warnings] == [
        ("W121", "commitments.csv:3")
    ]
