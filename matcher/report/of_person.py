"""What a plan means for one person: what they got, why, what comes, whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Figures,
    Group,
    Notes,
    Section,
    Table,
    rows,
)
from matcher.report.contacts_of_person import contacts_of
from matcher.report.days_of_person import days_of
from matcher.report.words import number, span
from matcher.scenario.spellings import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.auditor.case import Served
    from matcher.report.standing import Standing
    from matcher.scenario.conditions import Preference
    from matcher.scenario.entities import Person

_NEAREST = 5
"""Posts that are shown to somebody who stays at home."""

_OTHERS = 8
"""Others who could take a post that are shown, the best first."""

_FACTS = (Column(mark("What"), "short"), Column(mark("How it is"), "wide"))

_RANKS = (
    Column(mark("Need and programme"), "name"),
    Column(mark("Own wishes")),
    Column(mark("Wishes of the host")),
    Column(mark("Fit")),
    Column(mark("Place by fit")),
)

_OTHER_PEOPLE = (
    Column(mark("Person"), "short"),
    Column(mark("Fit"), "number"),
    Column(mark("Own wishes")),
    Column(mark("In this plan")),
)

_WISHES = (
    Column(mark("Wish"), "number"),
    Column(mark("For")),
    Column(mark("Result"), "short"),
    Column(mark("Why"), "wide"),
)

_POSTS = (
    Column(mark("Need and programme"), "name"),
    Column(mark("Host")),
    Column(mark("Earliest and latest day"), "date"),
    Column(mark("What stood between"), "wide"),
)

_NEVER = mark("Local staff: no days are given on which to be sent away.")
_HOME = mark("No assignment in this plan. The nearest posts and what stood between:")
_GOES = mark("{days} days away in {count} assignment(s).")
_RAISED = mark("Is raised by {mentors}.")
_HOW_OTHERS = mark(
    "Those who pass every rule on person and post, by fit. Fit is one goal of several: "
    "the plan is the best for all goals together, in their order."
)


def person_sections(standing: Standing, person: Person) -> tuple[Section, ...]:
    """
    Return the chapters of the page of a person that have something to show.

    Parameters
    ----------
    standing
        The plan and the words for ranks in it.
    person
        Whose page it is.
    """
    served = standing.gathered.of_person.get(person.id, [])
    chapters = (
        Section("summary", mark("In short"), _summary(standing, person, served)),
        Section("assignments", mark("What was decided"), _decided(standing, served)),
        Section("ranks", mark("How it ranks"), _ranks(standing, served)),
        Section("wishes", mark("Wishes"), _wishes(standing, person)),
        Section("others", mark("Who else could go"), _others(standing, served)),
        Section("contacts", mark("Whom to ask"), contacts_of(standing, person, served)),
        Section("days", mark("Day by day"), days_of(standing.gathered, served)),
    )
    return tuple(section for section in chapters if section.blocks)


def _summary(
    standing: Standing, person: Person, served: list[Served]
) -> tuple[Block, ...]:
    words, gathered = standing.words, standing.gathered
    notes: list[Cell] = []
    blocks: list[Block] = []
    figures = {each.person: each for each in standing.material.audit.figures.people}
    if served:
        mine = figures[person.id]
        told = words.say(_GOES, days=f"{mine.days:,}", count=mine.assignments)
        notes.append(Cell(told, tone="good"))
        blocks.append(
            Figures(
                tuple(
                    Figure(
                        words.unit(each.host.id).text,
                        span(each.term),
                        words.phrase(words.need(each.need.id)),
                    )
                    for each in served
                )
            )
        )
    elif person.windows:
        notes.append(Cell(words.say(_HOME), tone="warn"))
        blocks.append(_nearest(standing, person))
    else:
        notes.append(Cell(words.say(_NEVER)))
    if mentors := gathered.mentors.get(person.id):
        listed = words.listed(sorted({each.person for each in mentors}, key=natural))
        notes.append(Cell(words.say(_RAISED, mentors=listed)))
    return (Notes(tuple(notes)), *blocks)


def _nearest(standing: Standing, person: Person) -> Table:
    words = standing.words
    found = standing.gathered.chances.nearest(person, _NEAREST)
    lines = (
        (
            words.asked(each.need.id),
            words.unit(each.need.unit),
            Cell(span(each.need.window)),
            Cell(lines=standing.kept_away(person, each)),
        )
        for each in found
    )
    return Table("nearest-posts", mark("Nearest posts"), _POSTS, rows(lines))


def _decided(standing: Standing, served: list[Served]) -> tuple[Block, ...]:
    groups = tuple(
        Group(
            tuple(
                (Cell(standing.words.say(what)), value)
                for what, value in _facts(standing, each)
            ),
            standing.words.asked(each.need.id),
        )
        for each in served
    )
    if not groups:
        return ()
    return (Table("decided", mark("Assignments"), _FACTS, groups),)


def _facts(standing: Standing, each: Served) -> Iterator[tuple[str, Cell]]:
    """Yield what was decided of an assignment, and the rules that bound it."""
    words, need, scenario = standing.words, each.need, standing.material.scenario
    unit = words.unit(each.host.id)
    yield (
        mark("Host"),
        Cell(unit.text, unit.code, lines=(words.area(each.host.area).text,)),
    )
    if need.department:
        yield mark("Department"), Cell(need.department)
    yield mark("On post"), Cell(span(each.term))
    days = words.say(
        mark("{term} on post, {stay} away from home"),
        term=each.term.days,
        stay=each.stay.days,
    )
    yield mark("Days"), Cell(days)
    lead = each.stay.days - each.term.days
    if lead:
        told = mark("{days} day(s) before the first day on post, from {day} on")
        day = each.stay.start.isoformat()
        yield mark("Acclimatisation"), Cell(words.say(told, days=lead, day=day))
    if need.team:
        yield mark("Team and role"), Cell(_role(standing, each))
    if each.programme.paired:
        told = mark("{first} is paired with {second}")
        first, second = (words.area(each.home.area), words.area(each.host.area))
        pair = words.say(told, first=first.text, second=second.text)
        yield mark("Pairing"), Cell(pair)
    for lock in standing.gathered.locks.get(each.person.id, ()):
        if lock.target in {need.id, each.host.id} or not lock.target:
            kind = label(lock.kind, words.language)
            yield mark("Lock"), Cell(kind, lock.id)
    if need.phase in scenario.phase:
        yield mark("Phase"), words.phase(need.phase)
    if need.studio in scenario.studio:
        yield mark("Studio"), words.studio(need.studio)
    for finding in standing.material.audit.concessions:
        if each.person.id in finding.subjects and need.id in finding.subjects:
            yield mark("Soft rule given up"), Cell(finding.text(words.language))


def _role(standing: Standing, each: Served) -> str:
    words, need = standing.words, each.need
    leads = words.say(mark("leader")) if need.leader else ""
    team = standing.material.scenario.team[need.team].name
    return " · ".join(filter(None, dict.fromkeys((team, need.role, leads))))


def _ranks(standing: Standing, served: list[Served]) -> tuple[Block, ...]:
    lines = tuple(
        (
            standing.words.asked(each.need.id),
            standing.own(each.person, each.need),
            standing.of_host(each.person, each.need),
            standing.fit(each.person, each.need),
            Cell(standing.place(each.person, each.need)),
        )
        for each in served
    )
    if not lines:
        return ()
    return (Table("rank-list", mark("Ranks"), _RANKS, rows(lines)),)


def _wishes(standing: Standing, person: Person) -> tuple[Block, ...]:
    given = standing.gathered.own_wishes.get(person.id, ())
    if not given:
        return ()
    ranks = sorted({each.rank for each in given})
    lines = tuple(
        (number(ranks.index(wish.rank) + 1), *_wish(standing, person, wish))
        for wish in given
    )
    return (Table("wish-list", mark("Own wishes and results"), _WISHES, rows(lines)),)


def _wish(standing: Standing, person: Person, wish: Preference) -> tuple[Cell, ...]:
    """Return what a wish is for, what became of it, and why."""
    words, target = standing.words, wish.target
    finders = (words.asked, words.unit, words.area)
    named = next(
        filter(lambda cell: cell.code, (find(target) for find in finders)), None
    )
    met = [
        each
        for each in standing.gathered.of_person.get(person.id, ())
        if target in (each.need.id, each.host.id, each.host.area)
    ]
    if met:
        needs = words.listed(each.need.id for each in met)
        return (
            named or Cell(target),
            Cell(words.say(mark("is met")), tone="good"),
            Cell(needs),
        )
    needs_there = standing.gathered.needs_at(target)
    chance = standing.gathered.chances.best(person, needs_there)
    why = Cell(words.say(mark("No post is asked for there.")))
    if chance:
        need = words.need(chance.need.id) if chance.need.id != target else Cell()
        why = Cell(need.text, need.code, lines=standing.kept_away(person, chance))
    return named or Cell(target), Cell(words.say(mark("not met")), tone="warn"), why


def _others(standing: Standing, served: list[Served]) -> tuple[Block, ...]:
    groups = []
    for each in served:
        ranked = standing.gathered.chances.ranked(each.need)
        others = [code for code in ranked if code != each.person.id]
        lines = tuple(
            _other(standing, each, code, ranked[code]) for code in others[:_OTHERS]
        )
        more = len(others) - len(lines)
        told = (standing.words.say(mark("{count} more could go"), count=more),)
        need = standing.words.need(each.need.id)
        head = Cell(need.text, need.code, lines=told if more else ())
        if lines:
            groups.append(Group(lines, head))
    if not groups:
        return ()
    how = Notes((Cell(standing.words.say(_HOW_OTHERS)),))
    title = mark("Others who could take the same post")
    return (how, Table("other-people", title, _OTHER_PEOPLE, tuple(groups)))


def _other(standing: Standing, each: Served, code: str, fit: int) -> tuple[Cell, ...]:
    return (
        standing.words.person(code),
        number(fit),
        standing.own(standing.material.scenario.person[code], each.need),
        Cell(standing.instead(code, each.need)),
    )
