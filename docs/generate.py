"""
Write the pages that repeat the code; with ``--check`` only compare them.

A page is one function that returns its whole text; templates of letters are bytes.
``make reference`` writes the pages, ``make lint`` and the tests compare them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from docs.pages import (
    cli,
    errors,
    letters,
    rules,
    scenario,
    schema,
    traditional,
    traditional_words,
    vocabularies,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parent.parent

PAGES: Mapping[str, Callable[[], str | bytes]] = {
    "docs/reference/cli.md": cli.page,
    "docs/reference/errors.md": errors.page,
    "docs/reference/rules.md": rules.page,
    "docs/reference/scenario.md": scenario.page,
    "docs/reference/vocabularies.md": vocabularies.page,
    "matcher/locale/zh_TW/LC_MESSAGES/matcher.po": traditional_words.catalogue,
    "matcher/locale/zh_TW/wordings.json": traditional_words.wordings,
    "matcher/vocabulary/data/traditional.txt": traditional.page,
    "scenarios/README.md": scenario.readme,
    "scenarios/mapping.schema.json": schema.mapping_page,
    "scenarios/scenario.schema.json": schema.page,
    **letters.pages(),
}


def stale(name: str) -> bool:
    """Return whether the committed page differs from what the code says."""
    path = ROOT / name
    page = PAGES[name]()
    if isinstance(page, bytes):
        return not path.exists() or path.read_bytes() != page
    return not path.exists() or path.read_text(encoding="utf-8") != page


def main() -> int:
    """Write or check all pages and return the exit status."""
    changed = [name for name in PAGES if stale(name)]
    if "--check" in sys.argv:
        for name in changed:
            print(f"{name} is not current: run make reference", file=sys.stderr)
        return 1 if changed else 0
    for name in changed:
        page, path = PAGES[name](), ROOT / name
        if isinstance(page, bytes):
            path.write_bytes(page)
        else:
            path.write_text(page, encoding="utf-8")
        print(f"{name} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
