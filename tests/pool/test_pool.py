"""Pools: processes of this machine and a real Ray cluster keep the same promises."""

from __future__ import annotations

import os
import sys
import threading
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from chores import (
    FATAL,
    Deaths,
    Heavy,
    Waiting,
    appeared,
    process,
    refuse,
    square,
    unsendable,
)
from killing import gone

from matcher.extras import ClusterError
from matcher.pool import ENGINES, Lost, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from matcher.pool import Engine, Pool


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Return the name of an engine, a cluster behind it if it needs one."""
    found: Engine = request.param
    if found == "ray":
        request.getfixturevalue("ray_cluster")
    return found


@pytest.fixture
def pool(engine: Engine) -> Iterator[Pool[Any]]:
    """Return a pool with room for two items."""
    with opened(engine, threads=1, most=2) as found:
        yield found


def test_every_item_comes_back_with_its_result(pool: Pool[Any]) -> None:
    """More items than there is room for; the order of ends is free."""
    assert dict(pool.map(square, range(7))) == {each: each**2 for each in range(7)}


def test_no_items_need_no_process(pool: Pool[Any]) -> None:
    """Nothing comes of nothing."""
    assert list(pool.map(square, [])) == []


def test_a_pool_takes_one_work_after_the_other(pool: Pool[Any]) -> None:
    """Work in other processes than this one, then other work."""
    assert os.getpid() not in dict(pool.map(process, range(3))).values()
    assert dict(pool.map(square, [5])) == {5: 25}


def test_items_are_taken_when_there_is_room(pool: Pool[Any]) -> None:
    """Items may be large: no more than fit are there at the same time."""
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(6):
            taken.append(number)
            yield number

    ends = pool.map(square, items())
    next(ends)
    assert len(taken) <= 4
    assert len(list(ends)) == 5


def test_the_work_is_sent_once_to_each_process(pool: Pool[Any], tmp_path: Path) -> None:
    """However many items there are, what the work holds crosses once."""
    ends = pool.map(Heavy(tmp_path), range(8))
    processes = {str(found) for _, found in ends}
    assert sorted(each.name.partition("-")[0] for each in tmp_path.iterdir()) == sorted(
        processes
    )


def test_what_the_work_raises_is_raised(pool: Pool[Any]) -> None:
    """The error is the work's own, and the pool can be used again."""
    with pytest.raises(LookupError, match="4"):
        list(pool.map(refuse, [4]))
    assert dict(pool.map(square, [2])) == {2: 4}


def test_what_cannot_be_sent_is_an_error(pool: Pool[Any]) -> None:
    """The error says so instead of an endless wait."""
    with pytest.raises(TypeError, match="pickle"):
        list(pool.map(unsendable, [1]))


def test_an_item_that_cannot_be_sent_is_an_error(pool: Pool[Any]) -> None:
    """It is raised where the item comes from, and the pool can be used again."""
    with pytest.raises(TypeError, match=r"[Ss]erializ|pickle"):
        list(pool.map(str, [threading.Lock()]))
    assert dict(pool.map(square, [2])) == {2: 4}


def test_a_killed_process_loses_nothing(pool: Pool[Any], tmp_path: Path) -> None:
    """The item is tried again elsewhere, told, and all results are as ever."""
    told: list[int] = []
    ends = dict(pool.map(Deaths(tmp_path, 2), range(6), again=told.append))
    assert ends == {each: each**2 for each in range(6)}
    assert told == [FATAL, FATAL]


def test_an_item_that_kills_everything_is_given_up(
    pool: Pool[Any], tmp_path: Path
) -> None:
    """After three deaths the item is lost, the others are not."""
    ends = dict(pool.map(Deaths(tmp_path, 9), range(6)))
    assert ends == {each: each**2 for each in range(6)} | {FATAL: Lost(3)}
    assert len(list(tmp_path.iterdir())) == 3


def test_a_wish_to_stop_ends_what_runs(pool: Pool[Any], tmp_path: Path) -> None:
    """What has ended comes back, what would go on for ever is ended."""
    stop = threading.Event()
    ends = []
    for end in pool.map(Waiting(tmp_path), range(3), stop=stop):
        ends.append(end)
        pids = appeared(tmp_path)
        stop.set()
    assert ends == [(0, 0)]
    assert all(map(gone, pids))


def test_a_block_that_is_left_ends_what_runs(engine: Engine, tmp_path: Path) -> None:
    """No process goes on for an item that nobody waits for any more."""
    with opened(engine, threads=1, most=2) as pool:
        ends = pool.map(Waiting(tmp_path), range(3))
        next(ends)
        pids = appeared(tmp_path)
        del ends
    assert all(map(gone, pids))


def test_no_more_is_asked_for_than_a_machine_has(ray_cluster: None) -> None:  # noqa: ARG001 -- it is there
    """Work that is counted with more cores than there are is done all the same."""
    with opened("ray", threads=64) as pool:
        assert dict(pool.map(square, range(3))) == {0: 0, 1: 1, 2: 4}


@pytest.mark.parametrize(
    ("cores", "threads", "most", "slots"),
    [
        (8, 2, None, 4),
        (8, 3, None, 2),
        (2, 8, None, 1),
        (8, 1, 3, 3),
        (16, None, None, 2),
    ],
)
def test_the_cores_say_how_many_fit(
    cores: int,
    threads: int | None,
    most: int | None,
    slots: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each item is counted with its threads; a wish for fewer or more counts."""
    monkeypatch.setattr("matcher.pool.opening.cores", lambda: cores)
    assert opened(threads=threads, most=most)._slots() == slots


def test_nothing_of_ray_gets_among_the_data(
    ray_cluster: None,  # noqa: ARG001 -- it is there
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What Ray tells of a dead worker is not told beside what the pool tells."""
    with opened("ray", threads=1) as pool:
        print("ours")  # noqa: T201 -- what is captured
        list(pool.map(Deaths(tmp_path, 1), range(6)))
    assert tuple(capsys.readouterr()) == ("ours\n", "")


def test_a_machine_without_our_code_is_told(ray_cluster: None) -> None:  # noqa: ARG001 -- it is there
    """What the workers cannot import is no fault of the work, and not tried again."""
    module = ModuleType("only_here")
    exec("def work(item):\n    return item", vars(module))  # noqa: S102 -- a module that has no file
    sys.modules[module.__name__] = module
    try:
        with opened("ray", threads=1) as pool, pytest.raises(ClusterError) as caught:
            list(pool.map(module.work, [1]))
    finally:
        del sys.modules[module.__name__]
    assert "No module named 'only_here'" in caught.value.text("en")
    assert "版本" in caught.value.text("zh")
