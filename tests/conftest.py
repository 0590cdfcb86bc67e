"""What all tests share: the option that rewrites golden files."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


@pytest.fixture(scope="module")
def ray_cluster() -> Iterator[None]:
    """Start a real Ray on this machine, which pools use because it is there."""
    ray = pytest.importorskip("ray")
    logging.getLogger("ray").setLevel(logging.ERROR)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        # Its processes import the modules of the tests, too.
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        ray.init(
            "local",
            num_cpus=2,
            object_store_memory=100_000_000,
            include_dashboard=False,
            configure_logging=False,
            log_to_driver=False,
        )
    yield
    ray.shutdown()
