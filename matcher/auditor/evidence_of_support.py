"""The figures that show how people are looked after and how the year is steered."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from matcher.auditor.agenda import agendas_of
from matcher.auditor.care import concerns, festival_days
from matcher.auditor.evidence_of_programmes import posts, sessions_held
from matcher.auditor.goals import own_step
from matcher.auditor.provision_fact import fact
from matcher.auditor.systems import sessions_of
from matcher.language import mark
from matcher.scenario.base import Direction, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.auditor.case import Case, Served
    from matcher.auditor.records import ProvisionFact
    from matcher.scenario.conditions import Preference
    from matcher.scenario.entities import Need
    from matcher.scenario.undertakings import Provision


def event(case: Case, row: Provision) -> Iterator[ProvisionFact]:
    """Yield the speakers, sessions and audience of the row's programmes."""
    codes = {each.id for each in case.scenario.programmes if each.source == row.id}
    people = {each.person.id for each in case.served if each.programme.id in codes}
    heard = {
        code
        for each in sessions_of(case)
        if case.scenario.session[each.session].programme in codes
        for code in each.speakers
    }
    yield fact(mark("Speakers planned"), len(people), row.wanted)
    yield fact(mark("Speakers with a session"), len(people & heard), len(people))
    yield from sessions_held(case, codes)


def meeting(case: Case, row: Provision) -> Iterator[ProvisionFact]:
    """Yield the promotion meetings with the points on their agendas."""
    agendas = agendas_of(case)
    wanted = 1 if row.wanted is None else row.wanted
    yield fact(mark("Promotion meetings"), len(agendas), wanted)
    yield fact(
        mark("Points on their agendas"), sum(len(each.points) for each in agendas)
    )


def care(case: Case, row: Provision) -> Iterator[ProvisionFact]:
    """Yield the acts of the row's rules of care; of all rules, if none names it."""
    own = [rule for rule in case.scenario.care if rule.source == row.id]
    rules = own or case.scenario.care
    acts = [act for act in case.care if act.rule in {rule.id for rule in rules}]
    people = {
        each.person.id
        for each in case.served
        if any(concerns(rule, each) for rule in own)
        or (not own and each.programme.direction is Direction.TO_XINING)
    }
    reached = {act.person for act in acts}
    yield fact(mark("People with an act of care"), len(reached & people), len(people))
    yield fact(mark("Acts of care with a date"), len(acts), row.wanted)
    named = {name for rule in own for name in rule.festivals}
    if named:
        known = named & festival_days(case.scenario).keys()
        yield fact(mark("Festivals that have a day"), len(known), len(named))


def leader(case: Case, row: Provision) -> Iterator[ProvisionFact]:
    """Yield who comes to Xining for long and has a leader to turn to."""
    long = {each.subjects for each in case.served if each.is_long}
    linked = {(each.person, each.need) for each in case.links}
    leaders = {each.leader for each in case.links}
    label = mark("People who come for long with a contact leader")
    yield fact(label, len(long & linked), len(long))
    yield fact(mark("Leaders to whom somebody turns"), len(leaders), row.wanted)


def housing(case: Case, row: Provision) -> Iterator[ProvisionFact]:
    """Yield the sites that are rented and who sleeps there."""
    guests = {each.subjects for each in case.served if each.host.housing}
    housed = {(each.person, each.need) for each in case.beds}
    sites = len(case.scenario.housing)
    yield fact(mark("Housing sites"), sites, 1 if row.wanted is None else row.wanted)
    yield fact(
        mark("Guests of the sites with a bed"), len(guests & housed), len(guests)
    )


def outcome(case: Case, row: Provision) -> Iterator[ProvisionFact]:
    """Yield what the plan itself can show of how content people may be."""
    guests = [
        each for each in case.served if each.programme.direction is Direction.TO_XINING
    ]
    acts = {(act.rule, act.person, act.need) for act in case.care}
    cared = sum(
        all(
            (rule.id, *each.subjects) in acts
            for rule in case.scenario.care
            if concerns(rule, each)
        )
        for each in guests
    )
    wishes = list(_wishes(case, guests))
    some = sum(step < steps for step, steps in wishes)
    first = sum(step == 0 for step, _steps in wishes)
    yield fact(mark("People with one of their wishes met"), some, len(wishes))
    yield fact(mark("First wishes met"), first, row.wanted)
    yield fact(mark("Assignments with every act of care"), cared, len(guests))
    known = sum(each.host.id in each.person.past_hosts for each in guests)
    yield fact(mark("Assignments to a host served before"), known)


def _wishes(case: Case, guests: list[Served]) -> Iterator[tuple[int, int]]:
    """Yield, for each guest who has wishes, the step reached and how many there are."""
    wishes: dict[str, list[Preference]] = defaultdict(list)
    for wish in case.scenario.preferences:
        if wish.side is Side.PERSON:
            wishes[wish.person].append(wish)
    for each in guests:
        own = wishes.get(each.person.id, [])
        if own:
            yield own_step(own, each), len({wish.rank for wish in own})


def tag(case: Case, row: Provision) -> Iterator[ProvisionFact]:
    """Yield the policy focuses with the posts of the needs that serve them."""
    needs: dict[str, list[Need]] = defaultdict(list)
    for need in case.scenario.needs:
        for name in need.tags:
            needs[name].append(need)
    wanted = 1 if row.wanted is None else row.wanted
    yield fact(mark("Policy focuses that needs serve"), len(needs), wanted)
    for name, tagged in sorted(needs.items()):
        yield posts(case, mark("Posts filled for {tag}"), tagged, tag=name)
