"""What can be left out of a program before a method looks at it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from matcher.solver.linear import Array, Linear

_ROUNDS = 20
"""Each round may make more to leave out; what is left then is still right."""


@dataclass(frozen=True)
class Trimmed:
    """
    What is left of a program.

    Parameters
    ----------
    linear
        Rows and columns that still matter.
    columns
        The numbers that its columns had before.
    settled
        A value for each column before; right for those that are left out.
    """

    linear: Linear
    columns: Array
    settled: Array


def trim(linear: Linear, weights: Array) -> Trimmed:
    """
    Settle columns as some best plan has them, and drop rows that always hold.

    Parameters
    ----------
    linear
        The program.
    weights
        Its objective, to be made large; a column is settled at an end if moving there
        breaks no row, wherever the others are, and costs nothing.
    """
    columns, settled = np.arange(len(linear.low)), linear.low.copy()
    for _ in range(_ROUNDS):
        lowest, highest = linear.ends()
        idle = (linear.least <= lowest) & (linear.most >= highest)
        rising, falling = _locks(linear, lowest, highest)
        high = ~rising & (weights[columns] >= 0)
        low = ~falling & (weights[columns] <= 0)
        done = high | low | (linear.low == linear.high)
        if not done.any() and not idle.any():
            break
        values = np.where(high, linear.high, linear.low)
        settled[columns[done]] = values[done]
        linear = _without(linear, idle).part(~done, values)
        columns = columns[~done]
    return Trimmed(linear, columns, settled)


def _locks(linear: Linear, lowest: Array, highest: Array) -> tuple[Array, Array]:
    """Return for each column whether some row may keep it from rising, from falling."""
    capped = (linear.most < highest)[linear.rows]
    asked = (linear.least > lowest)[linear.rows]
    up = linear.coeffs > 0
    rising, falling = np.zeros((2, len(linear.low)), bool)
    rising[linear.columns[np.where(up, capped, asked)]] = True
    falling[linear.columns[np.where(up, asked, capped)]] = True
    return rising, falling


def _without(linear: Linear, gone: Array) -> Linear:
    """Return the program without some rows."""
    kept = ~gone[linear.rows]
    sizes = np.diff(linear.starts)[~gone]
    return replace(
        linear,
        starts=np.concatenate([[0], np.cumsum(sizes)]),
        columns=linear.columns[kept],
        coeffs=linear.coeffs[kept],
        least=linear.least[~gone],
        most=linear.most[~gone],
    )
