"""What one run of the command line knows about its reader, and how it speaks."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from matcher.errors import MatcherError
from matcher.language import Language, mark, translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


BOTH = "both"
"""What ``--lang`` says for a page in both languages."""


@dataclass
class Face:
    """
    How to speak to whoever called: language, amount and form.

    Parameters
    ----------
    language
        The language of messages.
    asked
        What ``--lang`` or ``MATCHER_LANG`` said; a report follows it, else the
        scenario.
    as_json
        Whether standard output is one JSON document.
    debug
        Whether internal errors show their traceback.
    verbosity
        How many ``-v`` more than ``-q`` were given.
    both
        Whether the page of a report is to be in both languages.
    emitted
        Whether the JSON document is out already.
    """

    language: Language
    asked: Language | None = None
    as_json: bool = False
    debug: bool = False
    verbosity: int = 0
    both: bool = False
    emitted: bool = False

    def translate(self, text: str, **facts: object) -> str:
        """Return a text in the reader's language."""
        return translate(text, self.language, **facts)

    def tell(self, line: str) -> None:
        """Print a line for a person, aside from the data."""
        click.echo(line, err=True)

    @contextmanager
    def naming(self, *paths: object) -> Iterator[None]:
        """Say where an error lies: places name files, and scenarios share them."""
        try:
            yield
        except MatcherError:
            path = " + ".join(map(str, paths))
            self.tell(self.translate(mark("In {path}:"), path=path))
            raise

    def emit(self, kind: str, content: Mapping[str, object]) -> None:
        """Print the one JSON document of this run, its schema first."""
        plain = (getattr(sys.stdout, "encoding", None) or "").lower() == "utf-8"
        document = {"schema": f"matcher.{kind}/1", **content}
        click.echo(json.dumps(document, ensure_ascii=not plain, indent=1, default=str))
        self.emitted = True


def command_line(*words: object) -> str:
    """Return a command as it can be typed, its paths quoted where they must be."""
    texts = [str(word) for word in words]
    if os.name == "nt":
        return subprocess.list2cmdline(texts)
    # The library quotes Chinese characters too, for no shell of ours.
    return " ".join(
        text if re.fullmatch(r"[\w@%+=:,./-]+", text) else shlex.quote(text)
        for text in texts
    )


def this_face() -> Face:
    """Return the face of the run that is going on."""
    face = click.get_current_context().find_object(Face)
    assert face is not None  # noqa: S101 -- every run is started with one
    return face
