"""
Write the pages that repeat the code; with ``--check`` only compare them.

A page is one function that returns its whole text. ``make reference`` writes the
pages, ``make lint`` and the tests compare them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docs.pages import (
    cli,
    errors,
    rules,
    scenario,
    schema,
    traditional,
    vocabularies,
)

ROOT = Path(__file__).parent.parent

PAGES = {
    "docs/reference/cli.md": cli.page,
    "docs/reference/errors.md": errors.page,
    "docs/reference/rules.md": rules.page,
    "docs/reference/scenario.md": scenario.page,
    "docs/reference/vocabularies.md": vocabularies.page,
    "matcher/vocabulary/data/traditional.txt": traditional.page,
    "scenarios/README.md": scenario.readme,
    "scenarios/mapping.schema.json": schema.mapping_page,
    "scenarios/scenario.schema.json": schema.page,
}


def stale(name: str) -> bool:
    """Return whether the committed page differs from what the code says."""
    path = ROOT / name
    return not path.exists() or path.read_text(encoding="utf-8") != PAGES[name]()


def main() -> int:
    """Write or check all pages and return the exit status."""
    changed = [name for name in PAGES if stale(name)]
    if "--check" in sys.argv:
        for name in changed:
            print(f"{name} is not current: run make reference", file=sys.stderr)
        return 1 if changed else 0
    for name in changed:
        (ROOT / name).write_text(PAGES[name](), encoding="utf-8")
        print(f"{name} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
