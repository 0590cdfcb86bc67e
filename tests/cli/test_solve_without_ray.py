"""``matcher solve --engine ray`` where there is no cluster, or no Ray."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from runner import files_in

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner


@pytest.mark.parametrize("engine", [[], ["--engine", "cp-sat"]])
def test_an_address_needs_ray(
    run: Runner, folder: Path, out: Path, engine: list[str]
) -> None:
    """Nobody would look at it otherwise."""
    result = run("solve", folder, "-o", out, "--address", "auto", *engine)
    assert result.exit_code == 2
    assert "--address needs --engine ray." in result.stderr
    assert files_in(out) == []


def test_a_cluster_that_is_not_there_is_told(
    run: Runner, folder: Path, out: Path
) -> None:
    """Status 2, the address, and nothing is written."""
    pytest.importorskip("ray")
    words = ("--engine", "ray", "--address", "127.0.0.1:1")
    result = run("solve", folder, "-o", out, *words)
    assert result.exit_code == 2
    assert "No Ray cluster can be reached at 127.0.0.1:1" in result.stderr
    assert files_in(out) == []


def test_without_the_extra_the_way_to_it_is_told(
    run: Runner, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 2 and the command that installs what is missing."""
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.delitem(sys.modules, "matcher.pool.cluster", raising=False)
    result = run("solve", folder, "-o", out, "--engine", "ray")
    assert result.exit_code == 2
    assert "pip install 'matcher[ray]'" in result.stderr
