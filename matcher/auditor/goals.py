"""The goals, valued again from the assignments: one function per goal."""

from __future__ import annotations

from collections import Counter, defaultdict
from hashlib import sha256
from itertools import accumulate
from math import gcd
from typing import TYPE_CHECKING, cast

from matcher.auditor.checks import rule_breaches, total_price
from matcher.auditor.goals_of_effort import finish, people_away, workload
from matcher.auditor.goals_of_systems import continuity, exchange_balance, growth
from matcher.auditor.pair_rules import closeness
from matcher.scenario.base import City, Counting, Mode, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from matcher.auditor.case import Case, Served
    from matcher.scenario import Scenario
    from matcher.scenario.conditions import Preference
    from matcher.scenario.entities import Area, Programme

Parts = dict[str, int]


def agreement(case: Case) -> Parts:
    """Count toward each target what its indicator counts, up to the target."""
    reached = sum(
        min(programme.target, in_its_counting(programme, case.counted(programme)))
        for programme in case.scenario.programmes
        if programme.target is not None
    )
    return {"": reached}


def in_its_counting(programme: Programme, served: list[Served]) -> int:
    """Return the people or the postings among assignments of the programme."""
    if programme.counting is Counting.PEOPLE:
        return len({each.person.id for each in served})
    return len(served)


def coverage(case: Case) -> Parts:
    """Count filled posts by priority, and welcome ones beyond the least headcount."""
    policy, needs = case.scenario.policy, case.scenario.needs
    filled = Counter(each.need.id for each in case.served)
    least: Counter[int] = Counter()
    for need in needs:
        least[need.priority] += min(filled[need.id], need.min_headcount)
    beyond = sum(max(0, filled[need.id] - need.min_headcount) for need in needs)
    if policy.word("coverage", "order") == "weighted":
        # One weight for each priority from 1 to 5, and one for posts beyond.
        weights = cast("tuple[int, ...]", policy.parameter("coverage", "weights"))
        worth = sum(weights[priority - 1] * least[priority] for priority in least)
        points = policy.number("coverage", "fit_weight") * fit(case)[""]
        return {"": worth + weights[5] * beyond + points}
    parts = {f"priority-{priority}": least[priority] for priority in sorted(least)}
    if any(need.max_headcount > need.min_headcount for need in needs):
        parts["beyond"] = beyond
    return parts


def concessions(case: Case) -> Parts:
    """Add up the prices of the soft rules that are broken."""
    return {"": total_price(case.scenario.policy, rule_breaches(case, (Mode.SOFT,)))}


def fairness(case: Case) -> Parts:
    """Add up the scores of the worst-served areas: of one area, of two, and so on."""
    served = Counter(benefiting_area(each).id for each in case.served)
    scores = sorted(
        served[area] * step for area, step in area_steps(case.scenario).items()
    )
    return {f"worst-{k}": total for k, total in enumerate(accumulate(scores), 1)}


def benefiting_area(each: Served) -> Area:
    """Return the Xining area that gains from an assignment."""
    return each.scenario.benefiting_area(each.person, each.need)


