"""A plan gathered by person and by host, for pages that explain it to each of them."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from matcher.auditor.case import case_of, readable
from matcher.explain.chances import Chances
from matcher.language import natural
from matcher.plan import Arrangements
from matcher.scenario.base import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping
    from typing import TypeVar

    from matcher.auditor.case import Served
    from matcher.auditor.records import CareRecord, HandoverRecord
    from matcher.plan import Bed, Link, Mentorship, Roster, Shortage
    from matcher.report.material import Material
    from matcher.scenario.conditions import Lock, Preference
    from matcher.scenario.entities import Need, Person

    Row = TypeVar("Row")
    Key = TypeVar("Key", bound=Hashable)

Pair = tuple[str, str]
"""Codes of person and need."""


class Gathered:
    """
    What a plan holds for each person and each host.

    Parameters
    ----------
    material
        What the report is drawn from; rows that cannot be read are left out.
    """

    def __init__(self, material: Material) -> None:
        self.material = material
        self._case = case_of(
            material.scenario,
            material.plan.assignments,
            arrangements=material.plan.arrangements,
        )

    @cached_property
    def chances(self) -> Chances:
        """What kept people from posts."""
        scenario, plan, case = self.material.scenario, self.material.plan, self._case
        arranged = Arrangements(
            mentorships=case.mentorships,
            links=case.links,
            beds=case.beds,
            rosters=case.rosters,
            seating=case.seating,
        )
        known = [each for each in plan.assignments if readable(scenario, each)]
        return Chances(scenario, known, arranged)

    @cached_property
    def of_person(self) -> Mapping[str, list[Served]]:
        """Assignments by person, by day."""
        return _by(self.material.served, lambda each: each.person.id)

    @cached_property
    def of_host(self) -> Mapping[str, list[Served]]:
        """Assignments by host, by day."""
        served = sorted(self.material.served, key=lambda each: each.stay)
        return _by(served, lambda each: each.host.id)

    @cached_property
    def of_team(self) -> Mapping[str, list[Served]]:
        """Assignments by team, without those of no team."""
        return _by(self.material.served, lambda each: each.need.team)

    @cached_property
    def links(self) -> Mapping[Pair, list[Link]]:
        """Contact leaders by assignment."""
        return _by(self._case.links, lambda each: (each.person, each.need))

    @cached_property
    def beds(self) -> Mapping[Pair, list[Bed]]:
        """Beds by assignment."""
        return _by(self._case.beds, lambda each: (each.person, each.need))

    @cached_property
    def raised(self) -> Mapping[Pair, list[Mentorship]]:
        """Local staff raised, by assignment of the mentor."""
        return _by(self._case.mentorships, lambda each: (each.person, each.need))

    @cached_property
    def mentors(self) -> Mapping[str, list[Mentorship]]:
        """Mentors by the local person they raise."""
        return _by(self._case.mentorships, lambda each: each.mentee)

    @cached_property
    def rosters(self) -> Mapping[str, list[Roster]]:
        """Sessions by speaker."""
        pairs = ((code, each) for each in self._case.rosters for code in each.speakers)
        found = _by(pairs, lambda pair: pair[0])
        return {code: [each for _, each in pairs] for code, pairs in found.items()}

    @cached_property
    def care(self) -> Mapping[Pair, list[CareRecord]]:
        """Acts of care by assignment."""
        records = self.material.audit.records.care
        return _by(records, lambda each: (each.person, each.need))

    @cached_property
    def handovers(self) -> Mapping[str, list[HandoverRecord]]:
        """Handovers by need."""
        return _by(self.material.audit.records.handovers, lambda each: each.need)

    @cached_property
    def locks(self) -> Mapping[str, list[Lock]]:
        """Locks by person."""
        return _by(self.material.scenario.locks, lambda each: each.person)

    @cached_property
    def shortages(self) -> Mapping[str, list[Shortage]]:
        """The shortage ledger by host."""
        known = self.material.scenario.need
        rows = (each for each in self.material.plan.shortages if each.need in known)
        return _by(rows, lambda each: known[each.need].unit)

    @cached_property
    def needs(self) -> Mapping[str, list[Need]]:
        """Needs by host."""
        needs = sorted(self.material.scenario.needs, key=lambda each: natural(each.id))
        return _by(needs, lambda each: each.unit)

    @cached_property
    def own_wishes(self) -> Mapping[str, list[Preference]]:
        """Wishes of people, the first one first."""
        return _by(self._wishes(Side.PERSON), lambda each: each.person)

    @cached_property
    def host_wishes(self) -> Mapping[str, list[Preference]]:
        """Wishes of hosts by the need or unit they are for, the first one first."""
        return _by(self._wishes(Side.HOST), lambda each: each.target)

    def _wishes(self, side: Side) -> list[Preference]:
        wishes = (
            each for each in self.material.scenario.preferences if each.side is side
        )
        return sorted(wishes, key=lambda each: (each.rank, natural(each.target)))

    def wanted_by(self, need: Need) -> list[Preference]:
        """Return what the host of a need wishes for it."""
        wishes = self.host_wishes
        return [*wishes.get(need.id, ()), *wishes.get(need.unit, ())]

    def needs_at(self, target: str) -> list[Need]:
        """Return the needs to which a wish for a need, unit or area may lead."""
        scenario = self.material.scenario
        return [
            need
            for need in scenario.needs
            if target in (need.id, need.unit, scenario.host_area(need).id)
        ]

    def rivals(self, person: Person, need: Need, rule: str) -> list[str]:
        """Return who takes the room that a rule left none of, in the need's days."""
        unit = self.material.scenario.unit[need.unit]
        sharing: dict[str, Callable[[Served], bool]] = {
            "release-cap": lambda each: each.home.id == person.unit,
            "host-cap": lambda each: each.host.id == unit.id,
            "housing": lambda each: (
                each.host.housing == unit.housing and each.person.sex is person.sex
            ),
        }
        shares = sharing.get(rule)
        if shares is None:
            return []
        days = need.window
        found = {
            each.person.id
            for each in self.material.served
            if shares(each) and each.stay.meets(days) and each.person is not person
        }
        return sorted(found, key=natural)


def _by(rows: Iterable[Row], key: Callable[[Row], Key]) -> Mapping[Key, list[Row]]:
    found: dict[Key, list[Row]] = defaultdict(list)
    for each in rows:
        found[key(each)].append(each)
    return dict(found)
