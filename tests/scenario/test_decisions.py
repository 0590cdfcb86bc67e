"""Decisions on a plan become locks, and what is wrong with them is told in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from good import BASE, write

from matcher.errors import ScenarioError
from matcher.language import LANGUAGES, Language
from matcher.scenario.base import LockKind
from matcher.scenario.conditions import Lock
from matcher.scenario.problems.decisions import DECISIONS
from matcher.scenario.reading import read, read_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.errors import Problem

HEAD = "person,need,decision,first_day,last_day,reason\n"
OTHER = "person,need,decision,first_day,last_day,other_first_day,other_last_day\n"
KEPT = "P001,T-LEAD,keep,2023-05-08,2023-05-17,agreed\n"


def decided(tmp_path: Path, text: str, name: str = "decisions.csv") -> list[Path]:
    """Write a scenario and decisions on it; return the decisions."""
    write(tmp_path / "s", BASE)
    (tmp_path / name).write_text(text, "utf-8-sig")
    return [tmp_path / name]


def locks(tmp_path: Path, text: str) -> list[Lock]:
    """Return the locks that decisions make."""
    found = read_scenario(tmp_path / "s", decided(tmp_path, text)).locks
    return [lock for lock in found if lock.id.startswith("D:")]


def problems(tmp_path: Path, text: str) -> list[Problem]:
    """Return what is wrong with decisions."""
    with pytest.raises(ScenarioError) as caught:
        read_scenario(tmp_path / "s", decided(tmp_path, text))
    return list(caught.value.problems)


def told(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    """Return code and place of what is wrong with decisions."""
    return [(each.code, str(each.place)) for each in problems(tmp_path, text)]


def test_each_decision_is_a_lock(tmp_path: Path) -> None:
    """Keep and dates pin person, need and days; forbid forbids; blank says nothing."""
    rows = f"{KEPT}P002,T-REST,forbid,2023-05-08,2023-05-17,\nP002,K1,,,,later\n"
    moved = "P002,T-LEAD,dates,2023-05-10,2023-05-19,\n"

    kept, forbidden, dates = sorted(
        locks(tmp_path, HEAD + rows + moved), key=lambda lock: lock.reason != "agreed"
    )

    assert kept == Lock.model_validate(
        {
            "id": "D:P001:T-LEAD",
            "kind": "pin",
            "person": "P001",
            "target": "T-LEAD",
            "first_day": "2023-05-08",
            "last_day": "2023-05-17",
            "reason": "agreed",
        }
    )
    found = {each.id: each for each in (forbidden, dates)}
    assert found["D:P002:T-REST"].kind is LockKind.FORBID
    assert found["D:P002:T-REST"].term is None
    assert str(found["D:P002:T-LEAD"].term) == "2023-05-10~2023-05-19"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + KEPT,
        (
            "人员代号,需求编号,决定,任期首日,任期末日,理由\n"
            "P001,T-LEAD,锁定,2023年5月8日,2023/5/17,agreed\n"
        ),
        (
            "Person\tNeed\tDecision\tFirst day\tLast day\tReason\tmine\n"
            "P001\tT-LEAD\tKEEP\t2023-05-08\t2023-05-17\tagreed\t?\n"
        ),
    ],
)
def test_decisions_are_read_in_either_language(text: str, tmp_path: Path) -> None:
    """Columns and words in English and Chinese, and any spelling of days."""
    assert locks(tmp_path, text) == locks(tmp_path, HEAD + KEPT)


def test_new_days_stand_in_columns_of_their_own(tmp_path: Path) -> None:
    """Of other dates a blank end stays as it is."""
    row = "P001,T-LEAD,改期,2023-05-08,2023-05-17,,2023-05-19\n"

    (lock,) = locks(tmp_path, OTHER + row)

    assert str(lock.term) == "2023-05-08~2023-05-19"


def test_a_person_may_be_kept_without_days(tmp_path: Path) -> None:
    """Then person and need are pinned, and the days are free."""
    (lock,) = locks(tmp_path, HEAD + "P001,T-LEAD,keep,,,\n")

    assert (lock.kind, lock.term) == (LockKind.PIN, None)


def test_the_last_file_decides(tmp_path: Path) -> None:
    """A later file of decisions takes the place of an earlier one as a whole."""
    (first,) = decided(tmp_path, HEAD + KEPT)
    (second,) = decided(tmp_path, HEAD + "P001,T-LEAD,forbid,,,\n", "second.csv")

    found = read_scenario(tmp_path / "s", [first, second]).locks

    (lock,) = [each for each in found if each.id.startswith("D:")]
    assert (lock.kind, lock.term, lock.reason) == (LockKind.FORBID, None, "")


def test_decisions_are_files_of_the_scenario(tmp_path: Path) -> None:
    """What was read holds the file, and knows the cell of each lock."""
    reading = read(tmp_path / "s", decided(tmp_path, HEAD + KEPT))

    assert tmp_path / "decisions.csv" in reading.files
    place = reading.place("locks", "D:P001:T-LEAD", "target")
    assert str(place) == "decisions.csv:2:B [need]"


CASES = {
    "unknown person": ("P009,K1,keep,,,", "E301", "2:A [person]"),
    "unknown need": ("P001,K9,keep,,,", "E301", "2:B [need]"),
    "no need": ("P001,,forbid,,,", "E201", "2:B [need]"),
    "no person": (",K1,forbid,,,", "E201", "2:A [person]"),
    "unknown word": ("P001,K1,kept,,,", "E206", "2:C [decision]"),
    "no day": ("P001,K1,dates,2023-05-01,soon,", "E203", "2:E [last_day]"),
    "no days": ("P001,K1,dates,,,", "E452", "2:D [first_day]"),
    "one day": ("P001,K1,keep,2023-05-01,,", "E452", "2:E [last_day]"),
    "too early": (
        "P001,T-LEAD,dates,2023-04-30,2023-05-09,",
        "E454",
        "2:D [first_day]",
    ),
    "too late": ("P001,T-LEAD,keep,2023-05-25,2023-06-03,", "E454", "2:E [last_day]"),
    "back": ("P001,T-LEAD,dates,2023-05-20,2023-05-09,", "E401", "2:E [last_day]"),
    "twice": (f"{KEPT}P001,T-LEAD,forbid,,,", "E453", "3:C [decision]"),
    "pasted twice": (f"{KEPT}{KEPT}", "E121", "3"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_told_once_at_its_cell(name: str, tmp_path: Path) -> None:
    """One mistake is one problem, at the cell in which it stands."""
    row, code, place = CASES[name]

    assert told(tmp_path, f"{HEAD}{row}\n") == [(code, f"decisions.csv:{place}")]


@pytest.mark.parametrize(
    ("row", "code", "place"),
    [
        ("P001,T-LEAD,改期,2023-05-08,2023-05-17,,", "E452", "F [other_first_day]"),
        (
            "P001,T-LEAD,,2023-05-08,2023-05-17,,2023-05-19",
            "E451",
            "G [other_last_day]",
        ),
        (
            "P001,T-LEAD,锁定,2023-05-08,2023-05-17,2023-05-09,",
            "E451",
            "F [other_first_day]",
        ),
        (
            "P001,T-LEAD,改期,2023-05-08,2023-05-17,,2023-06-19",
            "E454",
            "G [other_last_day]",
        ),
    ],
)
def test_new_days_go_with_their_decision(
    row: str, code: str, place: str, tmp_path: Path
) -> None:
    """Other dates need a day, days need the decision, and both lie in the window."""
    assert told(tmp_path, f"{OTHER}{row}\n") == [(code, f"decisions.csv:2:{place}")]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Faults of several rows come together, by row."""
    rows = "".join(f"{row}\n" for row in ("P009,K1,keep,,,", "P001,K1,kept,,,", KEPT))

    assert [code for code, _ in told(tmp_path, HEAD + rows + "P001,,keep,,,\n")] == [
        *("E301", "E206", "E201"),
    ]


def test_missing_and_misspelt_columns_are_told(tmp_path: Path) -> None:
    """A column that must be there is missed; one that is nearly so is pointed out."""
    text = "person,need,desicion\nP001,K1,keep\n"

    assert told(tmp_path, text) == [("E108", "decisions.csv:1:C [desicion]")]
    assert told(tmp_path, "person,need\nP001,K1\n") == [
        ("E110", "decisions.csv:1 [decision]")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_faults_speak_both_languages(language: Language, tmp_path: Path) -> None:
    """Each fault has a sentence of its own in either language."""
    rows = {
        "E451": OTHER + "P001,K1,,,,2023-05-01,\n",
        "E452": HEAD + "P001,K1,dates,,,\n",
        "E453": HEAD + KEPT + "P001,T-LEAD,forbid,,,\n",
        "E454": HEAD + "P001,K1,keep,2023-12-01,2023-12-31,\n",
    }
    assert set(rows) == set(DECISIONS)
    for code, text in rows.items():
        (found,) = problems(tmp_path, text)
        assert found.text(language).startswith(
            found.place.text(language) + f": {code} "
        )
        assert found.message("zh") != found.message("en")
