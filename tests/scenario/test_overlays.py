"""A scenario on top of another one changes what it says, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from every import EVERY
from good import BASE, write

from matcher.errors import ScenarioError
from matcher.scenario.base import Mode
from matcher.scenario.reading import read, read_scenario

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from matcher.errors import Problem

ON_TOP = "base: ../base\n"


def overlay(
    tmp_path: Path, files: Mapping[str, str], base: Mapping[str, str] = BASE
) -> Path:
    """Write a base and an overlay beside it, and return the overlay's folder."""
    write(tmp_path / "base", base)
    return write(tmp_path / "top", {"scenario.yaml": ON_TOP, **files})


def problems(folder: Path) -> list[Problem]:
    """Return what reading the folder reports."""
    with pytest.raises(ScenarioError) as caught:
        read_scenario(folder)
    return list(caught.value.problems)


def told(folder: Path) -> list[tuple[str, str]]:
    """Return code and place of each problem."""
    return [(each.code, str(each.place)) for each in problems(folder)]


def test_an_overlay_of_nothing_is_the_base_under_its_own_name(tmp_path: Path) -> None:
    """Without a word of its own the overlay differs by its folder's name only."""
    top = read_scenario(overlay(tmp_path, {}))
    base = read_scenario(tmp_path / "base")

    assert top.name == "top"
    assert top.model_copy(update={"name": "base"}) == base


def test_a_filled_cell_changes_the_row_below(tmp_path: Path) -> None:
    """Columns that are not there and blank cells stay as they are in the base."""
    people = "id,level,health,note\nP002,4,,\nP001,,pending,clear\n"
    top = read_scenario(overlay(tmp_path, {"people.csv": people}))
    base = read_scenario(tmp_path / "base")

    assert top.person["P002"] == base.person["P002"].model_copy(update={"level": 4})
    changed = {"health": "pending", "note": ""}
    assert top.person["P001"] == base.person["P001"].model_copy(update=changed)
    assert top.needs == base.needs


@pytest.mark.parametrize("word", ["清空", "clear"])
def test_a_word_empties_a_cell(word: str, tmp_path: Path) -> None:
    """A cell that must be blank is emptied by a word, as a blank one says nothing."""
    units = f"id,release_cap\nNHOSP,{word}\n"
    top = read_scenario(overlay(tmp_path, {"units.csv": units}))

    assert top.unit["NHOSP"].release_cap is None


def test_a_new_code_adds_a_row(tmp_path: Path) -> None:
    """A row whose code the base does not have joins the others."""
    areas = "id,name,city,altitude_m,weight\n630123,湟源,xining,2650,1\n"
    top = read_scenario(overlay(tmp_path, {"areas.csv": areas}))

    assert set(top.area) == {"320102", "630121", "630123"}


def test_a_removed_row_takes_along_what_was_said_of_it(tmp_path: Path) -> None:
    """Wishes, locks and commitments of a removed person go with the person."""
    people = "人员代号,删除\nP001,是\n"
    top = read_scenario(overlay(tmp_path, {"people.csv": people}))

    assert set(top.person) == {"P002"}
    assert [each.person for each in top.preferences] == ["P002"]
    assert [each.id for each in top.locks] == ["L2"]
    assert top.commitments == ()


@pytest.mark.parametrize(
    ("table", "code", "left"), [("people", "P001", ["P002"]), ("needs", "K1", [])]
)
def test_a_rating_goes_with_either_of_its_pair(
    table: str, code: str, left: list[str], tmp_path: Path
) -> None:
    """Points for a removed person, or for a removed need, say nothing any more."""
    base = {**BASE, "ratings.csv": EVERY["ratings.csv"]}
    gone = {f"{table}.csv": f"id,remove\n{code},yes\n"}
    top = read_scenario(overlay(tmp_path, gone, base))

    assert [each.person for each in top.ratings] == left


