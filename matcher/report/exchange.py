"""The two-direction ledger: what moves both ways, pair by pair and month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.report.blocks import Bar, Cell, Column, Group, Scale, Section, Table
from matcher.report.words import Words, number
from matcher.scenario.base import Direction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from matcher.auditor.records import ExchangeRecord
    from matcher.report.material import Material

    Records: TypeAlias = tuple[ExchangeRecord, ...]
    Head: TypeAlias = Callable[[Words, ExchangeRecord], tuple[Cell, ...]]

_NUMBERS = (
    Column(mark("Assignments to Nanjing"), "number"),
    Column(mark("Assignments to Xining"), "number"),
    Column(mark("Days to Nanjing"), "number"),
    Column(mark("Days to Xining"), "number"),
    Column(mark("Assignments both ways"), "bar"),
)

_PAIR_COLUMNS = (
    Column(mark("Area of Nanjing")),
    Column(mark("Area of Xining")),
    *_NUMBERS,
)
_SECTOR_COLUMNS = (Column(mark("Sector")), *_NUMBERS)
_MONTH_COLUMNS = (Column(mark("Month"), "short"), *_NUMBERS)


def exchange(material: Material) -> Section:
    """Return the chapter on what moves both ways."""
    words, found = material.words, material.audit.records.exchange
    ledgers = (
        ("pairs", mark("By pair of areas"), _PAIR_COLUMNS, found.pairs, _pair),
        ("sectors", mark("By sector"), _SECTOR_COLUMNS, found.sectors, _sector),
        ("months", mark("By month"), _MONTH_COLUMNS, found.months, _month),
    )
    tables = (
        Table(
            f"exchange-{name}",
            title,
            columns,
            tuple(_groups(words, records, head)),
            _scale(words),
        )
        for name, title, columns, records, head in ledgers
        if any(each.to_nanjing or each.to_xining for each in records)
    )
    return Section("exchange", mark("Exchange both ways"), tuple(tables))


def _groups(words: Words, records: Records, head: Head) -> Iterator[Group]:
    """Yield those bound to each other under a head, then all others."""
    most = max(max(each.to_nanjing, each.to_xining) for each in records)
    bound = [each for each in records if each.key in words.scenario.bound]
    others = [each for each in records if each not in bound]
    heads = (mark("Paired"), mark("Not paired")) if bound else ("", "")
    for text, group in zip(heads, (bound, others), strict=True):
        if group:
            rows = (_row(words, each, most, head) for each in group)
            yield Group(tuple(rows), Cell(words.say(text)))


def _row(
    words: Words, record: ExchangeRecord, most: int, head: Head
) -> tuple[Cell, ...]:
    return (
        *head(words, record),
        number(record.to_nanjing),
        number(record.to_xining),
        number(record.days_to_nanjing),
        number(record.days_to_xining),
        Cell(bars=_bars(record, most)),
    )


def _bars(record: ExchangeRecord, most: int) -> tuple[Bar, ...]:
    """Return both ways as bars that leave the middle to either side."""
    left, right = (
        round(50 * count / most, 2) for count in (record.to_nanjing, record.to_xining)
    )
    both = (Bar(round(50 - left, 2), left, "out"), Bar(50, right, "in"))
    return tuple(each for each in both if each.width)


def _scale(words: Words) -> Scale:
    return Scale(
        (
            (0, words.direction(Direction.TO_NANJING)),
            (50, words.direction(Direction.TO_XINING)),
        )
    )


def _pair(words: Words, record: ExchangeRecord) -> tuple[Cell, ...]:
    return tuple(Cell(words.area(code).text) for code in record.key)


def _sector(words: Words, record: ExchangeRecord) -> tuple[Cell, ...]:
    return (Cell(words.sector(record.key[0])),)


def _month(_words: Words, record: ExchangeRecord) -> tuple[Cell, ...]:
    return (Cell(record.key[0]),)
