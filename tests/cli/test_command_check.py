"""``matcher check``: every problem with its place, for people and programs."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

import builders as b
import pytest

from matcher.scenario import TABLES
from matcher.scenario.entities import Area
from matcher.scenario.policy import RulePolicy
from matcher.scenario.reading import read_scenario
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner

AREAS = tuple(
    Area(id=code, name=code, city=city, altitude_m=metres, population=400_000)
    for code, city, metres in (
        ("N1", "nanjing", 20),
        ("N2", "nanjing", 20),
        ("X1", "xining", 2300),
        ("X2", "xining", 2500),
    )
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a scenario with nothing to complain of."""
    path = tmp_path / "scenario"
    write_scenario(b.scenario(areas=AREAS), path)
    return path


@pytest.fixture
def tight(tmp_path: Path) -> Path:
    """Return the folder of a scenario with two needs for one person, and idle ones."""
    path = tmp_path / "tight"
    limit = RulePolicy(parameters={"max_assignments": 1})
    idle = (b.person(f"Z{i}", specialties=("T1",)) for i in range(7))
    world = b.scenario(
        areas=AREAS,
        policy=b.rules(person_limit=limit),
        people=(b.person("A"), *idle),
        needs=(b.need("n1"), b.need("n2")),
    )
    write_scenario(world, path)
    return path


@pytest.fixture
def broken(folder: Path) -> Path:
    """Return a scenario folder whose only need asks for an unknown programme."""
    needs = folder / "needs.csv"
    text = needs.read_text("utf-8-sig")
    needs.write_text(text.replace("IN", "INN"), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "No problem found."), ("zh", "没有发现问题。")]
)
def test_a_good_scenario_is_said_to_be_good(
    run: Runner, folder: Path, lang: str, says: str
) -> None:
    """A scenario without problems ends with status 0 and names the next command."""
    result = run("check", folder, lang=lang)
    assert (result.exit_code, result.stderr) == (0, "")
    assert says in result.stdout
    assert f"matcher solve {folder}" in result.stdout


def test_a_program_learns_what_was_read(run: Runner, folder: Path) -> None:
    """The document has the size of each table and the fingerprint."""
    document = json.loads(run("check", folder, "--json").stdout)
    world = read_scenario(folder)
    assert document["schema"] == "matcher.check/1"
    assert (document["ok"], document["fingerprint"]) == (True, world.fingerprint)
    assert document["tables"] == {table: len(getattr(world, table)) for table in TABLES}


@pytest.mark.parametrize(
    ("lang", "place", "says"),
    [
        ("en", "needs.csv:2:B [programme]: E301", "Did you mean “IN”?"),
        ("zh", "needs.csv:2:B列 [programme]: E301", "是不是“IN”？"),
    ],
)
def test_a_problem_is_told_with_its_place(
    run: Runner, broken: Path, lang: str, place: str, says: str
) -> None:
    """A broken scenario ends with status 1; file, line, column and way out are said."""
    result = run("check", broken, lang=lang)
    assert result.exit_code == 1
    assert place in result.stdout
    assert says in result.stdout


