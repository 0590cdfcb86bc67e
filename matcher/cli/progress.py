"""Progress of a solve on standard error: live at a terminal, else a line per rung."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.plan import Status
from matcher.rulebook import GOALS

if TYPE_CHECKING:
    import threading

    from matcher.cli.face import Face
    from matcher.report.words import Words
    from matcher.solver import Progress

News = Callable[["Progress"], None]


@contextmanager
def watching(face: Face, words: Words, stop: threading.Event) -> Iterator[News]:
    """
    Show the progress of a solve while the block runs.

    Parameters
    ----------
    face
        How much to say.
    words
        The words for goals and their parts.
    stop
        Set once somebody asked to stop.
    """
    if face.verbosity < 0:
        yield lambda _news: None
    elif sys.stderr.isatty():
        with _live(words, stop, found=face.verbosity > 0) as tell:
            yield tell
    else:
        yield _lines(face.tell, words, found=face.verbosity > 0)


def _lines(tell: Callable[[str], None], words: Words, *, found: bool) -> News:
    """Return what tells a line per rung, and per better plan if that is wanted."""
    settled = 0.0

    def news(each: Progress) -> None:
        nonlocal settled
        if each.done:
            tell(_settled(words, each, each.elapsed - settled))
            settled = each.elapsed
        elif found:
            tell(_state(words, each))

    return news


@contextmanager
def _live(words: Words, stop: threading.Event, *, found: bool) -> Iterator[News]:
    """Draw a bar of rungs with the state of the present one beneath the lines."""
    # Only a terminal needs the library.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    bar = Bar(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=20),
        TimeElapsedColumn(),
        console=Console(stderr=True, highlight=False, markup=False, emoji=False),
        transient=True,
    )
    with bar:
        task = bar.add_task(words.say(mark("Building the model …")), total=None)
        lines = _lines(bar.console.print, words, found=found)

        def news(each: Progress) -> None:
            lines(each)
            text = (
                words.say(mark("Stopping …")) if stop.is_set() else _state(words, each)
            )
            done = each.number if each.done else each.number - 1
            bar.update(task, description=text, total=each.count, completed=done)

        yield news


def _rung(words: Words, each: Progress) -> str:
    goal = words.entry(GOALS[each.goal].title)
    part = words.part(each.goal, each.part)
    return f"{each.number}/{each.count} {goal}" + (f" · {part}" if part else "")


def _number(value: int | None) -> str:
    return "–" if value is None else f"{value:,}"


def _state(words: Words, each: Progress) -> str:
    return words.say(
        mark("{rung}: {best}, bound {bound}"),
        rung=_rung(words, each),
        best=_number(each.best),
        bound=_number(each.bound),
    )


def _settled(words: Words, each: Progress, seconds: float) -> str:
    return words.say(
        mark("{rung}: {best}, bound {bound}, {status}, {seconds} s"),
        rung=_rung(words, each),
        best=_number(each.best),
        bound=_number(each.bound),
        status=words.status(Status(each.status)).text,
        seconds=f"{seconds:.1f}",
    )
