"""``matcher solve --engine ray``: pieces on a real Ray cluster of this machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from matcher.scenario.generate import generate
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner


@pytest.mark.usefixtures("ray_cluster")
def test_the_plan_is_the_same_and_the_record_says_where(
    run: Runner, tmp_path: Path
) -> None:
    """The plan file is the same byte for byte; pieces were solved on the cluster."""
    year, here, there = (tmp_path / each for each in ("year", "here", "there"))
    write_scenario(generate(60, 40, 1), year)
    assert run("solve", year, "-q", "-o", here).exit_code == 0
    result = run("solve", year, "-o", there, "--engine", "ray")
    assert result.exit_code == 0, result.output
    assert "raylet" not in result.output
    assert (there / "plan.json").read_bytes() == (here / "plan.json").read_bytes()
    record = json.loads((there / "run.json").read_text("utf-8"))
    assert record["parameters"]["engine"] == "ray"
    assert {each["where"] for each in record["pieces"]} == {"ray"}
    before = json.loads((here / "run.json").read_text("utf-8"))
    assert {each["where"] for each in before["pieces"]} == {"here"}
