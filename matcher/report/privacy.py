"""What stands between people and posts, told without health, birth and family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.eligibility import verdicts
from matcher.eligibility.terms import DATE_RULES
from matcher.language import mark
from matcher.rulebook import CAUSES, PRIVATE, RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matcher.report.material import Material
    from matcher.report.words import Words
    from matcher.scenario.entities import Need, Person

_CONDITION = mark("A condition that only the releasing unit may tell")
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
    words, said = material.words, dict[str, str]()
    # The sentences name what people are and hold.
    if not material.bare:
        said = {
            verdict.rule: verdict.text(words.language)
            for verdict in verdicts(words.scenario, person, need)
            # A date rule is judged for all terms at once: its sentence names one.
            if verdict.rule not in DATE_RULES and verdict.rule not in PRIVATE
        }
    for rule in rules:
        title = mark("{title}.")
        yield said.get(rule) or words.say(title, title=rule_title(words, rule))


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
