"""The shipped templates of letters, in the look of official documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs.pages import letters_of_going, letters_of_staying
from docs.pages.voice import Voice
from docs.pages.word import ENGLISH, STYLES, document
from matcher.language import LANGUAGES, Language
from matcher.letters.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable


_LETTERS = {
    "dispatch": letters_of_going.dispatch,
    "invitation": letters_of_going.invitation,
    "speaker": letters_of_going.speaker,
    "handover": letters_of_staying.handover,
    "card": letters_of_staying.card,
    "medals": letters_of_staying.medals,
}


def pages() -> dict[str, Callable[[], bytes]]:
    """Return for each shipped template the function that makes it."""

    def maker(kind: str, language: Language) -> Callable[[], bytes]:
        title = KINDS[kind].name(language)
        looks = STYLES if language == "zh" else ENGLISH
        return lambda: document(title, _LETTERS[kind](Voice(language)), looks)

    return {
        f"matcher/letters/templates/{language}/{KINDS[kind].template(language)}": maker(
            kind, language
        )
        for language in LANGUAGES
        for kind in KINDS
    }
