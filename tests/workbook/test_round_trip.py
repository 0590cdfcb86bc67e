"""A scenario written as a workbook is read back as the same scenario."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from nasty import scenarios

from matcher.errors import OutputError, OutputLockedError, ScenarioError
from matcher.scenario import TABLES
from matcher.scenario.conditions import Assumption
from matcher.scenario.generate import generate
from matcher.scenario.reading import read_scenario
from matcher.scenario.workbook.book import read_book
from matcher.scenario.workbook.writing import write_workbook
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.language import Language
    from matcher.scenario import Scenario


@given(scenario=scenarios())
@settings(max_examples=25, deadline=None)
def test_what_is_written_is_read_back(
    scenario: Scenario, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Leading zeros, formulas as text, rare characters: all stay as they are."""
    folder = tmp_path_factory.mktemp("w")
    language: Language = scenario.language
    write_workbook(scenario, folder / "s.xlsx", language=language)
    back = read_scenario(folder / "s.xlsx")
    write_scenario(back, folder / "s")

    assert back == scenario
    assert back.fingerprint == scenario.fingerprint
    assert read_scenario(folder / "s") == scenario


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_generated_year_is_read_back(language: Language, tmp_path: Path) -> None:
    """Both languages of names are understood, and the form has no fault."""
    scenario = generate(60, 30, 2)
    path = tmp_path / "s.xlsx"
    write_workbook(scenario, path, language=language)
    problems: list[object] = []
    book = read_book(path, problems)  # type: ignore[arg-type]

    assert read_scenario(path) == scenario
    assert not problems
    assert book
    assert set(book.grids) == {"settings", *TABLES}


def test_the_same_scenario_gives_the_same_file(tmp_path: Path) -> None:
    """Nothing of the day or the machine stands in a workbook."""
    for name in ("a", "b"):
        write_workbook(generate(9, 5, 1), tmp_path / f"{name}.xlsx", language="zh")

    first, second = (tmp_path / f"{name}.xlsx" for name in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    "day",
    [date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1), date(2199, 12, 31)],
)
def test_days_before_the_day_that_never_was_are_kept(day: date, tmp_path: Path) -> None:
    """The error of spreadsheet programs about 1900 shifts no day."""
    scenario = generate(9, 5, 1)
    first, *others = scenario.people
    people = (first.model_copy(update={"birth": day}), *others)
    scenario = type(scenario).model_validate(
        scenario.model_dump(by_alias=True) | {"people": people}
    )
    write_workbook(scenario, tmp_path / "s.xlsx", language="zh")

    assert read_scenario(tmp_path / "s.xlsx") == scenario


def test_text_that_no_cell_can_hold_is_refused(tmp_path: Path) -> None:
    """A text is never cut in silence, and nothing is written."""
    note = Assumption(id="A", subject="x", value="y", source="z", note="长" * 32_768)
    scenario = generate(9, 5, 1).model_copy(update={"assumptions": (note,)})

    with pytest.raises(ScenarioError) as caught:
        write_workbook(scenario, tmp_path / "s.xlsx", language="zh")

    assert [each.code for each in caught.value.problems] == ["E139"]
    assert str(caught.value.problems[0].place) == "s.xlsx[假设]!E2"
    assert not list(tmp_path.iterdir())


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    """A file that is there stays unless --force is given; a folder always."""
    path = tmp_path / "s.xlsx"
    path.write_text("mine", "utf-8")
    with pytest.raises(OutputError, match="already there"):
        write_workbook(generate(9, 5, 1), path, language="zh")
    with pytest.raises(OutputError):
        write_workbook(generate(9, 5, 1), tmp_path, language="zh", force=True)
    assert path.read_text("utf-8") == "mine"

    write_workbook(generate(9, 5, 1), path, language="zh", force=True)
    assert read_scenario(path) == generate(9, 5, 1)
    assert list(tmp_path.iterdir()) == [path]


def test_a_workbook_that_is_open_elsewhere_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Windows says of an open file becomes: close it."""

    def locked(*_words: object) -> None:
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.replace", locked)
    with pytest.raises(OutputLockedError, match="open in another program"):
        write_workbook(generate(9, 5, 1), tmp_path / "s.xlsx", language="zh")
    assert not list(tmp_path.iterdir())
