"""What was decided, as values, and as byte-stable plan files."""

from matcher.plan.entities import (
    Arrangements,
    Assignment,
    Bed,
    Gap,
    Link,
    Mentorship,
    Plan,
    Roster,
    RungProof,
    Seating,
    Shortage,
    Status,
)

__all__ = [
    "Arrangements",
    "Assignment",
    "Bed",
    "Gap",
    "Link",
    "Mentorship",
    "Plan",
    "Roster",
    "RungProof",
    "Seating",
    "Shortage",
    "Status",
]
