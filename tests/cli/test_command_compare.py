"""``matcher compare``: plans side by side, the worst-off first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builders import need, person, scenario

from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from runner import Runner

TINY = Path(__file__).parents[2] / "scenarios" / "tiny"
VARIANT = Path(__file__).parents[2] / "scenarios" / "variants" / "one-more-doctor"


@pytest.fixture(scope="module")
def outs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the folders of two solves: of tiny and of a variant of it."""
    # A fixture of a whole module cannot use the runner of one test.
    from click.testing import CliRunner  # noqa: PLC0415

    from matcher.cli import main  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("outs")
    for name, path in (("tiny", TINY), ("more", VARIANT)):
        words = ["solve", str(path), "-o", str(folder / name), "-q"]
        assert CliRunner().invoke(main, words).exit_code == 0
    return folder / "tiny", folder / "more"


def test_two_plans_stand_side_by_side(run: Runner, outs: tuple[Path, Path]) -> None:
    """Goals with their verdicts, areas, people, programmes, causes and moves."""
    result = run("compare", *outs)
    assert result.exit_code == 0, result.stderr
    rows = [line.split() for line in result.stdout.splitlines()]
    for row in (
        "Plan tiny more",
        "Yearly agreement 2 3 better",
        "Cost 10,600 15,900 worse",
        "Datong 630121 1 (1 post(s) empty) 2",
        "E Yuhuatai People's Hospital – no wish met",
        "Medical help YZ 2 / 3 3 / 3",
        "health clearance pending or refused 1 0",
        "Who moves from tiny to more: goes as well 1",
    ):
        assert row.split() in rows


def test_the_scenarios_are_told_apart_in_one_line(
    run: Runner, outs: tuple[Path, Path]
) -> None:
    """What differs between the scenarios is counted by table."""
    assert (
        "The scenario of more differs from that of tiny: settings (3 changed), "
        "people (1 added), needs (1 changed), preferences (1 added)\n"
    ) in run("compare", *outs).stdout


def test_a_comparison_speaks_chinese(run: Runner, outs: tuple[Path, Path]) -> None:
    """Better and worse are words, in the reader's language."""
    printed = run("compare", *outs, lang="zh").stdout
    rows = [line.split() for line in printed.splitlines()]
    assert ["协议指标", "2", "3", "更好"] in rows
    assert "从tiny到more，谁的去向变了：新派出 1\n" in printed


def test_a_plan_beside_itself_differs_in_nothing(
    run: Runner, outs: tuple[Path, Path]
) -> None:
    """The same folder twice is told by its path, and nothing is better or worse."""
    printed = run("compare", outs[0], outs[0]).stdout
    assert f"{outs[0]} and {outs[0]} have the same assignments.\n" in printed
    assert f"{outs[0]} has the same scenario as {outs[0]}.\n" in printed
    assert "better" not in printed


def test_a_program_reads_the_comparison(run: Runner, outs: tuple[Path, Path]) -> None:
    """One document; a list has one value for each plan."""
    document = json.loads(run("compare", *outs, "--json").stdout)
    assert document["schema"] == "matcher.compare/1"
    assert [each["name"] for each in document["plans"]] == ["tiny", "more"]
    rung = document["rungs"][0]
    assert (rung["goal"], rung["values"]) == ("agreement", [2, 3])
    assert rung["verdicts"] == ["equal", "better"]
    assert rung["statuses"] == ["OPTIMAL", "OPTIMAL"]
    assert document["areas"][0]["assignments"] == [1, 1]
    assert document["people"][0]["outlooks"] == ["", "unmet"]
    ((shift,),) = document["shifts"]
    assert (shift["person"], shift["kind"], shift["before"]) == (
        "E",
        "only-second",
        None,
    )
    assert document["changes"][0]["counts"]["people"]["added"] == 1


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", "E607 The plan was not made for the scenario {path}. If it was edited "),
        (
            "zh",
            "E607 这份计划不是为方案{path}编制的。方案若已改动",
        ),
    ],
)
def test_the_wrong_scenario_is_found_out(
    run: Runner, outs: tuple[Path, Path], *, lang: str, says: str
) -> None:
    """The fingerprint must fit; the message says what to do; status 1."""
    words = ("compare", *outs, "--scenario", TINY, "--scenario", TINY)
    result = run(*words, lang=lang)
    assert result.exit_code == 1
    assert f"{outs[1] / 'plan.json'}: {says.format(path=TINY)}" in result.stderr


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "E604"),
        ("{}", "E605"),
        ("[]", "E605"),
        ("nothing", "E605"),
        ('{"source": []}', "E605"),
        ('{"source": [3]}', "E605"),
        ('{"source": ["/nowhere/at/all"]}', "E606"),
    ],
)
def test_a_run_that_does_not_say_its_scenario(
    run: Runner, folder: Path, out: Path, *, content: str | None, code: str
) -> None:
    """Without the record of the run the scenario must be named, and then may be."""
    run("solve", folder, "-o", out, "-q")
    record = out / "run.json"
    record.unlink()
    if content is not None:
        record.write_text(content, encoding="utf-8")
    result = run("compare", out, out)
    assert result.exit_code == 1
    assert f"{record}: {code} " in result.stderr
    assert "--scenario" in result.stderr
    named = run("compare", out, out, "--scenario", folder, "--scenario", folder)
    assert named.exit_code == 0


def test_a_folder_without_a_plan(run: Runner, folder: Path) -> None:
    """A folder that no solve wrote is told with the way out."""
    result = run("compare", folder, folder)
    assert result.exit_code == 1
    assert f"{folder / 'plan.json'}: E604 This file is not there. " in result.stderr


@pytest.mark.parametrize("count", [1, 3])
def test_the_command_line_must_fit(
    run: Runner, outs: tuple[Path, Path], count: int
) -> None:
    """One plan is no comparison, and scenarios are named for all plans or none."""
    words = ["compare", *(outs * 2)[:count]]
    result = run(*words, *(["--scenario", TINY] if count > 1 else []))
    assert result.exit_code == 2


def test_findings_end_with_status_6(run: Runner, outs: tuple[Path, Path]) -> None:
    """A plan that was edited is compared all the same, and its findings are counted."""
    edited = outs[0].with_name("edited")
    edited.mkdir()
    for name in ("plan.json", "run.json"):
        text = (outs[0] / name).read_text("utf-8")
        (edited / name).write_text(
            text.replace('"end": "2023-06-05"', '"end": "2023-06-04"', 1), "utf-8"
        )
    result = run("compare", outs[0], edited)
    assert result.exit_code == 6
    assert "finding(s)" in result.stdout


def test_long_lists_are_cut_unless_all_is_asked_for(
    run: Runner, tmp_path: Path
) -> None:
    """Eight people are shown, and how many more there are."""
    many = scenario(
        people=tuple(person(f"P{number}") for number in range(10)),
        needs=(need("n1", max_headcount=10, min_headcount=10),),
    )
    for name, world in (("none", scenario(people=())), ("many", many)):
        write_scenario(world, tmp_path / name)
        run("solve", tmp_path / name, "-o", tmp_path / "out" / name, "-q")
    words = ("compare", tmp_path / "out" / "none", tmp_path / "out" / "many")
    short, whole = run(*words).stdout, run(*words, "--all").stdout
    assert "… and 2 more; --all shows every row.\n" in short
    assert "P9 NU" not in short
    assert "P9 NU" in whole
