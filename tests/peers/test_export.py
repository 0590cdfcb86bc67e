"""From a scenario in one piece to the peers' file, and back from our plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import matcher
from benchmarks.peers.export import export
from benchmarks.peers.instance import write_instance
from benchmarks.peers.ours import answer
from benchmarks.peers.verify import verify
from matcher.scenario.base import Mode, Sex
from matcher.scenario.generate.sizes import example
from matcher.scenario.policy import RulePolicy

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.scenario import Scenario


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    """Return a hundred people in one piece."""
    return example("monolith-100", 1)


def test_our_own_rung_is_the_objective_of_the_file(
    scenario: Scenario, tmp_path: Path
) -> None:
    """Our plan is worth to the judge what our first rung says, and breaks nothing."""
    plan = matcher.solve(scenario, seed=1)
    instance, file = export(scenario), tmp_path / "plan.json"
    write_instance(instance, tmp_path / "instance.json")
    file.write_text(matcher.dump_plan(plan), encoding="utf-8")
    given = answer(tmp_path / "instance.json", file)

    verdict = verify(instance, given["pairs"])

    assert verdict.broken == {}
    assert verdict.objective == plan.rungs[0].value == given["bound"]
    assert verdict.filled == len(plan.assignments) > 0


def test_pairs_that_locks_forbid_are_no_pairs() -> None:
    """A lock against a pair takes just that pair out of the file."""
    scenario = example("monolith-100", 1)
    before = export(scenario)
    person, post = before.people[before.person[0]], before.posts[before.post[0]]
    lock = {"id": "L", "kind": "forbid", "person": person, "target": post}
    locks = type(scenario).model_validate(
        scenario.model_dump(by_alias=True) | {"locks": [lock]}
    )

    after = export(locks)

    pairs = list(zip(before.person, before.post, before.value, strict=True))
    assert pairs[1:] == list(zip(after.person, after.post, after.value, strict=True))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"release-cap": RulePolicy(mode=Mode.SOFT)}, "the rule release-cap"),
        ({"team": RulePolicy()}, "the rule team"),
        ({"housing": RulePolicy(mode=Mode.OFF)}, "that the rule housing is off"),
        ({"one-place": RulePolicy()}, "days of rest"),
    ],
)
def test_rules_that_the_file_cannot_say_are_refused(
    scenario: Scenario, changes: dict[str, RulePolicy], said: str
) -> None:
    """No peer solves another problem than ours without a word."""
    rules = dict(scenario.policy.rules) | changes
    policy = scenario.policy.model_copy(update={"rules": rules})

    with pytest.raises(ValueError, match=said):
        export(scenario.model_copy(update={"policy": policy}))


def test_tables_and_rows_that_the_file_cannot_say_are_refused(
    scenario: Scenario,
) -> None:
    """Beds by sex, posts beyond the least headcount and single limits are told."""
    person, need = scenario.people[0], scenario.needs[0]
    limited = person.model_copy(update={"max_assignments": 1, "sex": Sex.MALE})
    wide = need.model_copy(update={"max_headcount": need.min_headcount + 1})
    changed = scenario.model_copy(
        update={
            "people": (limited, *scenario.people[1:]),
            "needs": (wide, *scenario.needs[1:]),
        }
    )

    with pytest.raises(
        ValueError,
        match="beds for women and for men; limits of single people; posts beyond",
    ):
        export(changed)
