"""What a plan means for one host: who comes, what stays open, what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Figures,
    Notes,
    Section,
    Table,
    Tone,
    rows,
)
from matcher.report.care import RECIPIENTS
from matcher.report.load_of_host import load_of
from matcher.report.shortages import SHORTAGE_COLUMNS, shortage_row
from matcher.report.words import day, number, span

if TYPE_CHECKING:
    from datetime import date

    from matcher.auditor.case import Served
    from matcher.report.standing import Standing
    from matcher.scenario.conditions import Preference
    from matcher.scenario.entities import Unit

_GUESTS = (
    Column(mark("Need and programme"), "name"),
    Column(mark("Person"), "short"),
    Column(mark("From")),
    Column(mark("Arrival"), "date"),
    Column(mark("On post"), "date"),
    Column(mark("Days"), "number"),
    Column(mark("Fit"), "number"),
    Column(mark("Wishes of the host")),
)

_NEEDS = (
    Column(mark("Need and programme"), "name"),
    Column(mark("Priority"), "number"),
    Column(mark("Earliest and latest day"), "date"),
    Column(mark("Filled"), "number"),
    Column(mark("At least"), "number"),
    Column(mark("At most"), "number"),
)

_WISHES = (
    Column(mark("Wish"), "number"),
    Column(mark("For")),
    Column(mark("Person"), "short"),
    Column(mark("Result")),
    Column(mark("Why"), "wide"),
)

_CONTACTS = (
    Column(mark("Person and releasing unit"), "name"),
    Column(mark("On post"), "date"),
    Column(mark("Contact leader")),
    Column(mark("Local staff to raise")),
    Column(mark("Handover with")),
)

_CARE = (
    Column(mark("Day"), "date"),
    Column(mark("What is done"), "name"),
    Column(mark("Reaches"), "short"),
    Column(mark("For whom"), "list"),
)

_FULL = mark("No post of the least headcount of any need here stays empty.")
_OPEN = mark("Empty posts: {posts}. Why, and who is nearest, stands below.")


def host_sections(standing: Standing, host: Unit) -> tuple[Section, ...]:
    """
    Return the chapters of the page of a host that have something to show.

    Parameters
    ----------
    standing
        The plan and the words for ranks in it.
    host
        Whose page it is.
    """
    served = standing.gathered.of_host.get(host.id, [])
    chapters = (
        Section("summary", mark("In short"), _summary(standing, host)),
        Section("guests", mark("Who comes"), _guests(standing, served)),
        Section("open", mark("Posts that stay open"), _open(standing, host)),
        Section("needs", mark("Needs"), _needs(standing, host)),
        Section("wishes", mark("Wishes"), _wishes(standing, host)),
        Section("load", mark("Beds and load"), load_of(standing, host, served)),
        Section("contacts", mark("Whom to ask"), _contacts(standing, served)),
        Section("care", mark("Care list"), _care(standing, served)),
    )
    return tuple(section for section in chapters if section.blocks)


def _summary(standing: Standing, host: Unit) -> tuple[Block, ...]:
    words, figures = standing.words, standing.material.audit.figures
    posts = sum(each.posts for each in standing.gathered.shortages.get(host.id, ()))
    told = words.say(_OPEN, posts=posts) if posts else words.say(_FULL)
    notes = Notes((Cell(told, tone="warn" if posts else "good"),))
    mine = [each for each in figures.hosts if each.unit == host.id]
    needs = [
        each for each in figures.needs if words.scenario.need[each.need].unit == host.id
    ]
    filled = sum(min(each.filled, each.least) for each in needs)
    least = sum(each.least for each in needs)
    listed = [
        Figure(words.say(mark("People who come")), number(each.people).text)
        for each in mine
    ]
    listed += [
        Figure(
            words.say(mark("Most guests on one day")),
            number(each.peak).text,
            words.say(mark("no cap"))
            if each.cap is None
            else words.say(mark("cap {cap}"), cap=each.cap),
        )
        for each in mine
    ]
    tone: Tone = "good" if filled == least else "warn"
    label = words.say(mark("Posts filled"))
    listed.append(Figure(label, number(filled).text, f"/ {least:,}", tone))
    return notes, Figures(tuple(listed))


def _guests(standing: Standing, served: list[Served]) -> tuple[Block, ...]:
    words = standing.words
    lines = tuple(
        (
            words.asked(each.need.id),
            Cell(each.person.id),
            words.unit(each.home.id),
            day(each.stay.start),
            Cell(span(each.term)),
            number(each.term.days),
            Cell(standing.fit(each.person, each.need).text),
            standing.of_host(each.person, each.need),
        )
        for each in served
    )
    if not lines:
        return ()
    return (Table("guest-list", mark("By day of arrival"), _GUESTS, rows(lines)),)


def _open(standing: Standing, host: Unit) -> tuple[Block, ...]:
    ledger = standing.gathered.shortages.get(host.id, ())
    if not ledger:
        return ()
    lines = (shortage_row(standing.material, each) for each in ledger)
    return (
        Table(
            "shortage-ledger", mark("Shortage ledger"), SHORTAGE_COLUMNS, rows(lines)
        ),
    )


def _needs(standing: Standing, host: Unit) -> tuple[Block, ...]:
    words, figures = standing.words, standing.material.audit.figures
    filled = {each.need: each.filled for each in figures.needs}
    lines = tuple(
        (
            words.asked(need.id),
            number(need.priority),
            Cell(span(need.window)),
            number(filled[need.id]),
            number(need.min_headcount),
            number(need.max_headcount),
        )
        for need in standing.gathered.needs.get(host.id, ())
    )
    if not lines:
        return ()
    return (
        Table("need-list", mark("Needs and how they are served"), _NEEDS, rows(lines)),
    )


def _wishes(standing: Standing, host: Unit) -> tuple[Block, ...]:
    gathered = standing.gathered
    targets = [host.id, *(need.id for need in gathered.needs.get(host.id, ()))]
    lines = tuple(
        _wish(standing, wish)
        for target in targets
        for wish in gathered.host_wishes.get(target, ())
    )
    if not lines:
        return ()
    title = mark("Wishes of the host and results")
    return (Table("wish-list", title, _WISHES, rows(lines)),)


def _wish(standing: Standing, wish: Preference) -> tuple[Cell, ...]:
    """Return for what a host wishes whom, what became of it, and why."""
    words, scenario = standing.words, standing.material.scenario
    need = scenario.need.get(wish.target)
    asked = words.asked(wish.target) if need else Cell(words.say(mark("any need")))
    person = scenario.person.get(wish.person)
    served = standing.gathered.of_person.get(wish.person, ())
    given = standing.gathered.host_wishes[wish.target]
    ranks = sorted(
        {each.rank for each in (standing.gathered.wanted_by(need) if need else given)}
    )
    place = number(ranks.index(wish.rank) + 1)
    head = place, asked, words.person(wish.person)
    met = [each for each in served if wish.target in (each.need.id, each.host.id)]
    if met or person is None:
        told = words.say(mark("comes")) if met else ""
        return (
            *head,
            Cell(told, tone="good"),
            Cell(words.listed(e.need.id for e in met)),
        )
    hosts = words.listed(
        dict.fromkeys(words.unit(each.host.id).text for each in served)
    )
    elsewhere = words.say(mark("goes to {hosts}"), hosts=hosts)
    result = elsewhere if served else words.say(mark("stays at home"))
    needs = standing.gathered.needs_at(wish.target)
    chance = standing.gathered.chances.best(person, needs)
    why = standing.kept_away(person, chance) if chance else ()
    return (*head, Cell(result, tone="warn"), Cell(lines=why))


def _contacts(standing: Standing, served: list[Served]) -> tuple[Block, ...]:
    lines = tuple(_contact(standing, each) for each in served)
    if not lines:
        return ()
    return (Table("contact-list", mark("Contacts"), _CONTACTS, rows(lines)),)


def _contact(standing: Standing, each: Served) -> tuple[Cell, ...]:
    words, gathered, pair = standing.words, standing.gathered, each.subjects
    leaders = (
        standing.material.scenario.leader[link.leader]
        for link in gathered.links.get(pair, ())
    )
    raised = sorted((one.mentee for one in gathered.raised.get(pair, ())), key=natural)
    partners = dict.fromkeys(
        other
        for record in gathered.handovers.get(each.need.id, ())
        if each.person.id in (record.leaver, record.successor)
        for other in (record.leaver, record.successor)
        if other != each.person.id
    )
    return (
        words.person(each.person.id),
        Cell(span(each.term)),
        Cell(lines=tuple(f"{words.name(leader)} {leader.id}" for leader in leaders)),
        Cell(lines=tuple(words.skilled(code) for code in raised)),
        Cell(words.listed(partners)),
    )


def _care(standing: Standing, served: list[Served]) -> tuple[Block, ...]:
    words, gathered = standing.words, standing.gathered
    rules = {rule.id: rule for rule in standing.material.scenario.care}
    acts: dict[tuple[date, str, str], list[str]] = {}
    for each in served:
        for act in gathered.care.get(each.subjects, ()):
            acts.setdefault((act.day, act.rule, act.occasion), []).append(act.person)
    lines = tuple(
        (
            day(when),
            Cell(words.name(rules[rule]), rule, lines=tuple(filter(None, (occasion,)))),
            Cell(words.say(RECIPIENTS[rules[rule].recipient])),
            Cell(lines=tuple(sorted(acts[when, rule, occasion], key=natural))),
        )
        for when, rule, occasion in sorted(acts)
    )
    if not lines:
        return ()
    return (Table("care-list", mark("Acts of care by day"), _CARE, rows(lines)),)
