"""The table of traditional characters by which names are compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from opencc import OpenCC

from matcher.scenario.contents import TABLES, TITLES
from matcher.vocabulary import VOCABULARIES
from matcher.vocabulary.entries import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = [*range(0x3400, 0xA000), *range(0x20000, 0x2A6E0)]
"""The code points of the characters that are looked through."""

_SHAPES = [OpenCC(name) for name in ("hk2s", "tw2s", "t2s")]
"""The shapes of Hong Kong, those of Taiwan, and what is left."""


def page() -> str:
    """Return the table: a line per simplified character, then its traditional ones."""
    used = set(_simplified("".join(_texts())))
    table: dict[str, str] = {}
    for traditional in map(chr, _HAN):
        simplified = _simplified(traditional)
        # What our texts use as it is stays as it is.
        if simplified in used and traditional not in used:
            table[simplified] = table.get(simplified, "") + traditional
    return "".join(f"{each}{table[each]}\n" for each in sorted(table))


def _simplified(text: str) -> str:
    """Return the text in simplified characters, whichever shapes it has now."""
    for shapes in _SHAPES:
        text = shapes.convert(text)
    return text


def _texts() -> Iterator[str]:
    """Yield what a reader may write in traditional characters: our texts and names."""
    yield _common()
    for slug in VOCABULARIES:
        yield (DATA / f"{slug}.csv").read_text(encoding="utf-8")
    yield from TITLES.values()
    for entity in TABLES.values():
        yield from (field.title or "" for field in entity.model_fields.values())
    for path in (DATA.parents[1] / "scenario").glob("spellings.py"):
        yield "".join(re.findall("[\u3400-\u9fff]", path.read_text(encoding="utf-8")))


def _common() -> str:
    """Return the common characters, of which planners' own names are made."""
    # The first level of GB 2312 is the 3,755 characters in most frequent use.
    rows = (
        bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)
    )
    return "".join(each.decode("gb2312", errors="ignore") for each in rows)
