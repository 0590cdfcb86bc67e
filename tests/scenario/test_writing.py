"""What is written is read back as the same scenario, and nothing is lost on the way."""

from __future__ import annotations

import csv
import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from every import EVERY
from good import BASE, write
from hypothesis import given, settings
from nasty import scenarios
from pydantic import ValidationError

from matcher.errors import OutputError, OutputLockedError, UnwritableError
from matcher.scenario import TABLES
from matcher.scenario.base import City
from matcher.scenario.entities import Area, Programme
from matcher.scenario.generate import generate
from matcher.scenario.reading import read_scenario
from matcher.scenario.workbook.places import put
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matcher.scenario import Scenario


@given(scenario=scenarios())
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_back(
    scenario: Scenario, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Reading a written scenario gives an equal one, with an equal fingerprint."""
    folder = tmp_path_factory.mktemp("s")
    write_scenario(scenario, folder)
    back = read_scenario(folder)

    assert back == scenario
    assert back.fingerprint == scenario.fingerprint


@pytest.mark.parametrize("seed", [1, 2])
def test_a_generated_year_is_read_back(seed: int, tmp_path: Path) -> None:
    """Every table of a generated scenario survives being written."""
    scenario = generate(60, 30, seed)
    write_scenario(scenario, tmp_path / "s")

    assert read_scenario(tmp_path / "s") == scenario


def test_every_table_is_read_back(tmp_path: Path) -> None:
    """Each table survives being written, and has a file of its own."""
    scenario = read_scenario(write(tmp_path / "good", EVERY))
    write_scenario(scenario, tmp_path / "s")
    back = read_scenario(tmp_path / "s")

    assert back == scenario
    assert back.fingerprint == scenario.fingerprint
    assert {path.stem for path in (tmp_path / "s").glob("*.csv")} == set(TABLES)


@pytest.mark.parametrize(("source", "lines"), [(BASE, 0), (EVERY, 1)])
def test_the_switch_of_holidays_is_written_when_it_is_on(
    source: Mapping[str, str], lines: int, tmp_path: Path
) -> None:
    """Scenario.yaml says yes, as a planner would, or nothing."""
    write_scenario(read_scenario(write(tmp_path / "good", source)), tmp_path / "s")
    text = (tmp_path / "s" / "scenario.yaml").read_text("utf-8")

    assert text.count("public_holidays") == lines
    assert text.count("\npublic_holidays: yes\n") == lines


@pytest.mark.parametrize(
    "text",
    ["a\rb", "a\tb", "\x00", "\x1b[31m", "\x7f", "a\u200bb", "\ufeffa", "\u2028"],
)
def test_what_no_file_could_show_is_refused(text: str) -> None:
    """Control and invisible characters are no text of an entity."""
    with pytest.raises(ValidationError, match="invisible character U"):
        Area(id="A", name=f"x{text}x", city=City.XINING)


@pytest.mark.parametrize("item", ["a；b", "a;b", "a、b", "a|b", "a,b", "a，b", "", " "])
def test_an_item_that_a_list_would_split_is_refused(item: str) -> None:
    """A code with a separator could not be told from two codes."""
    with pytest.raises(ValidationError, match="blank or holds a separator"):
        Programme(
            id="A",
            name="A",
            kind="visit",
            direction="TO_XINING",
            shortest=1,
            longest=2,
            release_kinds=("x", item),
        )


def test_blanks_around_text_are_no_part_of_it() -> None:
    """A code with blanks around it is the code."""
    assert Area(id=" A\u3000", name="\nA", city=City.XINING).id == "A"


def test_only_columns_that_say_something_are_written(tmp_path: Path) -> None:
    """Required columns and those with other than default values stand in a table."""
    write_scenario(read_scenario(write(tmp_path / "good")), tmp_path / "s")
    with (tmp_path / "s" / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        head = next(csv.reader(file))

    assert head == [
        *("id", "unit", "department", "sector", "specialties", "level", "sex"),
        *("health", "windows", "consents", "note"),
    ]


def test_tables_open_well_in_spreadsheet_programs(tmp_path: Path) -> None:
    """Tables begin with a BOM; the settings, which editors open, do not."""
    write_scenario(generate(9, 5, 1), tmp_path / "s")

    marked = {
        path.name: path.read_bytes().startswith(b"\xef\xbb\xbf")
        for path in (tmp_path / "s").iterdir()
    }
    assert {name for name, bom in marked.items() if not bom} == {"scenario.yaml"}


def test_settings_explain_themselves(tmp_path: Path) -> None:
    """Each part of the settings begins with a comment."""
    write_scenario(generate(9, 5, 1), tmp_path / "s")
    text = (tmp_path / "s" / "scenario.yaml").read_text("utf-8")

    parts = text.split("\n\n")
    assert [part.splitlines()[1].partition(":")[0] for part in parts] == [
        *("schema", "horizon", "rules", "goals")
    ]
    assert all(part.startswith("# ") for part in parts)


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    """A folder that holds anything, and a file, are refused and stay as they are."""
    folder = tmp_path / "s"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine", "utf-8")
    scenario = generate(9, 5, 1)

    with pytest.raises(OutputError, match="already there"):
        write_scenario(scenario, folder)
    with pytest.raises(OutputError):
        write_scenario(scenario, folder / "notes.txt", force=True)

    assert [path.name for path in tmp_path.rglob("*")] == ["s", "notes.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    """A folder that was made for the scenario is used, and one inside a new one too."""
    scenario = generate(9, 5, 1)
    write_scenario(scenario, tmp_path)
    write_scenario(scenario, tmp_path / "new" / "s")

    assert read_scenario(tmp_path) == read_scenario(tmp_path / "new" / "s") == scenario


def test_a_scenario_is_replaced_when_asked(tmp_path: Path) -> None:
    """No table of the old scenario stays, every other file does, nothing is added."""
    folder = write(tmp_path / "s")
    (folder / "notes.txt").write_text("mine", "utf-8")
    scenario = generate(9, 5, 1).model_copy(update={"locks": (), "teams": ()})
    fitting = {
        "needs": tuple(each for each in scenario.needs if not each.team),
        "preferences": (),
    }
    scenario = scenario.model_copy(update=fitting)

    write_scenario(scenario, folder, force=True)

    assert read_scenario(folder) == scenario
    assert (folder / "notes.txt").read_text("utf-8") == "mine"
    assert not (folder / "locks.csv").exists()
    assert list(tmp_path.iterdir()) == [folder]


COMMENTED = """\
# 我们的约定
schema: 1
name: 'base'   # 简称
horizon:
    last_day: 2024/2/29    # 最后一天
    first_day: 2023-03-01

rules:
    health: {mode: soft, price: 5, reason: tried}   # 体检
    pairing: off
    one-place: {mode: strict}
goals:
- agreement   # 第一
# 让步
- concessions
- goal: coverage
  tolerance: 1
"""


@pytest.fixture
def commented(tmp_path: Path) -> Path:
    """Return a folder whose settings have comments and an order of their own."""
    folder = write(tmp_path / "s")
    (folder / "scenario.yaml").write_text(COMMENTED, "utf-8", newline="\n")
    return folder


def changed(folder: Path, **update: object) -> list[str]:
    """Replace a scenario by a changed one; return the lines that are not as before."""
    scenario = read_scenario(folder).model_copy(update=update)
    write_scenario(scenario, folder, force=True)
    text = (folder / "scenario.yaml").read_text("utf-8")
    assert read_scenario(folder) == scenario
    lines = difflib.ndiff(COMMENTED.splitlines(), text.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_settings_that_say_the_same_are_not_touched(commented: Path) -> None:
    """However a planner wrote it, an equal scenario leaves every byte."""
    assert changed(commented) == []


def test_only_the_key_that_changes_is_touched(commented: Path) -> None:
    """Comments, order and quotes of the other keys stay."""
    assert changed(commented, seed=7, title="新") == ["+ title: 新", "+ seed: 7"]


def test_a_changed_rule_leaves_the_others(commented: Path) -> None:
    """A rule is edited where it stands, with its comment."""
    policy = read_scenario(commented).policy
    health = policy.rules["health"].model_copy(update={"price": 6})
    rules = {**policy.rules, "health": health}

    assert changed(commented, policy=policy.model_copy(update={"rules": rules})) == [
        "-     health: {mode: soft, price: 5, reason: tried}   # 体检",
        "+     health: {mode: soft, price: 6, reason: tried}   # 体检",
    ]


def test_goals_take_their_comments_with_them(commented: Path) -> None:
    """Another order of the goals keeps what is said of each."""
    policy = read_scenario(commented).policy
    goals = (policy.goals[1], policy.goals[0], policy.goals[2])
    changed(commented, policy=policy.model_copy(update={"goals": goals}))

    text = (commented / "scenario.yaml").read_text("utf-8")
    assert "- agreement   # 第一" in text
    assert "# 我们的约定\n" in text


def test_settings_that_cannot_be_read_are_written_anew(tmp_path: Path) -> None:
    """A broken scenario.yaml is no reason to refuse what was asked for."""
    folder = write(tmp_path / "s")
    scenario = read_scenario(folder)
    for text in ("name: [", "- a", "", "\ufeff", "name：base"):
        (folder / "scenario.yaml").write_text(text, "utf-8")
        write_scenario(scenario, folder, force=True)
        assert read_scenario(folder) == scenario


@given(before=scenarios(), after=scenarios())
@settings(max_examples=25, deadline=None)
def test_edited_settings_are_read_back(
    before: Scenario, after: Scenario, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever stood there, what was asked for is read from the edited file."""
    folder = tmp_path_factory.mktemp("s")
    write_scenario(before, folder)
    write_scenario(after, folder, force=True)

    assert read_scenario(folder) == after


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file beneath the folder with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", ["scenario.yaml", "people.csv", "teams.csv"])
@pytest.mark.parametrize("coming", [False, True])
def test_a_scenario_is_replaced_whole_or_not_at_all(
    name: str, *, coming: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If one file is held by another program, every file is as before."""
    folder = write(tmp_path / "s", EVERY)
    before = contents(folder)
    rename = Path.rename

    def refused(path: Path, target: Path) -> Path:
        held = target if coming else path
        if held == folder / name and path.parent.name != "old":
            raise PermissionError(13, "held")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(OutputLockedError, match=name):
        write_scenario(generate(9, 5, 1), folder, force=True)

    assert contents(folder) == before
    assert list(tmp_path.iterdir()) == [folder]
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


def test_a_folder_in_the_place_of_a_table_stays(tmp_path: Path) -> None:
    """What a planner keeps in a folder called people.csv is not moved away."""
    folder = write(tmp_path / "s")
    (folder / "people.csv").unlink()
    (folder / "people.csv").mkdir()
    (folder / "people.csv" / "mine.txt").write_text("mine", "utf-8")
    before = contents(folder)

    with pytest.raises(UnwritableError, match=r"people\.csv"):
        write_scenario(generate(9, 5, 1), folder, force=True)

    assert contents(folder) == before


@pytest.mark.parametrize("place", ["file/s", "n" * 300])
def test_a_place_that_cannot_be_written_to_is_told(place: str, tmp_path: Path) -> None:
    """A parent that is a file and a name too long end in one sentence."""
    (tmp_path / "file").write_text("", "utf-8")
    folder, file = tmp_path / place, tmp_path / f"{place}.xlsx"

    with pytest.raises(UnwritableError) as caught:
        write_scenario(generate(9, 5, 1), folder)
    assert caught.value.text("zh") == f"{folder}无法写入。"
    with pytest.raises(UnwritableError) as caught:
        put(b"", file, force=True)
    assert caught.value.text("zh") == f"{file}无法写入。"
