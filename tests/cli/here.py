"""A pool without processes, for tests of what does not depend on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matcher.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Done:
    """An item that is done as soon as it is begun."""

    def __init__(self, result: Any) -> None:  # noqa: ANN401 -- as in every pool
        self.result = result


class Here(Pool[Done]):
    """Works on one item at a time, in this process."""

    def _slots(self) -> int:
        return 1

    def _begin(self, work: Callable[[Any], Any], item: Any) -> Done:  # noqa: ANN401 -- as in every pool
        return Done(work(item))

    def _ready(self, handles: Sequence[Done], seconds: float) -> Sequence[Done]:  # noqa: ARG002 -- as in every pool
        return handles

    def _result(self, handle: Done) -> Any:  # noqa: ANN401 -- as in every pool
        return handle.result

    def _end(self, handle: Done) -> None:
        """Nothing runs."""

    def __exit__(self, *_failure: object) -> None:
        """Nothing is left."""
