"""What stands between people and posts, told without health, birth and family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.eligibility import judge
from matcher.eligibility.terms import DATE_RULES
from matcher.language import mark
from matcher.rulebook import CAUSES, PAIR_RULES, PRIVATE, RULES
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matcher.report.material import Material
    from matcher.report.words import Words
    from matcher.scenario.entities import Need, Person

_CONDITION = mark("A condition that only the releasing unit may tell")
_TOLD = frozenset(PAIR_RULES) - DATE_RULES - PRIVATE
"""Pair rules whose sentences may be told."""
_NOBODY = mark("nobody who meets a condition that only the releasing unit may tell")


def rule_title(words: Words, rule: str) -> str:
    """
    Return what a rule is called beside a person.

    Parameters
    ----------
    words
        The reader's words.
    rule
        Slug of the rule; one that nobody knows stands for itself.
    """
    if rule in PRIVATE:
        return words.say(_CONDITION)
    return words.entry(RULES[rule].title) if rule in RULES else rule


def obstacles_told(
    material: Material, person: Person, need: Need, rules: Iterable[str]
) -> tuple[str, ...]:
    """
    Return a sentence for each rule that stands between a person and a need.

    Parameters
    ----------
    material
        What the report is drawn from.
    person, need
        The pair.
    rules
        Slugs of the rules.
    """
    return tuple(dict.fromkeys(_told(material, person, need, rules)))


def _told(
    material: Material, person: Person, need: Need, rules: Iterable[str]
) -> Iterator[str]:
    words = material.words
    mode = words.scenario.policy.mode
    for rule in rules:
        # The sentences name what people are and hold; and a date rule is judged for
        # all terms at once, while its sentence names one.
        if rule in _TOLD and mode(rule) is not Mode.OFF and not material.bare:
            yield judge(rule, words.scenario, person, need).text(words.language)
        else:
            yield words.say(mark("{title}."), title=rule_title(words, rule))


def cause_told(words: Words, cause: str, detail: str) -> str:
    """
    Return why posts stay empty.

    Parameters
    ----------
    words
        The reader's words.
    cause
        Slug of the cause class; one that nobody knows stands for itself.
    detail
        The names of what it speaks of.
    """
    known = CAUSES.get(cause)
    if known is None:
        return cause
    if known.rules and PRIVATE.issuperset(known.rules):
        return words.say(_NOBODY)
    return words.entry(known.text, detail=detail)
