"""The letters of a plan, as values: who is told what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.letters.facts import (
    Award,
    Card,
    Dispatch,
    Handover,
    Invitation,
    Letter,
    Medals,
    Speaker,
    Talk,
)
from matcher.letters.postings import Postings, said_day, said_span
from matcher.scenario.base import City

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matcher.auditor.case import Served
    from matcher.auditor.records import CareRecord, HandoverRecord
    from matcher.report.material import Material

_CITIES = {City.XINING: mark("Xining"), City.NANJING: mark("Nanjing")}

_KINDS = {
    "plan": mark("within the plan"),
    "before": mark("from the plan before"),
    "local": mark("to local staff"),
}

_NEVER = mark("〔no day in common: agree on one〕")


def letters_of(material: Material) -> tuple[Letter, ...]:
    """
    Return all letters of a plan, kind by kind.

    Parameters
    ----------
    material
        The plan with its scenario, the audit and the reader's words. The audit must
        be clean: its findings may be on what the letters say.
    """
    postings = Postings(material)
    return tuple(
        letter
        for makers in (
            _dispatches,
            _invitations,
            _speakers,
            _handovers,
            _cards,
            _medals,
        )
        for letter in makers(postings)
    )


def _dispatches(postings: Postings) -> Iterator[Letter]:
    title = postings.material.words.title
    for each in postings.material.served:
        facts = Dispatch(title, postings.said(each))
        yield Letter(
            "dispatch", each.subjects, facts, (each.person.id,), (each.host.id,)
        )


def _invitations(postings: Postings) -> Iterator[Letter]:
    words = postings.material.words
    for code, guests in _by(postings.material, lambda each: each.host.id):
        guests.sort(key=lambda each: (each.stay, natural(each.person.id)))
        host = guests[0].host
        facts = Invitation(
            words.title,
            words.name(host),
            words.name(guests[0].host_area),
            words.listed(dict.fromkeys(words.name(each.home) for each in guests)),
            str(len(guests)),
            tuple(map(postings.said, guests)),
        )
        yield Letter("invitation", (code,), facts, hosts=(code,))


def _speakers(postings: Postings) -> Iterator[Letter]:
    material = postings.material
    slot = material.scenario.slot
    held = sorted(
        material.plan.arrangements.rosters,
        key=lambda each: (slot[each.slot].day, slot[each.slot].hours, each.session),
    )
    session = material.scenario.session
    for each in material.served:
        talks = tuple(
            _talk(postings, roster.session, roster.slot, roster.room)
            for roster in held
            if each.person.id in roster.speakers
            and session[roster.session].programme == each.programme.id
            and slot[roster.slot].day in each.term
        )
        if talks:
            facts = Speaker(material.words.title, postings.said(each), talks)
            yield Letter(
                "speaker", each.subjects, facts, (each.person.id,), (each.host.id,)
            )


def _talk(postings: Postings, code: str, when: str, where: str) -> Talk:
    words, scenario = postings.material.words, postings.material.scenario
    session, slot = scenario.session[code], scenario.slot[when]
    return Talk(
        words.either(session.title, session.title_en),
        said_day(slot.day, words.language),
        slot.hours,
        words.room(where).text,
    )


def _handovers(postings: Postings) -> Iterator[Letter]:
    for record in postings.material.audit.records.handovers:
        need = postings.material.scenario.need[record.need]
        codes = (record.need, record.leaver, record.successor)
        people = (record.leaver, record.successor)
        facts = _handover(postings, record)
        yield Letter("handover", codes, facts, people, (need.unit,))


def _handover(postings: Postings, record: HandoverRecord) -> Handover:
    words, scenario = postings.material.words, postings.material.scenario
    need = scenario.need[record.need]
    days = record.days
    return Handover(
        plan=words.title,
        kind=words.say(_KINDS[record.kind]),
        need=need.id,
        programme=words.programme(need.programme).text,
        specialty=words.specialty(need.specialty).text,
        host=words.unit(need.unit).text,
        department=need.department,
        host_area=words.name(scenario.host_area(need)),
        leaver=record.leaver,
        leaver_unit=words.home(record.leaver).text,
        successor=record.successor,
        successor_unit=words.home(record.successor).text,
        both=said_span(days, words.language) if days else words.say(_NEVER),
        days=str(days.days if days else 0),
    )


def _cards(postings: Postings) -> Iterator[Letter]:
    words = postings.material.words
    for code, stays in _by(postings.material, lambda each: each.person.id):
        facts = Card(
            words.title,
            code,
            words.name(stays[0].home),
            stays[0].person.department,
            tuple(map(postings.said, stays)),
        )
        hosts = tuple(dict.fromkeys(each.host.id for each in stays))
        yield Letter("card", (code,), facts, (code,), hosts)


def _medals(postings: Postings) -> Iterator[Letter]:
    """Yield a list for each city: whom a care rule for full terms reaches."""
    material = postings.material
    full = {rule.id for rule in material.scenario.care if rule.full_term}
    served = {each.subjects: each for each in material.served}
    cities: dict[City, list[CareRecord]] = {}
    for record in material.audit.records.care:
        if record.rule in full:
            city = served[record.person, record.need].host_area.city
            cities.setdefault(city, []).append(record)
    rules = {rule.id: rule for rule in material.scenario.care}
    words = material.words
    for city in sorted(cities):
        awards = tuple(
            Award(
                postings.said(served[record.person, record.need]),
                words.name(rules[record.rule]),
                said_day(record.day, words.language),
            )
            for record in cities[city]
        )
        facts = Medals(words.title, words.say(_CITIES[city]), str(len(awards)), awards)
        yield Letter("medals", (city.value,), facts)


def _by(
    material: Material, key: Callable[[Served], str]
) -> Iterator[tuple[str, list[Served]]]:
    """Yield the assignments of each person or host, by its code."""
    found: dict[str, list[Served]] = {}
    for each in material.served:
        found.setdefault(key(each), []).append(each)
    for code in sorted(found, key=natural):
        yield code, found[code]
