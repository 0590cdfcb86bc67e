"""The source row by row: what each row says, and the figures that show it is met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.report.blocks import Cell, Column, Group, Notes, Section, Table, rows
from matcher.report.words import Words, number, place
from matcher.scenario.base import Evidence

if TYPE_CHECKING:
    from matcher.auditor.records import ProvisionFact, ProvisionRecord
    from matcher.report.material import Material
    from matcher.scenario.undertakings import Provision

_OVERVIEW_COLUMNS = (
    Column(mark("Row"), "short"),
    Column(mark("Title")),
    Column(mark("Result"), "short"),
    Column(mark("Figures")),
)

_FACT_COLUMNS = (
    Column(mark("What is counted"), "short"),
    Column(mark("Found"), "number"),
    Column(mark("Wanted"), "number"),
    Column(mark("Result")),
)

_CHAPTERS = {
    Evidence.PROGRAMME: ("agreement", "people", "shortages"),
    Evidence.EVENT: ("events", "agreement"),
    Evidence.STUDIO: ("studios", "mentoring"),
    Evidence.MENTORING: ("mentoring", "agreement", "people"),
    Evidence.PHASES: ("phases", "handovers"),
    Evidence.HANDOVER: ("handovers", "agreement"),
    Evidence.EXCHANGE: ("exchange", "agreement"),
    Evidence.SCOPE: ("exchange", "agreement"),
    Evidence.MEETING: ("agendas",),
    Evidence.CARE: ("care",),
    Evidence.LEADER: ("leaders",),
    Evidence.HOUSING: ("beds",),
    Evidence.OUTCOME: ("people", "care"),
    Evidence.TAG: ("people",),
}
"""The chapters that show the details behind the figures."""

_HOW = mark(
    "Each row of the source stands with what it says, in our words, and with the "
    "figures of the audit that show how far the plan meets it."
)

_MET = mark("Rows of the source that the plan meets: {met} of {rows}.")


def provisions(material: Material) -> Section:
    """Return the chapter that goes through the source row by row."""
    title = mark("The article row by row")
    records = material.audit.records.provisions
    if not records:
        return Section("provisions", title, ())
    words = material.words
    known = {each.id: each for each in material.scenario.provisions}
    overview = Table(
        "provision-overview",
        mark("Overview"),
        _OVERVIEW_COLUMNS,
        rows(_overview(words, known[each.provision], each) for each in records),
    )
    facts = Table(
        "provision-rows",
        mark("Row by row"),
        _FACT_COLUMNS,
        tuple(_group(words, known[each.provision], each) for each in records),
    )
    notes = Notes((met_rows(material), Cell(words.say(_HOW))))
    return Section("provisions", title, (notes, overview, facts))


def met_rows(material: Material) -> Cell:
    """Return in one sentence how many rows of the source are met."""
    records = material.audit.records.provisions
    met = sum(each.met for each in records)
    text = material.words.say(_MET, met=met, rows=len(records))
    return Cell(text, tone="good" if met == len(records) else "warn")


def _overview(
    words: Words, provision: Provision, record: ProvisionRecord
) -> tuple[Cell, ...]:
    """Return the row's result with the figures that are short, else the first one."""
    short = tuple(fact for fact in record.facts if not fact.met)
    return (
        words.source(provision.id),
        Cell(words.either(provision.title, provision.title_en)),
        _met(words) if record.met else Cell(words.say(mark("short")), tone="bad"),
        Cell(lines=tuple(_beside(words, fact) for fact in short or record.facts[:1])),
    )


def _beside(words: Words, fact: ProvisionFact) -> str:
    """Return a figure beside what is wanted, if that is known."""
    found = f"{words.entry(fact.label)} {fact.found:,}"
    return found if fact.wanted is None else f"{found} / {fact.wanted:,}"


def _met(words: Words) -> Cell:
    return Cell(words.say(mark("met")), tone="good")


def _group(words: Words, provision: Provision, record: ProvisionRecord) -> Group:
    """Return the row's title and statement above its figures."""
    title = words.either(provision.title, provision.title_en)
    head = Cell(
        f"{provision.id} {title}",
        lines=(words.either(provision.statement, provision.statement_en),),
        chapters=_CHAPTERS[provision.evidence],
    )
    return Group(
        tuple(_fact(words, fact) for fact in record.facts),
        head,
        id=place(provision.id),
    )


def _fact(words: Words, fact: ProvisionFact) -> tuple[Cell, ...]:
    return (
        Cell(words.entry(fact.label)),
        number(fact.found),
        number(fact.wanted),
        _result(words, fact),
    )


def _result(words: Words, fact: ProvisionFact) -> Cell:
    """Return how the figure compares with what is wanted, if that is known."""
    if fact.wanted is None:
        return number(None)
    if fact.met:
        return _met(words)
    missing = fact.wanted - fact.found
    return Cell(words.say(mark("short by {missing}"), missing=missing), tone="bad")
