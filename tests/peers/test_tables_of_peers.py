"""Records, tables and plots of a study of the peers."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from machines import MACHINE

from benchmarks.peers.environments import PEERS
from benchmarks.peers.medians import highest, lowest, share, summary
from benchmarks.peers.ours import steps
from benchmarks.peers.page import section, write_pages
from benchmarks.peers.plot import Chart, draw
from benchmarks.peers.records import Instance, Run, Study, gap, until
from benchmarks.peers.store import Store
from benchmarks.peers.study import Task
from benchmarks.shelf import stored

BEGAN = datetime(2026, 12, 1, 8, tzinfo=UTC)


def ran(peer: str, **changes: Any) -> Run:  # noqa: ANN401 -- any field of a run
    """Return a run that ended well, on a hundred people."""
    row: dict[str, Any] = {
        "peer": peer,
        "people": 100,
        "seed": 1,
        "limit": 10,
        "load": 0,
        "ending": "finished",
        "seconds": 2,
        "peak_mb": 50,
        "objective": 1000,
        "filled": 3,
        "bound": 1000,
        "closed": 2,
    }
    return Run.model_validate(row | changes)


def study(*runs: Run) -> Study:
    """Return a study with these runs."""
    size = Instance(people=100, seed=1, posts=5, seats=9, pairs=20)
    return Study(
        began=BEGAN,
        commands=("python -m benchmarks.peers",),
        machine=MACHINE,
        instances=(size, size.model_copy(update={"seed": 2})),
        runs=runs,
    )


def test_every_peer_has_its_program() -> None:
    """Each peer is a module beside the others, or the one in Java."""
    folder = Path(__file__).parents[2] / "benchmarks" / "peers"

    for name, peer in PEERS.items():
        file = f"{peer.module}.py" if peer.module else "Timefold.java"
        assert (folder / file).exists(), name


def test_the_gap_is_a_share_of_the_bound() -> None:
    """Without plan or bound there is no gap."""
    assert gap(990, 1000) == pytest.approx(0.01)
    assert gap(1000, 1000) == 0
    assert gap(None, 1000) is gap(990, None) is gap(0, 0) is None


def test_a_plan_that_breaks_something_is_no_plan() -> None:
    """What breaks a limit, or holds nobody, has neither worth nor gap."""
    broken = ran("a", broken={"twice": 1})
    empty = ran("a", objective=0, filled=0)

    assert broken.plan is broken.gap is empty.plan is None


def test_missing_values_are_the_worst() -> None:
    """A median is a number only if at least half of the runs have one."""
    assert highest([3, None, 1]) == 3
    assert highest([None, None, 1]) is None
    assert lowest([3, None, 5]) == 3
    assert highest([1, 2]) == 2
    assert lowest([1, 2]) == 1


def test_small_shares_never_look_like_none() -> None:
    """Nought is said only of nought."""
    assert [share(each) for each in (None, 0, 1e-7, 0.0123456)] == [
        "–",
        "0",
        "<0.001%",
        "1.235%",
    ]


def test_our_news_become_steps() -> None:
    """Only the first rung counts, repeated news do not, and the time is kept."""
    lines = [
        (0.5, "Reading"),
        (1.0, "1/2 Coverage: –, bound 2,000"),
        (2.0, "1/2 Coverage: 1,000, bound 2,000"),
        (2.5, "1/2 Coverage: 1,000, bound 2,000"),
        (3.0, "1/2 Coverage: 1,000, bound 1,000, proven optimal, 3.0 s"),
        (4.0, "2/2 Fit: 7, bound 7, proven optimal, 1.0 s"),
    ]

    found = steps(lines)

    assert [(each.seconds, each.best, each.bound) for each in found] == [
        (1.0, None, 2000),
        (2.0, 1000, 2000),
        (3.0, 1000, 1000),
    ]
    assert until(found, 0.5) == 2.0
    assert until(found, 1e-4) == 3.0
    assert until(found[:2], 1e-4) is None


def test_medians_over_seeds_and_ratios_to_ours() -> None:
    """The summary has a row a peer: worth and time beside ours, what is missing."""
    found = study(
        ran("ours"),
        ran("ours", seed=2, closed=4),
        ran("slow", objective=900, closed=8),
        ran("slow", seed=2, objective=None, filled=0, bound=None, closed=None),
    )

    words, tables = list(summary(found))
    rows = [line.split(" | ") for line in tables.splitlines()[2:]]

    assert words.startswith("100 people in one piece, medians over 2 seeds")
    assert [row[0] for row in rows] == ["| ours", "| slow"]
    assert rows[0][2:5] == ["2 of 2", "1.0000", "0"]
    assert rows[1][2:5] == ["1 of 2", "–", "–"]
    assert rows[0][7:9] == ["4.0", "1.0"]


def test_a_bound_below_a_plan_is_told(tmp_path: Path) -> None:
    """If somebody's plan is worth more than a bound, the page says so."""
    honest, liar = ran("ours"), ran("liar", objective=900, bound=950)

    for runs, told in (((honest,), False), ((honest, liar), True)):
        write_pages(study(*runs), tmp_path)
        text = (tmp_path / "README.md").read_text(encoding="utf-8")
        assert (
            "Worth more than some bound: ours on 100 people, seed 1" in text
        ) == told


