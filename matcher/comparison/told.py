"""Who is told when one plan takes the place of another: units, people, leaders."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from matcher.language import natural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.comparison.shifts import Shift
    from matcher.comparison.solved import Solved
    from matcher.plan import Assignment

Audience = Literal["unit", "person", "leader"]

Topic = Literal[
    "releases",
    "keeps",
    "releases-otherwise",
    "receives",
    "loses",
    "receives-otherwise",
    "goes",
    "stays",
    "goes-otherwise",
    "mentor",
    "leader",
    "bed",
    "handover",
    "session",
    "guests",
]

_ABOUT: tuple[Topic, ...] = get_args(Topic)
"""In the order in which they are told."""

_OWN: frozenset[Topic] = frozenset({"leader", "bed", "session"})
"""What people have for as long as they are away."""


@dataclass(frozen=True)
class Notice:
    """
    What somebody must know of the change.

    Parameters
    ----------
    audience
        Whom it is for.
    code
        Code of the unit, person or leader.
    about
        What changes, each with the codes of the people with whom, sorted.
    """

    audience: Audience
    code: str
    about: tuple[tuple[Topic, tuple[str, ...]], ...]


Ties = dict[tuple[Audience, str, Topic], dict[str, set[object]]]
"""What ties somebody to others: by whom it concerns, with whom, and how exactly."""


def notices(
    first: Solved, second: Solved, shifts: Sequence[Shift]
) -> tuple[Notice, ...]:
    """
    Return who is told when the second plan takes the place of the first.

    Parameters
    ----------
    first, second
        The plans.
    shifts
        What differs between their assignments.
    """
    found: dict[tuple[Audience, str], dict[Topic, set[str]]] = defaultdict(dict)
    for audience, code, topic, person in (
        *_moved(first, second, shifts),
        *_tied(first, second),
    ):
        found[audience, code].setdefault(topic, set()).add(person)
    for about in found.values():
        # Who comes or goes altogether has everything anew.
        if {"goes", "stays"} & about.keys():
            for topic in _OWN & about.keys():
                del about[topic]
    order = {"unit": 0, "person": 1, "leader": 2}
    keys = sorted(found, key=lambda key: (order[key[0]], natural(key[1])))
    return tuple(
        Notice(
            *key,
            tuple(
                (topic, tuple(sorted(found[key][topic], key=natural)))
                for topic in sorted(found[key], key=_ABOUT.index)
            ),
        )
        for key in keys
    )


Line = tuple[Audience, str, Topic, str]


def _moved(first: Solved, second: Solved, shifts: Sequence[Shift]) -> Iterator[Line]:
    """Yield what moves tell the people themselves, their units and their hosts."""
    for each in shifts:
        known = second.scenario.person.get(each.person) or first.scenario.person.get(
            each.person
        )
        home = known.unit if known else ""
        before, after = each.before, each.after
        lines: list[tuple[Audience, str, Topic]]
        if before is None:
            lines = [("person", each.person, "goes"), ("unit", home, "releases")]
        elif after is None:
            lines = [("person", each.person, "stays"), ("unit", home, "keeps")]
        else:
            lines = [
                ("person", each.person, "goes-otherwise"),
                ("unit", home, "releases-otherwise"),
            ]
        if before and after and before.unit == after.unit:
            lines.append(("unit", after.unit, "receives-otherwise"))
        else:
            lines += [("unit", before.unit, "loses")] if before else []
            lines += [("unit", after.unit, "receives")] if after else []
        for audience, code, topic in lines:
            if code:
                yield audience, code, topic, each.person


def _tied(first: Solved, second: Solved) -> Iterator[Line]:
    """Yield what changes in mentoring, leaders, beds, handovers and sessions."""
    before, after = _ties(first), _ties(second)
    for key in before.keys() | after.keys():
        old, new = before.get(key, {}), after.get(key, {})
        for person in old.keys() | new.keys():
            if old.get(person) != new.get(person):
                yield (*key, person)


def _ties(solved: Solved) -> Ties:
    """Return what each person and leader has of a plan besides assignments."""
    found: Ties = defaultdict(lambda: defaultdict(set))
    arranged = solved.plan.arrangements
    terms = {(each.person, each.need): _days(each) for each in solved.plan.assignments}
    for raised in arranged.mentorships:
        how = raised.need, terms.get((raised.person, raised.need))
        found["person", raised.mentee, "mentor"][raised.person].add(how)
    for link in arranged.links:
        how = link.need, terms.get((link.person, link.need))
        found["leader", link.leader, "guests"][link.person].add(how)
        found["person", link.person, "leader"][link.leader].add(link.need)
    for bed in arranged.beds:
        found["person", bed.person, "bed"][bed.person].add(bed.site)
    for record in solved.audit.records.handovers:
        pair = record.leaver, record.successor
        for one, other in (pair, pair[::-1]):
            found["person", one, "handover"][other].add((record.need, record.days))
    for roster in arranged.rosters:
        for code in roster.speakers:
            talk = roster.session, roster.slot, roster.room
            found["person", code, "session"][code].add(talk)
    return found


def _days(each: Assignment) -> tuple[object, ...]:
    return each.start, each.end