def test_a_removed_person_leaves_lists(tmp_path: Path) -> None:
    """A list of codes loses the code of a removed row."""
    people = "id,remove\nX002,yes\n"
    top = read_scenario(overlay(tmp_path, {"people.csv": people}, EVERY))

    assert top.studio["STUDIO"].members == ("X001",)


def test_what_needs_a_removed_row_is_told(tmp_path: Path) -> None:
    """A need without its programme is no mere statement: it is told where it stands."""
    files = {"programmes.csv": "id,remove\nIN,yes\n"}

    (found,) = problems(overlay(tmp_path, files, ALONE))

    assert (found.code, str(found.place)) == (
        "E313",
        "../base/needs.csv:2:B [programme]",
    )
    assert found.message("en").startswith("“IN” was removed: programmes.csv:2. ")


LAST = {
    "areas": ("630121", ["../base/programmes.csv:2:G [host_areas]"]),
    "specialties": ("03.04", ["../base/people.csv:2:D [specialties]"]),
}


@pytest.mark.parametrize("table", LAST)
def test_the_last_code_of_a_list_is_not_removed_in_silence(
    table: str, tmp_path: Path
) -> None:
    """Blank would mean any, or no specialty at all: it is told where it stands."""
    code, places = LAST[table]
    top = overlay(tmp_path, {f"{table}.csv": f"id,remove\n{code},yes\n"}, ALONE)

    found = problems(top)

    assert [str(each.place) for each in found if each.code == "E314"] == places
    assert {each.code for each in found} <= {"E313", "E314", "E418"}


def test_a_removed_specialty_is_not_taken_up_again(tmp_path: Path) -> None:
    """What a vocabulary knows of it does not bring it back, under no name."""
    base = {
        **BASE,
        "specialties.csv": BASE["specialties.csv"] + "YL03.01,呼吸科,,医疗\n",
        "needs.csv": BASE["needs.csv"].replace("XHOSP,03.04", "XHOSP,呼吸内科"),
    }
    top = {"specialties.csv": "id,remove\nYL03.01,yes\n"}
    assert read_scenario(write(tmp_path / "s", base)).need["K1"].specialty == "YL03.01"

    (found,) = problems(overlay(tmp_path, top, base))

    assert (found.code, str(found.place)) == (
        "E313",
        "../base/needs.csv:2:D [specialty]",
    )


def test_an_entry_for_a_removed_area_goes(tmp_path: Path) -> None:
    """A holiday of one area does not become one of all."""
    calendar = "节日,no_move,2023-05-01,2023-05-03,湟源\n"
    base = {**BASE, "calendar.csv": BASE["calendar.csv"] + calendar}
    base["areas.csv"] += "630123,湟源,xining,,1\n"
    top = overlay(tmp_path, {"areas.csv": "id,remove\n630123,yes\n"}, base)

    assert [each.name for each in read_scenario(top).calendar] == ["国庆"]


def test_a_cell_of_the_base_is_below_an_overlay_of_its_row(tmp_path: Path) -> None:
    """Changing another cell of a row does not make it name what is removed."""
    base = {**BASE, "people.csv": BASE["people.csv"].replace("IN,,", "IN,N2,")}
    base["units.csv"] += "N2,医院,320102,hospital,医疗,,\n"
    files = {"people.csv": "id,level\nP002,5\n", "units.csv": "id,remove\nN2,yes\n"}
    top = read_scenario(overlay(tmp_path, files, base))

    assert (top.person["P002"].level, top.person["P002"].avoid) == (5, ())


SPELT = {
    "commitments": "person,first_day,reason\nP001,2023/7/1,课题\n",
    "preferences": "side,person,target,rank\n本人,P001,K1,4\n",
    "calendar": "name,effect,first_day,last_day\n国庆,不动身,2023/10/1,2023-10-08\n",
}


