"""What a plan says of itself is held against what is so."""

from __future__ import annotations

import pytest
from builders import ladder, need, person, post, rules, scenario
from honest import honest, proof

from matcher.auditor import audit
from matcher.plan import Plan, RungProof, Shortage, Status
from matcher.scenario import GoalPolicy, Scenario

GOALS = (
    GoalPolicy(goal="coverage"),
    GoalPolicy(goal="cost", tolerance=1000, tolerance_percent=10),
    GoalPolicy(goal="tie-break"),
)


FOREIGN = (
    "The plan was made for another scenario: its fingerprint is feed, that of this "
    "scenario is {}."
)
TOP = "Coverage priority-3"


def world_of() -> Scenario:
    """Return a world of three people, and two needs that miss three posts."""
    return scenario(
        policy=ladder(rules(), *GOALS),
        people=tuple(person(code) for code in "ABC"),
        needs=(need("n1", min_headcount=2, max_headcount=2), need("n2", unit="XV")),
    )


def plan_of(world: Scenario) -> Plan:
    """Return an honest plan that leaves one post of n1 empty."""
    cost = {"tolerance": 660}  # a tenth of 6600 yuan
    plan = honest(world, post(world, "A", "n1", 0, 3), post(world, "B", "n2", 0, 3))
    return with_rung(plan, 1, **cost)


def with_rung(plan: Plan, place: int, **changes: object) -> Plan:
    """Return the plan with a rung that says something else."""
    rungs = list(plan.rungs)
    rungs[place] = rungs[place].model_copy(update=changes)
    return plan.model_copy(update={"rungs": tuple(rungs)})


def texts(world: Scenario, plan: Plan) -> list[tuple[str, str]]:
    """Return slug and sentence of every finding."""
    return [(each.slug, each.text("en")) for each in audit(world, plan).findings]


def test_an_honest_plan_is_clean() -> None:
    """Nothing is found where everything is as it is said to be."""
    world = world_of()
    report = audit(world, plan_of(world))

    assert report.clean
    assert list(report.rungs) == [
        ("coverage", "priority-3"),
        ("cost", ""),
        ("tie-break", "draw"),
        ("tie-break", "dates"),
    ]
    assert report.rungs["cost", ""] == 6600


LIES: dict[str, tuple[int, dict[str, object], list[str]]] = {
    "value": (
        0,
        {"value": 3},
        [f"{TOP}: value is said to be 3, but is 2."],
    ),
    "sense": (
        0,
        {"sense": "min"},
        [f"{TOP}: sense is said to be min, but is max."],
    ),
    "a bound below the best of a maximum": (
        0,
        {"bound": 1, "status": Status.FEASIBLE},
        [
            f"{TOP}: bound is said to be 1, but is beaten by 2.",
            "plan: status is said to be OPTIMAL, but is FEASIBLE.",
        ],
    ),
    "a bound above the best of a minimum": (
        1,
        {"bound": 6601, "status": Status.FEASIBLE},
        [
            "Cost: bound is said to be 6601, but is beaten by 6600.",
            "plan: status is said to be OPTIMAL, but is FEASIBLE.",
        ],
    ),
    "proven with a gap": (
        0,
        {"bound": 3},
        [f"{TOP}: status is said to be OPTIMAL, but is FEASIBLE."],
    ),
    "not proven without a gap": (
        0,
        {"status": Status.FEASIBLE},
        [
            f"{TOP}: status is said to be FEASIBLE, but is OPTIMAL.",
            "plan: status is said to be OPTIMAL, but is FEASIBLE.",
        ],
    ),
    "tolerance": (
        0,
        {"tolerance": 1},
        [f"{TOP}: tolerance is said to be 1, but is 0."],
    ),
    "worse than the best": (
        0,
        {"best": 3, "bound": 3},
        [
            f"{TOP}: value is said to be 2, but is more than 0 worse than 3.",
        ],
    ),
    "better than the bound": (
        1,
        {"best": 6700, "bound": 6700, "tolerance": 670},
        ["Cost: bound is said to be 6700, but is beaten by 6600."],
    ),
}


@pytest.mark.parametrize("lie", LIES)
def test_each_lie_about_a_rung_is_found(lie: str) -> None:
    """One figure of one rung is changed; the finding says which."""
    place, changes, expected = LIES[lie]
    world = world_of()
    plan = with_rung(plan_of(world), place, **changes)

    assert texts(world, plan) == [("figures", text) for text in expected]


def test_a_gap_that_is_admitted_is_no_lie() -> None:
    """A plan that was not proven may have bounds better than its values."""
    world = world_of()
    plan = with_rung(plan_of(world), 0, bound=3, status=Status.FEASIBLE)

    assert audit(world, plan.model_copy(update={"status": Status.FEASIBLE})).clean


@pytest.mark.parametrize(
    ("best", "worse"),
    [
        (6000, None),  # a tenth is 600: 6600 is just allowed
        (5999, 599),
        (5500, 550),
    ],
)
def test_a_value_may_worsen_by_the_tolerance(best: int, worse: int | None) -> None:
    """The smaller of the tolerance and the share of the best value is allowed."""
    world = world_of()
    allowed = best // 10
    plan = with_rung(plan_of(world), 1, best=best, bound=best, tolerance=allowed)
    expected = (
        f"Cost: value is said to be 6600, but is more than {worse} worse than {best}."
    )

    assert texts(world, plan) == ([] if worse is None else [("figures", expected)])


