"""Tight sets: what brute force over all sets of needs says, and nothing else."""

from __future__ import annotations

import csv
from pathlib import Path

import builders as b
import pytest
from ortools.graph.python import max_flow
from worlds_of_demand import capacity, crowded, deficiency, edges, posts, subsets

from matcher.foresight import foresee
from matcher.foresight.pairs import Pairs
from matcher.scenario.conditions import Lock
from matcher.scenario.generate import generate
from matcher.scenario.reading import read_scenario
from matcher.verbs import solve

SEEDS = range(150)
SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.mark.parametrize("seed", SEEDS)
def test_the_flow_lacks_what_the_worst_set_lacks(seed: int) -> None:
    """The missing posts are the most that any set of needs lacks."""
    world = crowded(seed)
    assert foresee(world).shortfall.missing == max(0, deficiency(world))


def test_both_ends_are_met() -> None:
    """Some of these worlds go short and some do not."""
    short = sum(deficiency(crowded(seed)) > 0 for seed in SEEDS)
    assert 20 < short < len(SEEDS) - 20


@pytest.mark.parametrize("seed", SEEDS)
def test_every_set_is_a_proof_that_needs_each_of_its_needs(seed: int) -> None:
    """Posts and capacity are counted right, and no smaller set is short."""
    world = crowded(seed)
    able = edges(world)
    for each in foresee(world).tight_sets:
        assert each.irreducible
        assert each.posts == posts(world, each.needs)
        assert each.capacity == capacity(world, able, each.needs) < each.posts
        assert set(each.people) == set().union(*(able[need] for need in each.needs))
        for part in subsets(each.needs):
            if len(part) < len(each.needs):
                assert posts(world, part) <= capacity(world, able, part)


@pytest.mark.parametrize("seed", SEEDS)
def test_sets_share_no_need_and_the_tightest_comes_first(seed: int) -> None:
    """No need stands in two sets; capacity per post never falls."""
    sets = foresee(crowded(seed)).tight_sets
    needs = [need for each in sets for need in each.needs]
    assert len(needs) == len(set(needs))
    shares = [each.capacity / each.posts for each in sets]
    assert shares == sorted(shares)


@pytest.mark.parametrize("seed", range(12))
def test_the_pairs_are_those_of_the_candidates(seed: int) -> None:
    """Asking lazily gives what all candidates give, with locks, limits and dates."""
    world = generate(30, 20, seed)
    pairs = Pairs(world, 10_000)
    able = edges(world)
    for need in world.needs:
        asked = {
            person.id
            for i, person in enumerate(world.people)
            if pairs.hopeful(need) >> i & 1 and pairs.may(i, need)
        }
        assert asked == able[need.id]


@pytest.mark.parametrize("seed", range(4))
def test_no_plan_fills_more_than_the_flow(seed: int) -> None:
    """The best plan leaves at least the foreseen posts empty."""
    world = generate(6, 6, seed)
    plan = solve(world, time_limit=10, workers=1)
    empty = sum(shortage.posts for shortage in plan.shortages)
    assert empty >= foresee(world).shortfall.missing


def test_the_order_of_rows_means_nothing() -> None:
    """Rows turned round give the same forecast."""
    world = crowded(3)
    turned = {"people": world.people[::-1], "needs": world.needs[::-1]}
    again = b.scenario(policy=world.policy, **turned)
    assert foresee(again) == foresee(world)


def test_a_spent_budget_is_admitted() -> None:
    """With too few questions allowed, what is said holds, and the end is left open."""
    world = generate(30, 20, 1)
    some = foresee(world, budget=5)
    assert not some.searched_to_end
    assert some.shortfall.missing <= foresee(world).shortfall.missing
    assert foresee(world).searched_to_end


def test_visits_of_a_studio_need_one_master() -> None:
    """Two visits with different people each are short, with the rule studio only."""
    visits = tuple(
        b.need(f"n{i}", studio="G", first_day=b.day(5 * i), last_day=b.day(5 * i + 4))
        for i in range(2)
    )
    people = tuple(
        b.person(f"P{i}", windows=(b.days(5 * i, 5 * i + 5),)) for i in range(2)
    )
    tables = {"needs": visits, "people": people, "studios": (b.studio("G"),)}
    (found,) = foresee(b.scenario(**tables)).tight_sets
    assert (found.needs, found.posts, found.capacity) == (("n0", "n1"), 1, 0)
    soft = b.scenario(policy=b.rules(studio="soft"), **tables)
    assert foresee(soft).tight_sets == ()


@pytest.mark.parametrize(("kind", "short"), [("forbid", 1), ("dispatched", 0)])
def test_locks_count(kind: str, short: int) -> None:
    """A strict forbid takes a pair away; who is dispatched counts as able."""
    given = {"first_day": b.day(0), "last_day": b.day(2)} if short == 0 else {}
    lock = Lock(id="L", kind=kind, person="A", target="n1", **given)
    level = 5 if kind == "dispatched" else 1
    world = b.scenario(needs=(b.need("n1", level=level),), locks=(lock,))
    assert foresee(world).shortfall.missing == short


def test_the_year_of_the_article_has_no_tight_set() -> None:
    """The full year can fill all posts as far as single pairs go."""
    forecast = foresee(read_scenario(SCENARIOS / "nanjing-xining"))
    assert forecast.searched_to_end
    assert (forecast.shortfall.missing, forecast.tight_sets) == (0, ())


def test_the_year_of_shortages_shows_what_was_planted() -> None:
    """Every obstacle about people alone is a tight set, and nothing else is."""
    folder = SCENARIOS / "shortage"
    found = foresee(read_scenario(folder)).tight_sets
    with (folder / "expected" / "planted.csv").open(encoding="utf-8-sig") as file:
        causes = {row["need"]: row["cause"] for row in csv.DictReader(file)}
    alone = {"no-specialty", "no-level", "not-in-scope", "no-consent", "health"}
    alone |= {"not-free", "locked-out", "outbid", "studio-master"}
    wanted = {need for need, cause in causes.items() if cause in alone}
    assert all(wanted & set(each.needs) for each in found)
    assert wanted <= {need for each in found for need in each.needs}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_as_many_posts_are_filled_as_a_maximum_flow_fills(seed: int) -> None:
    """An engine's maximum flow over all candidates fills as many, in a whole year."""
    world = generate(150, 300, seed)
    able, limits = edges(world), [world.limits(each)[0] for each in world.people]
    people = {each.id: i for i, each in enumerate(world.people)}
    source, sink = len(people), len(people) + 1
    flow = max_flow.SimpleMaxFlow()
    for i, need in enumerate(world.needs):
        flow.add_arc_with_capacity(source, sink + 1 + i, need.min_headcount)
        for code in able[need.id]:
            flow.add_arc_with_capacity(sink + 1 + i, people[code], 1)
    for i, most in enumerate(limits):
        flow.add_arc_with_capacity(i, sink, most)
    assert flow.solve(source, sink) == flow.OPTIMAL
    found = foresee(world)
    assert found.searched_to_end
    assert found.shortfall.filled == flow.optimal_flow()
