"""
Vocabularies as data: areas, titles, specialties and what else they are called.

Each vocabulary is a CSV file in ``data``, read when it is first asked for. A text
names an entry by its code, an old code, its name or any alias, simplified or
traditional; a text that names several entries is ambiguous, and it is for the
caller to say so.
"""

from __future__ import annotations

from matcher.vocabulary.catalogue import SPECIALTIES, VOCABULARIES, vocabulary
from matcher.vocabulary.entries import Entry, Vocabulary
from matcher.vocabulary.folding import fold
from matcher.vocabulary.lookup import closest, levels_of, named, nearest, search

__all__ = [
    "SPECIALTIES",
    "VOCABULARIES",
    "Entry",
    "Vocabulary",
    "closest",
    "fold",
    "levels_of",
    "named",
    "nearest",
    "search",
    "vocabulary",
]
