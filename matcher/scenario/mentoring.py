"""Whether holders can raise as many local staff as is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.scenario.base import Learners
from matcher.scenario.entities import Need, Programme
from matcher.scenario.faults import problem
from matcher.scenario.undertakings import Studio

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.errors import Problem
    from matcher.scenario.draft import Draft
    from matcher.scenario.rows import Found


def mentoring(draft: Draft) -> Iterator[Problem]:
    """Yield every fault of the numbers of local staff and of who may be raised."""
    programmes = {}
    for programme in draft.rows(Programme):
        least, most = programme.entity.mentees_least, programme.entity.mentees_most
        if least > most:
            place = programme.row.place("mentees_least")
            yield problem("E419", place, least=least, greatest=most)
        else:
            programmes[programme.entity.id] = programme.entity
    studios = {found.entity.id: found.entity for found in draft.rows(Studio)}
    for need in draft.rows(Need):
        # What follows from a programme that contradicts itself is no fault of the need.
        if need.entity.programme in programmes:
            named = programmes[need.entity.programme]
            yield from _numbers(need, named, studios.get(need.entity.studio))
            yield from _department(need, named)


def _numbers(
    found: Found[Need], programme: Programme, studio: Studio | None
) -> Iterator[Problem]:
    need, row = found.entity, found.row
    own = need.mentees_least, need.mentees_most
    least = programme.mentees_least if own[0] is None else own[0]
    most = programme.mentees_most if own[1] is None else own[1]
    if least > most:
        place = row.place("mentees_least" if own[1] is None else "mentees_most")
        yield problem("E419", place, least=least, greatest=most)
    elif studio and least > len(set(studio.members)):
        members = len(set(studio.members))
        yield problem("E429", row.place("studio"), least=least, members=members)


def _department(found: Found[Need], programme: Programme) -> Iterator[Problem]:
    need = found.entity
    most = need.mentees_most
    most = programme.mentees_most if most is None else most
    named = need.department or need.successor_unit or need.studio
    if most and not named and programme.mentees_from is Learners.DEPARTMENT:
        yield problem("E420", found.row.place("department"))
