"""cover: where someone must be on post throughout, holders leave no gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import day, need, person, post, rules, scenario
from judges import both_allow, both_concede, both_forbid, only_finding

from matcher.scenario.undertakings import Leaver

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def covered(mode: str = "strict", *, cover: bool = True, **changes: object) -> Scenario:
    """Return a world of three people and a need of ten days for all of them."""
    wanted = need("n1", cover=cover, shortest=1, longest=10, max_headcount=3)
    tables: dict[str, object] = {
        "policy": rules(cover=mode),
        "people": tuple(person(code) for code in "ABC"),
        "needs": (wanted, need("n2")),
    }
    return scenario(**(tables | changes))


def test_every_day_with_someone_is_fine() -> None:
    """One holder stays throughout, or others follow on the next day, or overlap."""
    world = covered()
    first = post(world, "A", "n1", 0, 4)

    both_allow(world, post(world, "A", "n1", 0, 10))
    both_allow(world, first, post(world, "B", "n1", 4, 10))
    both_allow(
        world, first, post(world, "B", "n1", 2, 9), post(world, "C", "n1", 6, 10)
    )


def test_a_gap_anywhere_is_forbidden() -> None:
    """One day at the beginning, between two holders or at the end."""
    world = covered()

    both_forbid(world, "cover", post(world, "A", "n1", 1, 10))
    both_forbid(world, "cover", post(world, "A", "n1", 0, 9))
    both_forbid(
        world, "cover", post(world, "A", "n1", 0, 4), post(world, "B", "n1", 5, 10)
    )


def test_a_need_without_a_holder_is_not_judged() -> None:
    """Nobody at all is a shortage, and no breach of this rule."""
    world = covered()

    both_allow(world)
    both_allow(world, post(world, "A", "n2", 0, 3))


def test_other_needs_may_have_gaps() -> None:
    """Only a need that asks for it is covered."""
    world = covered(cover=False)

    both_allow(world, post(world, "A", "n1", 2, 4), post(world, "B", "n1", 6, 8))


def test_a_leaver_covers_the_first_days() -> None:
    """The leaver of the plan before is on post up to and with the last day."""
    world = covered(leavers=(Leaver(need="n1", person="Z", last_day=day(2)),))

    both_allow(world, post(world, "A", "n1", 3, 10))
    both_forbid(world, "cover", post(world, "A", "n1", 4, 10))


def test_soft_cover_counts_days() -> None:
    """Two days before, one between and three after the holders are six."""
    world = covered("soft")
    moved = post(world, "A", "n1", 2, 4), post(world, "B", "n1", 5, 7)

    both_concede(world, {"cover": 6}, *moved)


def test_without_the_rule_gaps_are_fine() -> None:
    """A rule that is off is not looked at."""
    world = covered("off")

    both_allow(world, post(world, "A", "n1", 2, 4))


def test_the_sentence_tells_the_first_day() -> None:
    """The finding counts the days and names the first."""
    world = covered()

    assert only_finding(world, post(world, "A", "n1", 0, 8)).text("en") == (
        "n1 has nobody on post on 2 days, first on 2023-03-09."
    )
