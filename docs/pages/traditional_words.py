"""Our own words in traditional characters: the catalogue, and those in the code."""

from __future__ import annotations

import gc
import json
import pkgutil
import re
from importlib import import_module
from pathlib import Path

from opencc import OpenCC

import matcher
from matcher.language import LOCALE_DIR
from matcher.rulebook.entries import Text

_TRADITIONAL = OpenCC("s2tw")
_SAID = re.compile(r'^(?:msgstr(?:\[\d\])? )?".*"$')


def catalogue() -> str:
    """Return the catalogue of zh_TW: that of zh_CN, its translations converted."""
    path = LOCALE_DIR / "zh_CN" / "LC_MESSAGES" / "matcher.po"
    lines, said = [], False
    for line in path.read_text(encoding="utf-8").splitlines():
        said = line.startswith("msgstr") or (said and bool(_SAID.match(line)))
        lines.append(_TRADITIONAL.convert(line) if said else line)
    text = "\n".join(lines) + "\n"
    return text.replace("Language: zh_CN", "Language: zh_TW", 1)


def wordings() -> str:
    """Return each wording of the code in traditional characters, by its simplified."""
    for module in pkgutil.walk_packages(matcher.__path__, "matcher."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    found = {each.zh for each in gc.get_objects() if isinstance(each, Text)}
    ours = {each: _TRADITIONAL.convert(each) for each in sorted(found)}
    # Tests have texts of their own; what looks the same either way is not listed.
    ours = {
        simplified: traditional
        for simplified, traditional in ours.items()
        if simplified != traditional and _from_here(simplified)
    }
    return json.dumps(ours, ensure_ascii=False, indent=0) + "\n"


def _from_here(text: str) -> bool:
    """Return whether a text stands in our code, and not in a test or a scenario."""
    return any(text[:12] in source for source in _SOURCES)


_SOURCES = [
    path.read_text(encoding="utf-8")
    for path in sorted(Path(matcher.__file__).parent.rglob("*.py"))
]