def test_a_missing_rung_is_found() -> None:
    """Every rung of the policy is told."""
    world = world_of()
    plan = plan_of(world)

    assert texts(world, plan.model_copy(update={"rungs": plan.rungs[1:]})) == [
        (
            "figures",
            f"{TOP}: value is said to be nothing, but is 2.",
        )
    ]


@pytest.mark.parametrize(
    ("extra", "title"),
    [
        (proof("coverage", "priority-1", 0), "Coverage priority-1"),
        (proof("fit", "", 16), "Fit"),
        (
            proof("fit", "", 16).model_copy(update={"goal": "luck"}),
            "luck",
        ),
    ],
)
def test_a_rung_too_many_is_found(extra: RungProof, title: str) -> None:
    """A part that does not occur, a goal that is not pursued, one that is unknown."""
    world = world_of()
    plan = plan_of(world)
    plan = plan.model_copy(update={"rungs": (*plan.rungs, extra)})

    said = f"{title}: value is said to be {extra.value}"

    assert texts(world, plan) == [("figures", f"{said}, but is no rung of the policy.")]


@pytest.mark.parametrize("places", [(1, 0, 2, 3), (0, 1, 2, 3, 3)])
def test_the_order_of_the_ladder_is_checked(places: tuple[int, ...]) -> None:
    """Each rung is told once, in the order of the policy."""
    world = world_of()
    plan = plan_of(world)
    plan = plan.model_copy(update={"rungs": tuple(plan.rungs[each] for each in places)})

    (finding,) = audit(world, plan).findings

    assert (finding.slug, finding.subjects) == ("figures", ("ladder", ""))


def test_a_foreign_fingerprint_is_found() -> None:
    """The plan of another scenario is not a plan of this one."""
    world = world_of()
    plan = plan_of(world).model_copy(update={"fingerprint": "feed"})

    assert texts(world, plan) == [("fingerprint", FOREIGN.format(world.fingerprint))]


LEDGERS: dict[str, tuple[tuple[Shortage, ...], str]] = {
    "changed": (
        (Shortage(need="n1", posts=2, cause="outbid"),),
        "n1: the shortage ledger has 2 empty posts, but there are 1.",
    ),
    "missing": (
        (),
        "n1: the shortage ledger has 0 empty posts, but there are 1.",
    ),
    "unknown": (
        (
            Shortage(need="n1", posts=1, cause="outbid"),
            Shortage(need="n9", posts=1, cause="outbid"),
        ),
        "n9: the shortage ledger has 1 empty posts, but there are 0.",
    ),
    "filled": (
        (
            Shortage(need="n1", posts=1, cause="outbid"),
            Shortage(need="n2", posts=1, cause="outbid"),
        ),
        "n2: the shortage ledger has 1 empty posts, but there are 0.",
    ),
    "twice": (
        (
            Shortage(need="n1", posts=1, cause="outbid"),
            Shortage(need="n1", posts=1, cause="health"),
        ),
        "n1: the shortage ledger has 2 empty posts, but there are 1.",
    ),
}


@pytest.mark.parametrize("ledger", LEDGERS)
def test_the_shortage_ledger_has_the_empty_posts(ledger: str) -> None:
    """Posts of each need are those of its least headcount that nobody fills."""
    shortages, expected = LEDGERS[ledger]
    world = world_of()
    plan = plan_of(world).model_copy(update={"shortages": shortages})

    assert texts(world, plan) == [("ledger", expected)]


def test_an_edited_date_is_found() -> None:
    """A term that was moved by hand is not the one that the figures were made for."""
    world = world_of()
    plan = plan_of(world)
    first, *rest = plan.assignments
    edited = post(world, first.person, first.need, 1, 4)
    plan = plan.model_copy(update={"assignments": (edited, *rest)})

    found = {(each.slug, each.subjects) for each in audit(world, plan).findings}

    assert found == {("figures", ("tie-break", "dates"))}


def test_a_swapped_person_is_found() -> None:
    """An equal person in another's place gives the draw away."""
    world = world_of()
    plan = plan_of(world)
    first, *rest = plan.assignments
    swapped = post(world, "C", first.need, 0, 3)
    plan = plan.model_copy(update={"assignments": (swapped, *rest)})

    found = {each.subjects for each in audit(world, plan).findings}

    assert ("tie-break", "draw") in found


def test_a_deleted_assignment_is_found() -> None:
    """The post that it filled is missing in the ledger, and the figures are off."""
    world = world_of()
    plan = plan_of(world)
    plan = plan.model_copy(update={"assignments": plan.assignments[:1]})

    found = [(each.slug, each.subjects) for each in audit(world, plan).findings]

    assert ("ledger", ("n2",)) in found
    assert ("figures", ("coverage", "priority-3")) in found


def test_a_plan_is_valued_with_its_own_seed() -> None:
    """The draw of another seed is told by the plan, and found so."""
    world = world_of()
    plan = plan_of(world)
    other = honest(world.model_copy(update={"seed": 9}), *plan.assignments).rungs
    reseeded = plan.model_copy(
        update={"seed": 9, "rungs": (*plan.rungs[:2], *other[2:])}
    )

    assert audit(world, reseeded).clean
    assert not audit(world, plan.model_copy(update={"seed": 9})).clean
