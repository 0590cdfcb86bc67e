"""The sheet of assignments, in which planners decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.auditor.case import Served
from matcher.eligibility import Wishes, fit_parts
from matcher.language import mark, natural
from matcher.report.workbook.bench import Bench, Content, Style
from matcher.scenario.base import DecisionKind, Direction
from matcher.scenario.decisions import Decision
from matcher.scenario.headings import titles_of
from matcher.scenario.spellings import label
from matcher.scenario.workbook.columns import width_of
from matcher.scenario.workbook.looks import printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from matcher.language import Language

_OTHER = {
    "releasing_unit": mark("Releasing unit"),
    "department": mark("Department"),
    "specialty": mark("Specialty"),
    "sector": mark("Sector"),
    "programme": mark("Programme"),
    "direction": mark("Direction"),
    "host": mark("Host"),
    "area": mark("Area"),
    "arrival": mark("Arrival"),
    "days": mark("Days"),
    "team": mark("Team"),
    "role": mark("Role"),
    "fit": mark("Fit"),
    "person_wish": mark("Wish of the person"),
    "host_wish": mark("Wish of the host"),
}
"""The columns that are not read again."""

COLUMNS = (
    *("person", "releasing_unit", "department", "need", "specialty", "sector"),
    *("programme", "direction", "host", "area"),
    *("arrival", "first_day", "last_day", "days", "team", "role"),
    *("fit", "person_wish", "host_wish"),
    *("decision", "other_first_day", "other_last_day", "reason"),
)
"""The columns from left to right."""

PLACES = {name: number for number, name in enumerate(COLUMNS)}
"""The number of each column."""

DECIDED = ("decision", "other_first_day", "other_last_day", "reason")
"""The columns that planners fill in."""

HOW = mark(
    "keep: person, need and days stay. forbid: not this person for this need. dates: "
    "fill in the new first day, the new last day, or both."
)
"""What each decision means."""

_WIDEST = {
    **dict.fromkeys(("releasing_unit", "host", "reason"), 24),
    **dict.fromkeys(("specialty", "team"), 22),
    "programme": 26,
    "sector": 14,
    "role": 16,
}
_COLOURS = {
    DecisionKind.KEEP: {"bg_color": "#DDF0DD"},
    DecisionKind.FORBID: {"font_color": "#9A9A9A", "font_strikeout": True},
    DecisionKind.DATES: {"bg_color": "#FFE7B8"},
}


@dataclass(frozen=True)
class Line:
    """
    One assignment as a row.

    Parameters
    ----------
    served
        The assignment.
    cells
        What stands in each column that planners do not fill in.
    """

    served: Served
    cells: tuple[Content, ...]


def lines(bench: Bench) -> tuple[Line, ...]:
    """Return every assignment by direction, area, host and day."""
    material = bench.report.material
    wishes = Wishes(material.scenario)

    def order(each: Served) -> tuple[object, ...]:
        away = each.programme.direction is Direction.TO_NANJING
        host = (natural(each.host_area.id), natural(each.host.id))
        return away, *host, each.term, natural(each.person.id)

    served = sorted(material.served, key=order)
    return tuple(Line(each, _cells(bench, wishes, each)) for each in served)


def _cells(bench: Bench, wishes: Wishes, each: Served) -> tuple[Content, ...]:
    words, need, person = bench.words, each.need, each.person
    scenario = bench.report.material.scenario
    leads = words.say(mark("leader")) if need.leader else ""
    team = scenario.team[need.team].name if need.team else ""
    return (
        *(person.id, words.name(each.home), person.department),
        *(need.id, words.specialty(need.specialty).text),
        *(words.sector(scenario.sector(need)),),
        *(words.name(each.programme), words.direction(each.programme.direction)),
        *(words.name(each.host), words.name(each.host_area)),
        *(each.stay.start, each.term.start, each.term.last_day, each.term.days),
        *(team, " · ".join(dict.fromkeys(filter(None, (need.role, leads))))),
        sum(fit_parts(scenario, person, need).values()),
        *(wishes.of_person(person, need), wishes.of_host(person, need)),
    )


def headings(bench: Bench) -> tuple[str, ...]:
    """Return the names of the columns; what is read again is named so."""
    return tuple(_heading(bench, name) for name in COLUMNS)


def _heading(bench: Bench, name: str) -> str:
    if name in _OTHER:
        return bench.words.say(_OTHER[name])
    if bench.words.language == "zh":
        return titles_of(Decision)[name]
    return name.replace("_", " ").capitalize()


def write_assignments(bench: Bench, sheet: Worksheet, rows: Sequence[Line]) -> None:
    """
    Write the assignments, with room for decisions.

    Parameters
    ----------
    bench
        What to write with.
    sheet
        Where.
    rows
        The assignments.
    """
    widths = []
    for number, (name, heading) in enumerate(
        zip(COLUMNS, headings(bench), strict=True)
    ):
        below = [str(each.cells[number]) for each in rows if number < len(each.cells)]
        width = width_of(heading, below)
        widths.append(min(width, _WIDEST.get(name, width)))
        head = bench.head_edit if name in DECIDED else bench.head
        sheet.write_string(0, number, heading, head)
    widths[-1] = _WIDEST["reason"]
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)
    text, number_, edit = Style(wrapped=True), Style(centred=True), Style(edit=True)
    for row, line in enumerate(rows, start=1):
        for number, content in enumerate(line.cells):
            style = text if isinstance(content, str) else number_
            bench.put(sheet, row, number, content, style)
        bench.fit(sheet, row, line.cells, widths)
        for name in DECIDED:
            bench.put(sheet, row, PLACES[name], None, edit)
    if rows:
        _checks(bench, sheet, len(rows))
    printed(sheet, rows=len(rows), widths=widths)
    sheet.set_tab_color("#B45F06")


def decision_words(language: Language) -> dict[DecisionKind, str]:
    """Return the word for each decision."""
    return {kind: label(kind, language) for kind in DecisionKind}


def _checks(bench: Bench, sheet: Worksheet, last: int) -> None:
    """Offer the decisions, and only days of the horizon; colour what is decided."""
    words, say = decision_words(bench.words.language), bench.words.say
    horizon = bench.report.material.scenario.horizon
    column = PLACES["decision"]
    told = {
        "input_title": say(mark("Decision")),
        "input_message": say(HOW),
        "error_message": say(mark("Choose from the list, or leave the cell blank.")),
    }
    sheet.data_validation(
        1,
        column,
        last,
        column,
        {"validate": "list", "source": [*words.values()], **told},
    )
    days = {
        "validate": "date",
        "criteria": "between",
        "minimum": horizon.start,
        "maximum": horizon.last_day,
        "error_message": say(mark("Write a day of the horizon.")),
    }
    first = PLACES["other_first_day"]
    sheet.data_validation(1, first, last, PLACES["other_last_day"], days)
    for kind, word in words.items():
        look = bench.workbook.add_format(_COLOURS[kind])
        criteria = f'=${_letter(column)}2="{word}"'
        rule = {"type": "formula", "criteria": criteria, "format": look}
        sheet.conditional_format(1, 0, last, len(COLUMNS) - 1, rule)


def _letter(column: int) -> str:
    return chr(ord("A") + column)
