"""The rows of the frames on the systems of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from matcher.report.material import Material

Row = tuple[object, ...]


def _mentorships(material: Material) -> Iterator[Row]:
    for each in material.plan.arrangements.mentorships:
        yield (*_holder(material, each.person, each.need), each.mentee)


def _links(material: Material) -> Iterator[Row]:
    for each in material.plan.arrangements.links:
        yield (*_holder(material, each.person, each.need), each.leader)


def _holder(material: Material, person: str, need: str) -> Row:
    """Return an assignment with its host and term, if it can be read."""
    known = material.scenario.need.get(need)
    term = material.terms.get((person, need))
    host = known.unit if known else ""
    return person, need, host, term.start if term else None, term.end if term else None


def _beds(material: Material) -> Iterator[Row]:
    for each in material.plan.arrangements.beds:
        guest = material.scenario.person.get(each.person)
        stay = material.stays.get((each.person, each.need))
        days = (stay.start, stay.end, stay.days) if stay else (None, None, 0)
        sex = guest.sex.value if guest else ""
        yield (each.person, each.need, each.site, sex, each.number, *days)


def _sessions(material: Material) -> Iterator[Row]:
    words, scenario = material.words, material.scenario
    for each in material.audit.records.sessions:
        session, slot = scenario.session[each.session], scenario.slot.get(each.slot)
        yield (
            *(session.id, session.programme),
            *(words.either(session.title, session.title_en), bool(each.slot)),
            *(each.slot, slot.day if slot else None, slot.hours if slot else ""),
            *(each.room, "；".join(each.speakers), each.seated, each.seats),
        )


def _seating(material: Material) -> Iterator[Row]:
    for each in material.plan.arrangements.seating:
        yield each.session, each.delegation, each.seats


def _handovers(material: Material) -> Iterator[Row]:
    for each in material.audit.records.handovers:
        need = material.scenario.need[each.need]
        days = each.days
        term = (days.start, days.end, days.days) if days else (None, None, 0)
        people = each.leaver, each.successor
        yield (need.id, need.unit, each.kind, *people, *term, each.fits)


def _care(material: Material) -> Iterator[Row]:
    for each in material.audit.records.care:
        whom = each.person, each.need, each.recipient.value
        yield (each.day, each.rule, *whom, each.occasion)


def _exchange(material: Material) -> Iterator[Row]:
    found = material.audit.records.exchange
    ledgers = (
        ("pair", found.pairs),
        ("sector", found.sectors),
        ("unit", found.units),
        ("month", found.months),
    )
    for by, records in ledgers:
        for each in records:
            count = each.to_xining, each.to_nanjing
            days = each.days_to_xining, each.days_to_nanjing
            yield (by, "；".join(each.key), *count, *days)


def _provisions(material: Material) -> Iterator[Row]:
    for each in material.audit.records.provisions:
        for fact in each.facts:
            label = material.words.entry(fact.label)
            yield each.provision, label, fact.found, fact.wanted, fact.met


ROWS: Mapping[str, Callable[[Material], Iterator[Row]]] = {
    "mentorships": _mentorships,
    "links": _links,
    "beds": _beds,
    "sessions": _sessions,
    "seating": _seating,
    "handovers": _handovers,
    "care": _care,
    "exchange": _exchange,
    "provisions": _provisions,
}
"""By frame."""
