"""The command line as a process: terminals, pipes, encodings, completion."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SURROUNDINGS = {**os.environ, "MATCHER_LANG": "zh", "COLUMNS": "100", "TERM": "xterm"}
MATCHER = [sys.executable, "-m", "matcher"]


def drawn_at_a_terminal(words: list[object], **surroundings: str) -> str:
    """Return what a command draws on a terminal that is its standard error."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*MATCHER, *map(str, words)],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env=SURROUNDINGS | surroundings,
    ):
        os.close(theirs)
        drawn = b""
        with contextlib.suppress(OSError):  # how Linux says that nobody writes any more
            while part := os.read(ours, 4096):
                drawn += part
    os.close(ours)
    return drawn.decode()


@pytest.mark.parametrize("plain", [False, True])
def test_at_a_terminal_progress_is_drawn_and_each_rung_stays(
    short: Path, out: Path, *, plain: bool
) -> None:
    """A terminal gets a bar that goes and lines that stay; NO_COLOR is kept."""
    surroundings = {"NO_COLOR": "1"} if plain else {}
    drawn = drawn_at_a_terminal(["solve", short, "-o", out], **surroundings)
    assert "\x1b[2K" in drawn
    assert bool(re.search(r"\x1b\[[39]\dm", drawn)) is not plain
    assert "2/2 软规则让步：1，界限1，已证明最优，" in drawn


def test_at_a_terminal_a_sweep_draws_a_bar_beneath_its_cells(
    short: Path, out: Path
) -> None:
    """The bar goes, the line of each cell stays."""
    words = ["sweep", short, "--seeds", "1..2", "--workers", "1", "-o", out]
    drawn = drawn_at_a_terminal(words)
    assert "\x1b[2K" in drawn
    assert "2/2" in drawn
    assert "short+seed-2: 已证明最优，空缺岗位" in drawn


def test_a_reader_that_leaves_early_is_no_failure() -> None:
    """A closed pipe ends the command quietly."""
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run(
        [*MATCHER, "schema"], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.parametrize("encoding", ["gbk", "cp437", "ascii"])
def test_no_encoding_of_a_console_is_a_failure(
    short: Path, out: Path, encoding: str
) -> None:
    """What a console cannot show becomes a question mark, not a crash."""
    surroundings = {**SURROUNDINGS, "PYTHONIOENCODING": encoding}
    run = subprocess.run(
        [*MATCHER, "solve", short, "-o", out],
        capture_output=True,
        env=surroundings,
        check=True,
    )
    known = "审核：没有问题。".encode("gbk")
    assert (known in run.stdout) is (encoding == "gbk")


def test_json_loses_nothing_in_any_encoding(short: Path, out: Path) -> None:
    """Where a console is not UTF-8, the document escapes what it could not show."""
    run = subprocess.run(
        [*MATCHER, "solve", short, "-o", out, "--json", "-q"],
        capture_output=True,
        env={**SURROUNDINGS, "PYTHONIOENCODING": "gbk"},
        check=True,
    )
    assert run.stdout.isascii()
    assert b"\\u" in run.stdout


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("matcher so", "solve"), ("matcher schema --table hou", "housing")],
)
def test_the_shell_can_complete_commands_and_choices(typed: str, offered: str) -> None:
    """Click's completion offers commands and the values of options."""
    code = "from matcher.cli import main; main(prog_name='matcher')"
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={
            **SURROUNDINGS,
            "_MATCHER_COMPLETE": "bash_complete",
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(typed.split()) - 1),
        },
        check=True,
    )
    assert run.stdout == f"plain,{offered}\n"
