"""The check that foresees: supply against demand before anything is solved."""

from matcher.foresight.forecast import BUDGET, Forecast, foresee
from matcher.foresight.notices import in_table
from matcher.foresight.supply import SupplyRow
from matcher.foresight.tight import Shortfall, TightSet

__all__ = [
    "BUDGET",
    "Forecast",
    "Shortfall",
    "SupplyRow",
    "TightSet",
    "foresee",
    "in_table",
]
