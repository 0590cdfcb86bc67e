"""Entries by what a text names, holds or nearly names."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher, get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from matcher.vocabulary.catalogue import VOCABULARIES
from matcher.vocabulary.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from matcher.vocabulary.entries import Entry

_LIKENESS = 0.5
"""Of two Chinese words of two characters, one in common is near."""


def named(text: str, slugs: Iterable[str] | None = None) -> tuple[Entry, ...]:
    """
    Return the entries that a text names, by code, old code, name or alias.

    Parameters
    ----------
    text
        What somebody wrote; several entries are named if it is ambiguous.
    slugs
        The vocabularies to look in, all by default; one that is not there has no
        entries.
    """
    folded = fold(text)
    return tuple(entry for index in _indexes(slugs) for entry in index.get(folded, ()))


def levels_of(text: str) -> tuple[Entry, ...]:
    """
    Return the titles that a text names; it has a level if they have one in common.

    Parameters
    ----------
    text
        A title by code or name (232, 副主任医师), or a level by name (副高).
    """
    return tuple(entry for entry in named(text, ("titles",)) if entry.level)


def search(
    text: str, slugs: Iterable[str] | None = None, most: int | None = 20
) -> tuple[Entry, ...]:
    """
    Return the entries that a text names or that hold it, the best first.

    Parameters
    ----------
    text
        A code or its beginning, a name or a part of it, in Chinese or English.
    slugs
        The vocabularies to look in, all by default.
    most
        How many entries at most; None for all.
    """
    folded = fold(text)
    hits = [
        (rank, entry)
        for slug in _known(slugs)
        for entry in VOCABULARIES[slug].entries
        if folded and (rank := _rank(entry, folded)) is not None
    ]
    return tuple(entry for _, entry in sorted(hits, key=lambda hit: hit[0])[:most])


def nearest(
    text: str, slugs: Iterable[str] | None = None, most: int = 3
) -> tuple[Entry, ...]:
    """
    Return the entries whose spellings are most like a text that names none.

    Parameters
    ----------
    text
        What somebody wrote.
    slugs
        The vocabularies to look in, all by default.
    most
        How many spellings at most.
    """
    indexes = _indexes(slugs)
    spellings = {spelling: None for index in indexes for spelling in index}
    near = get_close_matches(fold(text), spellings, most, _LIKENESS)
    found = [
        entry
        for spelling in near
        for index in indexes
        for entry in index.get(spelling, ())
    ]
    return tuple(dict.fromkeys(found))


def closest(text: str, slugs: Iterable[str] | None = None) -> str:
    """
    Return the spelling that is most like a text that names no entry.

    Nothing, if none is like it or several entries are equally so: of 主任医师 and
    主任护师, neither is nearer to 主任.

    Parameters
    ----------
    text
        What somebody wrote.
    slugs
        The vocabularies to look in, all by default.
    """
    folded = fold(text)
    spellings = {key: found for each in _indexes(slugs) for key, found in each.items()}
    best, other, *_ = (*get_close_matches(folded, spellings, 2, _LIKENESS), "", "")
    if not best or _likeness(best, folded) == _likeness(other, folded):
        return ""
    return next(each for each in spellings[best][0].spellings if fold(each) == best)


def _likeness(spelling: str, folded: str) -> float:
    return SequenceMatcher(None, spelling, folded).ratio()


def _rank(entry: Entry, folded: str) -> int | None:
    """Return 0 for an entry that is named, more for worse hits, None for none."""
    spellings = [fold(each) for each in entry.spellings]
    if folded in spellings:
        return 0
    if spellings[0].startswith(folded):
        return 1
    if any(each.startswith(folded) for each in spellings):
        return 2
    return 3 if any(folded in each for each in spellings) else None


def _known(slugs: Iterable[str] | None) -> Iterator[str]:
    return iter(VOCABULARIES) if slugs is None else filter(VOCABULARIES.get, slugs)


def _indexes(slugs: Iterable[str] | None) -> list[Mapping[str, tuple[Entry, ...]]]:
    return [_index(slug) for slug in _known(slugs)]


@cache
def _index(slug: str) -> Mapping[str, tuple[Entry, ...]]:
    """Return the entries of a vocabulary by every folded spelling."""
    index: dict[str, dict[Entry, None]] = defaultdict(dict)
    for entry in VOCABULARIES[slug].entries:
        for spelling in entry.spellings:
            index[fold(spelling)][entry] = None
    return {spelling: tuple(entries) for spelling, entries in index.items()}