def test_a_program_learns_every_problem(run: Runner, broken: Path) -> None:
    """The document lists each problem with its place in fields of their own."""
    result = run("check", broken, "--json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.stdout)["problems"]
    place = (problem["file"], problem["row"], problem["column"])
    assert place == ("needs.csv", 2, "programme")
    assert (problem["code"], problem["value"]) == ("E301", "INN")
    assert problem["nearest"] == "IN"


def test_a_folder_that_is_not_there_is_wrong_usage(run: Runner, tmp_path: Path) -> None:
    """A wrong path ends with status 2 before anything is read."""
    result = run("check", tmp_path / "none", lang="zh")
    assert result.exit_code == 2
    assert "不存在" in result.stderr


def test_a_long_list_of_problems_is_cut(run: Runner, folder: Path) -> None:
    """People see the first fifty problems and how many more there are."""
    people = folder / "people.csv"
    head, row = people.read_text("utf-8-sig").splitlines()
    rows = [row.replace("A,", f"P{number},", 1) for number in range(60)]
    text = "\n".join([head, *rows]).replace("NU", "NOWHERE")
    people.write_text(text, encoding="utf-8")
    lines = run("check", folder).stdout.splitlines()
    assert len(lines) == 52
    assert lines[-2] == "… and 10 more; --json lists them all."


def test_what_is_foreseen_is_told_in_words(run: Runner, tight: Path) -> None:
    """Warnings with places, the tightest supply, the tight set and the counts."""
    result = run("check", tight)
    assert result.exit_code == 0
    assert "people.csv:3:D [specialties]: W711 No need asks" in result.stdout
    assert "Where supply is tightest" in result.stdout
    assert "n1, n2: 2 post(s), of which at most 1 can be filled" in result.stdout
    assert "able to serve (1): A." in result.stdout
    assert "S1 S1 · level 1 or higher · X1 X1 · 2023-03 – 2023-03" in result.stdout
    assert "7 warning(s).\nOf 2 posts at least 1 stay empty" in result.stdout
    assert "No problem found." not in result.stdout


def test_many_warnings_of_one_kind_are_cut_unless_all_are_wanted(
    run: Runner, tight: Path
) -> None:
    """Five of a code are printed, and how many more there are."""
    some, everything = run("check", tight).stdout, run("check", tight, "--all").stdout
    assert some.count(": W711 ") == 5
    assert "… and 2 more W711; --all prints them." in some
    assert everything.count(": W711 ") == 7
    assert "more W711" not in everything


def test_all_errors_are_printed_if_wanted(run: Runner, folder: Path) -> None:
    """With --all nothing of a long list of errors is left out."""
    people = folder / "people.csv"
    head, row = people.read_text("utf-8-sig").splitlines()
    rows = [row.replace("A,", f"P{number},", 1) for number in range(60)]
    text = "\n".join([head, *rows]).replace("NU", "NOWHERE")
    people.write_text(text, encoding="utf-8")
    assert len(run("check", folder, "--all").stdout.splitlines()) == 61


def test_a_program_learns_what_is_foreseen(run: Runner, tight: Path) -> None:
    """The document has every warning, every row of supply and every set."""
    document = json.loads(run("check", tight, "--json").stdout)
    assert document["ok"]
    assert [each["code"] for each in document["warnings"]] == ["W711"] * 7
    assert (document["posts"], document["missing_at_least"]) == (2, 1)
    assert document["searched_to_end"]
    (row,) = document["supply"]
    assert (row["month"], row["demand"], row["supply"]) == ("2023-03", 2, 1)
    (found,) = document["tight_sets"]
    assert (found["needs"], found["people"]) == (["n1", "n2"], ["A"])
    assert (found["posts"], found["capacity"], found["irreducible"]) == (2, 1, True)


@pytest.mark.parametrize(("gate", "status"), [((), 0), (("--fail-on", "warning"), 5)])
def test_a_pipeline_may_stop_at_a_warning(
    run: Runner, tight: Path, gate: tuple[str, ...], status: int
) -> None:
    """The gate ends with status 5, after everything was told."""
    result = run("check", tight, *gate, "--json")
    assert result.exit_code == status
    assert len(json.loads(result.stdout)["warnings"]) == 7


def test_the_gate_lets_a_clean_scenario_pass(run: Runner, folder: Path) -> None:
    """Without warnings and tight sets the gate does not trip."""
    assert run("check", folder, "--fail-on", "warning").exit_code == 0


def test_a_folder_cannot_be_annotated(run: Runner, folder: Path, out: Path) -> None:
    """Problems are written into workbooks only."""
    result = run("check", folder, "--annotate", out)
    assert result.exit_code == 2
    assert "is for a workbook" in result.stderr
    assert not out.exists()


def test_a_workbook_comes_back_with_its_problems(
    run: Runner, tight: Path, tmp_path: Path
) -> None:
    """With --annotate it is written again, over nothing that is there unasked."""
    book, back = tmp_path / "year.xlsx", tmp_path / "back.xlsx"
    assert run("convert", tight, book).exit_code == 0
    assert run("check", book, "--annotate", back).exit_code == 0
    assert back.exists()
    assert run("check", book, "--annotate", back).exit_code == 2
    assert run("check", book, "--annotate", back, "--force").exit_code == 0


def test_a_copy_has_the_ending_of_its_workbook(
    run: Runner, tight: Path, tmp_path: Path
) -> None:
    """A name that a spreadsheet program could not open is wrong usage."""
    book = tmp_path / "year.xlsx"
    assert run("convert", tight, book).exit_code == 0
    result = run("check", book, "--annotate", tmp_path / "back.xls")
    assert result.exit_code == 2
    assert "let FILE end in .xlsx" in result.stderr
    assert not (tmp_path / "back.xls").exists()


def test_a_workbook_that_cannot_be_annotated_is_told_of_all_the_same(
    run: Runner, tmp_path: Path
) -> None:
    """Its problems are printed before the failure to write them."""
    book = tmp_path / "year.xlsx"
    book.write_text("no workbook")
    result = run("check", book, "--annotate", tmp_path / "back.xlsx")
    assert result.exit_code == 2
    assert "year.xlsx: E131" in result.stdout
    assert "cannot be given a sheet of problems" in result.stderr


def test_the_next_command_can_be_typed(
    run: Runner, folder: Path, tmp_path: Path
) -> None:
    """Paths with blanks are quoted, and overlays are not forgotten."""
    blank, over = tmp_path / "my year", tmp_path / "over"
    folder.rename(blank)
    over.mkdir()
    (over / "scenario.yaml").write_text("title: other\n", encoding="utf-8")
    result = run("check", blank, "--overlay", over)
    (line,) = [each for each in result.stdout.splitlines() if "Next:" in each]
    words = shlex.split(line.partition("Next: ")[2])
    assert words[:3] == ["matcher", "solve", str(blank)]
    assert words[-2:] == ["--overlay", str(over)]


@pytest.mark.parametrize(
    ("words", "status", "error"),
    [
        (("check", "nowhere", "--json"), 2, "usage"),
        (("check", "--json", "--nonsense"), 2, "usage"),
    ],
)
def test_a_program_learns_of_wrong_usage_too(
    run: Runner, words: tuple[str, ...], status: int, error: str
) -> None:
    """Whatever ends the run, standard output is one document."""
    result = run(*words)
    document = json.loads(result.stdout)
    assert (result.exit_code, document["exit_status"]) == (status, status)
    assert (document["schema"], document["error"]) == ("matcher.error/1", error)
    assert document["message"]


@pytest.mark.parametrize(
    ("failure", "end"),
    [
        (PermissionError(13, "no"), (2, "file")),
        (ZeroDivisionError(), (70, "internal-error")),
    ],
)
def test_a_program_learns_of_failures_of_the_machine(
    run: Runner,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    failure: Exception,
    end: tuple[int, str],
) -> None:
    """A file that cannot be read and a fault of ours are documents as well."""

    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr("matcher.cli.check.read", fail)
    result = run("check", folder, "--json")
    document = json.loads(result.stdout)
    assert (result.exit_code, document["error"]) == end
