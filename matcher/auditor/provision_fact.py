"""How a figure that shows a row of the source is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.auditor.records import ProvisionFact
from matcher.auditor.wording import phrase

if TYPE_CHECKING:
    from matcher.auditor.wording import Fact


def fact(
    label: str, found: int, wanted: int | None = None, **facts: Fact
) -> ProvisionFact:
    """
    Return a figure with its label.

    Parameters
    ----------
    label
        What is counted: a marked text.
    found
        How many there are.
    wanted
        How many there should be, if that is known.
    facts
        The value of each placeholder of the label, by its name.
    """
    return ProvisionFact(phrase(label, **facts), found, wanted)
