"""The goals that look beyond seats: continuity, growth, balance of exchange."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from matcher.eligibility.terms import concerns
from matcher.scenario.base import Direction, Effect
from matcher.solver.chains import changes_of_hands
from matcher.solver.expressions import Expr, total
from matcher.solver.part import Part, Parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from matcher.scenario import Scenario
    from matcher.scenario.conditions import CalendarEntry
    from matcher.scenario.entities import Need
    from matcher.solver.choice import Choice
    from matcher.solver.expressions import Literal
    from matcher.solver.variables import Variables

Range = tuple[int, int]


def continuity(variables: Variables) -> Parts:
    """Sum the points for gaps, changes of hands, odd dates and new faces."""
    number = variables.scenario.policy.number
    points: list[Expr] = [
        number("continuity", "uncovered") * total(variables.uncovered),
        number("continuity", "hand_off") * total(changes_of_hands(variables)),
        number("continuity", "off_term") * total(_off_term(variables)),
    ]
    newcomers = total(
        each.taken
        for each in variables.choices
        if variables.what(each).unit not in variables.who(each).past_hosts
    )
    points.append(number("continuity", "newcomer") * newcomers)
    yield Part("", total(points), 0)


def _off_term(variables: Variables) -> Iterator[Expr]:
    """Yield, for both ends of each term, whether it is away from the school term."""
    scenario = variables.scenario
    for need in variables.needs:
        entries = _school_terms(scenario, need)
        if not entries:
            continue
        firsts = _edges(scenario, (each.first_day for each in entries))
        lasts = _edges(scenario, (each.last_day for each in entries))
        for choice in variables.of_need(need.id):
            terms = choice.candidate.terms
            yield _away(variables, choice, choice.start, terms.starts, firsts)
            yield _away(variables, choice, choice.end - 1, terms.lasts, lasts)


def _edges(scenario: Scenario, days: Iterable[date]) -> cp_model.Domain:
    """Return the days near enough to the given ones."""
    edge = scenario.policy.number("continuity", "edge_days")
    numbers = ((day - scenario.horizon.start).days for day in days)
    return cp_model.Domain.from_intervals([[n - edge, n + edge] for n in numbers])


def _away(
    variables: Variables,
    choice: Choice,
    day: Expr,
    possible: Iterable[Range],
    near: cp_model.Domain,
) -> Expr:
    """Return whether the choice is taken with this day outside the near ones."""
    days = cp_model.Domain.from_intervals([list(each) for each in possible])
    if days.intersection_with(near.complement()).is_empty():
        return 0
    if days.intersection_with(near).is_empty():
        return choice.taken
    model = variables.model
    close = model.new_bool_var("")
    model.add_implication(close, choice.taken)
    model.add_linear_expression_in_domain(day, near).only_enforce_if(close)
    return choice.taken - close


def _school_terms(scenario: Scenario, need: Need) -> list[CalendarEntry]:
    """Return the school terms that concern the need's host and sector."""
    area, sector = scenario.host_area(need).id, scenario.sector(need)
    return [
        each
        for each in scenario.calendar
        if each.effect is Effect.SCHOOL_TERM and concerns(each, area, sector)
    ]


def growth(variables: Variables) -> Parts:
    """Count local staff raised, sessions held and participants who hear one."""
    model = variables.model
    by_mentee: dict[str, list[Literal]] = defaultdict(list)
    for each in variables.mentorships:
        by_mentee[each.mentee].append(each.literal)
    raised = []
    for literals in by_mentee.values():
        once = literals[0]
        if len(literals) > 1:
            once = model.new_bool_var("")
            model.add(once <= total(literals))
        raised.append(once)
    yield Part("mentored", total(raised), _most_raised(variables, len(raised)))
    if not variables.scenario.sessions:
        return
    held = [each for event in variables.events for each in event.held.values()]
    sessions = {key[0] for event in variables.events for key in event.held}
    yield Part("held", total(held), len(sessions))
    heard: list[Expr] = []
    sizes = 0
    for event in variables.events:
        for subject, size in event.audience.items():
            seats = [each for key, each in event.seats.items() if key[0] == subject]
            count = model.new_int_var(0, size, "")
            model.add(count <= total(seats))
            heard.append(count)
            sizes += size * bool(seats)
    yield Part("heard", total(heard), sizes)


def _most_raised(variables: Variables, mentees: int) -> int:
    """Return how many local staff can be raised at most."""
    places = 0
    for need in variables.needs:
        people = {each.person for each in variables.of_need(need.id)}
        held = min(need.max_headcount, len(people))
        places += held * variables.scenario.mentees(need)[1]
    return min(mentees, places)


def exchange_balance(variables: Variables) -> Parts:
    """Sum over the pairings by how many assignments both ways differ."""
    model, scenario = variables.model, variables.scenario
    differences: list[Expr] = []
    for pairing in scenario.pairings:
        sides = {pairing.first, pairing.second}
        both: dict[Direction, list[Expr]] = {way: [] for way in Direction}
        for choice in variables.choices:
            who, what = variables.who(choice), variables.what(choice)
            areas = {scenario.home(who).id, scenario.host_area(what).id}
            if sides in (areas, {who.unit, what.unit}):
                way = scenario.programme[what.programme].direction
                both[way].append(choice.taken)
        there, back = both.values()
        if there or back:
            difference = model.new_int_var(0, len(there) + len(back), "")
            balance = total(there) - total(back)
            model.add(difference >= balance)
            model.add(difference >= -balance)
            differences.append(difference)
    yield Part("", total(differences), 0)