def area_steps(scenario: Scenario) -> dict[str, int]:
    """Return what one assignment adds to the score of each area of the fairness."""
    weights = {
        area.id: weight
        for area in scenario.areas
        if area.city is City.XINING and area.in_fairness
        if (weight := _weight(scenario, area)) > 0
    }
    highest = max(weights.values(), default=0)
    steps = {
        area: (1000 * highest + weight // 2) // weight
        for area, weight in weights.items()
    }
    divisor = gcd(*steps.values())
    return {area: step // divisor for area, step in steps.items()}


def _weight(scenario: Scenario, area: Area) -> int:
    weights = scenario.policy.word("fairness", "weights")
    if weights == "equal":
        return 1
    return area.population if weights == "population" else area.weight or 0


def fit(case: Case) -> Parts:
    """Add up the points of specialty, level, experience, return and ratings."""
    given = {(each.person, each.need): each.points for each in case.scenario.ratings}
    return {
        "": sum(
            _points(each, given.get((each.person.id, each.need.id), 0))
            for each in case.served
        )
    }


def _points(each: Served, rating: int) -> int:
    def worth(part: str) -> int:
        return each.scenario.policy.number("fit", part)

    person, need = each.person, each.need
    near = closeness(each.scenario, person, need.specialty)
    return (
        (worth(near) if near else 0)
        + worth("level") * min(worth("levels_most"), max(0, person.level - need.level))
        + worth("experience") * min(3, person.experience // 5)
        + (worth("returning") if each.host.id in person.past_hosts else 0)
        + worth("rating") * rating
    )


def preferences(case: Case) -> Parts:
    """Take the steps below the first wish: the largest, and all together."""
    of_person: dict[str, list[Preference]] = defaultdict(list)
    of_host: dict[str, list[Preference]] = defaultdict(list)
    for wish in case.scenario.preferences:
        if wish.side is Side.PERSON:
            of_person[wish.person].append(wish)
        else:
            of_host[wish.target].append(wish)
    steps = [0]
    for each in case.served:
        steps.append(own_step(of_person[each.person.id], each))
        theirs = of_host[each.need.id] + of_host[each.host.id]
        met = {wish.rank for wish in theirs if wish.person == each.person.id}
        steps.append(_step(theirs, met))
    return {"worst": max(steps), "sum": sum(steps)}


def own_step(wishes: list[Preference], each: Served) -> int:
    """
    Return how far an assignment lies below the first wish of its person.

    Parameters
    ----------
    wishes
        All wishes of the person.
    each
        The assignment.
    """
    places = {each.need.id, each.host.id, each.host.area}
    return _step(wishes, {wish.rank for wish in wishes if wish.target in places})


def _step(wishes: list[Preference], met: set[int]) -> int:
    ranks = sorted({wish.rank for wish in wishes})
    return ranks.index(min(met)) if met else len(ranks)


def release_balance(case: Case) -> Parts:
    """Add up 1 + 2 + … + k over the units that release k people."""
    loads = [len(served) for served in case.by(lambda each: each.home.id).values()]
    return {"": sum(load * (load + 1) // 2 for load in loads)}


def cost(case: Case) -> Parts:
    """Add up travel and lodging, in yuan."""
    number = case.scenario.policy.number
    travel, night = number("cost", "travel_yuan"), number("cost", "lodging_yuan")
    return {"": sum(travel + night * each.stay.days for each in case.served)}


def tie_break(case: Case) -> Parts:
    """Add up the draws, and the days since the horizon's start weighted by draws."""
    first = case.scenario.horizon.start
    draw = dates = 0
    for each in case.served:
        draw += _draw(case, 0, each, 2**20)
        dates += _draw(case, 1, each, 2**10) * (each.term.start - first).days
        dates += _draw(case, 2, each, 2**10) * (each.term.end - first).days
    return {"draw": draw, "dates": dates}


def _draw(case: Case, number: int, each: Served, sides: int) -> int:
    text = f"{case.seed}|{number}|{each.person.id}|{each.need.id}"
    return 1 + int.from_bytes(sha256(text.encode()).digest()[:4], "big") % sides


VALUES: Mapping[str, Callable[[Case], Parts]] = {
    "agreement": agreement,
    "coverage": coverage,
    "concessions": concessions,
    "fairness": fairness,
    "fit": fit,
    "continuity": continuity,
    "preferences": preferences,
    "growth": growth,
    "release-balance": release_balance,
    "exchange-balance": exchange_balance,
    "people-away": people_away,
    "workload": workload,
    "finish": finish,
    "cost": cost,
    "tie-break": tie_break,
}
"""By goal, the function that values its parts in the order of the ladder."""
