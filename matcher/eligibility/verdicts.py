"""One judge per pair rule: yes or no, with the facts used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from matcher.eligibility.terms import DATE_RULES, terms
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


Judge = Callable[[Scenario, Person, Need], tuple[bool, Facts]]


def _direction(scenario: Scenario, person: Person, need: Need) -> tuple[bool, Facts]:
    programme = scenario.programme[need.programme]
    city = scenario.home(person).city
    allowed = (
        city is programme.direction.origin
        and scenario.host_area(need).city is programme.direction.destination
    )
    return allowed, {
        "person": person.id,
        "city": city.value,
        "programme": _named(programme),
        "direction": programme.direction.value,
    }


def _scope(scenario: Scenario, person: Person, need: Need) -> tuple[bool, Facts]:
    programme = scenario.programme[need.programme]
    releasing, host = scenario.unit[person.unit], scenario.unit[need.unit]
    released = _listed(releasing.area, programme.release_areas) and _listed(
        releasing.kind, programme.release_kinds
    )
    hosted = _listed(host.area, programme.host_areas) and _listed(
        host.kind, programme.host_kinds
    )
    return released and hosted, {
        "unit": _named(host if released else releasing),
        "programme": _named(programme),
    }


def _named(*rows: Area | Programme | Specialty | Unit) -> Names:
    english = (row.name_en or row.name for row in rows)
    return Names(zh=tuple(row.name for row in rows), en=tuple(english))


def _listed(value: str, allowed: tuple[str, ...]) -> bool:
    return not allowed or value in allowed


def _pairing(scenario: Scenario, person: Person, need: Need) -> tuple[bool, Facts]:
    programme = scenario.programme[need.programme]
    home, host = scenario.home(person), scenario.host_area(need)
    allowed = (
        not programme.paired
        or (home.id, host.id) in scenario.bound
        or (person.unit, need.unit) in scenario.bound
    )
    return allowed, {
        "releasing": _named(home),
        "host": _named(host),
        "programme": _named(programme),
    }


def _specialty(scenario: Scenario, person: Person, need: Need) -> tuple[bool, Facts]:
    close = closeness(scenario, person, need.specialty)
    allowed = close is Match.EXACT or close is need.match
    return allowed, {
        "person": person.id,
        "held": _named(*(scenario.specialty[each] for each in person.specialties)),
        "need": need.id,
        "wanted": _named(scenario.specialty[need.specialty]),
    }


def closeness(scenario: Scenario, person: Person, specialty: str) -> Match | None:
    """
    Return how close the person's nearest specialty is to the wanted one, if at all.

    Whether that is close enough is for the rule ``specialty`` to say.
    """
    wanted = scenario.specialty[specialty]
    if wanted.id in person.specialties:
        return Match.EXACT
    families = {scenario.specialty[each].family for each in person.specialties}
    if not wanted.family:
        return Match.EXACT if wanted.id in families else None
    related = wanted.family in families or wanted.family in person.specialties
    return Match.FAMILY if related else None


def _level(scenario: Scenario, person: Person, need: Need) -> tuple[bool, Facts]:
    del scenario
    return person.level >= need.level, {
        "person": person.id,
        "level": person.level,
        "need": need.id,
        "wanted": need.level,
    }


def _health(scenario: Scenario, person: Person, need: Need) -> tuple[bool, Facts]:
    altitude = scenario.host_area(need).altitude_m
    low = altitude <= scenario.policy.number("health", "altitude_m")
    allowed = low or person.health is Health.YES
    return allowed, {"person": person.id, "need": need.id}


def _avoidance(scenario: Scenario, person: Person, need: Need) -> tuple[bool, Facts]:
    allowed = not {scenario.host_area(need).id, need.unit} & set(person.avoid)
    return allowed, {"person": person.id, "need": need.id}


def _consent(scenario: Scenario, person: Person, need: Need) -> tuple[bool, Facts]:
    programme, area = scenario.programme[need.programme], scenario.host_area(need)
    agreed = {programme.id, programme.direction.value} & set(person.consents)
    allowed = bool(agreed) and _listed(area.id, person.consent_areas)
    return allowed, {
        "person": person.id,
        "programme": _named(programme),
        "area": _named(area),
    }


def _dates(
    rule: str, scenario: Scenario, person: Person, need: Need
) -> tuple[bool, Facts]:
    """Judge a rule about dates: some term within the need must respect it."""
    asked = frozenset({rule, "duration"}) & _in_force(scenario) | {rule}
    allowed = next(terms(scenario, person, need, asked), None) is not None
    window = need.window
    return allowed, {
        "person": person.id,
        "need": need.id,
        "stay": window,
        "term": window,
        "window": window,
        "shortest": scenario.shortest(need),
        "longest": scenario.longest(need),
        "entry": "、".join(sorted({entry.name for entry in scenario.entries})),
        "days": window,
    }


def _in_force(scenario: Scenario) -> frozenset[str]:
    return frozenset(
        rule for rule in DATE_RULES if scenario.policy.mode(rule) is not Mode.OFF
    )


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


def judge(rule: str, scenario: Scenario, person: Person, need: Need) -> Verdict:
    """Return what one pair rule says of the pair."""
    return Verdict(rule, *JUDGES[rule](scenario, person, need))


def verdicts(scenario: Scenario, person: Person, need: Need) -> Iterator[Verdict]:
    """Yield the verdict of every pair rule that is not off, in the rulebook's order."""
    for rule in PAIR_RULES:
        if scenario.policy.mode(rule) is not Mode.OFF:
            yield judge(rule, scenario, person, need)


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
    strict = [rule for rule in PAIR_RULES if policy.mode(rule) is Mode.STRICT]
    plain = [rule for rule in strict if rule not in DATE_RULES]
    dated = [rule for rule in strict if rule in DATE_RULES]
    found = [rule for rule in plain if not judge(rule, scenario, person, need).allowed]
    if found and hasty:
        return tuple(found)
    if next(terms(scenario, person, need, frozenset(dated)), None) is None:
        alone = [r for r in dated if not judge(r, scenario, person, need).allowed]
        found += alone or dated
    return tuple(sorted(found, key=PAIR_RULES.index))