def test_the_page_has_a_row_for_each_way_to_end(tmp_path: Path) -> None:
    """Failures and broken plans are rows like others, with what is known of them."""
    lost = {"objective": None, "filled": 0, "bound": None, "closed": None}
    runs = (
        ran("ours"),
        ran("killed", ending="ended for memory", **lost),
        ran("failed", ending="failed", said="no such thing", **lost),
        ran("wrong", broken={"twice": 2}),
    )
    write_pages(study(*runs), tmp_path)
    text = (tmp_path / "README.md").read_text(encoding="utf-8")

    assert "| killed | – |" in text
    assert "| ended for memory |" in text
    assert "failed `no such thing`" in text
    assert "| wrong | twice: 2 |" in text


def test_how_ours_went_is_told(tmp_path: Path) -> None:
    """Ours says when it had what, and what it had when the peers had to end."""
    known = [
        {"seconds": 9.0, "best": 800, "bound": 1100},
        {"seconds": 11.0, "best": 1000, "bound": 1000},
    ]
    write_pages(study(ran("ours", seconds=12, steps=known)), tmp_path)
    text = (tmp_path / "README.md").read_text(encoding="utf-8")

    assert "a first plan, 800, after 9.0 s, a gap of 10 % after 11.0 s" in text
    assert "10 s after its start it had 800 with the bound 1,100." in text


def test_plots_are_pictures_with_a_spot_for_each_value() -> None:
    """Missing values are hollow and on top; others stand by their size."""
    chart = Chart("Growth & more", {1.0: "1 s", 100.0: "100 s"}, "never")
    text = draw(chart, {"ours": [(100, 1.0), (1000, 10.0)], "slow": [(100, None)]})
    root = ET.fromstring(text)  # noqa: S314 -- our own text
    spots = [each.attrib for each in root.iter() if each.tag.endswith("circle")]

    assert [each["fill"] for each in spots].count("white") == 1
    heights = [float(each["cy"]) for each in spots]
    assert heights[0] < heights[2] < heights[1]
    assert "never" in text


def test_a_study_is_gone_on_with_where_it_stopped(tmp_path: Path) -> None:
    """Stored runs are not run again, unless they failed or the limit is another."""
    store = Store(tmp_path, BEGAN)
    store.open("first")
    store.add_instance(Instance(people=100, seed=1, posts=5, seats=9, pairs=20))
    store.add(ran("ours"))
    store.add(ran("ours", seed=2, ending="failed"))

    again = Store(tmp_path, datetime.now(UTC))
    again.open("second")

    assert again.study.began == BEGAN
    assert again.study.commands == ("first", "second")
    assert again.study.find("ours", 100, 1) == ran("ours")
    assert [
        again.has(Task("ours", 100, seed, limit, 60))
        for seed, limit in ((1, 10), (1, 20), (2, 10), (3, 10))
    ] == [True, False, False, False]


def test_a_run_takes_the_place_of_the_one_before() -> None:
    """A study has one run for a peer and an instance."""
    found = study(ran("ours", seconds=5)).with_run(ran("ours", seconds=3))

    assert [each.seconds for each in found.runs] == [3]


def test_the_newest_study_comes_first(tmp_path: Path) -> None:
    """Folders begin with their date; without any there is none."""
    assert stored(Study, tmp_path, "peers") == []

    for name in ("2026-11-01-peers", "2026-12-01-peers", "2026-12-02-other"):
        Store(tmp_path / name, BEGAN).open(name)
    found = [folder.name for _, folder in stored(Study, tmp_path, "peers")]

    assert found == ["2026-12-01-peers", "2026-11-01-peers"]


def test_the_documentation_has_all_studies(tmp_path: Path) -> None:
    """Command, folder and medians of each stand there; without a study nothing."""
    assert section(tmp_path) == ""

    store = Store(tmp_path / "2026-12-01-peers", BEGAN)
    store.open("python -m benchmarks.peers --seeds 1")
    store.add(ran("ours"))
    text = section(tmp_path)

    assert "by `python -m benchmarks.peers --seeds 1`" in text
    assert "`benchmarks/studies/2026-12-01-peers`" in text
    assert "| ours | matcher solve | 1 of 1 |" in text
