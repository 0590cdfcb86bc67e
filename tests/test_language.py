"""The catalogue: every marked text has a Chinese wording that fits and is current."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

import matcher
from matcher.language import LOCALE_DIR, mark, preferred, translate

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = Path(matcher.__file__).parent
PO = LOCALE_DIR / "zh_CN" / "LC_MESSAGES" / "matcher.po"
MARKS = {"mark": 1, "ngettext": 2}
"""How many texts each function that marks takes."""


def _marked() -> set[tuple[str, ...]]:
    """Return what the sources mark: one text, or a singular with its plural."""
    found = set()
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = node.args[: MARKS.get(node.func.id, 0)]
                if texts and isinstance(texts[0], ast.Constant):
                    found.add(tuple(ast.literal_eval(text) for text in texts))
    return found


def _entries() -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the texts of each entry of the catalogue with their Chinese wording."""
    _header, *blocks = PO.read_text("utf-8").strip().split("\n\n")
    for block in blocks:
        lines = "\n".join(line for line in block.split("\n") if line[:1] != "#")
        fields = re.findall(r'^(msg\S+) ((?:".*"\n?)+)', lines, re.MULTILINE)
        texts = [ast.literal_eval(f"({text})") for _name, text in fields]
        yield tuple(texts[:-1]), texts[-1]


ENTRIES = dict(_entries())


def _placeholders(text: str) -> set[str]:
    named = {name for _text, name, _how, _kind in Formatter().parse(text) if name}
    return named | set(re.findall(r"%\(\w+\)s", text))


def test_the_catalogue_holds_what_the_sources_mark() -> None:
    """Extraction finds no text that the catalogue lacks, and none is left over."""
    assert set(ENTRIES) == _marked()


def test_every_text_has_a_wording_that_was_read() -> None:
    """No entry is empty and none is a guess (fuzzy)."""
    assert [texts for texts, wording in ENTRIES.items() if not wording] == []
    assert "fuzzy" not in PO.read_text("utf-8")


def test_wordings_have_the_placeholders_of_their_text() -> None:
    """Both languages print the same facts; for numbers, those of the plural."""
    wrong = {
        wording: texts
        for texts, wording in ENTRIES.items()
        if _placeholders(wording) != _placeholders(texts[-1])
    }
    assert wrong == {}


def test_the_compiled_catalogue_is_current() -> None:
    """The .mo that is shipped says what the .po says."""
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    said = {
        texts: compiled.ngettext(*texts, 1)
        if len(texts) == 2
        else compiled.gettext(texts[0])
        for texts in ENTRIES
    }
    assert said == ENTRIES


def test_a_text_is_translated_with_its_facts() -> None:
    """A marked text becomes Chinese with its placeholders filled."""
    text = mark("Written: {path}")
    assert translate(text, "zh", path="甲") == "已写出：甲"
    assert translate(text, "en", path="a") == "Written: a"


def test_no_text_is_no_header() -> None:
    """The empty text stays empty instead of becoming the catalogue's header."""
    assert translate("", "zh") == ""


@pytest.mark.parametrize(
    ("asked", "surroundings", "spoken"),
    [
        ("zh", {"MATCHER_LANG": "en"}, "zh"),
        (None, {"MATCHER_LANG": "zh", "LANG": "en_GB.UTF-8"}, "zh"),
        (None, {"LC_ALL": "zh_CN.UTF-8", "LANG": "C"}, "zh"),
        (None, {"LANG": "zh_TW"}, "zh"),
        (None, {"LANG": "C"}, "en"),
        (None, {"LANG": "fr_FR.UTF-8"}, "en"),
        (None, {}, "en"),
    ],
)
def test_the_language_is_asked_for_or_the_locales(
    asked: str | None,
    surroundings: dict[str, str],
    spoken: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was asked for comes first, then MATCHER_LANG, then the locale."""
    for name in ("MATCHER_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert preferred(asked) == spoken
