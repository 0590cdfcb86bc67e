"""To whom one person can turn, at home, at the host and on the way between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.blocks import Block, Cell, Column, Table, rows
from matcher.report.words import span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.auditor.case import Served
    from matcher.report.standing import Standing
    from matcher.scenario.entities import Person

_CONTACTS = (
    Column(mark("For what"), "short"),
    Column(mark("Who or where")),
    Column(mark("When"), "date"),
)


def contacts_of(
    standing: Standing, person: Person, served: list[Served]
) -> tuple[Block, ...]:
    """
    Return to whom a person can turn, for what and when.

    Parameters
    ----------
    standing
        The plan and the words for ranks in it.
    person
        Who asks.
    served
        The assignments of the person.
    """
    words, gathered = standing.words, standing.gathered
    lines: list[tuple[str, Cell, str]] = []
    if served or person.id in gathered.mentors:
        lines.append((mark("Releasing unit"), words.unit(person.unit), ""))
    for each in served:
        lines += _of_assignment(standing, each)
    lines += [
        (
            mark("Mentor"),
            words.person(each.person),
            span(standing.material.terms[each.person, each.need]),
        )
        for each in gathered.mentors.get(person.id, ())
    ]
    if not lines:
        return ()
    cells = ((Cell(words.say(what)), who, Cell(when)) for what, who, when in lines)
    return (Table("contact-list", mark("Contacts"), _CONTACTS, rows(cells)),)


def _of_assignment(standing: Standing, each: Served) -> Iterator[tuple[str, Cell, str]]:
    """Yield for what to turn to whom, and when, during an assignment."""
    words, gathered, pair = standing.words, standing.gathered, each.subjects
    yield mark("Host"), words.unit(each.host.id), span(each.stay)
    for link in gathered.links.get(pair, ()):
        leader = standing.material.scenario.leader[link.leader]
        yield (
            mark("Contact leader"),
            Cell(words.name(leader), leader.id),
            span(each.term),
        )
    for bed in gathered.beds.get(pair, ()):
        site = words.site(bed.site)
        told = words.say(mark("bed {number}"), number=bed.number)
        yield mark("Bed"), Cell(site.text, site.code, lines=(told,)), span(each.stay)
    if not each.host.housing:
        told = words.say(mark("lodged by the host itself"))
        yield mark("Bed"), Cell(told), span(each.stay)
    for other in gathered.of_team.get(each.need.team, ()) if each.need.team else ():
        if other.person is not each.person:
            what = mark("Team leader") if other.need.leader else mark("Team member")
            yield what, words.person(other.person.id), span(other.term)
    if raised := gathered.raised.get(pair):
        codes = sorted((one.mentee for one in raised), key=natural)
        yield (
            mark("Local staff to raise"),
            Cell(lines=tuple(words.skilled(code) for code in codes)),
            span(each.term),
        )
    for record in gathered.handovers.get(each.need.id, ()):
        days = span(record.days) if record.days else ""
        if record.leaver == each.person.id:
            yield mark("Hands over to"), words.person(record.successor), days
        if record.successor == each.person.id:
            yield mark("Takes over from"), words.person(record.leaver), days
