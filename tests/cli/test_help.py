"""The help: in the reader's language, filled to the screen, and quick to come."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

import pytest

from matcher import __version__
from matcher.cli import COMMANDS

if TYPE_CHECKING:
    from runner import Runner

HEAVY = {"ortools", "pandas", "numpy", "pydantic", "rich", "jinja2", "ruamel"}


@pytest.mark.parametrize("words", ["--help", "--version", "--help --lang zh"])
def test_asking_for_help_loads_nothing_heavy(words: str) -> None:
    """Help and version come before any command or engine is imported."""
    code = f"""
import sys
from matcher.cli import main
try:
    main({words.split()!r})
finally:
    print('\\n' + ' '.join(sys.modules))
"""
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    names = {name.partition(".")[0] for name in run.stdout.splitlines()[-1].split()}
    assert names & HEAVY == set()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_has_help(run: Runner, command: str, option: str) -> None:
    """Both spellings of the option print a command's own usage."""
    result = run(command, option)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"Usage: matcher {command} [OPTIONS]")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_chinese_has_no_english_word_of_click(
    run: Runner, command: str
) -> None:
    """Usage, options, commands and the help option are Chinese."""
    result = run(*command.split(), "--help", lang="zh")
    assert "用法" in result.stdout
    assert "选项:" in result.stdout
    assert "显示本说明并退出。" in result.stdout
    for word in ("Usage", "Options:", "Commands:", "Show", "required", "Language"):
        assert word not in result.stdout


def test_chinese_help_fits_the_screen(run: Runner) -> None:
    """No line of running text takes more than 80 columns, and no mark is left."""
    text = run("solve", "--help", lang="zh").stdout
    widths = [
        sum(2 if east_asian_width(each) in "WF" else 1 for each in line)
        for line in text.splitlines()
        if not line.startswith("  --")
    ]
    assert max(widths) in range(60, 81)
    assert "\u200b" not in text


@pytest.mark.parametrize("place", ["before", "after"])
def test_lang_is_understood_on_the_group_and_on_the_command(
    run: Runner, place: str
) -> None:
    """``--lang`` wins over MATCHER_LANG wherever it stands."""
    words = ["--lang", "zh", "rules"] if place == "before" else ["rules", "--lang=zh"]
    assert "末位裁定" in run(*words, lang="en").stdout


def test_the_version_is_that_of_the_package(run: Runner) -> None:
    """``--version`` prints the one version there is."""
    assert run("--version").stdout.endswith(f" {__version__}\n")


def test_a_wrong_language_is_wrong_usage(run: Runner) -> None:
    """A language that matcher does not speak is refused, in one it does."""
    result = run("rules", "--lang", "fr", lang="zh")
    assert result.exit_code == 2
    assert "'fr'不是允许的取值" in result.stderr


def test_a_slip_in_a_command_is_answered_with_the_nearest(run: Runner) -> None:
    """A mistyped command is wrong usage, and the command that was meant is named."""
    result = run("slove")
    assert result.exit_code == 2
    assert "Did you mean 'solve'?" in result.stderr


def test_the_language_of_one_run_does_not_stay_for_the_next(run: Runner) -> None:
    """Runs in one process do not change each other's language."""
    assert "用法" in run("--help", "--lang", "zh").stdout
    assert "Usage" in run("--help", lang="").stdout


def test_the_language_of_the_surroundings_is_left_as_it_was(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run borrows LANGUAGE, on which click's texts depend, and gives it back."""
    monkeypatch.setenv("LANGUAGE", "en_GB")
    assert "用法" in run("--help", lang="zh").stdout
    assert os.environ["LANGUAGE"] == "en_GB"
