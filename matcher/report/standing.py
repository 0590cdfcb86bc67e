"""How an assignment stands among wishes and among others who could take the post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.eligibility import Wishes, fit_parts
from matcher.language import mark
from matcher.report.blocks import Cell
from matcher.report.privacy import obstacles_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.explain.chances import Chance
    from matcher.report.gathered import Gathered
    from matcher.report.words import Words
    from matcher.scenario.conditions import Preference
    from matcher.scenario.entities import Need, Person

FEW = 6
"""Codes that a list names before it only counts."""

_FIT = {
    "exact": mark("exact specialty"),
    "family": mark("same family"),
    "level": mark("level"),
    "experience": mark("experience"),
    "returning": mark("returning"),
    "rating": mark("rating"),
}

_WEIGHED = mark(
    "No rule stands between: all goals together are best served by the plan as it is."
)
_BY_FIT = mark("Place by fit: {place}.")


class Standing:
    """
    The words for ranks: of a post among wishes, of a person among candidates.

    Parameters
    ----------
    gathered
        The plan, by person and host.
    """

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self.material = gathered.material
        self.words: Words = gathered.material.words
        self._wishes = Wishes(gathered.material.scenario)

    def own(self, person: Person, need: Need) -> Cell:
        """Return which of the person's wishes led to the need."""
        given = self.gathered.own_wishes.get(person.id, ())
        return self._wish(self._wishes.of_person(person, need), given)

    def of_host(self, person: Person, need: Need) -> Cell:
        """Return which of the host's wishes the person is."""
        given = self.gathered.wanted_by(need)
        return self._wish(self._wishes.of_host(person, need), given)

    def _wish(self, step: int, given: Sequence[Preference]) -> Cell:
        say, count = self.words.say, len({each.rank for each in given})
        if not count:
            return Cell(say(mark("no wish given")))
        if step >= count:
            return Cell(say(mark("not among the wishes")), tone="warn")
        told = say(mark("wish {number} of {count}"), number=step + 1, count=count)
        return Cell(told, tone="" if step else "good")

    def fit(self, person: Person, need: Need) -> Cell:
        """Return the fit with its parts; bare of them where people stay unknown."""
        parts = fit_parts(self.material.scenario, person, need)
        listed = (
            f"{self.words.say(_FIT[name])} {points}"
            for name, points in parts.items()
            if points
        )
        lines = () if self.material.bare else (self.words.listed(listed),)
        return Cell(f"{sum(parts.values()):,}", lines=tuple(filter(None, lines)))

    def place(self, person: Person, need: Need) -> str:
        """Return the place among all who hold the need or could, by fit."""
        ranked = self.gathered.chances.ranked(need)
        mine = ranked.get(person.id)
        if mine is None:
            return "–"
        better = sum(fit > mine for fit in ranked.values())
        return self.words.say(
            mark("{place} of {count} who could go"), place=better + 1, count=len(ranked)
        )

    def instead(self, code: str, need: Need) -> str:
        """Return where somebody who could take a need is in this plan."""
        served = self.gathered.of_person.get(code, ())
        if any(each.need is need for each in served):
            return self.words.say(mark("has a post of this need too"))
        hosts = dict.fromkeys(
            f"{self.words.unit(each.host.id).text} ({each.need.id})" for each in served
        )
        return self.words.listed(hosts) or self.words.say(mark("stays at home"))

    def kept_away(self, person: Person, chance: Chance) -> tuple[str, ...]:
        """Return what kept a person from a need, one sentence each."""
        return tuple(self._between(person, chance))

    def _between(self, person: Person, chance: Chance) -> Iterator[str]:
        say, need = self.words.say, chance.need
        for rule in chance.rules:
            yield from obstacles_told(self.material, person, need, (rule,))
            if rivals := self.gathered.rivals(person, need, rule):
                yield say(
                    mark("There in those days: {people}"), people=self.few(rivals)
                )
        if chance.holders:
            taken = self.few(chance.holders)
            yield say(mark("Its posts are taken by {people}."), people=taken)
            if not chance.rules:
                yield say(_BY_FIT, place=self.place(person, need))
        elif not chance.rules:
            yield say(_WEIGHED)

    def few(self, codes: Sequence[str]) -> str:
        """Return the first few codes, and how many more there are."""
        told = self.words.listed(codes[:FEW])
        more = len(codes) - FEW
        if more <= 0:
            return told
        return self.words.say(
            mark("{people} and {count} more"), people=told, count=more
        )
