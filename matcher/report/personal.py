"""Pages that explain a plan to each person and each host, and the page of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.blocks import Cell, Column, Group, Section, Table
from matcher.report.gathered import Gathered
from matcher.report.links import other_page, render_linked
from matcher.report.of_host import host_sections
from matcher.report.of_person import person_sections
from matcher.report.redaction import chapter_of_codes
from matcher.report.report import Report
from matcher.report.standing import Standing
from matcher.report.words import number, span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


INDEX = "index.html"

_PEOPLE = (
    Column(mark("Person"), "short"),
    Column(mark("Host")),
    Column(mark("Needs")),
    Column(mark("On post"), "date"),
)

_HOSTS = (
    Column(mark("Host")),
    Column(mark("People who come"), "number"),
    Column(mark("Most guests on one day"), "number"),
    Column(mark("Empty posts"), "number"),
)


class Explanations:
    """
    The pages of a plan, each for one person or one host.

    Parameters
    ----------
    report
        The report of the plan; of a redacted one, the pages are redacted too.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._material = report.material
        self._gathered = Gathered(report.material)
        self._standing = Standing(self._gathered)

    @property
    def people(self) -> tuple[str, ...]:
        """The codes of all people."""
        return tuple(sorted(self._material.scenario.person, key=natural))

    @property
    def hosts(self) -> tuple[str, ...]:
        """The codes of the units that some need names."""
        return tuple(sorted(self._gathered.needs, key=natural))

    def person(self, code: str) -> Report:
        """Return the page of a person."""
        person, words = self._material.scenario.person[code], self._material.words
        return self._sheet(
            words.say(mark("What the plan means for a person")),
            words.phrase(words.unit(person.unit)),
            code,
            person_sections(self._standing, person),
        )

    def host(self, code: str) -> Report:
        """Return the page of a host."""
        host, words = self._material.scenario.unit[code], self._material.words
        return self._sheet(
            words.say(mark("What the plan means for a host")),
            words.area(host.area).text,
            words.phrase(words.unit(code)),
            host_sections(self._standing, host),
        )

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield the path and the text of every page, the page of links last."""
        people, hosts = file_names(self.people), file_names(self.hosts)
        for code, name in people.items():
            yield f"people/{name}", render_linked(self.person(code))
        for code, name in hosts.items():
            yield f"hosts/{name}", render_linked(self.host(code))
        yield INDEX, render_linked(self._index(people, hosts))

    def _sheet(
        self, kind: str, of_whom: str, heading: str, sections: tuple[Section, ...]
    ) -> Report:
        if self._material.bare:
            sections = tuple(map(chapter_of_codes, sections))
        lead = f"{of_whom} · {self._report.title} · {self._report.lead}"
        return Report(self._material, kind, lead, heading, sections)

    def _index(self, people: Mapping[str, str], hosts: Mapping[str, str]) -> Report:
        """Return the page that leads to all others."""
        host_rows = tuple(self._host_row(code, hosts[code]) for code in self.hosts)
        blocks = (
            Table("hosts-list", mark("Pages of hosts"), _HOSTS, (Group(host_rows),)),
            Table(
                "people-list",
                mark("Pages of people"),
                _PEOPLE,
                tuple(self._units(people)),
            ),
        )
        titles = mark("Hosts"), mark("People by unit")
        sections = tuple(
            Section(block.id.removesuffix("-list"), title, (block,))
            for title, block in zip(titles, blocks, strict=True)
            if block.size
        )
        kind = self._material.words.say(mark("What the plan means for each"))
        lead = self._report.lead
        if self._material.bare:
            sections = tuple(map(chapter_of_codes, sections))
        return Report(self._material, kind, lead, self._report.title, sections)

    def _host_row(self, code: str, name: str) -> tuple[Cell, ...]:
        figures = {each.unit: each for each in self._material.audit.figures.hosts}
        unit = self._material.words.unit(code)
        empty = sum(each.posts for each in self._gathered.shortages.get(code, ()))
        return (
            Cell(unit.text, unit.code, place=other_page(f"hosts/{name}")),
            number(figures[code].people),
            number(figures[code].peak),
            number(empty),
        )

    def _units(self, people: Mapping[str, str]) -> Iterator[Group]:
        """Yield the people of each unit."""
        by_unit: dict[str, list[str]] = {}
        for code in people:
            unit = self._material.scenario.person[code].unit
            by_unit.setdefault(unit, []).append(code)
        for unit in sorted(by_unit, key=natural):
            lines = (self._person_row(code, people[code]) for code in by_unit[unit])
            yield Group(tuple(lines), self._material.words.unit(unit))

    def _person_row(self, code: str, name: str) -> tuple[Cell, ...]:
        words, served = self._material.words, self._gathered.of_person.get(code, ())
        return (
            Cell(code, place=other_page(f"people/{name}")),
            Cell(lines=tuple(words.unit(each.host.id).text for each in served)),
            Cell(lines=tuple(words.phrase(words.need(e.need.id)) for e in served)),
            Cell(lines=tuple(span(each.term) for each in served)),
        )


def file_names(codes: Iterable[str]) -> dict[str, str]:
    """
    Return a file name for each code, whatever signs the codes hold.

    Parameters
    ----------
    codes
        Different codes.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for code in codes:
        name = "".join(
            sign if sign.isalnum() or sign in "-_" else f"~{ord(sign):X}"
            for sign in code
        )
        # Some file systems do not tell capitals from small letters.
        while name.casefold() in taken:
            name += "~"
        taken.add(name.casefold())
        names[code] = f"{name}.html"
    return names
