"""What must be filled: one demand per need, and one for all visits of a studio."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.scenario.base import Mode
from matcher.scenario.entities import Need

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matcher.foresight.pairs import Pairs
    from matcher.scenario import Scenario


@dataclass(frozen=True)
class Demand:
    """
    Needs that one assignment of a person's limit can serve, with their posts.

    Parameters
    ----------
    needs
        One need, or the working visits of a studio, which count as one assignment.
    posts
        Fewest different people who must serve them.
    whole
        Whether one person makes all the visits, as the rule ``studio`` asks.
    """

    needs: tuple[Need, ...]
    posts: int
    whole: bool = False

    def hopeful(self, pairs: Pairs) -> int:
        """Return who may be asked about the demand."""
        found = pairs.hopeful(self.needs[0])
        for need in self.needs[1:]:
            able = pairs.hopeful(need)
            found = found & able if self.whole else found | able
        return found

    def sure(self, pairs: Pairs) -> int:
        """Return who is known to be able to serve the demand."""
        found = pairs.sure(self.needs[0])
        for need in self.needs[1:]:
            able = pairs.sure(need)
            found = found & able if self.whole else found | able
        return found

    def may(self, pairs: Pairs, number: int) -> bool:
        """Return whether a hopeful person could serve the demand."""
        if len(self.needs) == 1:
            return pairs.may(number, self.needs[0])
        can = (
            bool(pairs.hopeful(need) >> number & 1) and pairs.may(number, need)
            for need in self.needs
        )
        return all(can) if self.whole else any(can)


def demands(scenario: Scenario, needs: Iterable[Need]) -> list[Demand]:
    """
    Return the demands of these needs; posts beyond the least headcount are none.

    Parameters
    ----------
    scenario
        Where the needs stand.
    needs
        Needs with a least headcount above 0.
    """
    visits: dict[str, list[Need]] = {}
    found = []
    for need in needs:
        if need.studio:
            visits.setdefault(need.studio, []).append(need)
        else:
            found.append(Demand((need,), need.min_headcount))
    whole = scenario.policy.mode("studio") is Mode.STRICT
    for group in visits.values():
        posts = max(need.min_headcount for need in group)
        found.append(Demand(tuple(group), posts, whole))
    return found
