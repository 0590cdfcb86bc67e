"""How the report names things: people's words for codes, days, shares and statuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote

from matcher.language import Language, mark, translate
from matcher.plan import RungProof, Status
from matcher.report.blocks import Cell
from matcher.rulebook import GOALS, Text
from matcher.scenario import Scenario
from matcher.scenario.base import Direction
from matcher.vocabulary import named

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from matcher.rulebook.entries import Value
    from matcher.timeline import Window

_DIRECTIONS = {
    Direction.TO_XINING: mark("Nanjing to Xining"),
    Direction.TO_NANJING: mark("Xining to Nanjing"),
}

_CHOICES = {
    "lexicographic": mark("one after the other"),
    "weighted": mark("weighted sum"),
    "equal": mark("all equal"),
    "population": mark("by population"),
    "given": mark("as given"),
}

MONTHS = (
    mark("Jan"),
    mark("Feb"),
    mark("Mar"),
    mark("Apr"),
    mark("May"),
    mark("Jun"),
    mark("Jul"),
    mark("Aug"),
    mark("Sep"),
    mark("Oct"),
    mark("Nov"),
    mark("Dec"),
)

_PARTS = {
    ("coverage", "priority"): mark("posts of priority {number}"),
    ("coverage", "beyond"): mark("posts beyond the least headcount"),
    ("fairness", "worst-1"): mark("the worst-served area"),
    ("fairness", "worst"): mark("the {number} worst-served areas together"),
    ("preferences", "worst"): mark("the worst-off"),
    ("preferences", "sum"): mark("all together"),
    ("growth", "mentored"): mark("local staff raised"),
    ("growth", "held"): mark("sessions held"),
    ("growth", "heard"): mark("participants who hear a session"),
    ("tie-break", "draw"): mark("draw"),
    ("tie-break", "dates"): mark("earliest dates"),
}


class Named(Protocol):
    """An entity that has a name in Chinese and may have one in English."""

    @property
    def name(self) -> str:
        """Name as printed."""

    @property
    def name_en(self) -> str:
        """Name in English reports; blank: the other."""


@dataclass(frozen=True)
class Words:
    """
    The words for one scenario in one language.

    Parameters
    ----------
    scenario
        Where the names stand.
    language
        The reader's language.
    """

    scenario: Scenario
    language: Language

    @property
    def title(self) -> str:
        """The title of the scenario."""
        scenario = self.scenario
        return self.either(scenario.title, scenario.title_en) or scenario.name

    def say(self, text: str, **facts: object) -> str:
        """Return a marked text in the reader's language."""
        return translate(text, self.language, **facts)

    def entry(self, text: Text, **facts: object) -> str:
        """Return a text of the rulebook in the reader's language."""
        return text.in_language(self.language, **facts)

    def either(self, chinese: str, english: str) -> str:
        """Return the text in the reader's language; blank English: the Chinese one."""
        return (self.language == "en" and english) or chinese

    def name(self, entity: Named) -> str:
        """Return the entity's name in the reader's language."""
        return self.either(entity.name, entity.name_en)

    def unit(self, code: str) -> Cell:
        """Return a unit's name and code; a code that nobody knows stands alone."""
        return self._known(self.scenario.unit.get(code), code)

    def area(self, code: str) -> Cell:
        """Return an area's name and code."""
        return self._known(self.scenario.area.get(code), code)

    def programme(self, code: str) -> Cell:
        """Return a programme's name and code."""
        return self._known(self.scenario.programme.get(code), code)

    def specialty(self, code: str) -> Cell:
        """Return a specialty's name and code."""
        return self._known(self.scenario.specialty.get(code), code)

    def phase(self, code: str) -> Cell:
        """Return a phase's name and code."""
        return self._known(self.scenario.phase.get(code), code)

    def studio(self, code: str) -> Cell:
        """Return a studio's name and code."""
        return self._known(self.scenario.studio.get(code), code)

    def room(self, code: str) -> Cell:
        """Return a room's name and code."""
        return self._known(self.scenario.room.get(code), code)

    def site(self, code: str) -> Cell:
        """Return a housing site's name and code."""
        return self._known(self.scenario.site.get(code), code)

    def _known(self, entity: Named | None, code: str) -> Cell:
        return Cell(code) if entity is None else Cell(self.name(entity), code)

    def sector(self, name: str) -> str:
        """Return what a sector is called, if the vocabulary knows it."""
        entries = named(name, ("sectors",)) if self.language == "en" else ()
        return entries[0].name_en if len(entries) == 1 else name

    def person(self, code: str) -> Cell:
        """Return a person's code with the unit beneath, if the person is known."""
        unit = self.home(code).text
        return Cell(code, lines=(unit,) if unit else ())

    def home(self, code: str) -> Cell:
        """Return the unit of a person, if the person is known."""
        known = self.scenario.person.get(code)
        return self.unit(known.unit) if known else Cell()

    def skilled(self, code: str) -> str:
        """Return a person's code and main specialty, if the person is known."""
        known = self.scenario.person.get(code)
        if known is None:
            return code
        return f"{code} {self.specialty(known.specialties[0]).text}"

    def need(self, code: str) -> Cell:
        """Return what a need asks for, by its specialty, and its code."""
        need = self.scenario.need.get(code)
        if need is None:
            return Cell(code)
        return Cell(self.specialty(need.specialty).text, code)

    def asked(self, code: str) -> Cell:
        """Return what a need asks for, with its programme beneath."""
        need, cell = self.scenario.need.get(code), self.need(code)
        if need is None:
            return cell
        programme = self.phrase(self.programme(need.programme))
        return Cell(cell.text, code, lines=(programme,))

    def host(self, code: str) -> Cell:
        """Return the host of a need, if the need is known."""
        need = self.scenario.need.get(code)
        return self.unit(need.unit) if need else Cell()

    def source(self, code: str) -> Cell:
        """Return the code of a row of the source, leading to it if it is known."""
        known = any(each.id == code for each in self.scenario.provisions)
        return Cell(code, place=place(code) if known else "")

    def anything(self, code: str) -> str:
        """Return the name and code of whatever has the code, else the code itself."""
        finders = (
            *(self.unit, self.area, self.programme, self.need),
            *(self.site, self.phase, self.studio),
        )
        for find in finders:
            cell = find(code)
            if cell.code:
                return self.phrase(cell)
        return code

    def phrase(self, cell: Cell) -> str:
        """Return a name with its code in one line."""
        return f"{cell.text} {cell.code}" if cell.code else cell.text

    def listed(self, texts: Iterable[str]) -> str:
        """Return the texts as a list in one line."""
        return ("、" if self.language == "zh" else ", ").join(texts)

    def joined(self, sentences: Iterable[str]) -> str:
        """Return the sentences one behind the other."""
        return ("" if self.language == "zh" else " ").join(sentences)

    def direction(self, direction: Direction) -> str:
        """Return which way people go."""
        return self.say(_DIRECTIONS[direction])

    def rung(self, rung: RungProof) -> tuple[str, str]:
        """Return the title of the rung's goal and of its part."""
        goal = GOALS.get(rung.goal)
        title = self.entry(goal.title) if goal else rung.goal
        return title, self.part(rung.goal, rung.part)

    def part(self, goal: str, part: str) -> str:
        """Return the words for a step inside a goal."""
        step, _, number = part.partition("-")
        text = _PARTS.get((goal, part)) or _PARTS.get((goal, step))
        return self.say(text, number=number) if text else part

    def value(self, value: Value) -> str:
        """Return the value of a parameter."""
        if isinstance(value, tuple):
            return self.listed(map(str, value))
        return self.say(_CHOICES[value]) if isinstance(value, str) else f"{value:,}"

    def month(self, day: date) -> str:
        """Return the short label of the day's month; of January, the year."""
        return f"{day.year}" if day.month == 1 else self.say(MONTHS[day.month - 1])

    def status(self, status: Status) -> Cell:
        """Return the words for how far something was proven."""
        if status is Status.OPTIMAL:
            return Cell(self.say(mark("proven optimal")), tone="good")
        return Cell(self.say(mark("feasible")), tone="warn")


def place(provision: str) -> str:
    """Return where in the page a row of the source stands, whatever its code holds."""
    return f"provision-{quote(provision, safe='')}"


def share(value: float) -> str:
    """Return a share in per cent, never rounding a small one to nothing."""
    if value == 0:
        return "0%"
    return "<0.1%" if value < 0.001 else f"{value:.1%}"


def number(value: int | None) -> Cell:
    """Return a whole number with its thousands apart; None: not given."""
    return Cell("–" if value is None else f"{value:,}")


def day(value: date) -> Cell:
    """Return a day as it is written in the tables."""
    return Cell(value.isoformat())


def span(window: Window) -> str:
    """Return the first and the last day of a window."""
    return f"{window.start.isoformat()} – {window.last_day.isoformat()}"
