"""Each fault is told once, at its place, in both languages, and nothing else is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bad_files import FILES
from bad_references import REFERENCES
from bad_undertakings import UNDERTAKINGS
from bad_values import VALUES
from bad_whole import CONTRADICTIONS, POLICY
from good import Case, letter, spot, write

from matcher.errors import ScenarioError
from matcher.language import LANGUAGES, Language
from matcher.scenario import problems as catalogue
from matcher.scenario.problems import PROBLEMS
from matcher.scenario.problems.decisions import DECISIONS
from matcher.scenario.problems.foresight import FORESIGHT
from matcher.scenario.problems.importing import IMPORTING
from matcher.scenario.problems.workbook import WORKBOOK
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.errors import Problem

CASES = {
    **FILES,
    **VALUES,
    **REFERENCES,
    **CONTRADICTIONS,
    **POLICY,
    **UNDERTAKINGS,
}

ELSEWHERE = {
    *("E101", "E103"),  # below
    *("E122", "E124", "E125", "E152"),  # test_overlays
    *("E311", "E312", "E313", "E314"),  # test_overlays
    *("E123",),  # tests/workbook
    *("E310", "E317", "E318", "W121", "W314"),  # test_names_and_codes
    *("W315", "W316"),  # test_words
    *WORKBOOK,  # tests/workbook
    *DECISIONS,  # test_decisions
    *FORESIGHT,  # tests/foresight
    *IMPORTING,  # tests/importing
}
"""Codes whose cases stand in tests of their own."""


def problems(folder: Path) -> tuple[Problem, ...]:
    """Return what reading the folder reports."""
    with pytest.raises(ScenarioError) as caught:
        read_scenario(folder)
    return caught.value.problems


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file beneath the folder with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_told_once_at_its_place(name: str, tmp_path: Path) -> None:
    """One change gives one problem: no other fault follows, and nothing is written."""
    case: Case = CASES[name]
    case.apply(write(tmp_path / "s", case.files))
    before = contents(tmp_path)

    found = problems(tmp_path / "s")

    assert [(each.code, spot(each.place)) for each in found] == [
        (case.code, case.place)
    ]
    assert found[0].place.letter == letter(tmp_path / "s", found[0].place)
    assert case.says in found[0].message("en")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_told_on_one_line(
    name: str, language: Language, tmp_path: Path
) -> None:
    """In each language the problem is one line: place, code, what and way out."""
    case: Case = CASES[name]
    case.apply(write(tmp_path / "s", case.files))

    (found,) = problems(tmp_path / "s")
    line = found.text(language)

    place = found.place.text(language)
    assert line.startswith(f"{place}: {case.code} ")
    assert place.startswith(found.place.file)
    assert line.splitlines() == [line]
    assert (found.message("zh") == found.message("en")) is False


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Without a folder there is one problem, not one for each missing file."""
    found = problems(tmp_path / "none")

    assert [each.code for each in found] == ["E101"]
    assert str(tmp_path / "none") in found[0].message("en")


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    """A folder in the place of a table is told under the table's name."""
    write(tmp_path / "s")
    (tmp_path / "s" / "areas.csv").unlink()
    (tmp_path / "s" / "areas.csv").mkdir()

    found = problems(tmp_path / "s")

    assert [(each.code, str(each.place)) for each in found] == [("E103", "areas.csv")]


def test_a_table_that_is_a_lost_link_is_told(tmp_path: Path) -> None:
    """A link to a file that is gone is not taken for a table left out."""
    write(tmp_path / "s")
    (tmp_path / "s" / "preferences.csv").unlink()
    (tmp_path / "s" / "preferences.csv").symlink_to(tmp_path / "gone.csv")

    found = problems(tmp_path / "s")

    assert [(each.code, str(each.place)) for each in found] == [
        ("E102", "preferences.csv")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_parser_says_is_said_in_the_language(
    language: Language, tmp_path: Path
) -> None:
    """No English sentence stands inside a Chinese one."""
    for name in ("not YAML", "open bracket", "key without a colon", "wrong indent"):
        case: Case = CASES[name]
        case.apply(write(tmp_path / "s", case.files))
        (found,) = problems(tmp_path / "s")
        assert found.message(language).isascii() is (language == "en")
        assert not re.search("[a-z] [a-z]", found.message("zh"))


def test_every_code_has_a_case() -> None:
    """The cases here, and the tests of their own, are all the codes there are."""
    assert {case.code for case in CASES.values()} | ELSEWHERE == set(PROBLEMS)


def test_no_code_means_two_faults() -> None:
    """A code stands in one part of the catalogue only."""
    parts = {id(each): each for each in vars(catalogue).values() if _is_part(each)}
    codes = [code for part in parts.values() for code in part]

    assert sorted(codes) == sorted(PROBLEMS)


def _is_part(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value is not PROBLEMS
        and all(isinstance(each, catalogue.Fault) for each in value.values())
    )


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    """Faults of several files and kinds come together, by file and line."""
    folder = write(tmp_path / "s")
    together = (
        "unknown goal",
        "misspelt column",
        "unknown family",
        "misspelt choice",
        "unknown programme agreed to",
        "window beyond the horizon",
        "wish twice",
        "ban with dates",
    )
    for name in reversed(together):
        CASES[name].apply(folder)

    found = problems(folder)

    assert [(each.code, spot(each.place)) for each in found] == [
        (CASES[name].code, CASES[name].place) for name in together
    ]


def test_two_faults_of_one_row_are_told(tmp_path: Path) -> None:
    """A wrong cell does not hide another one of the same row."""
    folder = write(tmp_path / "s")
    for name in ("misspelt choice", "too large", "not a window"):
        CASES[name].apply(folder)

    assert [str(each.place) for each in problems(folder)] == [
        "people.csv:2:E [level]",
        "people.csv:2:F [sex]",
        "people.csv:2:H [windows]",
    ]


def test_a_row_that_cannot_be_read_is_still_there(tmp_path: Path) -> None:
    """A broken unit is one problem, though people, needs and locks name it."""
    folder = write(tmp_path / "s")
    path = folder / "units.csv"
    path.write_text(path.read_text("utf-8").replace(",4,", ",four,"), "utf-8")

    assert [each.code for each in problems(folder)] == ["E204"]


def test_a_flood_of_unknown_codes_is_told_without_guesses(tmp_path: Path) -> None:
    """Every unknown code is told; only the first twenty are compared with others."""
    folder = write(tmp_path / "s")
    row = "P001,2023-07-01,2023-07-10,yes\n"
    with (folder / "commitments.csv").open("a", encoding="utf-8") as file:
        file.writelines(row.replace("P001", f"P01{n:02}") for n in range(30))

    found = problems(folder)

    assert len(found) == 30
    assert sum("nearest" in each.facts for each in found) == 20