@pytest.mark.parametrize("table", SPELT)
def test_a_key_may_be_spelt_otherwise(table: str, tmp_path: Path) -> None:
    """Days and words tell the same row however they are written."""
    base = overlay(tmp_path, {f"{table}.csv": SPELT[table]})
    rows = len(getattr(read_scenario(tmp_path / "base"), table))
    assert len(getattr(read_scenario(base), table)) == rows

    head, row, _ = SPELT[table].split("\n")
    gone = f"{head},remove\n{row},yes\n"
    (base / f"{table}.csv").write_text(gone, "utf-8")
    assert len(getattr(read_scenario(base), table)) == rows - 1


def test_an_overlay_brings_what_it_is_built_on(tmp_path: Path) -> None:
    """Of an overlay on an overlay both count, down to a scenario that is there."""
    overlay(tmp_path, {"people.csv": "id,level\nP002,4\n"})
    files = {"scenario.yaml": "base: ../top\n", "people.csv": "id,sex\nP002,female\n"}
    third = write(tmp_path / "third", files)

    person = read_scenario(tmp_path / "base", [third]).person["P002"]
    assert (person.level, person.sex) == (4, "female")
    assert read_scenario(tmp_path / "top", [third]).person["P002"] == person


def test_an_overlay_on_something_else_is_told(tmp_path: Path) -> None:
    """A base that the scenario is not built on would be dropped in silence."""
    top = overlay(tmp_path, {"people.csv": "id,level\nP002,4\n"})
    with pytest.raises(ScenarioError) as caught:
        read_scenario(write(tmp_path / "s"), [top])

    assert [(each.code, str(each.place)) for each in caught.value.problems] == [
        ("E152", "top/scenario.yaml:1:7 [base]")
    ]
    assert "not built on “s”" in caught.value.problems[0].message("en")


def test_a_base_is_shown_from_the_overlay(tmp_path: Path) -> None:
    """The way to a base two folders up has no detours, and may name its settings."""
    write(tmp_path / "base", {**BASE, "areas.csv": "id,name\n"})
    inner = tmp_path / "ov" / "x.1"
    inner.mkdir(parents=True)
    write(inner, {"scenario.yaml": "base: ../../base/scenario.yaml\n"})

    assert ("E110", "../../base/areas.csv:1 [city]") in told(inner)
    write(tmp_path / "base")
    assert read_scenario(inner).name == "x.1"


def test_rules_are_overlaid_one_by_one_and_goals_as_a_whole(tmp_path: Path) -> None:
    """A rule that the overlay does not name stays as the base has it."""
    text = f"{ON_TOP}rules:\n  pairing: strict\ngoals: [coverage, concessions]\n"
    top = read_scenario(overlay(tmp_path, {"scenario.yaml": text}))

    assert top.policy.mode("pairing") is Mode.STRICT
    assert top.policy.mode("health") is Mode.SOFT
    assert [each.goal for each in top.policy.goals] == ["coverage", "concessions"]


def test_overlays_are_stacked_in_their_order(tmp_path: Path) -> None:
    """The later of two overlays has the last word, and the name says both."""
    write(tmp_path / "base")
    for name, level in (("one", 4), ("two", 5)):
        write(tmp_path / name, {"people.csv": f"id,level\nP002,{level}\n"})

    def person(*names: str) -> tuple[str, int]:
        stack = [tmp_path / name for name in names]
        found = read_scenario(tmp_path / "base", stack)
        return found.name, found.person["P002"].level

    assert person("one", "two") == ("base+one+two", 5)
    assert person("two", "one") == ("base+two+one", 4)


def test_an_overlay_stands_on_an_overlay(tmp_path: Path) -> None:
    """A base may have a base of its own."""
    overlay(tmp_path, {"people.csv": "id,level\nP002,4\n"})
    text = "base: ../top\n"
    files = {"scenario.yaml": text, "people.csv": "id,sex\nP002,female\n"}
    third = read_scenario(write(tmp_path / "third", files))

    assert (third.person["P002"].level, third.person["P002"].sex) == (4, "female")


