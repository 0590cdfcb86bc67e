"""The text of a file that a planner's program saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.scenario.values import UnreadableError

if TYPE_CHECKING:
    from pathlib import Path

# UTF-8 first: text in GB18030 is almost never valid UTF-8, the reverse is common.
_ENCODINGS = ("utf-8-sig", "gb18030")

_REPLACED = "\ufffd"

_WHOLE = 2
"""Characters beyond ASCII for each bad one, in a text that is UTF-8 all the same."""

# What spreadsheet programs call “Unicode text”.
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, needed: str) -> str:
    """
    Return the text of a file in UTF-8, with or without BOM, UTF-16 or GB18030.

    Parameters
    ----------
    path
        The file.
    needed
        What it holds at least, for the problem if there is nothing.

    Raises
    ------
    UnreadableError
        If the file is missing, cannot be opened or decoded, or is empty.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError("E102", needed=needed) from None
    except OSError as error:
        raise UnreadableError("E103") from error
    text = decoded(content)
    if not text.strip():
        raise UnreadableError("E105", needed=needed)
    return text


def decoded(content: bytes) -> str:
    """
    Return the text of a file's content.

    Parameters
    ----------
    content
        UTF-8, with or without BOM, UTF-16 with one, or GB18030.

    Raises
    ------
    UnreadableError
        If it is none of them.
    """
    unicode_text = content.startswith(_UTF_16)
    for encoding in ("utf-16",) if unicode_text else _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    _damaged(content)
    raise UnreadableError("E104")


def _damaged(content: bytes) -> None:
    """Raise an error that names the first bad byte of what is UTF-8 otherwise."""
    text = content.decode("utf-8-sig", "replace")
    bad = text.count(_REPLACED)
    good = sum(not each.isascii() for each in text) - bad
    if good > _WHOLE * bad:
        line = text[: text.index(_REPLACED)].count("\n") + 1
        raise UnreadableError("E120", line=line)
