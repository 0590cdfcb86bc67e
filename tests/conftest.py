"""What all tests share: the option that rewrites golden files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites golden files instead of comparing with them."""
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the files of tests/golden"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], str]:
    """Return a function that gives a golden file's text, rewriting it if asked."""

    def expected(name: str, actual: str) -> str:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_text(actual, encoding="utf-8", newline="\n")
        return path.read_text(encoding="utf-8")

    return expected
