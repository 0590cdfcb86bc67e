"""The variants that are kept beside the scenarios can be read, and differ as told."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.comparison import counts, scenario_changes
from matcher.scenario.reading import read_scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios"
VARIANTS = SCENARIOS / "variants"

DIFFERENCES = {
    "one-more-doctor": ("tiny", {"people": 1, "needs": 1, "preferences": 1}),
    "doctor-withdraws": ("tiny", {"people": 1, "preferences": 3}),
    "winter-housing": ("nanjing-xining", {"housing": 1}),
}
"""The base of each variant, and how many rows of which tables differ from it."""


def test_every_variant_is_known() -> None:
    """No variant is kept that this page of tests does not read."""
    assert {path.name for path in VARIANTS.iterdir()} == set(DIFFERENCES)


@pytest.mark.parametrize("name", DIFFERENCES)
def test_a_variant_changes_what_it_says(name: str) -> None:
    """Laid over its base, a variant changes a few rows and its own name."""
    base, rows = DIFFERENCES[name]
    changes = scenario_changes(
        read_scenario(SCENARIOS / base), read_scenario(VARIANTS / name)
    )
    found = {table: sum(kinds.values()) for table, kinds in counts(changes).items()}
    names = {each.key[0] for each in changes if not each.table}
    assert names == {"name", "title", "title_en"}
    assert found == {"": 3, **rows}
