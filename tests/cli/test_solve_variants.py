"""``matcher solve``: overlays on top, and several scenarios in one run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from builders import need, rules, scenario
from runner import FILES, files_in

from matcher import verbs
from matcher.plan.files import read_plan
from matcher.scenario.conditions import Lock
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    """Return an overlay that takes the only person away."""
    path = tmp_path / "nobody"
    path.mkdir()
    (path / "people.csv").write_text("id,remove\nP1,yes\n", "utf-8")
    return path


@pytest.fixture
def person(folder: Path) -> str:
    """Return the code of the only person."""
    lines = (folder / "people.csv").read_text("utf-8-sig").splitlines()
    return lines[1].partition(",")[0]


def test_an_overlay_is_put_on_top(
    run: Runner, folder: Path, overlay: Path, person: str, out: Path
) -> None:
    """The plan is that of the changed scenario, and audit and report follow."""
    (overlay / "people.csv").write_text(f"id,level\n{person},1\n", "utf-8")
    (overlay / "needs.csv").write_text("id,level\nn1,5\n", "utf-8")
    result = run("solve", folder, "--overlay", overlay, "-o", out)
    plan = read_plan(out / "plan.json")

    assert result.exit_code == 0, result.output
    assert plan.scenario.endswith("+nobody")
    assert plan.assignments == ()
    assert f"--overlay {overlay}" in result.stdout
    again = run("audit", folder, out / "plan.json", "--overlay", overlay)
    assert again.exit_code == 0
    assert run("audit", folder, out / "plan.json").exit_code == 6
    where = ("-o", out / "again", "--overlay", overlay)
    assert run("report", folder, out / "plan.json", *where).exit_code == 0


def test_the_record_names_what_was_read(
    run: Runner, folder: Path, overlay: Path, out: Path
) -> None:
    """run.json has the scenario and its overlays, and a digest of each file."""
    (overlay / "people.csv").write_text("id,level\n", "utf-8")
    run("solve", folder, "--overlay", overlay, "-o", out)
    record = json.loads((out / "run.json").read_text("utf-8"))

    assert record["source"] == ["../scenario", "../nobody"]
    assert {"people.csv", "../nobody/people.csv"} <= set(record["files"])


def test_several_scenarios_are_planned_into_folders(
    run: Runner, folder: Path, short: Path, out: Path
) -> None:
    """Each scenario has its outputs in a folder of its name; gates are for all."""
    result = run("solve", folder, short, "-o", out)

    assert result.exit_code == 0, result.output
    assert files_in(out) == [folder.name, short.name]
    assert files_in(out / folder.name) == files_in(out / short.name) == FILES
    assert f"matcher compare {out / folder.name} {out / short.name}" in result.stdout
    gate = ("--force", "--fail-on", "shortage")
    assert run("solve", folder, short, "-o", out, *gate).exit_code == 5


def test_several_scenarios_are_one_document(
    run: Runner, folder: Path, short: Path, out: Path
) -> None:
    """A program gets all runs in the order of the command line."""
    result = run("solve", folder, short, "-o", out, "--json")
    document = json.loads(result.stdout)

    assert document["schema"] == "matcher.solve/1"
    assert [each["assignments"] for each in document["runs"]] == [1, 1]
    assert [each["source"] for each in document["runs"]] == [
        [str(folder)],
        [str(short)],
    ]
    assert [each["exit_status"] for each in document["runs"]] == [0, 0]


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Return a scenario without a table that it must have."""
    path = tmp_path / "faulty"
    write_scenario(scenario(), path)
    (path / "people.csv").unlink()
    return path


