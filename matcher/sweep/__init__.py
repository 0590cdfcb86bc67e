"""
A grid of scenarios: planned anywhere, kept cell by cell, told in one table.

``grid`` says which cells there are, ``planning`` plans one of them wherever it is
sent, ``keeping`` is the folder with what has ended, ``table`` lists it.
"""

from matcher.sweep.grid import Cell, grid
from matcher.sweep.keeping import GRID, TABLE, Inputs, Keeping, State, cells_of
from matcher.sweep.planning import Made, Order

__all__ = [
    "GRID",
    "TABLE",
    "Cell",
    "Inputs",
    "Keeping",
    "Made",
    "Order",
    "State",
    "cells_of",
    "grid",
]
