"""A comparison of plans as chapters: for a page, a terminal, whatever shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.comparison.outcome_words import OutcomeWords, of_target
from matcher.comparison.sentences import Sentences
from matcher.language import Language, mark
from matcher.report.blocks import (
    Block,
    Cell,
    Column,
    Group,
    Notes,
    Section,
    Table,
    Tone,
    rows,
)
from matcher.report.material import Material
from matcher.report.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from matcher.comparison.comparing import Comparison
    from matcher.comparison.outcomes import Verdict
    from matcher.comparison.told import Audience, Notice, Topic

_GOALS = mark("Goals; proven optimal unless it says otherwise")
_AREAS = mark("Assignments for each area of Xining, the worst-off first")
_PEOPLE = mark("People and their wishes, the worst-off first")
_PROGRAMMES = mark("Counted toward the target of each programme")
_CAUSES = mark("Empty posts by cause")
_SHIFTS = mark("Who moves from {first} to {second}: {kinds}")
_TOLD = mark("Who is told if {second} takes the place of {first}")

_NO_CAUSES = mark("No post of any need's least headcount stays empty.")
_NO_PEOPLE = mark("Everyone who goes has the first wish met in every plan.")
_NO_SHIFTS = mark("{first} and {second} have the same assignments.")
_NO_CHANGES = mark("{second} has the same scenario as {first}.")
_CHANGES = mark("The scenario of {second} differs from that of {first}: {total}")
_NOBODY = mark("Nobody has anything to be told.")

_TONES: Mapping[Verdict, Tone] = {"better": "good", "worse": "bad"}

_AUDIENCES: Mapping[Audience, str] = {
    "unit": mark("Units to be told"),
    "person": mark("People to be told"),
    "leader": mark("Contact leaders to be told"),
}

_TOPICS: Mapping[Topic, str] = {
    "releases": mark("releases as well: {people}"),
    "keeps": mark("no longer releases: {people}"),
    "releases-otherwise": mark("releases for other posts or days: {people}"),
    "receives": mark("receives as well: {people}"),
    "loses": mark("no longer receives: {people}"),
    "receives-otherwise": mark("receives for other needs or days: {people}"),
    "goes": mark("goes as well"),
    "stays": mark("no longer goes"),
    "goes-otherwise": mark("goes to another post or on other days"),
    "mentor": mark("is raised otherwise, by {people}"),
    "leader": mark("other contact leader: {people}"),
    "bed": mark("other housing site"),
    "handover": mark("other handover: {people}"),
    "session": mark("other session to speak in"),
    "guests": mark("looks after others: {people}"),
}


class Chapters:
    """
    The chapters of a comparison.

    Parameters
    ----------
    comparison
        Plans side by side.
    language
        The reader's language.
    """

    def __init__(self, comparison: Comparison, language: Language) -> None:
        self.comparison = comparison
        self.words = OutcomeWords(comparison, language)
        self.names = [each.name for each in comparison.plans]

    def page(self) -> Report:
        """Return the comparison as a page."""
        first, words = self.comparison.plans[0], self.words.each[0]
        return Report(
            Material(first.scenario, first.plan, first.audit, words),
            words.say(mark("Plans side by side")),
            words.title,
            words.listed(self.names),
            self.sections(),
        )

    def changes(self) -> tuple[Section, ...]:
        """Return the chapters on who moves and who is told."""
        numbers = range(1, len(self.names))
        return (
            Section("shifts", mark("Who moves"), tuple(map(self._shifts, numbers))),
            Section("told", mark("Who is told"), tuple(map(self._told, numbers))),
        )

    def sections(self) -> tuple[Section, ...]:
        """Return all chapters."""
        return (
            Section("plans", mark("Plans"), (self._plans(), self._changes())),
            Section("goals", mark("Goals"), (self._rungs(),)),
            Section("areas", mark("Areas"), (self._areas(),)),
            Section("people", mark("Wishes"), (self._people(),)),
            Section("programmes", mark("Programmes"), (self._programmes(),)),
            Section("causes", mark("Shortages"), (self._causes(),)),
            *self.changes(),
        )

    def _plans(self) -> Table:
        plans, say = self.comparison.plans, self.words.say
        figures = [each.audit.figures for each in plans]
        lines: dict[str, list[Cell]] = {
            mark("Scenario"): [Cell(each.title) for each in self.words.each],
            mark("Status"): [
                words.status(each.plan.status)
                for each, words in zip(plans, self.words.each, strict=True)
            ],
            mark("Assignments"): [Cell(f"{len(e.plan.assignments):,}") for e in plans],
            mark("People"): [Cell(f"{len(each.people):,}") for each in figures],
            mark("Cost in yuan"): [Cell(f"{each.cost_yuan:,}") for each in figures],
            mark("Audit"): [self._verdict(len(each.audit.findings)) for each in plans],
        }
        listed = ((Cell(say(head)), *cells) for head, cells in lines.items())
        return self._table("plan-list", mark("Plans"), mark("Plan"), listed)

    def _verdict(self, findings: int) -> Cell:
        if findings:
            told = mark("{count} finding(s)")
            return Cell(self.words.say(told, count=findings), tone="bad")
        return Cell(self.words.say(mark("clean")), tone="good")

    def _changes(self) -> Notes:
        """Say in one line for each plan how its scenario differs from the first."""
        first, *others = self.words.each
        return Notes(
            tuple(
                self._line(
                    _CHANGES if changes else _NO_CHANGES,
                    place + 1,
                    total=Sentences(first, words).total(changes),
                )
                for place, (words, changes) in enumerate(
                    zip(others, self.comparison.changes, strict=True)
                )
            )
        )

    def _line(self, text: str, number: int, **facts: object) -> Cell:
        """Return a sentence on the first plan and another."""
        first, second = self.names[0], self.names[number]
        return Cell(self.words.say(text, first=first, second=second, **facts))

    def _rungs(self) -> Table:
        listed = (
            (
                Cell(self.words.rung(each)),
                *(
                    Cell(self.words.reached(each, n), tone=_TONES.get(verdict, ""))
                    for n, verdict in enumerate(each.verdicts)
                ),
            )
            for each in self.comparison.rungs
        )
        return self._table("goal-list", _GOALS, mark("Goal"), listed)

    def _areas(self) -> Table:
        listed = (
            (
                Cell(self.words.area(each.area)),
                *map(Cell, map(self.words.served, each.assignments, each.empty)),
            )
            for each in self.comparison.areas
        )
        return self._table("area-list", _AREAS, mark("Area"), listed)

    def _people(self) -> Block:
        listed = [
            (
                Cell(self.words.person(each.person)),
                *map(Cell, self.words.wishes(each)),
            )
            for each in self.comparison.people
        ]
        if not listed:
            return Notes((Cell(self.words.say(_NO_PEOPLE), tone="good"),))
        return self._table("people-list", _PEOPLE, mark("Person"), listed)

    def _programmes(self) -> Table:
        listed = (
            (
                Cell(self.words.programme(each.programme)),
                *map(Cell, map(of_target, each.counted, each.targets)),
            )
            for each in self.comparison.programmes
        )
        return self._table("programme-list", _PROGRAMMES, mark("Programme"), listed)

    def _causes(self) -> Block:
        listed = [
            (Cell(self.words.cause(each.cause)), *map(Cell, self.words.posts(each)))
            for each in self.comparison.causes
        ]
        if not listed:
            return Notes((Cell(self.words.say(_NO_CAUSES), tone="good"),))
        head = mark("Why posts stay empty")
        return self._table("cause-list", _CAUSES, head, listed)

    def _shifts(self, number: int) -> Block:
        words, listed = self.words, self.comparison.shifts[number - 1]
        if not listed:
            return Notes((self._line(_NO_SHIFTS, number),))
        title = self._line(_SHIFTS, number, kinds=words.kinds(listed)).text
        columns = (
            Column(mark("Person")),
            Column(mark("Change"), "short"),
            Column(self.names[0], "wide", said=True),
            Column(self.names[number], "wide", said=True),
        )
        cells = (
            (
                Cell(words.person(each.person)),
                Cell(words.kind(each)),
                Cell(words.assignment(0, each.before)),
                Cell(words.assignment(number, each.after)),
            )
            for each in listed
        )
        return Table(f"shift-list-{number}", title, columns, rows(cells))

    def _told(self, number: int) -> Block:
        listed = self.comparison.told[number - 1]
        if not listed:
            return Notes((Cell(self.words.say(_NOBODY)),))
        groups = tuple(
            Group(
                tuple(
                    self._notice(each) for each in listed if each.audience == audience
                ),
                Cell(self.words.say(title)),
            )
            for audience, title in _AUDIENCES.items()
        )
        columns = Column(mark("Who is told")), Column(mark("What changes"), "wide")
        title = self._line(_TOLD, number).text
        filled = tuple(group for group in groups if group.rows)
        return Table(f"told-list-{number}", title, columns, filled)

    def _notice(self, notice: Notice) -> tuple[Cell, ...]:
        say, listed = self.words.say, self.words.listed
        told = (
            say(_TOPICS[topic], people=listed(people)) for topic, people in notice.about
        )
        return Cell(self.words.audience(notice)), Cell(lines=tuple(told))

    def _table(
        self, place: str, title: str, head: str, lines: Iterable[Sequence[Cell]]
    ) -> Table:
        values = (Column(name, "number", said=True) for name in self.names)
        columns = Column(head, "name"), *values
        return Table(place, title, columns, rows(tuple(line) for line in lines))
