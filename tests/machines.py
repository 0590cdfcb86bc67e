"""A machine for records that no test looks at."""

from __future__ import annotations

from benchmarks.records import Machine

MACHINE = Machine(
    processor="P",
    cores=2,
    memory_gb=4,
    system="S",
    load=0,
    python="3",
    ortools="9",
    matcher="0",
    commit="c",
)
