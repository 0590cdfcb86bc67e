"""One judge per pair rule: yes or no, with the facts used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from matcher.eligibility.terms import DATE_RULES, Timetable, terms
from matcher.language import Names
from matcher.rulebook import PAIR_RULES, RULES
from matcher.scenario import Scenario
from matcher.scenario.base import Health, Match, Mode
from matcher.scenario.entities import (
    Area,
    Need,
    Person,
    Programme,
    Specialty,
    Unit,
)

if TYPE_CHECKING:
    from matcher.language import Language

Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    What a pair rule says of one person and one need.

    Parameters
    ----------
    rule
        Slug of the rule.
    allowed
        Whether the pair respects it (for a rule about dates: in some term).
    facts
        The value of each placeholder of the rule's sentence, by name.
    """

    rule: str
    allowed: bool
    facts: Facts

    def text(self, language: Language) -> str:
        """Return the rule's sentence of a breach with these facts."""
        facts = {
            name: fact.in_language(language) if isinstance(fact, Names) else fact
            for name, fact in self.facts.items()
        }
        return RULES[self.rule].sentence.in_language(language, **facts)


_DATED = tuple(rule for rule in PAIR_RULES if rule in DATE_RULES)

Judge = Callable[[Scenario, Person, Need], bool]
"""Whether a person and a need respect a rule."""


def _direction(scenario: Scenario, person: Person, need: Need) -> bool:
    way = scenario.programme[need.programme].direction
    return (
        scenario.home(person).city is way.origin
        and scenario.host_area(need).city is way.destination
    )


def _scope(scenario: Scenario, person: Person, need: Need) -> bool:
    return is_hosted(scenario, need) and _is_released(scenario, person, need)


def _is_released(scenario: Scenario, person: Person, need: Need) -> bool:
    programme, unit = scenario.programme[need.programme], scenario.unit[person.unit]
    return _in_scope(unit, programme.release_areas, programme.release_kinds)


def is_hosted(scenario: Scenario, need: Need) -> bool:
    """Return whether the need's host lies in the scope of its programme."""
    programme = scenario.programme[need.programme]
    host = scenario.unit[need.unit]
    return _in_scope(host, programme.host_areas, programme.host_kinds)


def _in_scope(unit: Unit, areas: tuple[str, ...], kinds: tuple[str, ...]) -> bool:
    return _listed(unit.area, areas) and _listed(unit.kind, kinds)


def _listed(value: str, allowed: tuple[str, ...]) -> bool:
    return not allowed or value in allowed


def _pairing(scenario: Scenario, person: Person, need: Need) -> bool:
    return (
        not scenario.programme[need.programme].paired
        or (scenario.home(person).id, scenario.host_area(need).id) in scenario.bound
        or (person.unit, need.unit) in scenario.bound
    )


def _specialty(scenario: Scenario, person: Person, need: Need) -> bool:
    close = closeness(scenario, person, need.specialty)
    return close is Match.EXACT or close is need.match


def closeness(scenario: Scenario, person: Person, specialty: str) -> Match | None:
    """
    Return how close the person's nearest specialty is to the wanted one, if at all.

    Whether that is close enough is for the rule ``specialty`` to say.
    """
    if specialty in person.specialties:
        return Match.EXACT
    wanted = scenario.specialty[specialty]
    families = {scenario.specialty[each].family for each in person.specialties}
    if not wanted.family:
        return Match.EXACT if wanted.id in families else None
    related = wanted.family in families or wanted.family in person.specialties
    return Match.FAMILY if related else None


def _level(_scenario: Scenario, person: Person, need: Need) -> bool:
    return person.level >= need.level


def _health(scenario: Scenario, person: Person, need: Need) -> bool:
    altitude = scenario.host_area(need).altitude_m
    low = altitude <= scenario.policy.number("health", "altitude_m")
    return low or person.health is Health.YES


def _avoidance(scenario: Scenario, person: Person, need: Need) -> bool:
    return (
        need.unit not in person.avoid
        and scenario.host_area(need).id not in person.avoid
    )


def _consent(scenario: Scenario, person: Person, need: Need) -> bool:
    programme, area = scenario.programme[need.programme], scenario.host_area(need)
    agreed = {programme.id, programme.direction.value} & set(person.consents)
    return bool(agreed) and _listed(area.id, person.consent_areas)


def _dates(rule: str, scenario: Scenario, person: Person, need: Need) -> bool:
    """Judge a rule about dates: some term within the need must respect it."""
    asked = _asked_with(scenario, rule)
    return next(terms(scenario, person, need, asked), None) is not None


