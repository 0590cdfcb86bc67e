"""Names of people become codes; a name never goes into our files."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from matcher.importing.words import without_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matcher.errors import Problem

Identity = tuple[str, ...]
"""The name of a person and what else tells the person from others of that name."""

_SHORTEST = 2


def identity_of(name: str, apart: Iterable[str] = ()) -> Identity:
    """
    Return what tells a person from others.

    Parameters
    ----------
    name
        The name.
    apart
        What else tells people of one name apart.
    """
    parts = [plain_name(name), *(text.strip() for text in apart)]
    while not parts[-1] and len(parts) > 1:
        parts.pop()
    return tuple(parts)


def plain_name(text: str) -> str:
    """Return a name as it is compared: 李　明 is 李明."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@dataclass
class Register:
    """
    The codes of people, gathered while the lists are read.

    Parameters
    ----------
    known
        Codes of earlier imports, by identity; they are kept.
    """

    known: Mapping[Identity, str] = field(default_factory=dict)
    codes: dict[Identity, str] = field(default_factory=dict)
    _named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _lengths: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Know the people of earlier imports too: others may mention them."""
        for identity, code in self.known.items():
            self.hide(identity[0])
            self._named[plain_name(identity[0])].add(code)

    def hide(self, name: str) -> None:
        """Take care that a name is never written."""
        for each in {plain_name(name), name.strip()}:
            if len(each) >= _SHORTEST:
                self._named[each] |= set()
                self._lengths.add(len(each))

    def add(self, identity: Identity, code: str) -> None:
        """Note the code of a person."""
        self.hide(identity[0])
        self.codes[identity] = code
        self._named[plain_name(identity[0])].add(code)

    def code(self, name: str) -> str:
        """Return the code of the one person of a name, or nothing."""
        found = self._named.get(plain_name(name), set())
        return next(iter(found)) if len(found) == 1 else ""

    def scrubbed(self, text: str) -> str:
        """Return a text with codes in the place of names."""
        parts, at = [], 0
        lengths = sorted(self._lengths, reverse=True)
        while at < len(text):
            size = next((n for n in lengths if text[at : at + n] in self._named), 0)
            parts.append(self.code(text[at : at + size]) or "…" if size else text[at])
            at += size or 1
        return "".join(parts)

    def discreet(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return problems that say no name."""
        return tuple(
            replace(
                each,
                facts={
                    key: without_numbers(self.scrubbed(fact))
                    if isinstance(fact, str)
                    else fact
                    for key, fact in each.facts.items()
                },
            )
            for each in problems
        )
