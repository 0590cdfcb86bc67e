"""Assignments in the words of letters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from matcher.language import Language, mark, natural
from matcher.letters.facts import Posting
from matcher.report.material import Material
from matcher.scenario.base import Sex

if TYPE_CHECKING:
    from datetime import date

    from matcher.auditor.case import Served
    from matcher.timeline import Window

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

_BEDS = {
    Sex.FEMALE: mark("{site}, women's bed {number}"),
    Sex.MALE: mark("{site}, men's bed {number}"),
}

_BY_HOST = mark("seen to by the host")


def said_day(day: date, language: Language) -> str:
    """Return a day as letters write it."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def said_span(window: Window, language: Language) -> str:
    """Return the first and the last day of a window as letters write them."""
    first, last = (said_day(day, language) for day in (window.start, window.last_day))
    if window.days == 1:
        return first
    return f"{first}至{last}" if language == "zh" else f"{first} to {last}"


@dataclass(frozen=True)
class Postings:
    """
    The words for the assignments of a plan.

    Parameters
    ----------
    material
        The plan with its scenario, the audit and the reader's words.
    """

    material: Material

    @cached_property
    def _leaders(self) -> dict[tuple[str, str], str]:
        words, leader = self.material.words, self.material.scenario.leader
        return {
            (each.person, each.need): words.name(leader[each.leader])
            for each in self.material.plan.arrangements.links
        }

    @cached_property
    def _beds(self) -> dict[tuple[str, str], str]:
        words, person = self.material.words, self.material.scenario.person
        return {
            (each.person, each.need): words.say(
                _BEDS[person[each.person].sex],
                site=words.site(each.site).text,
                number=each.number,
            )
            for each in self.material.plan.arrangements.beds
        }

    def _mentees(self, each: Served) -> str:
        found = (
            link.mentee
            for link in self.material.plan.arrangements.mentorships
            if (link.person, link.need) == each.subjects
        )
        return self.material.words.listed(sorted(found, key=natural))

    def _mates(self, each: Served) -> str:
        if not each.need.team:
            return ""
        found = (
            other.person.id
            for other in self.material.served
            if other.need.team == each.need.team and other.person is not each.person
        )
        return self.material.words.listed(sorted(found, key=natural))

    def said(self, each: Served) -> Posting:
        """Return an assignment in the words of letters."""
        words, scenario = self.material.words, self.material.scenario
        language = words.language
        wait = (each.term.start - each.stay.start).days
        need, team = each.need, scenario.team.get(each.need.team)
        # Often the role says already that it leads.
        leads = words.say(mark("leader")) if need.leader else ""
        roles = dict.fromkeys(filter(None, (need.role, leads)))
        return Posting(
            person=each.person.id,
            home=words.name(each.home),
            home_department=each.person.department,
            host=words.name(each.host),
            department=need.department,
            host_area=words.name(each.host_area),
            programme=words.name(each.programme),
            need=need.id,
            specialty=words.specialty(need.specialty).text,
            arrival=said_day(each.stay.start, language),
            first_day=said_day(each.term.start, language),
            last_day=said_day(each.term.last_day, language),
            term=said_span(each.term, language),
            days=str(each.term.days),
            acclimatisation=str(wait or ""),
            team=team.name if team else "",
            role=words.listed(roles),
            mates=self._mates(each),
            housing=self._beds.get(each.subjects) or words.say(_BY_HOST),
            leader=self._leaders.get(each.subjects, ""),
            mentees=self._mentees(each),
        )
