"""The first chapter: what the plan achieves, how far it is proven, where it is from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.plan import Plan, Status
from matcher.report.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Figures,
    Notes,
    Section,
    Table,
    rows,
)
from matcher.report.provisions import met_rows
from matcher.report.words import Words, number, share

if TYPE_CHECKING:
    from matcher.report.material import Material

_FINDING_COLUMNS = (Column(mark("Subject"), "short"), Column(mark("Finding")))

_ORIGIN_COLUMNS = (Column(mark("Subject")), Column(mark("Value")))

_OPTIMAL = mark(
    "Proven optimal: no plan is better on any goal without being worse on an earlier "
    "one."
)
_FEASIBLE = mark(
    "Feasible, gap {gap}: “{goal}” is the first goal that is not proven optimal."
)
_UNPROVEN = mark("Feasible; the plan carries no proof.")
_INTERRUPTED = mark("The run was stopped by hand before it was done.")
_CLEAN = mark(
    "The audit recomputed every rule and every figure and found nothing wrong."
)
_FINDINGS = mark("Findings of the audit: {findings}, listed below.")


def summary(material: Material) -> Section:
    """Return the chapter that says it all in short."""
    blocks: list[Block] = [_notes(material), _figures(material)]
    if not material.audit.clean:
        blocks.append(_findings(material))
    return Section("summary", mark("Summary"), (*blocks, _origin(material)))


def _notes(material: Material) -> Notes:
    words, findings = material.words, len(material.audit.findings)
    audited = (
        Cell(words.say(_CLEAN), tone="good")
        if material.audit.clean
        else Cell(words.say(_FINDINGS, findings=findings), tone="bad")
    )
    sentences = [_status(words, material.plan), audited]
    if material.audit.records.provisions:
        sentences.append(replace(met_rows(material), place="provisions"))
    if material.plan.interrupted:
        sentences.append(Cell(words.say(_INTERRUPTED), tone="warn"))
    return Notes(tuple(sentences))


def _status(words: Words, plan: Plan) -> Cell:
    """Return how far the plan is proven, in one sentence."""
    if plan.status is Status.OPTIMAL:
        return Cell(words.say(_OPTIMAL), tone="good")
    for rung in plan.rungs:
        if rung.status is Status.FEASIBLE:
            goal = " · ".join(filter(None, words.rung(rung)))
            return Cell(
                words.say(_FEASIBLE, gap=share(rung.gap), goal=goal), tone="warn"
            )
    return Cell(words.say(_UNPROVEN), tone="warn")


def _figures(material: Material) -> Figures:
    """Return the numbers that a meeting asks for first."""
    words, figures = material.words, material.audit.figures
    moved = tuple(
        Figure(
            words.direction(each.direction),
            number(each.people).text,
            words.say(mark("people in {postings} assignments"), postings=each.postings),
        )
        for each in figures.directions
    )
    targeted = [each for each in figures.programmes if each.target is not None]
    counted = sum(min(each.target or 0, each.counted) for each in targeted)
    target = sum(each.target or 0 for each in targeted)
    filled = sum(min(each.filled, each.least) for each in figures.needs)
    posts = sum(each.least for each in figures.needs)
    nights = sum(each.days for each in figures.people)
    return Figures(
        (
            *moved,
            _part(words, mark("Counted toward the targets"), counted, target),
            _part(words, mark("Posts filled"), filled, posts),
            Figure(words.say(mark("Days away")), number(nights).text),
            Figure(
                words.say(mark("Cost")),
                number(figures.cost_yuan).text,
                words.say(mark("yuan")),
            ),
        )
    )


def _part(words: Words, label: str, part: int, whole: int) -> Figure:
    """Return how much of a whole is reached."""
    note = f"/ {whole:,}"
    return Figure(
        words.say(label), number(part).text, note, "good" if part == whole else "warn"
    )


def _findings(material: Material) -> Table:
    words = material.words
    return Table(
        "findings",
        mark("Findings of the audit"),
        _FINDING_COLUMNS,
        rows(
            (
                Cell(words.listed(filter(None, each.subjects))),
                Cell(each.text(words.language), tone="bad"),
            )
            for each in material.audit.findings
        ),
    )


def _origin(material: Material) -> Table:
    """Return where the plan comes from, so that it can be made again."""
    words, plan = material.words, material.plan
    versions = words.listed(f"{name} {plan.versions[name]}" for name in plan.versions)
    facts = (
        (mark("Scenario"), plan.scenario),
        (mark("Fingerprint of the scenario"), plan.fingerprint),
        (mark("Seed"), str(plan.seed)),
        (mark("Versions"), versions),
    )
    return Table(
        "origin",
        mark("Where the plan comes from"),
        _ORIGIN_COLUMNS,
        rows((Cell(words.say(what)), Cell(value)) for what, value in facts),
    )
