"""A comparison of plans as tables for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matcher.cli.outcome_words import OutcomeWords, of_target
from matcher.cli.tables import show_table
from matcher.comparison import Comparison, Sentences
from matcher.language import Language, mark

if TYPE_CHECKING:
    from collections.abc import Sequence

FEW = 8
"""How many people are shown of each list, unless all are asked for."""

_GOALS = mark("Goals; proven optimal unless it says otherwise")
_AREAS = mark("Assignments for each area of Xining, the worst-off first")
_PEOPLE = mark("People and their wishes, the worst-off first")
_PROGRAMMES = mark("Counted toward the target of each programme")
_CAUSES = mark("Empty posts by cause")
_SHIFTS = mark("Who moves from {first} to {second}: {kinds}")

_NO_CAUSES = mark("No post of any need's least headcount stays empty.")
_NO_PEOPLE = mark("Everyone who goes has the first wish met in every plan.")
_NO_SHIFTS = mark("{first} and {second} have the same assignments.")
_NO_CHANGES = mark("{second} has the same scenario as {first}.")
_CHANGES = mark("The scenario of {second} differs from that of {first}: {total}")
_MORE = mark("… and {count} more; --all shows every row.")


class SideBySide:
    """
    The tables of a comparison.

    Parameters
    ----------
    comparison
        Plans side by side.
    language
        The reader's language.
    everything
        Whether lists are shown to their end.
    """

    def __init__(
        self, comparison: Comparison, language: Language, *, everything: bool = False
    ) -> None:
        self.comparison = comparison
        self.words = OutcomeWords(comparison, language)
        self.names = [each.name for each in comparison.plans]
        self.most = None if everything else FEW

    def show(self) -> None:
        """Print everything."""
        self._plans()
        self._changes()
        self._rungs()
        self._areas()
        self._people()
        self._programmes()
        self._causes()
        for number in range(1, len(self.names)):
            self._shifts(number)

    def _plans(self) -> None:
        plans, say = self.comparison.plans, self.words.say
        figures = [each.audit.figures for each in plans]
        rows: dict[str, list[object]] = {
            mark("Scenario"): [each.title for each in self.words.each],
            mark("Status"): [
                words.status(each.plan.status).text
                for each, words in zip(plans, self.words.each, strict=True)
            ],
            mark("Assignments"): [len(each.plan.assignments) for each in plans],
            mark("People"): [len(each.people) for each in figures],
            mark("Cost in yuan"): [f"{each.cost_yuan:,}" for each in figures],
            mark("Audit"): [self._verdict(len(each.audit.findings)) for each in plans],
        }
        listed = [(say(head), *cells) for head, cells in rows.items()]
        self._table(mark("Plans"), mark("Plan"), listed)

    def _verdict(self, findings: int) -> str:
        if findings:
            return self.words.say(mark("{count} finding(s)"), count=findings)
        return self.words.say(mark("clean"))

    def _changes(self) -> None:
        """Say in one line for each plan how its scenario differs from the first."""
        first, *others = self.words.each
        for place, words in enumerate(others):
            changes = self.comparison.changes[place]
            total = Sentences(first, words).total(changes)
            self._line(
                _CHANGES if changes else _NO_CHANGES,
                first=self.names[0],
                second=self.names[place + 1],
                total=total,
            )

    def _line(self, text: str, **facts: object) -> None:
        click.echo(self.words.say(text, **facts))
        click.echo()

    def _rungs(self) -> None:
        plans = range(len(self.names))
        rows = [
            (self.words.rung(each), *(self.words.reached(each, n) for n in plans))
            for each in self.comparison.rungs
        ]
        self._table(_GOALS, mark("Goal"), rows)

    def _areas(self) -> None:
        rows = [
            (
                self.words.area(each.area),
                *map(self.words.served, each.assignments, each.empty),
            )
            for each in self.comparison.areas
        ]
        self._table(_AREAS, mark("Area"), rows)

    def _people(self) -> None:
        people = self.comparison.people
        rows = [
            (self.words.person(each.person), *self.words.wishes(each))
            for each in people[: self.most]
        ]
        if rows:
            self._table(_PEOPLE, mark("Person"), rows)
            self._more(len(people) - len(rows))
        else:
            self._line(_NO_PEOPLE)

    def _programmes(self) -> None:
        rows = [
            (
                self.words.programme(each.programme),
                *map(of_target, each.counted, each.targets),
            )
            for each in self.comparison.programmes
        ]
        self._table(_PROGRAMMES, mark("Programme"), rows)

    def _causes(self) -> None:
        rows = [
            (self.words.cause(each.cause), *self.words.posts(each))
            for each in self.comparison.causes
        ]
        if rows:
            self._table(_CAUSES, mark("Why posts stay empty"), rows)
        else:
            self._line(_NO_CAUSES)

    def _shifts(self, number: int) -> None:
        words, first, second = self.words, self.names[0], self.names[number]
        listed = self.comparison.shifts[number - 1]
        if not listed:
            self._line(_NO_SHIFTS, first=first, second=second)
            return
        kinds = words.kinds(listed)
        rows = [
            (
                words.person(each.person),
                words.kind(each),
                words.assignment(0, each.before),
                words.assignment(number, each.after),
            )
            for each in listed[: self.most]
        ]
        show_table(
            words.say(_SHIFTS, first=first, second=second, kinds=kinds),
            (words.say(mark("Person")), words.say(mark("Change")), first, second),
            rows,
            wide=(0, 2, 3),
        )
        self._more(len(listed) - len(rows))

    def _table(self, title: str, head: str, rows: Sequence[Sequence[object]]) -> None:
        say, everywhere = self.words.say, range(len(self.names) + 1)
        heads = (say(head), *self.names)
        show_table(say(title), heads, rows, everywhere[1:], everywhere)

    def _more(self, hidden: int) -> None:
        if hidden:
            self._line(_MORE, count=hidden)
