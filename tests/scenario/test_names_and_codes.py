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

    from matcher.errors import Problem
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


def told(tmp_path: Path, specialties: str, people: str) -> list[Problem]:
    """Return what is told of specialties when P001 writes one so."""
    head = "id,name,family,sector,aliases\n03,内科,,医疗,\n03.04,心血管内科,03,医疗,\n"
    people = PEOPLE.replace("医疗,03.04,4", f"医疗,{people},4")
    files = {**BASE, "specialties.csv": head + specialties, "people.csv": people}
    folder = write(tmp_path / "s", files)
    try:
        return list(read(folder).warnings)
    except ScenarioError as error:
        return list(error.problems)


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("WL,物理,,教育,\n", "文旅"),
        ("NX,内分泌科,03,医疗,\n", "畜牧兽医"),
        ("YL03.05,呼吸内科,03,医疗,\n", "血液科"),
        ("YL04,物理,,教育,\n", "骨科"),
    ],
)
def test_a_code_alone_does_not_mean_an_entry(
    row: str, name: str, tmp_path: Path
) -> None:
    """Culture is not taken for physics because physics has the code of culture."""
    (found,) = told(tmp_path, row, name)

    assert (found.code, str(found.place)) == ("E317", "people.csv:2:D [specialties]")
    assert "aliases" in found.message("zh")


def test_a_row_with_the_code_of_something_else_is_warned_of(tmp_path: Path) -> None:
    """The planners may have the code, but a reader would take it for the other."""
    (found,) = told(tmp_path, "WL,物理,,教育,\n", "WL")
    assert (found.code, str(found.place)) == ("W314", "specialties.csv:4:A [id]")
    assert "文化旅游" in found.message("zh")

    assert told(tmp_path, "WL,旅游,,文旅,文旅\n", "文化旅游") == []
    assert told(tmp_path, "W1,物理,,教育,\n", "文旅") == []


def test_a_row_with_code_and_shared_name_is_the_entry(tmp_path: Path) -> None:
    """五官科 alone is two things; under the code of one of them it is that one."""
    assert told(tmp_path, "YL11,五官科,,医疗,\n", "耳鼻喉科") == []


@pytest.mark.parametrize(
    "name", ["肛肠科", "针推科", "五官科", "心血管科", "心血管", "书法"]
)
def test_a_word_with_two_meanings_is_told_with_both(name: str, tmp_path: Path) -> None:
    """Neither is chosen, even where the table has one of the two only."""
    (found,) = told(tmp_path, "YL50.11,中医肛肠科,,医疗,\n", name)

    assert found.code == "E310"
    assert found.message("en").count(", ") == 1


def test_a_family_of_two_own_rows_is_told(tmp_path: Path) -> None:
    """A specialty taken up does not choose among the planners' families."""
    (found,) = told(tmp_path, "M,大内科,,医疗,\n", "呼吸内科")

    assert found.code == "E318"
    assert "03, M" in found.message("en")


def test_an_area_of_several_districts_is_told(tmp_path: Path) -> None:
    """江北新区 has no code; the districts under it are named."""
    folder = changed(tmp_path, "units.csv", "鼓楼医院,320102", "鼓楼医院,江北新区")
    with pytest.raises(ScenarioError) as caught:
        read_scenario(folder)
    (found,) = caught.value.problems

    assert found.code == "E310"
    assert "320111 浦口区, 320116 六合区" in found.message("zh")


def test_a_wrong_code_is_not_taken_for_another_province(tmp_path: Path) -> None:
    """320122 is an area that exists; 64 is another province; 630129 is a slip."""
    for code, near in (("320122", ""), ("649121", ""), ("630129", "630121")):
        folder = changed(tmp_path, "units.csv", "大通医院,630121", f"大通医院,{code}")
        with pytest.raises(ScenarioError) as caught:
            read_scenario(folder)
        (found,) = caught.value.problems
        assert found.facts.get("nearest", "") == near


@pytest.mark.parametrize(
    ("text", "way_out"),
    [
        ("骨科（脊柱）", "“骨科”"),
        ("内科/外科", "“内科”"),
        ("无", "matcher vocab --search"),
    ],
)
def test_an_unknown_specialty_is_told_with_what_it_holds(
    text: str, way_out: str, tmp_path: Path
) -> None:
    """A longer name leads to the name in it; any other to the vocabularies."""
    (found,) = told(tmp_path, "", text)

    assert found.code == "E301"
    assert way_out in found.message("zh")


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
