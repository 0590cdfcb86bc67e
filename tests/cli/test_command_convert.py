"""``matcher convert``: a folder becomes a workbook, a workbook a folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_there_and_back_is_the_same(
    run: Runner, folder: Path, tmp_path: Path, lang: str
) -> None:
    """Folder, workbook and folder again hold one scenario; the next step is named."""
    book, back = tmp_path / "y.xlsx", tmp_path / "back"
    result = run("convert", folder, book, lang=lang)
    assert result.exit_code == 0
    assert f"matcher check {book}" in result.stdout
    assert run("convert", book, back, lang=lang).exit_code == 0
    assert read_scenario(book) == read_scenario(back) == read_scenario(folder)


def test_programs_get_one_document(run: Runner, folder: Path, tmp_path: Path) -> None:
    """The fingerprint says that nothing was lost."""
    result = run("convert", folder, tmp_path / "y.xlsx", "--json")
    assert json.loads(result.stdout) == {
        "schema": "matcher.convert/1",
        "source": str(folder),
        "target": str(tmp_path / "y.xlsx"),
        "fingerprint": read_scenario(tmp_path / "y.xlsx").fingerprint,
    }


@pytest.mark.parametrize("name", ["y.xlsx", "back"])
def test_nothing_is_overwritten_unasked(
    run: Runner, folder: Path, tmp_path: Path, name: str
) -> None:
    """A target that is there is replaced only with --force."""
    run("convert", folder, tmp_path / name)
    assert run("convert", folder, tmp_path / name).exit_code == 2
    assert run("convert", folder, tmp_path / name, "--force").exit_code == 0


@pytest.mark.parametrize("name", ["y.xls", "y.ods", "y.xlsm", "people.csv"])
def test_what_cannot_be_written_is_wrong_usage(
    run: Runner, folder: Path, tmp_path: Path, name: str
) -> None:
    """No folder is made that is called like a file of another kind."""
    result = run("convert", folder, tmp_path / name)
    assert result.exit_code == 2
    assert ".xlsx" in result.stderr
    assert not (tmp_path / name).exists()


def test_a_broken_scenario_is_not_converted(
    run: Runner, folder: Path, tmp_path: Path
) -> None:
    """The problems are told, and nothing is written."""
    (folder / "people.csv").unlink()
    result = run("convert", folder, tmp_path / "y.xlsx")
    assert result.exit_code == 1
    assert "people.csv: E102" in result.stderr
    assert not (tmp_path / "y.xlsx").exists()


def test_comments_of_the_settings_stay(
    run: Runner, folder: Path, tmp_path: Path
) -> None:
    """A workbook written over its folder leaves what planners wrote beside it."""
    settings = folder / "scenario.yaml"
    settings.write_text("# 我们的约定\n" + settings.read_text("utf-8"), "utf-8")
    before = settings.read_bytes()
    run("convert", folder, tmp_path / "y.xlsx")
    run("convert", tmp_path / "y.xlsx", folder, "--force")
    assert settings.read_bytes() == before


def test_a_stack_becomes_one_scenario(
    run: Runner, folder: Path, tmp_path: Path
) -> None:
    """What is written with overlays stands on its own, and is equal to the stack."""
    overlay, target = tmp_path / "higher", tmp_path / "target"
    overlay.mkdir()
    (overlay / "needs.csv").write_text("id,level\nn1,5\n", "utf-8")
    assert run("convert", folder, target, "--overlay", overlay).exit_code == 0
    stack = read_scenario(folder, [overlay])
    assert stack.need["n1"].level == 5
    assert read_scenario(target).fingerprint == stack.fingerprint
