"""What stands in which calendar, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from matcher.language import mark, natural
from matcher.plan.files import file_name
from matcher.report.words import span
from matcher.timeline import DAY, Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matcher.auditor.case import Served
    from matcher.auditor.records import CareRecord, HandoverRecord
    from matcher.report.material import Material

_STAY = mark("Posting")
_HANDOVER = mark("Handover")
_CARE = mark("Care")
_SESSION = mark("Session")
_MEETING = mark("Promotion meeting")

_COMES = mark("{person} is here: {work}")
_GOES = mark("Posting to {host}: {work}")
_HANDS_OVER = mark("Handover: {leaver} to {successor}")
_FOR_SO_MANY = mark("{act} ({count})")

_PROGRAMME = mark("Programme: {value}")
_FROM = mark("From: {value}")
_ARRIVAL = mark("Arrival: {value}")
_TERM = mark("On post: {value}")
_LEADER = mark("Contact leader: {value}")
_BED = mark("Lodging: {value}")
_SPEAKERS = mark("Speakers: {value}")
_OCCASION = mark("Occasion: {value}")
_PEOPLE = mark("For: {value}")


@dataclass(frozen=True)
class Entry:
    """
    An event of whole days.

    Parameters
    ----------
    uid
        What stays the same when the event changes.
    days
        Its days.
    summary, description, location
        What it is, what else there is to know, and where.
    category
        What sort of event it is.
    """

    uid: str
    days: Window
    summary: str
    description: str
    location: str
    category: str


@dataclass(frozen=True)
class Calendar:
    """
    A calendar before it has a form.

    Parameters
    ----------
    name
        Name of its file, without the ending.
    title
        What calendar programs call it.
    entries
        Its events by day.
    """

    name: str
    title: str
    entries: tuple[Entry, ...]


def calendars_of(material: Material) -> tuple[Calendar, ...]:
    """
    Return the calendars of a plan: hosts, people, care, events.

    Parameters
    ----------
    material
        The plan with its scenario, the audit and the reader's words. The audit must
        be clean.
    """
    return tuple(_Desk(material).calendars())


class _Desk:
    """Where the entries of one plan are written."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.words = material.words
        arrangements = material.plan.arrangements
        self.leaders = {(each.person, each.need): each for each in arrangements.links}
        self.beds = {(each.person, each.need): each for each in arrangements.beds}

    def calendars(self) -> Iterator[Calendar]:
        """Yield the calendars that have an entry."""
        words, served = self.words, self.material.served
        for code, guests in _by(served, lambda each: each.host.id):
            title = words.unit(code).text
            yield _calendar("host", code, title, [self._guest(each) for each in guests])
        for code, stays in _by(served, lambda each: each.person.id):
            entries = [self._stay(each) for each in stays]
            entries += self._handovers(code)
            entries += self._sessions(code)
            yield _calendar("person", code, code, entries)
        if care := list(self._care()):
            yield _calendar("care", "", words.say(mark("Acts of care")), care)
        if events := [*self._sessions(), *self._meetings()]:
            yield _calendar(
                "events", "", words.say(mark("Events and meetings")), events
            )

    def _uid(self, *codes: str) -> str:
        """Return the same text for the same codes of the same scenario, always."""
        return str(uuid5(NAMESPACE_URL, "\n".join((self.words.scenario.name, *codes))))

    def _guest(self, each: Served) -> Entry:
        """Return a stay as the host sees it."""
        work = self.words.specialty(each.need.specialty).text
        return Entry(
            self._uid("host", *each.subjects),
            each.stay,
            self.words.say(_COMES, person=each.person.id, work=work),
            self._about(each, (_FROM, self.words.name(each.home))),
            each.need.department,
            self.words.say(_STAY),
        )

    def _stay(self, each: Served) -> Entry:
        """Return a stay as who is sent sees it."""
        host = self.words.name(each.host)
        work = self.words.specialty(each.need.specialty).text
        return Entry(
            self._uid("person", *each.subjects),
            each.stay,
            self.words.say(_GOES, host=host, work=work),
            self._about(each),
            self.words.listed(filter(None, (host, each.need.department))),
            self.words.say(_STAY),
        )

    def _about(self, each: Served, *first: tuple[str, str]) -> str:
        words, scenario = self.words, self.material.scenario
        lines = [
            (_PROGRAMME, words.name(each.programme)),
            *first,
            (_ARRIVAL, each.stay.start.isoformat()),
            (_TERM, span(each.term)),
        ]
        if link := self.leaders.get(each.subjects):
            lines.append((_LEADER, words.name(scenario.leader[link.leader])))
        if bed := self.beds.get(each.subjects):
            lines.append((_BED, words.site(bed.site).text))
        return "\n".join(words.say(label, value=text) for label, text in lines)

    def _handovers(self, person: str) -> Iterator[Entry]:
        for record in self.material.audit.records.handovers:
            if person in (record.leaver, record.successor) and record.kind != "local":
                yield from self._handover(person, record)

    def _handover(self, person: str, record: HandoverRecord) -> Iterator[Entry]:
        """Yield the days on which both are on post, if there are any."""
        if record.days is None:
            return
        names = {"leaver": record.leaver, "successor": record.successor}
        codes = (person, record.need, *names.values())
        yield Entry(
            self._uid("handover", *codes),
            record.days,
            self.words.say(_HANDS_OVER, **names),
            self.words.phrase(self.words.need(record.need)),
            self.words.host(record.need).text,
            self.words.say(_HANDOVER),
        )

    def _sessions(self, person: str = "") -> Iterator[Entry]:
        """Yield the sessions that are held, or those at which somebody speaks."""
        words, scenario = self.words, self.material.scenario
        for each in self.material.plan.arrangements.rosters:
            if person and person not in each.speakers:
                continue
            session, slot = scenario.session[each.session], scenario.slot[each.slot]
            title = words.either(session.title, session.title_en)
            yield Entry(
                self._uid("session", person, each.session),
                Window.inclusive(slot.day, slot.day),
                f"{slot.hours} {title}",
                words.say(_SPEAKERS, value=words.listed(each.speakers)),
                words.room(each.room).text,
                words.say(_SESSION),
            )

    def _meetings(self) -> Iterator[Entry]:
        for each in self.material.scenario.meetings:
            yield Entry(
                self._uid("meeting", each.id),
                Window(each.day, each.day + DAY),
                self.words.name(each),
                "",
                "",
                self.words.say(_MEETING),
            )

    def _care(self) -> Iterator[Entry]:
        """Yield what is done on a day by a rule for an occasion, for all it reaches."""
        acts: dict[tuple[object, ...], list[CareRecord]] = {}
        for record in self.material.audit.records.care:
            key = (record.day, record.rule, record.occasion)
            acts.setdefault(key, []).append(record)
        rules = {rule.id: rule for rule in self.material.scenario.care}
        words = self.words
        for records in acts.values():
            day, rule, occasion = (
                records[0].day,
                records[0].rule,
                records[0].occasion,
            )
            act, whom = words.name(rules[rule]), [each.person for each in records]
            about = [(_OCCASION, occasion)] if occasion else []
            about.append((_PEOPLE, words.listed(whom)))
            yield Entry(
                self._uid("care", rule, occasion, day.isoformat()),
                Window(day, day + DAY),
                words.say(_FOR_SO_MANY, act=act, count=len(whom)),
                "\n".join(words.say(label, value=text) for label, text in about),
                "",
                words.say(_CARE),
            )


def _calendar(kind: str, code: str, title: str, entries: list[Entry]) -> Calendar:
    ordered = sorted(entries, key=lambda each: (each.days, each.summary, each.uid))
    return Calendar(file_name(kind, *filter(None, (code,))), title, tuple(ordered))


def _by(
    served: tuple[Served, ...], key: Callable[[Served], str]
) -> Iterator[tuple[str, list[Served]]]:
    found: dict[str, list[Served]] = {}
    for each in served:
        found.setdefault(key(each), []).append(each)
    for code in sorted(found, key=natural):
        yield code, found[code]
