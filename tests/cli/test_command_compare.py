"""``matcher compare``: plans side by side, the worst-off first."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builders import need, person, plan, scenario, site
from rich.cells import cell_len

from matcher.cli.compare import plan_names
from matcher.cli.side_by_side import show
from matcher.comparison import compare, judged
from matcher.comparison.chapters import Chapters
from matcher.plan import Shortage
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
        "nobody who meets a condition that only the releasing unit may tell 1 0",
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
    """The same folder twice has the same name, and nothing is better or worse."""
    printed = run("compare", outs[0], outs[0]).stdout
    assert "tiny and tiny have the same assignments.\n" in printed
    assert "tiny has the same scenario as tiny.\n" in printed
    assert "better" not in printed


def test_who_is_told_stands_last(run: Runner, outs: tuple[Path, Path]) -> None:
    """Units and people whom the change concerns are named, with what changes."""
    rows = [line.split() for line in run("compare", *outs).stdout.splitlines()]
    for row in (
        "Who is told if more takes the place of tiny",
        "Datong People's Hospital DT receives as well: E",
        "Yuhuatai People's Hospital YH releases as well: E",
        "E Yuhuatai People's Hospital goes as well",
    ):
        assert row.split() in rows
    assert "Nobody has anything to be told." in run("compare", outs[0], outs[0]).stdout


def test_a_comparison_is_a_page_too(
    run: Runner, outs: tuple[Path, Path], tmp_path: Path
) -> None:
    """--html writes one page with every chapter; it is not replaced unasked."""
    page = tmp_path / "pages" / "comparison.html"
    result = run("compare", *outs, "--html", page)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.endswith(f"Written: {page}\n")
    text = page.read_text(encoding="utf-8")
    for place in ("plans", "goals", "areas", "people", "shifts", "told"):
        assert f'<section id="{place}">' in text
    assert '<span class="good">3 better</span>' in text
    assert '<span class="bad">15,900 worse</span>' in text
    assert run("compare", *outs, "--html", page).exit_code == 2
    again = run("compare", *outs, "--html", page, "--force", "--json")
    assert json.loads(again.stdout)["told"][0][0]["about"] == {"receives": ["E"]}


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


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [80, 160])
@pytest.mark.parametrize("count", [2, 3, 4])
def test_tables_keep_the_heads_of_their_rows(
    run: Runner, outs: tuple[Path, Path], *, count: int, columns: int, lang: str
) -> None:
    """However many plans there are, rows can be told apart and no line is too long."""
    printed = run("compare", *(outs * 2)[:count], lang=lang, columns=columns).stdout
    titles = {
        "en": ("Yearly agreement", "Balance of releasing", "Cost", "Datong 630121"),
        "zh": ("协议指标", "派出负担均衡", "费用", "大通县 630121"),
    }
    lines = [line for line in printed.splitlines() if line.startswith(" ")]
    assert all(cell_len(line) <= columns for line in lines)
    for title in titles[lang]:
        assert any(line.startswith(f" {title} ") for line in lines)


def test_long_names_of_plans_make_room(
    run: Runner, outs: tuple[Path, Path], tmp_path: Path
) -> None:
    """Names are broken at their hyphens before the heads of rows are."""
    named = [tmp_path / f"{name}-with-one-more-doctor" for name in ("a", "b", "c")]
    for folder in named:
        shutil.copytree(outs[0], folder)
    words = [word for _ in named for word in ("--scenario", TINY)]
    printed = run("compare", *named, *words, columns=80).stdout
    assert " Coverage · posts of priority 1 " in printed
    assert "c-with-" in printed


def test_folders_of_one_name_are_told_by_what_differs(tmp_path: Path) -> None:
    """A name has as many folders above it as tell it from the others."""
    outputs = [tmp_path / way for way in ("a/out/tiny", "b/out/tiny", "a/out/more")]
    assert plan_names(outputs) == ["a/out/tiny", "b/out/tiny", "more"]
    outputs = [tmp_path / way for way in ("one/tiny", "two/tiny", "one/tiny")]
    assert plan_names(outputs) == ["one/tiny", "two/tiny", "one/tiny"]


def test_a_cause_says_of_which_plan_it_speaks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Where plans lack beds at different sites, each has its own beside the count."""
    world = scenario(housing=(site("H1"), site("H2")))
    plans = [
        judged(name, world, plan(world).model_copy(update={"shortages": shortages}))
        for name, shortages in (
            ("one", (empty("H1"), empty("H2"))),
            ("two", (empty("H2"),)),
            ("none", ()),
        )
    ]
    show(Chapters(compare(plans), "en"))
    (row,) = [line for line in capsys.readouterr().out.splitlines() if "no bed" in line]
    assert " ".join(row.split()) == "no bed at H1 H1, H2 H2 2 1 (H2 H2) 0"


def empty(site: str) -> Shortage:
    """Return a post that stays empty for want of a bed at the site."""
    return Shortage(need="n1", posts=1, cause="housing", detail=(site,))


def test_plans_are_compared_from_any_folder(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Scenarios are found when the whole tree has moved, whatever folder is current."""
    tree, moved = tmp_path / "tree", tmp_path / "elsewhere" / "tree"
    overlay = tree / "overlay"
    write_scenario(scenario(), tree / "scenario")
    overlay.mkdir()
    (overlay / "needs.csv").write_text("id,level\nn1,5\n", "utf-8")
    monkeypatch.chdir(tree)
    run("solve", "scenario", "--overlay", "overlay", "-o", "out/plan", "-q")
    record = json.loads(Path("out/plan/run.json").read_text("utf-8"))
    assert record["source"] == ["../../scenario", "../../overlay"]
    moved.parent.mkdir()
    monkeypatch.chdir(moved.parent)
    tree.rename(moved)
    assert run("compare", "tree/out/plan", "tree/out/plan").exit_code == 0


def test_older_records_are_still_read(
    run: Runner, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their ways begin in the folder where matcher solve was called."""
    run("solve", folder, "-o", out, "-q")
    record = json.loads((out / "run.json").read_text("utf-8"))
    for way in (folder.name, os.fspath(folder)):
        text = json.dumps({**record, "source": [way]})
        (out / "run.json").write_text(text, "utf-8")
        monkeypatch.chdir(folder.parent)
        assert run("compare", out, out).exit_code == 0


def test_a_faulty_scenario_is_named(
    run: Runner, outs: tuple[Path, Path], folder: Path
) -> None:
    """Places name files only, so the scenario is said before them."""
    (folder / "people.csv").unlink()
    words = ("--scenario", TINY, "--scenario", folder)
    result = run("compare", *outs, *words)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"In {folder}:\npeople.csv: E102 ")
