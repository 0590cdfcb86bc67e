"""The time of a run."""

from __future__ import annotations

import time


class Clock:
    """
    The time of a run.

    Parameters
    ----------
    limit
        Seconds for the whole run; None for no limit.
    """

    def __init__(self, limit: float | None) -> None:
        self._began = time.monotonic()
        self.limit = limit

    @property
    def elapsed(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._began

    def share(self, part: float = 1.0) -> float | None:
        """Return this part of the seconds that are left; None for no limit."""
        if self.limit is None:
            return None
        return max(0.0, self.limit - self.elapsed) * part
