"""
The coupling rules as constraints: one function per slug, listed in ``RULES``.

Each takes the variables and a flag ``soft``. A strict rule is a constraint; a soft
one adds to ``variables.breaks`` how many units of its measure the plan breaks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from matcher.scenario.base import Mode, Sex
from matcher.solver.capacity import Block, limit_stays
from matcher.solver.chains import cover, handover
from matcher.solver.choice import Choice, days_away
from matcher.solver.cliques import cliques
from matcher.solver.events import event
from matcher.solver.expressions import Expr, total
from matcher.solver.leaders import contact_leader
from matcher.solver.locks import locks
from matcher.solver.mentors import mentoring
from matcher.solver.packing import packing_rows
from matcher.solver.phases import phases
from matcher.solver.studios import studio
from matcher.solver.teams import team
from matcher.solver.together import keep_distinct

if TYPE_CHECKING:
    from matcher.scenario.conditions import Housing
    from matcher.scenario.entities import Person
    from matcher.solver.variables import Variables
    from matcher.timeline import Window

_MANY = 10_000


def structure(variables: Variables) -> None:
    """Add what holds in every plan: headcounts, and a need once per person."""
    for need in variables.needs:
        filled = total(each.taken for each in variables.of_need(need.id))
        variables.model.add(filled <= need.max_headcount)
    for person in variables.people:
        choices = variables.of_person(person.id)
        if len({each.need for each in choices}) == len(choices):
            continue
        by_need = defaultdict(list)
        for choice in choices:
            by_need[choice.need].append(choice.taken)
        for literals in by_need.values():
            if len(literals) > 1:
                variables.model.add_at_most_one(literals)
    # What they may hold at all stands in the model, whatever the rules ask for.
    _ = variables.mentorships, variables.events


def one_place(variables: Variables, *, soft: bool) -> None:
    """Keep the stays of a person apart, with days of rest between."""
    gap = variables.scenario.policy.number("one-place", "rest_days")
    for person in variables.people:
        choices = variables.of_person(person.id)
        if len(choices) < 2:
            continue
        if soft:
            _count_conflicts(variables, choices, gap)
        else:
            _keep_apart(variables, choices, gap)
    if not soft:
        keep_distinct(variables)


def _keep_apart(variables: Variables, choices: Sequence[Choice], gap: int) -> None:
    """Forbid conflicts: cliques of stays that cannot both be, then free dates."""
    for group in cliques(choices, gap):
        variables.model.add_at_most_one([each.taken for each in group])
    if all(each.fixed for each in choices):
        # Two fixed stays are apart or meet: the groups that meet say all of it.
        return
    if not any(
        _may_precede(first, second, gap) for first, second in permutations(choices, 2)
    ):
        return
    for row in packing_rows(choices, 1, gap):
        literals = [choices[i].taken for i in sorted(row.choices)]
        variables.model.add(total(literals) <= row.most)
    variables.model.add_no_overlap(each.padded(gap) for each in choices)


def _may_precede(first: Choice, second: Choice, gap: int) -> bool:
    """Return whether the first stay can end early enough for the second."""
    latest_arrival = second.candidate.terms.last_start - second.candidate.lead
    return first.candidate.terms.first_end + gap <= latest_arrival


def _count_conflicts(variables: Variables, choices: Sequence[Choice], gap: int) -> None:
    """Count the pairs of stays in conflict."""
    model = variables.model
    for first, second in combinations(choices, 2):
        if first.need == second.need:
            continue
        before, after, conflict = (model.new_bool_var("") for _ in range(3))
        model.add_bool_or(before, after, conflict, ~first.taken, ~second.taken)
        model.add(first.end + gap <= second.arrival).only_enforce_if(before)
        model.add(second.end + gap <= first.arrival).only_enforce_if(after)
        variables.breaks["one-place"].append(conflict)


def person_limit(variables: Variables, *, soft: bool) -> None:
    """Limit the assignments and the days away of each person."""
    alone = variables.scenario.policy.mode("one-place") is Mode.STRICT
    visits = variables.visits.keys()
    for person in variables.people:
        choices = variables.of_person(person.id)
        most, days = variables.scenario.limits(person)
        slack: Expr = 0
        if soft:
            slack = variables.model.new_bool_var("")
            variables.breaks["person-limit"].append(slack)
        # A limit that nobody can reach only makes the model larger.
        if len(choices) > most or soft:
            count = total(_counted(variables, person, choices))
            variables.model.add(count <= most + _MANY * slack)
        # Visits of one studio count once, so that there may be more than the count.
        one_by_one = not soft and visits.isdisjoint([each.need for each in choices])
        lengths = sorted([each.longest for each in choices], reverse=True)
        reach = sum(lengths[: most if one_by_one else None])
        if alone and reach > days:
            # Stays that never meet have no more days than there are around them.
            first = min(each.earliest for each in choices)
            reach = min(reach, max(each.latest for each in choices) - first)
        if reach > days:
            variables.model.add(days_away(choices) <= days + _MANY * slack)


def _counted(
    variables: Variables, person: Person, choices: Iterable[Choice]
) -> Iterator[Expr]:
    """Yield what counts as an assignment: a studio's visits together, or one."""
    visits = variables.visits
    studios = {visits[each.need] for each in choices if each.need in visits}
    yield from (variables.masters[each, person.id] for each in sorted(studios))
    yield from (each.taken for each in choices if each.need not in visits)


