"""``matcher import``: an office's lists on top of a scenario, whole or not at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from runner import files_in

from matcher.language import LANGUAGES
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner

MAPPING = """\
lists:
  名单:
    table: 人员
    codes: P{row:02}
    columns: {姓名: id, 性别: sex, 专业: specialties}
    names: [姓名]
    constants:
      unit: NU
      sector: medical
      level: 4
      windows: 2023-03-01~2023-03-10
      consents: TO_XINING
"""

GOOD = "姓名,性别,专业\n甲某某,女,S1\n乙某某,男,S1\n"
BAD = "姓名,性别,专业,床位\n甲某某,女,S1,上\n乙某某,不详,S1,下\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return a folder with a mapping and a list that it explains."""
    (tmp_path / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "名单.csv").write_text(GOOD, encoding="utf-8")
    return tmp_path


def words(office: Path, out: Path, *more: object) -> list[object]:
    """Return the words of a command line."""
    return ["import", office / "mapping.yaml", office / "名单.csv", "-o", out, *more]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_list_that_is_understood_is_written_as_an_overlay(
    run: Runner, office: Path, folder: Path, out: Path, lang: str
) -> None:
    """Status 0; the folder is a scenario on top of the base; what is next is said."""
    result = run(*words(office, out, "--base", folder), lang=lang)
    world = read_scenario(out)

    assert (result.exit_code, result.stderr) == (0, "")
    assert files_in(out) == ["people.csv", "scenario.yaml"]
    assert {"P01", "P02"} < {each.id for each in world.people}
    assert f"matcher check {out}" in result.stdout


def test_without_a_base_only_tables_are_written(
    run: Runner, office: Path, out: Path
) -> None:
    """A list alone becomes tables and no settings."""
    assert run(*words(office, out)).exit_code == 0
    assert files_in(out) == ["people.csv"]


def test_nothing_is_written_of_what_is_not_understood(
    run: Runner, office: Path, out: Path
) -> None:
    """Status 1; each thing is told with its place, and no file is made."""
    (office / "名单.csv").write_text(BAD, encoding="utf-8")
    result = run(*words(office, out, "--key", office / "key.csv"))

    assert result.exit_code == 1
    assert "名单.csv:1:D [床位]: E141" in result.stdout
    assert "名单.csv:3:B [性别]: E206" in result.stdout
    assert "Nothing was written" in result.stdout
    assert files_in(out) == []
    assert not (office / "key.csv").exists()


def test_what_was_understood_can_be_written_with_the_rest_as_a_list(
    run: Runner, office: Path, out: Path
) -> None:
    """With --keep-going the tables are there, import.txt says what is missing."""
    (office / "名单.csv").write_text(BAD, encoding="utf-8")
    result = run(*words(office, out, "--keep-going"))
    rest = (out / "import.txt").read_text(encoding="utf-8")

    assert result.exit_code == 1
    assert files_in(out) == ["import.txt", "people.csv"]
    assert [line.split(": ")[0] for line in rest.splitlines()] == [
        "名单.csv:1:D [床位]",
        "名单.csv:3:B [性别]",
    ]
    assert "乙某某" not in rest


def test_a_program_learns_everything(run: Runner, office: Path, out: Path) -> None:
    """The document has the lists, the size of each table, and every problem."""
    (office / "名单.csv").write_text(BAD, encoding="utf-8")
    result = run(*words(office, out, "--json"))
    document = json.loads(result.stdout)

    assert result.exit_code == 1
    assert (document["schema"], document["ok"]) == ("matcher.import/1", False)
    assert document["tables"] == {"people": 2}
    assert document["lists"] == [{"list": "名单.csv", "table": "people", "rows": 2}]
    assert [each["code"] for each in document["problems"]] == ["E141", "E206"]
    assert document["outputs"] == {}


def test_the_key_of_names_is_written_only_if_asked(
    run: Runner, office: Path, out: Path
) -> None:
    """No file and no message holds a name but the key, which keeps its codes."""
    key = office / "key.csv"
    first = run(*words(office, out, "--key", key))
    (office / "名单.csv").write_text(
        "姓名,性别,专业\n丙某某,女,S1\n甲某某,女,S1\n", encoding="utf-8"
    )
    second = run(*words(office, out, "--key", key, "--force"))
    written = (out / "people.csv").read_text("utf-8") + first.stdout + second.stdout

    assert key.read_text("utf-8-sig").splitlines() == [
        "code,name,apart",
        "P01,甲某某",
        "P02,乙某某",
        "P03,丙某某",
    ]
    assert key.stat().st_mode & 0o077 == 0
    assert "某某" not in written


def test_the_key_must_not_stand_beside_the_tables(
    run: Runner, office: Path, out: Path
) -> None:
    """A key inside the output folder is wrong usage."""
    result = run(*words(office, out, "--key", out / "key.csv"))

    assert result.exit_code == 2
    assert files_in(out) == []


def test_the_base_is_never_written_over(
    run: Runner, office: Path, folder: Path
) -> None:
    """The folder of the base cannot be the output, even with --force."""
    before = files_in(folder)

    assert run(*words(office, folder, "--base", folder, "--force")).exit_code == 2
    assert files_in(folder) == before


def test_nothing_is_replaced_unasked(run: Runner, office: Path, out: Path) -> None:
    """A second import into the folder needs --force."""
    assert run(*words(office, out)).exit_code == 0
    assert run(*words(office, out)).exit_code == 2
    assert run(*words(office, out, "--force")).exit_code == 0


def test_a_faulty_mapping_is_told(run: Runner, office: Path, out: Path) -> None:
    """The faults of the mapping come first, with line and column; status 1."""
    text = MAPPING.replace("codes:", "code:")
    (office / "mapping.yaml").write_text(text, encoding="utf-8")
    result = run(*words(office, out))

    assert result.exit_code == 1
    assert "mapping.yaml:4:5 [lists.名单.code]: E115" in result.stderr