def test_a_fault_is_told_where_the_wrong_word_stands(tmp_path: Path) -> None:
    """A wrong cell of the overlay is told there, one of the base in the base."""
    folder = overlay(tmp_path, {"people.csv": "id,level,note\nP002,9,x\n"})
    assert told(folder) == [("E209", "people.csv:2:B [level]")]

    path = tmp_path / "base" / "people.csv"
    path.write_text(path.read_text("utf-8").replace(",male,", ",mail,"), "utf-8")
    assert told(folder) == [
        ("E206", "../base/people.csv:4:F [sex]"),
        ("E209", "people.csv:2:B [level]"),
    ]


ALONE = {name: text for name, text in BASE.items() if name != "pairings.csv"}
"""A base in which less hangs together."""

BROKEN = {
    "base that is blank": (
        {"scenario.yaml": "base:\nname: x\n"},
        ("E116", "scenario.yaml [base]"),
    ),
    "base that is a list": (
        {"scenario.yaml": "base: [../base]\n"},
        ("E119", "scenario.yaml:1:7 [base]"),
    ),
    "code that the base lacks": (
        {"people.csv": "id,level\np002,3\n"},
        ("E312", "people.csv:2"),
    ),
    "base that is not there": (
        {"scenario.yaml": "base: ../bas\n"},
        ("E124", "scenario.yaml:1:7 [base]"),
    ),
    "base of itself": (
        {"scenario.yaml": "base: ../top\n"},
        ("E125", "scenario.yaml:1:7 [base]"),
    ),
    "row that cannot be removed": (
        {"people.csv": "id,remove\nP009,yes\n"},
        ("E311", "people.csv:2"),
    ),
    "neither removed nor kept": (
        {"people.csv": "id,remove\nP001,perhaps\n"},
        ("E205", "people.csv:2:B [remove]"),
    ),
    "new row without a cell that it needs": (
        {"areas.csv": "id,name,weight\n630123,湟源,1\n"},
        ("E201", "areas.csv:2 [city]"),
    ),
    "no key": ({"people.csv": "level\n4\n"}, ("E110", "people.csv:1 [id]")),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_of_an_overlay_is_told(name: str, tmp_path: Path) -> None:
    """Each fault is told at its place, and nothing follows from it."""
    files, expected = BROKEN[name]

    assert told(overlay(tmp_path, files)) == [expected]


def test_a_code_that_the_base_lacks_is_told_with_the_nearest(tmp_path: Path) -> None:
    """One fault, not one for each cell that a new row would need."""
    (found,) = problems(overlay(tmp_path, {"people.csv": "id,level\np002,3\n"}))

    assert found.message("en").startswith(
        "The base has no row “p002”. Did you mean “P002”? A new row fills in: unit, "
    )


def test_a_folder_that_changes_nothing_is_told(tmp_path: Path) -> None:
    """An overlay of the command line that holds neither settings nor a table."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(ScenarioError) as caught:
        read_scenario(write(tmp_path / "s"), [tmp_path / "empty"])

    assert [each.code for each in caught.value.problems] == ["E122"]


def test_only_overlays_have_the_column_that_removes(tmp_path: Path) -> None:
    """In a scenario that stands alone the column is unknown."""
    folder = write(tmp_path / "s")
    path = folder / "areas.csv"
    path.write_text(path.read_text("utf-8").replace("weight", "remove"), "utf-8")

    assert ("E108", "areas.csv:1:E [remove]") in told(folder)


def test_a_row_knows_its_place(tmp_path: Path) -> None:
    """What has been read can be told where it stands, cell by cell."""
    reading = read(overlay(tmp_path, {"people.csv": "id,level\nP002,4\n"}))
    place = reading.place("people", "P002", "level")

    assert str(place) == "people.csv:2:B [level]"
    assert str(reading.place("people", "P002", "sex")) == (
        "../base/people.csv:4:F [sex]"
    )
    assert replace(place, cell=0).text("zh") == "people.csv:2 [level]"
    assert place.text("zh") == "people.csv:2:B列 [level]"
