"""Whether phases can follow one another, and visits make a studio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.scenario.entities import Need
from matcher.scenario.faults import problem
from matcher.scenario.undertakings import Phase, Studio

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from matcher.errors import Problem
    from matcher.scenario.draft import Draft
    from matcher.scenario.rows import Found


def projects(draft: Draft) -> Iterator[Problem]:
    """Yield every fault of phases and studios and of the needs that name them."""
    phases = {found.entity.id: found.entity for found in draft.rows(Phase)}
    for phase in draft.rows(Phase):
        yield from _gaps(phase)
        yield from _strangers(phase, phases)
    yield from _cycles(draft, phases)
    yield from _mixed(draft)
    yield from _visits(draft)


def _gaps(found: Found[Phase]) -> Iterator[Problem]:
    least, greatest = found.entity.min_gap, found.entity.max_gap
    if greatest is not None and greatest < least:
        place = found.row.place("max_gap")
        yield problem("E423", place, least=least, greatest=greatest)
    if not found.entity.after and (least or greatest is not None):
        yield problem("E424", found.row.place("min_gap" if least else "max_gap"))


def _strangers(found: Found[Phase], phases: Mapping[str, Phase]) -> Iterator[Problem]:
    for code in found.entity.after:
        project, other = found.entity.project, phases.get(code, found.entity).project
        if other != project:
            place = found.row.place("after")
            yield problem("E422", place, value=code, other=other, project=project)


def _cycles(draft: Draft, phases: Mapping[str, Phase]) -> Iterator[Problem]:
    """Yield each cycle once, at the first of its phases in the file."""
    told: set[str] = set()
    for found in draft.rows(Phase):
        cycle = _cycle(found.entity.id, phases)
        if cycle and not told & set(cycle):
            told |= set(cycle)
            shown = " → ".join((*cycle, cycle[0]))
            yield problem("E421", found.row.place("after"), cycle=shown)


def _cycle(code: str, phases: Mapping[str, Phase]) -> tuple[str, ...]:
    """Return a shortest way from a phase back to itself, or nothing."""
    ways: list[tuple[str, ...]] = [(code,)]
    seen: set[str] = set()
    for way in ways:
        for before in phases[way[-1]].after:
            if before == code:
                return way
            if before in phases and before not in seen:
                seen.add(before)
                ways.append((*way, before))
    return ()


def _mixed(draft: Draft) -> Iterator[Problem]:
    known = draft.codes["programmes"] or frozenset()
    first: dict[str, Need] = {}
    for found in draft.rows(Need):
        need = found.entity
        if need.phase and need.programme in known:
            other = first.setdefault(need.phase, need)
            if need.programme != other.programme:
                place = found.row.place("programme")
                facts = {"value": need.programme, "other": other.programme}
                yield problem("E425", place, **facts, need=other.id)


def _visits(draft: Draft) -> Iterator[Problem]:
    studios = {found.entity.id: found.entity for found in draft.rows(Studio)}
    units = draft.codes["units"] or frozenset()
    for found in draft.rows(Need):
        need, studio = found.entity, studios.get(found.entity.studio)
        if need.team or not studio:
            continue
        if need.unit != studio.unit and {need.unit, studio.unit} <= units:
            facts = {"value": need.unit, "other": studio.unit}
            yield problem("E426", found.row.place("unit"), **facts, studio=studio.id)
        if need.max_headcount > 1:
            place = found.row.place("max_headcount")
            yield problem("E427", place, value=need.max_headcount)
