"""What was decided, as values, and as byte-stable plan files."""

from matcher.plan.entities import (
    Assignment,
    Gap,
    Plan,
    RungProof,
    Shortage,
    Status,
)

__all__ = ["Assignment", "Gap", "Plan", "RungProof", "Shortage", "Status"]
