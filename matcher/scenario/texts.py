"""The text of a file that a planner's program saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.scenario.values import UnreadableError

if TYPE_CHECKING:
    from pathlib import Path

# UTF-8 first: text in GB18030 is almost never valid UTF-8, the reverse is common.
_ENCODINGS = ("utf-8-sig", "gb18030")

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
        raise UnreadableError("E103", detail=error.strerror) from error
    text = _decoded(content)
    if not text.strip():
        raise UnreadableError("E105", needed=needed)
    return text


def _decoded(content: bytes) -> str:
    unicode_text = content.startswith(_UTF_16)
    for encoding in ("utf-16",) if unicode_text else _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError("E104")
