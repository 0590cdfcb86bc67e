"""The shape of the rulebook's entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from matcher.language import in_characters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matcher.language import Language

Value = int | str | tuple[int, ...]


@dataclass(frozen=True)
class Text:
    """
    One wording in both languages, with the same placeholders.

    Parameters
    ----------
    en
        English.
    zh
        Simplified Chinese.
    """

    en: str
    zh: str

    def in_language(self, language: Language, **facts: object) -> str:
        """Return the wording with its placeholders filled."""
        wording = in_characters(self.zh) if language == "zh" else self.en
        return wording.format(**facts) if facts else wording


@dataclass(frozen=True)
class Parameter:
    """
    A number or choice that the policy may set.

    Parameters
    ----------
    name
        Key in ``scenario.yaml``.
    default
        Value when the scenario is silent; its type is the parameter's type.
    text
        What it means, with its unit.
    choices
        The allowed words, if it is a word.
    least
        The smallest allowed number.
    """

    name: str
    default: Value
    text: Text
    choices: tuple[str, ...] = ()
    least: int = 0


@dataclass(frozen=True)
class Rule:
    """
    Something a plan must respect.

    Parameters
    ----------
    slug
        Its one name, in code, data, audit, documentation and tests.
    kind
        ``pair``: judged for one person and one post; ``coupling``: for several.
    title
        Short name.
    reason
        Why it exists, in one sentence.
    sentence
        What is said of a breach; placeholders are the facts of the breach.
    measure
        What one unit of breaking it is when the rule is soft.
    parameters
        What the policy may set.
    """

    slug: str
    kind: Literal["pair", "coupling"]
    title: Text
    reason: Text
    sentence: Text
    measure: Text
    parameters: tuple[Parameter, ...] = ()


@dataclass(frozen=True)
class Goal:
    """
    Something a plan strives for, one after the other.

    Parameters
    ----------
    slug
        Its one name.
    sense
        ``max`` or ``min``.
    title
        Short name.
    reason
        Why it exists, in one sentence.
    sentence
        What is said of its value: placeholders ``value`` and ``bound``.
    unit
        What its value counts.
    parameters
        What the policy may set.
    optional
        Whether a policy that lists no goals leaves it out.
    """

    slug: str
    sense: Literal["max", "min"]
    title: Text
    reason: Text
    sentence: Text
    unit: Text
    parameters: tuple[Parameter, ...] = ()
    optional: bool = False


Entry = TypeVar("Entry", Rule, Goal)


def by_slug(entries: tuple[Entry, ...]) -> Mapping[str, Entry]:
    """Return the entries by slug, in their order."""
    return {entry.slug: entry for entry in entries}
