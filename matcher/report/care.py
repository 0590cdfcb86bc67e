"""The care list: what is done for whom, and when."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.blocks import Block, Cell, Column, Group, Section, Table
from matcher.report.words import MONTHS, Words, day, number
from matcher.scenario.base import Recipient

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from matcher.auditor.records import CareRecord
    from matcher.report.material import Material
    from matcher.scenario.undertakings import Care

_COUNT_COLUMNS = (
    Column(mark("What is done")),
    Column(mark("Source row"), "short"),
    *(Column(month, "number") for month in MONTHS),
    Column(mark("Sum"), "number"),
)

_LIST_COLUMNS = (
    Column(mark("Day"), "date"),
    Column(mark("What is done"), "name"),
    Column(mark("Reaches"), "short"),
    Column(mark("Acts"), "number"),
    Column(mark("For whom"), "list"),
)

RECIPIENTS = {
    Recipient.PERSON: mark("the person"),
    Recipient.FAMILY: mark("the family"),
    Recipient.HOST: mark("the host"),
}

Act = tuple[date, str, str]
"""Day, rule and occasion: what several people have in common."""


def care(material: Material) -> Section:
    """Return the chapter on acts of care."""
    words, records = material.words, material.audit.records.care
    blocks: tuple[Block, ...] = ()
    if records:
        rules = {each.id: each for each in material.scenario.care}
        counts = tuple(_years(words, rules, records))
        acts = tuple(_months(words, rules, records))
        blocks = (
            Table("care-counts", mark("Acts of care by month"), _COUNT_COLUMNS, counts),
            Table("care-list", mark("Acts of care by day"), _LIST_COLUMNS, acts),
        )
    return Section("care", mark("Care list"), blocks)


def _years(
    words: Words, rules: Mapping[str, Care], records: Iterable[CareRecord]
) -> Iterator[Group]:
    """Yield, year by year, how often each rule applies in each month."""
    years: dict[int, dict[str, Counter[int]]] = {}
    for each in records:
        found = years.setdefault(each.day.year, {})
        found.setdefault(each.rule, Counter())[each.day.month] += 1
    for year in sorted(years):
        lines = (
            _count(words, rules[code], years[year][code])
            for code in sorted(years[year], key=natural)
        )
        yield Group(tuple(lines), Cell(str(year)))


def _count(words: Words, rule: Care, months: Counter[int]) -> tuple[Cell, ...]:
    return (
        Cell(words.name(rule), rule.id),
        words.source(rule.source),
        *(number(months[month]) if months[month] else Cell() for month in range(1, 13)),
        number(months.total()),
    )


def _months(
    words: Words, rules: Mapping[str, Care], records: Iterable[CareRecord]
) -> Iterator[Group]:
    """Yield, month by month, what is done on each day for whom."""
    months: dict[str, dict[Act, list[CareRecord]]] = {}
    for each in records:
        acts = months.setdefault(f"{each.day:%Y-%m}", {})
        acts.setdefault((each.day, each.rule, each.occasion), []).append(each)
    for month in sorted(months):
        acts = months[month]
        lines = (_act(words, rules[act[1]], acts[act]) for act in sorted(acts))
        count = sum(len(each) for each in acts.values())
        head = Cell(month, lines=(words.say(mark("acts: {acts}"), acts=count),))
        yield Group(tuple(lines), head)


def _act(words: Words, rule: Care, records: Sequence[CareRecord]) -> tuple[Cell, ...]:
    """Return one line for all people for whom the same is done on the same day."""
    first = records[0]
    occasion = (first.occasion,) if first.occasion else ()
    return (
        day(first.day),
        Cell(words.name(rule), rule.id, lines=occasion),
        Cell(words.say(RECIPIENTS[first.recipient])),
        number(len(records)),
        Cell(lines=tuple(_whom(words, each) for each in records)),
    )


def _whom(words: Words, record: CareRecord) -> str:
    """Return for whose assignment it is done; where it reaches the host, at which."""
    if record.recipient is not Recipient.HOST:
        return record.person
    return f"{record.person} ({words.host(record.need).text})"
