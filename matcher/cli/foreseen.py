"""What ``check`` foresees, in words for people and in fields for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matcher.cli.failures import problem_document
from matcher.cli.tables import show_table
from matcher.language import mark
from matcher.report.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from matcher.cli.face import Face
    from matcher.errors import Problem
    from matcher.foresight import Forecast, SupplyRow, TightSet
    from matcher.scenario import Scenario

ROWS = 10
"""Rows of supply that are printed; ``--json`` has them all."""

SETS = 10
"""Sets of needs that are printed without ``--all``."""

NAMED = 5
"""People of a set who are named, and warnings of one code without ``--all``."""

_HEADS = (
    mark("Specialty"),
    mark("Level"),
    mark("Area"),
    mark("Month"),
    mark("Due"),
    mark("Possible"),
    mark("People"),
)


def show_warnings(warnings: Sequence[Problem], face: Face, *, everything: bool) -> None:
    """
    Print warnings; of those with one code only the first, unless all are wanted.

    Parameters
    ----------
    warnings
        What looks wrong.
    face
        How to speak.
    everything
        Whether to print them all.
    """
    codes = sorted({each.code for each in warnings})
    for code in codes:
        alike = sorted(
            (each for each in warnings if each.code == code),
            key=lambda each: each.place,
        )
        shown = alike if everything else alike[:NAMED]
        for each in shown:
            click.echo(each.text(face.language))
        if len(alike) > len(shown):
            more = mark("… and {count} more {code}; --all prints them.")
            click.echo(face.translate(more, count=len(alike) - len(shown), code=code))
    if codes:
        click.echo()


def show_supply(world: Scenario, rows: Sequence[SupplyRow], face: Face) -> None:
    """Print the tightest cells of supply against demand, each in its worst month."""
    words = Words(world, face.language)
    show_table(
        face.translate(mark("Where supply is tightest, each in its worst month")),
        [face.translate(head) for head in _HEADS],
        [
            (
                words.phrase(words.specialty(row.specialty)),
                row.level,
                words.phrase(words.area(row.area)),
                f"{row.month:%Y-%m}",
                row.must,
                row.demand,
                row.supply,
            )
            for row in _worst_months(rows)
        ],
        numbers=(1, 4, 5, 6),
        wide=(0, 2),
    )
    click.echo(
        face.translate(
            mark(
                "Due: posts on duty on one day of that month in any case; possible: "
                "posts whose window meets it. A person counts in every row that the "
                "person could serve."
            )
        )
    )
    click.echo()


def _worst_months(rows: Sequence[SupplyRow]) -> Sequence[SupplyRow]:
    """Return the first row of each of the tightest cells."""
    cells: dict[tuple[str, int, str], SupplyRow] = {}
    for row in rows:
        cells.setdefault((row.specialty, row.level, row.area), row)
    return list(cells.values())[:ROWS]


def show_tight_sets(
    world: Scenario, sets: Sequence[TightSet], face: Face, *, everything: bool
) -> None:
    """
    Print the needs that cannot all be met, the tightest set first.

    A single need that nobody can fill has its warning already and is only counted.
    """
    if not sets:
        return
    words = Words(world, face.language)
    told = [each for each in sets if each.people or len(each.needs) > 1]
    shown = told if everything else told[:SETS]
    click.echo(face.translate(mark("Needs that cannot all be met, whatever the plan:")))
    for each in shown:
        for line in _in_words(each, world, words):
            click.echo(f"  {line}")
    for text, count in (
        (mark("… and {count} more; --all prints them."), len(told) - len(shown)),
        (
            mark("{count} need(s) that nobody can fill: see above."),
            len(sets) - len(told),
        ),
    ):
        if count:
            click.echo("  " + face.translate(text, count=count))
    click.echo()


def _in_words(found: TightSet, world: Scenario, words: Words) -> Iterator[str]:
    """Yield what is short, and what the needs have in common."""
    facts = {
        "needs": words.listed(found.needs),
        "posts": found.posts,
        "capacity": found.capacity,
        "count": len(found.people),
        "people": words.listed(found.people[:NAMED])
        + ("…" if len(found.people) > NAMED else ""),
    }
    if not found.people:
        yield words.say(mark("{needs}: {posts} post(s), and nobody for them."), **facts)
    else:
        text = mark(
            "{needs}: {posts} post(s), of which at most {capacity} can be filled; "
            "able to serve ({count}): {people}."
        )
        yield words.say(text, **facts)
    yield "  " + _shared(found, world, words)


def _shared(found: TightSet, world: Scenario, words: Words) -> str:
    """Return the specialties, levels, areas and months of a set of needs."""
    needs = [world.need[code] for code in found.needs]
    specialties = sorted({need.specialty for need in needs})
    areas = sorted({world.host_area(need).id for need in needs})
    levels = sorted({str(need.level) for need in needs})
    first = min(need.first_day for need in needs)
    last = max(need.last_day for need in needs)
    return " · ".join(
        (
            words.listed(words.phrase(words.specialty(each)) for each in specialties),
            words.say(mark("level {levels} or higher"), levels="/".join(levels)),
            words.listed(words.phrase(words.area(each)) for each in areas),
            f"{first:%Y-%m} – {last:%Y-%m}",
        )
    )


def forecast_document(
    world: Scenario, forecast: Forecast, warnings: Sequence[Problem], face: Face
) -> Mapping[str, object]:
    """
    Return all that is foreseen, for a program.

    Parameters
    ----------
    world
        What was checked.
    forecast
        What is foreseen.
    warnings
        All warnings, those of reading included.
    face
        How to speak.
    """
    shortfall = forecast.shortfall
    return {
        "warnings": [problem_document(each, face.language) for each in warnings],
        "posts": shortfall.posts,
        "missing_at_least": shortfall.missing,
        "searched_to_end": forecast.searched_to_end,
        "supply": [_row(row) for row in forecast.supply],
        "tight_sets": [_set(each, world) for each in forecast.tight_sets],
    }


def _row(row: SupplyRow) -> Mapping[str, object]:
    return {
        "specialty": row.specialty,
        "family": row.family,
        "level": row.level,
        "area": row.area,
        "month": f"{row.month:%Y-%m}",
        "must": row.must,
        "demand": row.demand,
        "supply": row.supply,
    }


def _set(found: TightSet, world: Scenario) -> Mapping[str, object]:
    needs = [world.need[code] for code in found.needs]
    return {
        "needs": found.needs,
        "posts": found.posts,
        "capacity": found.capacity,
        "people": found.people,
        "irreducible": found.irreducible,
        "specialties": sorted({need.specialty for need in needs}),
        "levels": sorted({need.level for need in needs}),
        "areas": sorted({world.host_area(need).id for need in needs}),
        "first_day": min(need.first_day for need in needs),
        "last_day": max(need.last_day for need in needs),
    }
