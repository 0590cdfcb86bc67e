"""contact-leader: everyone who comes to Xining for long has a leader to turn to."""

from __future__ import annotations

import pytest
from builders import leader, need, person, post, programme, rules, scenario
from judges import both_allow, both_concede, both_forbid, only_finding

from matcher.plan import Arrangements, Link
from matcher.scenario import RulePolicy, Scenario


def led(mode: str = "strict", **changes: object) -> Scenario:
    """Return a world in which three days are long, and one leader takes one person."""
    rule = RulePolicy.model_validate(
        {"mode": mode, "parameters": {"long_stay_days": 3}}
    )
    tables: dict[str, object] = {
        "policy": rules(contact_leader=rule),
        "programmes": (
            programme("IN", longest=5),
            programme("OUT", direction="TO_NANJING"),
        ),
        "people": (*(person(code) for code in "ABC"), person("L", unit="XU")),
        "needs": (
            need("n1", max_headcount=3, longest=5),
            need("n2", unit="XV", max_headcount=2),
            need("short", shortest=2),
            need("out", programme="OUT", unit="NU"),
        ),
        "leaders": (leader("one"),),
    }
    return scenario(**(tables | changes))


def test_a_leader_within_the_load_is_fine() -> None:
    """One guest turns to the leader, two to leaders for two."""
    one, two = led(), led(leaders=(leader("two", load=2),))
    guests = post(one, "A", "n1", 0, 3), post(one, "B", "n2", 0, 3)

    both_allow(one, guests[0])
    both_allow(two, *guests)


def test_a_leader_beyond_the_load_is_forbidden() -> None:
    """Two guests at once are too many, and so are two one after the other."""
    world = led()
    first = post(world, "A", "n1", 0, 3)

    both_forbid(world, "contact-leader", first, post(world, "B", "n1", 0, 3))
    both_forbid(world, "contact-leader", first, post(world, "A", "n2", 5, 8))


@pytest.mark.parametrize(
    ("row", "fine"),
    [
        ({"areas": ("X1", "X2")}, True),
        ({"areas": ("X2",)}, False),
        ({"sectors": ("medical",)}, True),
        ({"sectors": ("education",)}, False),
        ({"areas": ("X1",), "sectors": ("education",)}, False),
        ({"load": 0}, False),
    ],
)
def test_leaders_are_for_areas_and_sectors(
    row: dict[str, object],
    fine: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """The host lies in X1, the need is medical."""
    world = led(leaders=(leader("one", **row),))

    if fine:
        both_allow(world, post(world, "A", "n1", 0, 3))
    else:
        both_forbid(world, "contact-leader", post(world, "A", "n1", 0, 3))


def test_guests_are_shared_among_leaders() -> None:
    """The leader of X1 must be left to A, for B at X2 can turn to the other only."""
    world = led(leaders=(leader("any"), leader("near", areas=("X1",))))
    far = post(world, "B", "n2", 0, 3)

    both_allow(world, post(world, "A", "n1", 0, 3), far)
    both_forbid(world, "contact-leader", post(world, "A", "n2", 5, 8), far)


def test_the_shortest_term_of_the_need_says_who_stays_long() -> None:
    """A need for two days or more is short, even if somebody stays for three."""
    world = led(leaders=(leader("one", load=0),))

    both_allow(world, post(world, "A", "short", 0, 3))
    both_forbid(world, "contact-leader", post(world, "A", "n1", 0, 3))


def test_who_goes_to_nanjing_has_no_leader_there() -> None:
    """Only those who come to Xining are looked after."""
    world = led(leaders=(leader("one", load=0),))

    both_allow(world, post(world, "L", "out", 0, 3))


def test_without_leaders_there_is_no_rule() -> None:
    """Planners who list no leader do not use it."""
    world = led(leaders=())

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_soft_leaders_count_people_without_one() -> None:
    """Three guests, and one can be taken."""
    world = led("soft")

    both_concede(
        world,
        {"contact-leader": 2},
        *(post(world, code, "n1", 0, 3) for code in "ABC"),
    )


def test_without_the_rule_nobody_needs_a_leader() -> None:
    """A rule that is off is not looked at."""
    world = led("off", leaders=(leader("one", load=0),))

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_the_audit_wants_a_link_for_each_assignment() -> None:
    """The link at one need is none at another."""
    world = led(leaders=(leader("one", load=2),))
    moved = post(world, "A", "n1", 0, 3), post(world, "A", "n2", 5, 8)
    link = Link(person="A", need="n1", leader="one")

    arranged = Arrangements(links=(link,))

    finding = only_finding(world, *moved, arrangements=arranged)
    assert finding.text("en") == "A at n2 has no contact leader."
