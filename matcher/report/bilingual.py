"""Both languages in one report: Chinese, with the English beneath."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from matcher.report.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Figures,
    Group,
    Notes,
    Section,
    Streams,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from matcher.report.report import Report

T = TypeVar("T")


def bilingual(zh: Report, en: Report) -> Report:
    """
    Return one report of two that differ in their language only.

    Parameters
    ----------
    zh, en
        The report of the same plan in Chinese and in English.
    """
    return replace(
        zh,
        kind=_beside(zh.kind, en.kind),
        title=_beside(zh.title, en.title),
        sections=_all(_section, zh.sections, en.sections),
        both=True,
    )


def _all(join: Callable[[T, T], T], zh: Iterable[T], en: Iterable[T]) -> tuple[T, ...]:
    return tuple(join(*pair) for pair in zip(zh, en, strict=True))


def _section(zh: Section, en: Section) -> Section:
    return replace(zh, blocks=_all(_block, zh.blocks, en.blocks))


def _block(zh: Block, en: Block) -> Block:
    if isinstance(zh, Table) and isinstance(en, Table):
        columns = _all(_column, zh.columns, en.columns)
        return replace(zh, columns=columns, groups=_all(_group, zh.groups, en.groups))
    if isinstance(zh, Notes) and isinstance(en, Notes):
        return Notes(_all(_cell, zh.sentences, en.sentences))
    if isinstance(zh, Figures) and isinstance(en, Figures):
        return Figures(_all(_figure, zh.figures, en.figures))
    if isinstance(zh, Streams) and isinstance(en, Streams):
        return replace(zh, title=_beside(zh.title, en.title))
    message = "the two reports differ in more than their language"
    raise ValueError(message)


def _column(zh: Column, en: Column) -> Column:
    return replace(zh, title=_beside(zh.title, en.title)) if zh.said else zh


def _group(zh: Group, en: Group) -> Group:
    lines = _all(lambda one, other: _all(_cell, one, other), zh.rows, en.rows)
    return replace(zh, rows=lines, title=_cell(zh.title, en.title))


def _cell(zh: Cell, en: Cell) -> Cell:
    """Return the Chinese cell, what is different in English beneath it."""
    beneath = (en.text,) if en.text != zh.text else ()
    more = tuple(line for line in en.lines if line not in zh.lines)
    return replace(zh, lines=(*beneath, *zh.lines, *more))


def _figure(zh: Figure, en: Figure) -> Figure:
    label, note = _beside(zh.label, en.label), _beside(zh.note, en.note)
    return replace(zh, label=label, note=note)


def _beside(zh: str, en: str) -> str:
    return zh if zh == en else f"{zh} {en}"