def release_cap(variables: Variables, *, soft: bool) -> None:
    """Limit how many people of a unit, and of a department, are away at once."""
    scenario = variables.scenario
    bound: dict[Hashable, list[Block]] = defaultdict(list)
    for code, windows in scenario.absences_of.items():
        person = scenario.person[code]
        for window in windows:
            block = _block(variables, window, 1)
            bound[person.unit].append(block)
            bound[person.unit, person.department].append(block)
    for unit, choices in variables.by_unit.items():
        cap = scenario.unit[unit].release_cap
        if cap is not None:
            _limit(variables, "release-cap", choices, cap, bound[unit], soft=soft)
    for department in scenario.departments:
        group = department.unit, department.name
        choices = variables.by_department.get(group, [])
        cap = department.release_cap
        _limit(variables, "release-cap", choices, cap, bound[group], soft=soft)


def host_cap(variables: Variables, *, soft: bool) -> None:
    """Limit how many guests a unit has at once."""
    for unit, choices in variables.by_host.items():
        cap = variables.scenario.unit[unit].host_cap
        if cap is not None:
            _limit(variables, "host-cap", choices, cap, (), soft=soft)


def housing(variables: Variables, *, soft: bool) -> None:
    """Give every guest of a site a bed each night."""
    for (name, sex), choices in variables.by_site.items():
        if name:
            site = variables.scenario.site[name]
            beds = site.beds_female if sex is Sex.FEMALE else site.beds_male
            closed = _closed(variables, site, beds, choices)
            _limit(variables, "housing", choices, beds, closed, soft=soft)


def _closed(
    variables: Variables, site: Housing, beds: int, choices: Sequence[Choice]
) -> list[Block]:
    """Return the nights without lease or heating, as taken beds."""
    lease = _block(variables, site.window, beds)
    first = min(each.earliest for each in choices)
    last = max(each.latest for each in choices)
    closed = []
    if first < lease.start:
        closed.append(Block(first, lease.start, beds))
    if lease.end < last:
        closed.append(Block(max(first, lease.end), last, beds))
    cold = variables.scenario.cold(site)
    return [*closed, *(_block(variables, season, beds) for season in cold)]


def _block(variables: Variables, window: Window, places: int) -> Block:
    """Return a window as a block of places."""
    return Block(*variables.range_of(window), places)


def _limit(
    variables: Variables,
    rule: str,
    choices: Sequence[Choice],
    cap: int,
    blocks: Iterable[Block],
    *,
    soft: bool,
) -> None:
    """Limit stays to a capacity; a soft rule counts the excess on the worst day."""
    if not choices:
        return
    excess: Expr = 0
    if soft:
        excess = variables.model.new_int_var(0, len(choices), "")
        variables.breaks[rule].append(excess)
    counts = variables.headcounts
    limit_stays(variables.model, choices, cap, blocks, excess, headcounts=counts)


def programme_max(variables: Variables, *, soft: bool) -> None:
    """Limit the assignments of a programme."""
    scenario = variables.scenario
    for programme in scenario.programmes:
        if programme.maximum is None:
            continue
        choices = variables.of_needs(
            each for each in variables.needs if each.programme == programme.id
        )
        if not choices:
            continue
        excess: Expr = 0
        if soft:
            excess = variables.model.new_int_var(0, len(choices), "")
            variables.breaks["programme-max"].append(excess)
        count = total(each.taken for each in choices)
        variables.model.add(count <= programme.maximum + excess)


Constraint = Callable[..., None]

RULES: Mapping[str, Constraint] = {
    "one-place": one_place,
    "person-limit": person_limit,
    "release-cap": release_cap,
    "host-cap": host_cap,
    "housing": housing,
    "team": team,
    "programme-max": programme_max,
    "locks": locks,
    "cover": cover,
    "handover": handover,
    "phases": phases,
    "studio": studio,
    "mentoring": mentoring,
    "contact-leader": contact_leader,
    "event": event,
}
"""The constraint of each coupling rule, by slug, in the order of the rulebook."""
