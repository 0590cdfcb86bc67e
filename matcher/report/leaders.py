"""Contact leaders: who can turn to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.blocks import Block, Cell, Column, Group, Section, Table

if TYPE_CHECKING:
    from matcher.auditor.records import LeaderRecord
    from matcher.plan import Link
    from matcher.report.material import Material
    from matcher.report.words import Words

_COLUMNS = (
    Column(mark("Person")),
    Column(mark("Host")),
    Column(mark("Need and programme")),
    Column(mark("On post"), "date"),
)

_HEAD = mark("people: {people} of at most {load} · areas: {areas} · sectors: {sectors}")


def leaders(material: Material) -> Section:
    """Return the chapter on contact leaders."""
    groups = tuple(_group(material, each) for each in material.audit.records.leaders)
    blocks: tuple[Block, ...] = ()
    if groups:
        blocks = (Table("leader-list", mark("People by leader"), _COLUMNS, groups),)
    return Section("leaders", mark("Contact leaders"), blocks)


def _group(material: Material, record: LeaderRecord) -> Group:
    links = (
        each
        for each in material.plan.arrangements.links
        if each.leader == record.leader
    )
    return Group(
        tuple(_row(material, each) for each in sorted(links, key=_by_person)),
        _head(material.words, record),
    )


def _by_person(link: Link) -> tuple[object, ...]:
    return natural(link.person), natural(link.need)


def _head(words: Words, record: LeaderRecord) -> Cell:
    """Return the leader's post with the load and what guests it is for."""
    leader = words.scenario.leader[record.leader]
    line = words.say(
        _HEAD,
        people=record.people,
        load=record.load,
        areas=words.listed(words.area(each).text for each in leader.areas)
        or words.say(mark("all")),
        sectors=words.listed(map(words.sector, leader.sectors))
        or words.say(mark("all")),
    )
    return Cell(words.name(leader), leader.id, lines=(line,))


def _row(material: Material, link: Link) -> tuple[Cell, ...]:
    words = material.words
    return (
        words.person(link.person),
        words.host(link.need),
        words.asked(link.need),
        material.on_post(link.person, link.need),
    )
