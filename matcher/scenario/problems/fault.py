"""The shape of an entry of the catalogue of problems."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """
    One kind of fault, with its sentences; placeholders are the facts of a problem.

    Parameters
    ----------
    what
        What is wrong.
    way_out
        What would be right.
    nearest
        The way out when some allowed value is spelt nearly the same.
    """

    what: str
    way_out: str
    nearest: str = ""
