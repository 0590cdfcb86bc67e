"""How tests ask what the judge lists, and whom a plan raises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honest import honest

from matcher.auditor import Records, audit
from matcher.auditor.case import NOTHING
from matcher.plan import Arrangements, Assignment, Mentorship

if TYPE_CHECKING:
    from matcher.scenario import Scenario

LOCAL: dict[str, object] = {"unit": "XU", "mentee": True}


def records(
    world: Scenario, *assignments: Assignment, arrangements: Arrangements = NOTHING
) -> Records:
    """Return what the judge lists for a plan."""
    return audit(world, honest(world, *assignments, arrangements=arrangements)).records


def raising(*who: tuple[str, str, str]) -> Arrangements:
    """Return mentorships of person, need and mentee."""
    return Arrangements(
        mentorships=tuple(
            Mentorship(person=code, need=what, mentee=mentee)
            for code, what, mentee in who
        )
    )