@pytest.fixture
def contrary(tmp_path: Path) -> Path:
    """Return a scenario whose lock breaks a strict rule."""
    path = tmp_path / "contrary"
    lock = {"id": "L1", "kind": "pin", "person": "A", "target": "n1"}
    world = scenario(
        policy=rules(level="strict"),
        needs=(need("n1", level=5),),
        locks=(Lock.model_validate(lock),),
    )
    write_scenario(world, path)
    return path


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "In {path}:\n"), ("zh", "{path}中：\n")]
)
def test_one_scenario_does_not_hold_up_the_others(
    run: Runner,
    folder: Path,
    faulty: Path,
    contrary: Path,
    *,
    out: Path,
    lang: str,
    says: str,
) -> None:
    """What can be planned is planned; each error is told with its scenario."""
    result = run("solve", faulty, contrary, folder, "-o", out, "-q", lang=lang)

    assert result.exit_code == 3
    assert files_in(out) == [folder.name]
    assert files_in(out / folder.name) == FILES
    first, _, second = result.stderr.partition(says.format(path=contrary))
    assert first.startswith(says.format(path=faulty) + "people.csv: E102 ")
    assert "L1 (level)" in second
    assert result.stdout == ""


def test_errors_stand_among_the_runs(
    run: Runner, folder: Path, faulty: Path, contrary: Path, out: Path
) -> None:
    """A program gets one entry for each scenario, whether it was planned or not."""
    result = run("solve", contrary, folder, faulty, "-o", out, "--json")
    runs = json.loads(result.stdout)["runs"]

    assert result.exit_code == 3
    assert [(each["source"], each["exit_status"]) for each in runs] == [
        ([str(contrary)], 3),
        ([str(folder)], 0),
        ([str(faulty)], 1),
    ]
    assert (runs[0]["error"], runs[0]["locks"]) == ("contradictory-locks", ["L1"])
    assert (runs[1]["status"], runs[1]["audit"]["clean"]) == ("OPTIMAL", True)
    assert runs[2]["problems"][0]["code"] == "E102"


def test_an_error_is_worse_than_a_gate(
    run: Runner, short: Path, folder: Path, faulty: Path, out: Path
) -> None:
    """A gate is told with its scenario, and counts where nothing else went wrong."""
    gate = ("-o", out, "--fail-on", "shortage", "--force")
    result = run("solve", folder, short, *gate, "--json")
    runs = json.loads(result.stdout)["runs"]

    assert result.exit_code == 5
    assert [each["exit_status"] for each in runs] == [0, 5]
    assert f"In {short}:\nGate tripped: shortage." in result.stderr
    assert run("solve", faulty, short, *gate).exit_code == 1


def test_an_interrupt_ends_the_scenarios_behind_it(
    run: Runner, folder: Path, short: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The best plan of the first is kept; the others say that they have none."""
    real = verbs.run

    def interrupted(*values: Any, stop: Any, **options: Any) -> verbs.Run:  # noqa: ANN401 -- handed on
        done = real(*values, stop=stop, **options)
        stop.set()
        return done

    monkeypatch.setattr(verbs, "run", interrupted)
    result = run("solve", folder, short, "-o", out, "--json")
    runs = json.loads(result.stdout)["runs"]

    assert result.exit_code == 130
    assert [each["exit_status"] for each in runs] == [0, 130]
    assert files_in(out) == [folder.name]


def test_a_folder_keeps_the_dot_in_its_name(
    run: Runner, folder: Path, short: Path, out: Path
) -> None:
    """Only the name of a workbook has an ending that is cut off."""
    dotted, book = folder.with_name("v1.2"), folder.with_name("v1.3.xlsx")
    folder.rename(dotted)
    run("convert", short, book)

    assert run("solve", dotted, book, "-o", out, "-q").exit_code == 0
    assert files_in(out) == ["v1.2", "v1.3"]


def test_two_scenarios_of_one_name_are_refused(
    run: Runner, folder: Path, tmp_path: Path, out: Path
) -> None:
    """Two plans cannot go into one folder."""
    result = run(
        "solve", folder, tmp_path / ".." / tmp_path.name / folder.name, "-o", out
    )

    assert result.exit_code == 2
    assert folder.name in result.output
