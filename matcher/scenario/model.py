"""The scenario as one frozen value, with the questions every room asks of it."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from typing import TYPE_CHECKING

from matcher.scenario.base import Direction
from matcher.scenario.contents import TABLES
from matcher.scenario.index import Index

if TYPE_CHECKING:
    from matcher.scenario.conditions import Housing
    from matcher.scenario.entities import Area, Need, Person
    from matcher.scenario.undertakings import Leader
    from matcher.timeline import Window

__all__ = ["TABLES", "Scenario"]


class Scenario(Index):
    """Everything known before solving."""

    def home(self, person: Person) -> Area:
        """Return the area of the person's unit."""
        return self.area[self.unit[person.unit].area]

    def host_area(self, need: Need) -> Area:
        """Return the area of the need's host."""
        return self.area[self.unit[need.unit].area]

    def benefiting_area(self, person: Person, need: Need) -> Area:
        """Return the Xining area that gains: the host's, or home for those sent out."""
        if self.programme[need.programme].direction is Direction.TO_XINING:
            return self.host_area(need)
        return self.home(person)

    def sector(self, need: Need) -> str:
        """Return the need's sector: that of its specialty."""
        return self.specialty[need.specialty].sector

    def shortest(self, need: Need) -> int:
        """Return the shortest term of the need in days."""
        return need.shortest or self.programme[need.programme].shortest

    def longest(self, need: Need) -> int:
        """Return the longest term of the need in days."""
        return need.longest or self.programme[need.programme].longest

    def mentees(self, need: Need) -> tuple[int, int]:
        """Return how many local staff each holder raises: at least and at most."""
        programme = self.programme[need.programme]
        least, most = need.mentees_least, need.mentees_most
        return (
            programme.mentees_least if least is None else least,
            programme.mentees_most if most is None else most,
        )

    def wants_leader(self, need: Need) -> bool:
        """Return whether the holders come to Xining for long; no, without leaders."""
        long = self.policy.number("contact-leader", "long_stay_days")
        direction = self.programme[need.programme].direction
        return (
            bool(self.leaders)
            and direction is Direction.TO_XINING
            and self.shortest(need) >= long
        )

    def takes(self, leader: Leader, need: Need) -> bool:
        """Return whether the leader is for guests of the need's host and sector."""
        return (not leader.areas or self.host_area(need).id in leader.areas) and (
            not leader.sectors or self.sector(need) in leader.sectors
        )

    def limits(self, person: Person) -> tuple[int, int]:
        """Return how many assignments, and days away, the person still has."""
        number = self.policy.number
        most, days = person.max_assignments, person.max_days
        if most is None:
            most = number("person-limit", "max_assignments")
        if days is None:
            days = number("person-limit", "max_days")
        # A limit that is used up forbids assignments, nothing more.
        left = max(0, most - person.served_assignments)
        return left, max(0, days - person.served_days)

    def cold(self, site: Housing) -> tuple[Window, ...]:
        """Return the seasons in which the site cannot be used for want of heating."""
        if site.heated:
            return ()
        return tuple(
            season.window
            for season in self.heating
            if not season.areas or site.area in season.areas
        )

    def acclimatisation_days(self, need: Need) -> int:
        """Return how many days before the term its people arrive."""
        number = self.policy.number
        high = number("availability", "acclimatisation_above_m")
        if self.host_area(need).altitude_m <= high:
            return 0
        return number("availability", "acclimatisation_days")

    @cached_property
    def fingerprint(self) -> str:
        """
        SHA-256 of the content: equal for equal scenarios in any file layout.

        The seed is left out: a plan names its own, which a run may choose.
        """
        content = self.model_dump(mode="json", by_alias=True, exclude={"seed"})
        # Plans of before there were these stay plans of the same scenario.
        if not content["ratings"]:
            del content["ratings"]
        if not content["policy"]["aside"]:
            del content["policy"]["aside"]
        for person in content["people"]:
            if person["target_days"] is None:
                del person["target_days"]
        # Holidays come from a library, which may learn of new ones.
        content["holidays"] = [str(each.entry) for each in self.holidays]
        text = json.dumps(content, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()
