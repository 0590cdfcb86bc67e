"""Processes that end, fail, take too long or hold too much."""

from __future__ import annotations

import sys

import pytest

from benchmarks.peers.contest import Ending, run


@pytest.mark.parametrize(
    ("program", "seconds", "ceiling_mb", "ending"),
    [
        ("pass", 60, 1000, "finished"),
        ("raise SystemExit(3)", 60, 1000, "failed"),
        ("import time; time.sleep(60)", 0.2, 1000, "ended for time"),
        (
            "import time; kept = bytearray(200 << 20); time.sleep(60)",
            60,
            100,
            "ended for memory",
        ),
    ],
)
def test_each_way_to_end_is_told(
    program: str, seconds: float, ceiling_mb: float, ending: Ending
) -> None:
    """A process that passes a limit is ended, and the row says which limit it was."""
    outcome = run((sys.executable, "-c", program), seconds, {}, ceiling_mb)

    assert outcome.ending == ending


def test_children_are_ended_with_their_parent() -> None:
    """Memory of a child counts, and a child of an ended process does not live on."""
    child = "import time; kept = bytearray(200 << 20); time.sleep(60)"
    parent = (
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    )

    outcome = run((sys.executable, "-c", parent), 60, {}, ceiling_mb=100)

    # The reader of the errors would wait for the child if it lived on.
    assert outcome.ending == "ended for memory"
    assert outcome.peak_mb > 100


def test_lines_are_kept_in_their_order_with_their_time() -> None:
    """What a process says on standard error is kept, what it prints is not."""
    program = "import sys; print('no'); print('one\\ntwo', file=sys.stderr)"

    outcome = run((sys.executable, "-c", program), 60, {})

    assert [line for _, line in outcome.lines] == ["one", "two"]
    assert 0 <= outcome.lines[0][0] <= outcome.lines[1][0] <= outcome.seconds


def test_the_environment_is_handed_on() -> None:
    """What should differ from our environment does."""
    program = "import os, sys; sys.exit(os.environ['WORD'] != 'said')"

    outcome = run((sys.executable, "-c", program), 60, {"WORD": "said"})

    assert outcome.ending == "finished"
