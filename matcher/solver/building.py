"""Building much at once."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def all_kept() -> Iterator[None]:
    """
    Spare Python the search for what nobody needs any more.

    Whoever makes objects by the million, all to be kept, would wait for a search of
    them all again and again. Also a decorator.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()
