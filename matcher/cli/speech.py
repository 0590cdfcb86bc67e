"""The language of a run, known before click builds its help."""

from __future__ import annotations

import copy
import gettext
import os
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

import click

from matcher.cli.face import BOTH
from matcher.language import (
    LANGUAGES,
    LOCALE_DIR,
    Language,
    folder_of,
    translate,
    write_traditional,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def asked_language(args: Sequence[str]) -> str | None:
    """
    Return what the last ``--lang`` or else ``MATCHER_LANG`` says, if it is a language.

    Parameters
    ----------
    args
        The command line, not parsed yet; click reports a wrong value later.
    """
    wishes = [os.environ.get("MATCHER_LANG", ""), *_wishes(args)]
    for wish in reversed(wishes):
        if wish.lower().startswith(LANGUAGES):
            return wish
    return None


def asks_both(args: Sequence[str]) -> bool:
    """Return whether the last ``--lang`` asks for a page in both languages."""
    return _wishes(args)[-1:] == [BOTH]


def _wishes(args: Sequence[str]) -> list[str]:
    return [
        following if word == "--lang" else word.removeprefix("--lang=")
        for word, following in pairwise([*args, ""])
        if word == "--lang" or word.startswith("--lang=")
    ]


@contextmanager
def speaking(language: Language, wish: str) -> Iterator[None]:
    """
    Let click and everyone who asks gettext speak the language.

    Parameters
    ----------
    language
        The language; what was set before is set again afterwards.
    wish
        How it was asked for, which tells the shape of Chinese characters.
    """
    domain, wanted = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain("matcher", str(LOCALE_DIR))
    gettext.textdomain("matcher")
    write_traditional(wish)
    os.environ["LANGUAGE"] = folder_of(language)
    try:
        yield
    finally:
        write_traditional("")
        gettext.textdomain(domain)
        if wanted is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = wanted


_MARK = "\u200b"
"""Takes no room on the screen, but counts as a character when lines are filled."""


class WideFormatter(click.HelpFormatter):
    """Fills lines by what they take on the screen: a Chinese character takes two."""

    def __init__(
        self,
        indent_increment: int = 2,
        width: int | None = None,
        max_width: int | None = None,
    ) -> None:
        super().__init__(indent_increment, width, max_width)
        # The last character of a line may be parted from its mark.
        self.width -= 1

    def getvalue(self) -> str:
        """Return the text without the marks behind wide characters."""
        return super().getvalue().replace(_MARK, "")


class WideContext(click.Context):
    """A context whose help fills lines rightly."""

    formatter_class = WideFormatter


def help_text(text: str | None, language: Language) -> str:
    """
    Return a text of the help, with a mark behind each wide character.

    Parameters
    ----------
    text
        English text, marked for the catalogue.
    language
        The language of the help.
    """
    wording = translate(text or "", language)
    return "".join(
        each + _MARK if east_asian_width(each) in "WF" else each for each in wording
    )


def translated(command: click.Command, language: Language) -> click.Command:
    """
    Return a copy of the command with its help in the language.

    Parameters
    ----------
    command
        The command as written, its help in English and marked for the catalogue.
    language
        The language of the help.
    """
    wording = copy.copy(command)
    wording.context_class = WideContext
    wording.help = help_text(command.help, language)
    wording.epilog = help_text(command.epilog, language)
    wording.params = [_translated(each, language) for each in command.params]
    return wording


def _translated(parameter: click.Parameter, language: Language) -> click.Parameter:
    wording = copy.copy(parameter)
    wording.type = copy.copy(parameter.type)
    wording.type.name = translate(parameter.type.name, language)
    if isinstance(wording, click.Option):
        wording.help = help_text(wording.help, language)
    return wording
