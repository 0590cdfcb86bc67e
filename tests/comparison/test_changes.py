"""What differs between two scenarios, as values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest
from builders import day, days, need, person, rules, scenario
from hypothesis import given
from hypothesis import strategies as st

from matcher.comparison import CellChange, Change, counts, scenario_changes
from matcher.scenario import Policy, RulePolicy, Scenario
from matcher.scenario.conditions import Lock, Preference, Rating
from matcher.scenario.entities import Commitment

if TYPE_CHECKING:
    from collections.abc import Iterable

CODES = ("A", "B", "C")


@st.composite
def worlds(draw: st.DrawFn) -> Scenario:
    """Draw a small world: some people, wishes, commitments and modes."""
    people = draw(st.lists(st.sampled_from(CODES), unique=True, min_size=1))
    wishes = draw(
        st.lists(
            st.builds(
                Preference,
                side=st.just("person"),
                person=st.sampled_from(people),
                target=st.sampled_from(("XU", "XV")),
                rank=st.integers(1, 3),
            ),
            max_size=4,
        )
    )
    bound = st.builds(
        lambda who, first, length: Commitment(
            person=who, first_day=day(first), last_day=day(first + length)
        ),
        st.sampled_from(people),
        st.integers(0, 3),
        st.integers(0, 3),
    )
    return scenario(
        people=tuple(person(code, level=draw(st.integers(1, 5))) for code in people),
        preferences=tuple(wishes),
        commitments=tuple(draw(st.lists(bound, max_size=3))),
        policy=rules(level=draw(st.sampled_from(("strict", "soft", "off")))),
        seed=draw(st.integers(0, 2)),
    )


def mirrored(changes: Iterable[Change]) -> set[Change]:
    """Return the changes as they are seen from the other side."""
    other: dict[str, Literal["added", "removed", "changed"]]
    other = {"added": "removed", "removed": "added", "changed": "changed"}
    return {
        replace(
            each,
            kind=other[each.kind],
            cells=tuple(CellChange(c.column, c.after, c.before) for c in each.cells),
        )
        for each in changes
    }


@given(worlds())
def test_a_scenario_does_not_differ_from_itself(world: Scenario) -> None:
    """Nothing differs between a scenario and its copy."""
    assert scenario_changes(world, world.model_copy(deep=True)) == ()


@given(worlds(), worlds())
def test_only_equal_scenarios_do_not_differ(one: Scenario, other: Scenario) -> None:
    """There is a change if and only if the two are not equal."""
    assert (scenario_changes(one, other) == ()) == (one == other)


@given(worlds(), worlds())
def test_the_other_way_round_is_the_mirror(one: Scenario, other: Scenario) -> None:
    """Swapped, what was added is removed, and every value stands on the other side."""
    there, back = scenario_changes(one, other), scenario_changes(other, one)
    assert len(there) == len(back)
    assert mirrored(there) == set(back)


@given(worlds(), worlds())
def test_rows_add_up(one: Scenario, other: Scenario) -> None:
    """Rows before, and added, less removed, are the rows after."""
    found = counts(scenario_changes(one, other))
    for table in ("people", "preferences", "commitments"):
        kinds = found.get(table, {"added": 0, "removed": 0})
        difference = kinds["added"] - kinds["removed"]
        assert len(getattr(one, table)) + difference == len(getattr(other, table))


@pytest.mark.parametrize(
    ("column", "before", "after", "differs"),
    [
        ("consents", ("IN", "OUT"), ("OUT", "IN"), False),
        ("avoid", ("X1",), ("X1", "X2"), True),
        ("specialties", ("S1", "S2"), ("S2", "S1"), True),
        ("windows", (days(0, 2), days(4, 6)), (days(4, 6), days(0, 2)), False),
    ],
)
def test_order_counts_only_where_it_says_something(
    column: str, before: tuple[object, ...], after: tuple[object, ...], *, differs: bool
) -> None:
    """The first specialty is the main one; other lists are sets."""
    one = scenario(people=(person("A", **{column: before}),))
    other = scenario(people=(person("A", **{column: after}),))
    told = [each for change in scenario_changes(one, other) for each in change.cells]
    assert told == ([CellChange(column, before, after)] if differs else [])


def test_statements_follow_what_they_name() -> None:
    """Wishes, ratings and locks of somebody who is gone are tied to that row."""
    wish = Preference(side="person", person="B", target="XU", rank=1)
    lock = Lock(id="L", kind="forbid", person="B", target="n1")
    one = scenario(
        people=(person("A"), person("B")),
        preferences=(wish,),
        ratings=(Rating(person="B", need="n1", points=9),),
        locks=(lock,),
    )
    changes = scenario_changes(one, scenario())
    assert {(each.table, each.follows) for each in changes} == {
        ("people", None),
        ("preferences", ("people", "B")),
        ("ratings", ("people", "B")),
        ("locks", ("people", "B")),
    }


def test_a_statement_that_goes_alone_follows_nothing() -> None:
    """A wish that is withdrawn by somebody who stays stands for itself."""
    wish = Preference(side="person", person="A", target="XU", rank=1)
    (change,) = scenario_changes(scenario(preferences=(wish,)), scenario())
    assert (change.kind, change.follows) == ("removed", None)


def test_what_is_written_out_is_no_change() -> None:
    """A rule that is listed with the rulebook's own values holds as before."""
    plain, spelt = Policy(), Policy(rules={"level": RulePolicy()})
    assert scenario_changes(scenario(policy=plain), scenario(policy=spelt)) == ()


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        (Policy(rules={"level": RulePolicy(mode="off")}), {"rules.level.mode"}),
        (
            Policy(rules={"one-place": RulePolicy(parameters={"rest_days": 5})}),
            {"rules.one-place.parameters.rest_days"},
        ),
        (Policy(goals=Policy().goals[::-1]), {"goals"}),
        (
            Policy(
                goals=tuple(
                    each.model_copy(update={"tolerance": 3 * (each.goal == "fit")})
                    for each in Policy().goals
                )
            ),
            {"goals.fit.tolerance"},
        ),
    ],
)
def test_settings_have_dotted_paths(policy: Policy, told: set[str]) -> None:
    """Rules, goals and their values are told by their path in scenario.yaml."""
    changes = scenario_changes(scenario(policy=Policy()), scenario(policy=policy))
    assert {each.key[0] for each in changes} == told


def test_an_added_row_tells_what_it_says() -> None:
    """Every cell that is required or not blank is there, with nothing before."""
    (change,) = scenario_changes(
        scenario(), scenario(needs=(need("n1"), need("n2", reason="why")))
    )
    assert (change.kind, change.key) == ("added", ("n2",))
    assert change.value("reason") == "why"
    assert change.value("department") is None
    assert {each.before for each in change.cells} == {None}
