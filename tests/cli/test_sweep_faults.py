"""Sweeps whose processes are killed, on this machine and on a real Ray cluster."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builders import need, person, scenario
from click.testing import CliRunner
from holding import Held, plans, rows
from killing import gone, until

from matcher.cli import main, sweeping
from matcher.pool import ENGINES
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from runner import Runner

CELLS = [
    f"{name}+seed-{seed}" for name in ("scenario", "one-less") for seed in (1, 2, 3)
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a scenario and an overlay."""
    path = tmp_path_factory.mktemp("place")
    people = tuple(person(code) for code in "ABC")
    needs = (need("n1"), need("n2", priority=2), need("n3", priority=3))
    write_scenario(scenario(people=people, needs=needs), path / "scenario")
    (path / "one-less").mkdir()
    (path / "one-less" / "people.csv").write_text("id,remove\nB,yes\n", "utf-8")
    return path


@pytest.fixture(scope="module")
def grid(place: Path) -> list[str]:
    """Return the words of a grid of six cells."""
    words = ["sweep", str(place / "scenario"), "--overlay", str(place / "one-less")]
    return [*words, "--plain", "--seeds", "1..3", "--workers", "1"]


@pytest.fixture(scope="module")
def undisturbed(grid: list[str], place: Path) -> Path:
    """Return the folder of a sweep at which nothing was killed."""
    out = place / "undisturbed"
    result = CliRunner().invoke(main, [*grid, "-o", str(out), "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert [row["cell"] for row in rows(out)] == CELLS
    return out


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> list[str]:
    """Return the words for an engine, a cluster behind it if it needs one."""
    if request.param == "ray":
        request.getfixturevalue("ray_cluster")
    return ["--engine", request.param, "--jobs", "2"]


def test_engines_and_numbers_of_processes_give_the_same_files(
    run: Runner, grid: list[str], undisturbed: Path, engine: list[str], out: Path
) -> None:
    """Every plan file is the same byte for byte, and so is the table but for times."""
    result = run(*grid, *engine, "-o", out)
    assert result.exit_code == 0, result.output
    assert plans(out) == plans(undisturbed)
    assert rows(out) == rows(undisturbed)


def test_a_cell_is_the_plan_that_solve_finds(
    run: Runner, undisturbed: Path, place: Path, out: Path
) -> None:
    """The file is the same byte for byte."""
    words = (place / "scenario", "--overlay", place / "one-less", "--seed", 2)
    assert run("solve", *words, "--workers", 1, "-o", out, "-q").exit_code == 0
    assert (out / "plan.json").read_bytes() == plans(undisturbed)["one-less+seed-2"]


def test_a_killed_worker_loses_nothing(
    run: Runner,
    grid: list[str],
    undisturbed: Path,
    engine: list[str],
    *,
    out: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its cell is told and planned again; plans and table are those undisturbed."""
    held = Held(tmp_path, CELLS[2])
    monkeypatch.setattr(sweeping, "planned", held)
    killer = threading.Thread(target=lambda: os.kill(held.pid(), signal.SIGKILL))
    killer.start()
    result = run(*grid, *engine, "-o", out)
    killer.join()

    assert result.exit_code == 0, result.output
    assert f"{CELLS[2]}: the process that planned it ended" in result.stderr
    assert gone(held.pid())
    assert plans(out) == plans(undisturbed)
    assert rows(out) == rows(undisturbed)


def test_a_killed_sweep_goes_on_where_it_stopped(
    run: Runner,
    grid: list[str],
    undisturbed: Path,
    engine: list[str],
    *,
    out: Path,
    tmp_path: Path,
) -> None:
    """What had ended is kept as it is, the rest is planned by the same command."""
    words = [*grid, *engine, "-o", str(out)]
    held = Held(tmp_path, CELLS[3])
    script = Path(__file__).parent / "holding.py"
    command = [sys.executable, str(script), str(tmp_path), CELLS[3]]
    with subprocess.Popen(
        [*command, *words, *_address(engine), "--jobs", "1"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as driver:
        pid = held.pid()
        # The next cell begins while the driver still keeps the one before it.
        assert until(lambda: [row["cell"] for row in rows(out)] == CELLS[:3])
        driver.kill()
    assert gone(pid)
    ended = {path: path.read_bytes() for path in out.glob("*/run.json")}
    assert [path.parent.name for path in sorted(ended)] == sorted(CELLS[:3])

    result = run(*words)
    assert result.exit_code == 0, result.output
    assert "3 of 6 cells are there already." in result.stderr
    assert {path: path.read_bytes() for path in ended} == ended
    assert plans(out) == plans(undisturbed)
    assert rows(out) == rows(undisturbed)


def _address(engine: list[str]) -> list[str]:
    """Return the words that lead another process to the cluster of the tests."""
    if "ray" not in engine:
        return []
    import ray  # noqa: PLC0415 -- an extra

    return ["--address", ray.get_runtime_context().gcs_address]
