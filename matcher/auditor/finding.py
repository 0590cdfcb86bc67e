"""What the judge has to say: one finding with its facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.auditor.wording import Fact, plain
from matcher.language import Language, mark, translate
from matcher.rulebook import RULES
from matcher.scenario.base import Mode

SENTENCES: Mapping[str, str] = {
    "structure": mark("{subject}: {fault}."),
    "fingerprint": mark(
        "The plan was made for another scenario: its fingerprint is {said}, that of "
        "this scenario is {found}."
    ),
    "figures": mark("{rung}: {figure} is said to be {said}, but is {found}."),
    "ledger": mark(
        "{need}: the shortage ledger has {said} empty posts, but there are {found}."
    ),
}
"""The sentences of findings that no rule of the rulebook stands for, by slug."""


@dataclass(frozen=True)
class Finding:
    """
    Something in a plan that is not as it should be.

    Parameters
    ----------
    slug
        The rule that is broken, or ``structure``, ``fingerprint``, ``figures`` or
        ``ledger``.
    facts
        The value of each placeholder of the sentence, by its name.
    subjects
        Codes of what is concerned: people, needs, units, teams, locks; for a figure,
        its goal and part.
    units
        How many units of the rule's measure it stands for.
    mode
        How the rule is taken; what no policy can soften is strict.
    """

    slug: str
    facts: Mapping[str, Fact]
    subjects: tuple[str, ...]
    units: int = 1
    mode: Mode = Mode.STRICT

    def text(self, language: Language) -> str:
        """Return the finding as one sentence in the language."""
        facts = {name: plain(fact, language) for name, fact in self.facts.items()}
        if self.slug in RULES:
            return RULES[self.slug].sentence.in_language(language, **facts)
        return translate(SENTENCES[self.slug], language, **facts)