def _asked_with(scenario: Scenario, rule: str) -> frozenset[str]:
    """Return what a rule about dates is asked with: the need's days, if they count."""
    if scenario.policy.mode("duration") is Mode.OFF:
        return frozenset({rule})
    return frozenset({rule, "duration"})


JUDGES: Mapping[str, Judge] = {
    "direction": _direction,
    "scope": _scope,
    "pairing": _pairing,
    "specialty": _specialty,
    "level": _level,
    "health": _health,
    "age": partial(_dates, "age"),
    "avoidance": _avoidance,
    "consent": _consent,
    "availability": partial(_dates, "availability"),
    "duration": partial(_dates, "duration"),
    "calendar": partial(_dates, "calendar"),
}
"""The judge of each pair rule, by slug."""


def _facts(rule: str, scenario: Scenario, person: Person, need: Need) -> Facts:
    """Return the value of each placeholder of the rule's sentence."""
    pair: dict[str, object] = {"person": person.id, "need": need.id}
    if rule in DATE_RULES:
        return pair | _facts_of_dates(scenario, need)
    more = _FACTS.get(rule)
    return pair | more(scenario, person, need) if more else pair


_FACTS: Mapping[str, Callable[[Scenario, Person, Need], dict[str, object]]] = {
    "direction": lambda scenario, person, need: {
        "city": scenario.home(person).city.value,
        "programme": _named(scenario.programme[need.programme]),
        "direction": scenario.programme[need.programme].direction.value,
    },
    "scope": lambda scenario, person, need: {
        "unit": _named(
            scenario.unit[
                need.unit if _is_released(scenario, person, need) else person.unit
            ]
        ),
        "programme": _named(scenario.programme[need.programme]),
    },
    "pairing": lambda scenario, person, need: {
        "releasing": _named(scenario.home(person)),
        "host": _named(scenario.host_area(need)),
        "programme": _named(scenario.programme[need.programme]),
    },
    "specialty": lambda scenario, person, need: {
        "held": _named(*(scenario.specialty[each] for each in person.specialties)),
        "wanted": _named(scenario.specialty[need.specialty]),
    },
    "level": lambda _, person, need: {"level": person.level, "wanted": need.level},
    "consent": lambda scenario, _, need: {
        "programme": _named(scenario.programme[need.programme]),
        "area": _named(scenario.host_area(need)),
    },
}


def _facts_of_dates(scenario: Scenario, need: Need) -> dict[str, object]:
    window = need.window
    return {
        "stay": window,
        "term": window,
        "window": window,
        "shortest": scenario.shortest(need),
        "longest": scenario.longest(need),
        "entry": "、".join(sorted({entry.name for entry in scenario.entries})),
        "days": window,
    }


def _named(*rows: Area | Programme | Specialty | Unit) -> Names:
    english = (row.name_en or row.name for row in rows)
    return Names(zh=tuple(row.name for row in rows), en=tuple(english))


def judge(rule: str, scenario: Scenario, person: Person, need: Need) -> Verdict:
    """Return what one pair rule says of the pair."""
    allowed = JUDGES[rule](scenario, person, need)
    return Verdict(rule, allowed, _facts(rule, scenario, person, need))


def obstacles(
    scenario: Scenario, person: Person, need: Need, *, hasty: bool = False
) -> tuple[str, ...]:
    """
    Return the slugs of the strict pair rules that keep the person from the need.

    Parameters
    ----------
    scenario, person, need
        The pair to look at.
    hasty
        Whether to leave out the rules about dates if another rule is broken.

    Notes
    -----
    Rules about dates that can each be met, but not together, are all named.
    """
    policy = scenario.policy
    found = [
        rule
        for rule, judged in JUDGES.items()
        if rule not in DATE_RULES
        and policy.mode(rule) is Mode.STRICT
        and not judged(scenario, person, need)
    ]
    if not found or not hasty:
        found += obstacles_of_dates(scenario, person, need, Timetable(scenario))
    return tuple(sorted(found, key=PAIR_RULES.index))


def obstacles_of_dates(
    scenario: Scenario, person: Person, need: Need, table: Timetable
) -> tuple[str, ...]:
    """
    Return the slugs of the strict rules about dates that keep the person away.

    Parameters
    ----------
    scenario, person, need
        The pair to look at.
    table
        The scenario's timetable.
    """
    mode = scenario.policy.mode
    dated = [rule for rule in _DATED if mode(rule) is Mode.STRICT]

    def possible(rules: frozenset[str]) -> bool:
        return next(table.terms(person, need, rules), None) is not None

    if possible(frozenset(dated)):
        return ()
    asked = {rule: _asked_with(scenario, rule) for rule in dated}
    alone = [rule for rule in dated if not possible(asked[rule])]
    return tuple(alone or dated)
