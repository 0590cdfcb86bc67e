"""The proof table: what was reached on each rung and what no plan can exceed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.report.blocks import Cell, Column, Notes, Section, Table, rows
from matcher.report.words import Words, number, share
from matcher.rulebook import GOALS

if TYPE_CHECKING:
    from matcher.plan import RungProof
    from matcher.report.material import Material

_COLUMNS = (
    Column(mark("Rung"), "number"),
    Column(mark("Goal")),
    Column(mark("Part")),
    Column(mark("Value"), "number"),
    Column(mark("Bound"), "number"),
    Column(mark("Status"), "short"),
    Column(mark("Gap"), "number"),
    Column(mark("What it means")),
)

_HOW = mark(
    "The goals are met one after the other: each rung is settled before the next, and "
    "no later rung may worsen it beyond its tolerance. The bound is what no plan that "
    "keeps the rungs above can exceed."
)


def proofs(material: Material) -> Section:
    """Return the chapter on what is proven."""
    words = material.words
    table = Table(
        "proof-rungs",
        mark("Rungs of the ladder"),
        _COLUMNS,
        rows(
            _row(words, place, rung)
            for place, rung in enumerate(material.plan.rungs, start=1)
        ),
    )
    how = Notes((Cell(words.say(_HOW)),))
    return Section("proof", mark("What is proven"), (how, table))


def _row(words: Words, place: int, rung: RungProof) -> tuple[Cell, ...]:
    title, part = words.rung(rung)
    return (
        number(place),
        Cell(title),
        Cell(part),
        number(rung.value),
        number(rung.bound),
        words.status(rung.status),
        Cell(share(rung.gap)),
        Cell(_meaning(words, rung), lines=_room(words, rung)),
    )


def _meaning(words: Words, rung: RungProof) -> str:
    """Return the rulebook's sentence on the rung's value."""
    goal = GOALS.get(rung.goal)
    if goal is None:
        return ""
    return words.entry(goal.sentence, value=f"{rung.value:,}", bound=f"{rung.bound:,}")


def _room(words: Words, rung: RungProof) -> tuple[str, ...]:
    """Return what the rung's tolerance allowed and took, if it has one."""
    if not rung.tolerance:
        return ()
    text = mark("Best was {best}; later rungs were allowed to give up {tolerance}.")
    return (words.say(text, best=f"{rung.best:,}", tolerance=f"{rung.tolerance:,}"),)
