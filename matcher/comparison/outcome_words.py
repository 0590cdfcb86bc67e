"""The cells of a comparison of plans."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matcher.language import Language, mark
from matcher.plan import Status
from matcher.report.privacy import cause_told
from matcher.report.words import Words, span
from matcher.rulebook import CAUSES, GOALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from matcher.comparison.comparing import Comparison
    from matcher.comparison.outcomes import (
        CauseOutcome,
        Outlook,
        PersonOutcome,
        RungOutcome,
        Verdict,
    )
    from matcher.comparison.shifts import Shift, ShiftKind
    from matcher.comparison.told import Notice
    from matcher.plan import Assignment
    from matcher.report.blocks import Cell

ABSENT = "–"

_VERDICTS: Mapping[Verdict, str] = {"better": mark("better"), "worse": mark("worse")}

_OUTLOOKS: Mapping[Outlook, str] = {
    "met": mark("wish {number}"),
    "unmet": mark("no wish met"),
    "stays": mark("stays at home"),
}

_KINDS: Mapping[ShiftKind, str] = {
    "only-first": mark("no longer goes"),
    "only-second": mark("goes as well"),
    "host": mark("other host"),
    "need": mark("other need, same host"),
    "dates": mark("other dates"),
}


class OutcomeWords:
    """
    The words for what several plans reach.

    Parameters
    ----------
    comparison
        Plans side by side.
    language
        The reader's language.
    """

    def __init__(self, comparison: Comparison, language: Language) -> None:
        self.plans = comparison.plans
        self.each = [Words(plan.scenario, language) for plan in comparison.plans]

    @property
    def zh(self) -> bool:
        """Whether the reader reads Chinese."""
        return self.each[0].language == "zh"

    def say(self, text: str, **facts: object) -> str:
        """Return a marked text in the reader's language."""
        return self.each[0].say(text, **facts)

    def listed(self, texts: Iterable[str]) -> str:
        """Return the texts as a list in one line."""
        return self.each[0].listed(texts)

    def rung(self, rung: RungOutcome) -> str:
        """Return the title of the rung's goal and of its part."""
        title = self.each[0].entry(GOALS[rung.goal].title)
        return " · ".join(
            filter(None, (title, self.each[0].part(rung.goal, rung.part)))
        )

    def reached(self, rung: RungOutcome, plan: int) -> str:
        """Return the value of a rung in one plan, how it compares and is proven."""
        value = rung.values[plan]
        if value is None:
            return ABSENT
        remarks = [self.say(_VERDICTS.get(rung.verdicts[plan], ""))]
        if rung.statuses[plan] is not Status.OPTIMAL:
            remarks.append(self.each[plan].status(Status.FEASIBLE).text)
        return " ".join(filter(None, (f"{value:,}", *remarks)))

    def served(self, count: int | None, empty: int | None) -> str:
        """Return what an area has of one plan."""
        if count is None or not empty:
            return ABSENT if count is None else f"{count:,}"
        text = mark("{count} ({posts} post(s) empty)")
        return self.say(text, count=f"{count:,}", posts=empty)

    def wishes(self, person: PersonOutcome) -> Iterable[str]:
        """Yield what became of a person's wishes in each plan."""
        for outlook, step in zip(person.outlooks, person.steps, strict=True):
            text = _OUTLOOKS.get(outlook)
            yield self.say(text, number=(step or 0) + 1) if text else ABSENT

    def person(self, code: str) -> str:
        """Return the code and the unit of a person."""
        homes = (words.home(code).text for words in self.each)
        return f"{code} {next(filter(None, homes), '')}".strip()

    def audience(self, notice: Notice) -> str:
        """Return the name and code of whoever is told something."""
        if notice.audience == "person":
            return self.person(notice.code)
        if notice.audience == "unit":
            return self._phrase(
                [(words, words.unit(notice.code)) for words in self.each]
            )
        leaders = (
            (words, words.scenario.leader.get(notice.code)) for words in self.each
        )
        names = (words.name(leader) for words, leader in leaders if leader)
        return f"{next(names, '')} {notice.code}".strip()

    def area(self, code: str) -> str:
        """Return the name and code of an area that some scenario knows."""
        return self._phrase([(words, words.area(code)) for words in self.each])

    def programme(self, code: str) -> str:
        """Return the name and code of a programme that some scenario knows."""
        return self._phrase([(words, words.programme(code)) for words in self.each])

    def cause(self, slug: str) -> str:
        """Return why posts stay empty, with the first few things it speaks of."""
        every = (
            name for place in range(len(self.plans)) for name in self._of(place, slug)
        )
        return cause_told(self.each[0], slug, self._some(every))

    def posts(self, cause: CauseOutcome) -> Iterator[str]:
        """Yield the empty posts of each plan, with what not all plans speak of."""
        told = [self._of(place, cause.cause) for place in range(len(self.plans))]
        every = {name for names in told for name in names}
        known = CAUSES.get(cause.cause)
        says = known is not None and "{detail}" in known.text.en
        for count, names in zip(cause.posts, told, strict=True):
            if says and names and set(names) != every:
                text, detail = mark("{count} ({detail})"), self._some(names)
                yield self.say(text, count=f"{count:,}", detail=detail)
            else:
                yield f"{count:,}"

    def _of(self, place: int, cause: str) -> list[str]:
        """Return the names of what a cause speaks of in one plan."""
        codes = dict.fromkeys(
            code
            for each in self.plans[place].plan.shortages
            if each.cause == cause
            for code in each.detail
        )
        return [self.each[place].anything(code) for code in codes]

    def _some(self, names: Iterable[str]) -> str:
        """Return the first few names, and that there are more."""
        known = list(dict.fromkeys(names))
        return self.listed(known[:3]) + (" …" if len(known) > 3 else "")

    def kind(self, shift: Shift) -> str:
        """Return in words how an assignment changed."""
        return self.say(_KINDS[shift.kind])

    def kinds(self, listed: Sequence[Shift]) -> str:
        """Return how many assignments changed in which way."""
        counts = Counter(each.kind for each in listed)
        return self.listed(
            f"{self.say(text)} {counts[kind]}"
            for kind, text in _KINDS.items()
            if counts[kind]
        )

    def assignment(self, plan: int, each: Assignment | None) -> str:
        """Return where and when somebody goes."""
        if each is None:
            return ABSENT
        return f"{self.each[plan].unit(each.unit).text} {each.need} {span(each.term)}"

    def _phrase(self, cells: Sequence[tuple[Words, Cell]]) -> str:
        words, cell = next((pair for pair in cells if pair[1].code), cells[0])
        return words.phrase(cell)


def of_target(counted: int | None, target: int | None) -> str:
    """Return what counts toward a target, with the target if there is one."""
    if counted is None:
        return ABSENT
    return f"{counted:,}" if target is None else f"{counted:,} / {target:,}"
