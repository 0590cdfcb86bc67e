"""Programmes, teams, hosts and beds that cannot hold what is asked of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from matcher.eligibility.crowd import numbers
from matcher.foresight.demands import Demand
from matcher.foresight.flow import Flow
from matcher.foresight.notices import named
from matcher.scenario.base import Mode
from matcher.scenario.faults import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.errors import Problem
    from matcher.foresight.notices import Placing
    from matcher.foresight.pairs import Pairs
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need, Team


def of_programmes(scenario: Scenario, place: Placing) -> Iterator[Problem]:
    """Yield programmes whose target or maximum the needs contradict."""
    least: dict[str, int] = defaultdict(int)
    most: dict[str, int] = defaultdict(int)
    for need in scenario.needs:
        least[need.programme] += need.min_headcount
        most[need.programme] += need.max_headcount
    for programme in scenario.programmes:
        facts: dict[str, Any] = {"programme": named(programme, programme.id)}
        posts, wanted = most[programme.id], least[programme.id]
        if programme.target is not None and programme.target > posts:
            where = place("programmes", programme.id, "target")
            yield problem("W731", where, target=programme.target, posts=posts, **facts)
        strict = scenario.policy.mode("programme-max") is Mode.STRICT
        if strict and programme.maximum is not None and wanted > programme.maximum:
            where = place("programmes", programme.id, "maximum")
            yield problem(
                "W732", where, posts=wanted, maximum=programme.maximum, **facts
            )


def of_teams(pairs: Pairs, place: Placing) -> Iterator[Problem]:
    """Yield teams whose roles or seniors cannot be found, all going together."""
    if pairs.scenario.policy.mode("team") is not Mode.STRICT:
        return
    for team in pairs.scenario.teams:
        roles = [r for r in pairs.scenario.team_needs[team.id] if r.min_headcount]
        if roles:
            yield from _seats(pairs, team, roles, place)
        yield from _seniors(pairs, team, place)


def _seats(
    pairs: Pairs, team: Team, roles: list[Need], place: Placing
) -> Iterator[Problem]:
    """Yield the team if one person per seat cannot be found."""
    at_once = pairs.scenario.policy.mode("one-place") is Mode.STRICT
    flow = Flow(pairs, [Demand((r,), r.min_headcount) for r in roles], at_once=at_once)
    flow.fill()
    posts = sum(role.min_headcount for role in roles)
    if flow.filled < posts:
        short = {i for region in flow.regions for i in region.demands}
        names = [roles[i].role or roles[i].id for i in sorted(short)]
        yield problem(
            "W741",
            place("teams", team.id, ""),
            team=team.id,
            posts=posts,
            filled=flow.filled,
            roles="、".join(dict.fromkeys(names)),
        )


def _seniors(pairs: Pairs, team: Team, place: Placing) -> Iterator[Problem]:
    """Yield the team if too few of its posts could be held by seniors."""
    able = 0
    people = pairs.scenario.people
    for role in pairs.scenario.team_needs[team.id]:
        left = role.max_headcount
        for i in numbers(pairs.hopeful(role)):
            if people[i].level >= team.senior_level and pairs.may(i, role):
                able, left = able + 1, left - 1
            if not left or able >= team.senior_count:
                break
    if able < team.senior_count:
        yield problem(
            "W742",
            place("teams", team.id, "senior_count"),
            team=team.id,
            wanted=team.senior_count,
            level=team.senior_level,
            able=able,
        )


def of_hosts(scenario: Scenario, place: Placing) -> Iterator[Problem]:
    """Yield needs and teams for which the host's cap or beds are too few."""
    for table, key, need, posts in _askers(scenario):
        unit = scenario.unit[need.unit]
        limits: list[tuple[str, int | None, dict[str, Any]]] = []
        if scenario.policy.mode("host-cap") is Mode.STRICT:
            limits.append(("W751", unit.host_cap, {"unit": named(unit)}))
        if unit.housing and scenario.policy.mode("housing") is Mode.STRICT:
            site = scenario.site[unit.housing]
            beds = site.beds_female + site.beds_male
            limits.append(("W752", beds, {"site": named(site)}))
        for code, cap, facts in limits:
            turns = 1 if table == "teams" else _turns(scenario, need)
            able = None if cap is None else cap * turns
            if able is not None and posts > able:
                where = place(table, key, "" if table == "teams" else "min_headcount")
                yield problem(
                    code, where, cap=cap, asker=key, posts=posts, able=able, **facts
                )


def _askers(scenario: Scenario) -> Iterator[tuple[str, str, Need, int]]:
    """Yield each need, or each team that goes as one by a role, with its posts."""
    whole = scenario.policy.mode("team") is Mode.STRICT
    for need in scenario.needs:
        if not (need.team and whole):
            yield "needs", need.id, need, need.min_headcount
    for team in scenario.teams if whole else ():
        roles = scenario.team_needs[team.id]
        if roles:
            least = sum(role.min_headcount for role in roles)
            most = max(team.min_size, least) if least else 0
            yield "teams", team.id, roles[0], most


def _turns(scenario: Scenario, need: Need) -> int:
    """Return how many stays fit one behind the other."""
    if scenario.policy.mode("duration") is not Mode.STRICT:
        return scenario.horizon.days
    # The first of them may arrive before the window to acclimatise.
    lead = scenario.acclimatisation_days(need)
    return max(1, (need.window.days + lead) // (scenario.shortest(need) + lead))
