"""Projects in phases: when each phase runs, with whom, and who takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.bars import bar, scale
from matcher.report.blocks import Bar, Block, Cell, Column, Group, Section, Table
from matcher.report.words import number, span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matcher.auditor.records import PhaseRecord
    from matcher.report.material import Material

_COLUMNS = (
    Column(mark("Phase")),
    Column(mark("Runs"), "date"),
    Column(mark("Posts filled"), "number"),
    Column(mark("Skills and people")),
    Column(mark("Local successors"), "short"),
    Column(mark("Months"), "bar"),
)


def phases(material: Material) -> Section:
    """Return the chapter on projects in phases."""
    records: dict[str, list[PhaseRecord]] = {}
    for each in material.audit.records.phases:
        project = material.scenario.phase[each.phase].project
        records.setdefault(project, []).append(each)
    groups = tuple(
        Group(
            tuple(_row(material, each) for each in records[project]),
            _head(material, project, records[project]),
        )
        for project in records
    )
    blocks: tuple[Block, ...] = ()
    if groups:
        title = mark("Phases by project")
        blocks = (Table("phase-list", title, _COLUMNS, groups, scale(material.words)),)
    return Section("phases", mark("Projects in phases"), blocks)


def _head(material: Material, project: str, records: Iterable[PhaseRecord]) -> Cell:
    """Return the project with the programmes of its needs."""
    words, needs = material.words, material.scenario.phase_needs
    codes = {need.programme for each in records for need in needs[each.phase]}
    programmes = (words.phrase(words.programme(code)) for code in sorted(codes))
    return Cell(words.anything(project), lines=(words.listed(programmes),))


def _row(material: Material, record: PhaseRecord) -> tuple[Cell, ...]:
    words, phase = material.words, material.scenario.phase[record.phase]
    runs = Cell(words.say(mark("does not run")), tone="warn")
    bars: tuple[Bar, ...] = ()
    if record.days:
        runs = Cell(span(record.days))
        bars = (bar(words, record.days, "in"),)
    name = words.phase(phase.id)
    earlier = words.listed(words.phase(each).text for each in phase.after)
    after = words.say(mark("after: {phases}"), phases=earlier)
    return (
        Cell(name.text, name.code, lines=(after,) if phase.after else ()),
        runs,
        _part(record),
        Cell(lines=tuple(_skills(material, phase.id))),
        Cell(lines=record.successors),
        Cell(bars=bars),
    )


def _part(record: PhaseRecord) -> Cell:
    """Return the posts filled beside those that are wanted."""
    text = f"{number(record.filled).text} / {number(record.wanted).text}"
    return Cell(text, tone="good" if record.filled >= record.wanted else "bad")


def _skills(material: Material, phase: str) -> Iterator[str]:
    """Yield each need of the phase with the people who serve it."""
    words = material.words
    for need in sorted(
        material.scenario.phase_needs[phase], key=lambda each: natural(each.id)
    ):
        people = [each.person.id for each in material.served if each.need.id == need.id]
        yield words.say(
            mark("{need}: {people}"),
            need=words.need(need.id).text,
            people=words.listed(people) or "–",
        )
