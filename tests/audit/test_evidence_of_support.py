"""The figures that show how people are looked after, counted by hand."""

from __future__ import annotations

from builders import day, leader, need, person, post, programme, rules, scenario, site
from evidence import Shown, row, shown
from judges import altered

from matcher.plan import Arrangements, Bed, Link
from matcher.scenario import RulePolicy
from matcher.scenario.conditions import CalendarEntry, Preference
from matcher.scenario.undertakings import Care, Meeting


def test_meeting() -> None:
    """Two meetings, one of which has to look at two empty posts and the arrival."""
    world = scenario(
        needs=(need("n1"), need("n2")),
        meetings=(
            Meeting(id="m1", name="m", day=day(0)),
            Meeting(id="m2", name="m", day=day(9)),
        ),
        provisions=(row("meeting"),),
    )
    found = shown(world, post(world, "A", "n1", 0, 3))

    assert found == {
        "Promotion meetings": (2, 1),
        "Points on their agendas": (1 + 1 + 1 + 1, None),
    }


def care_rule(**changes: object) -> Care:
    """Return a rule of care for the row S6, on the day of arrival."""
    fields: dict[str, object] = {
        "id": "c",
        "name": "c",
        "anchor": "arrival",
        "source": "S6",
    }
    return Care.model_validate(fields | changes)


def cared(*care: Care) -> Shown:
    """Return what shows the row for A and B in Xining and L in Nanjing."""
    fair = CalendarEntry.model_validate(
        {"name": "春节", "effect": "no_move", "first_day": day(1), "last_day": day(1)}
    )
    world = scenario(
        programmes=(
            programme("IN", kind="secondment"),
            programme("OUT", direction="TO_NANJING"),
        ),
        people=(person("A"), person("B"), person("L", unit="XU")),
        needs=(
            need("n1", max_headcount=2, longest=5),
            need("out", programme="OUT", unit="NU"),
        ),
        calendar=(fair,),
        care=care,
        provisions=(row("care"),),
    )
    return shown(
        world,
        post(world, "A", "n1", 0, 3),
        post(world, "B", "n1", 4, 9),
        post(world, "L", "out", 4, 7),
    )


def test_care_of_the_row() -> None:
    """The rules of the row count, for whom they are; others do not."""
    other = care_rule(id="d", source="S1")

    assert cared(care_rule(), other) == {
        "People with an act of care": (2, 2),
        "Acts of care with a date": (2, None),
    }
    assert cared(care_rule(min_days=5), other)["People with an act of care"] == (1, 1)


def test_care_at_festivals() -> None:
    """B is not there at the one festival that has a day."""
    letter = care_rule(anchor="festival", festivals=("春节", "端午节"))

    assert cared(letter) == {
        "People with an act of care": (1, 2),
        "Acts of care with a date": (1, None),
        "Festivals that have a day": (1, 2),
    }


def test_care_of_no_row_is_care_of_all() -> None:
    """If no rule names the row, every guest in Xining is to have some care."""
    other = care_rule(source="S1", min_days=5)

    assert cared(other) == {
        "People with an act of care": (1, 2),
        "Acts of care with a date": (1, None),
    }
    assert cared()["People with an act of care"] == (0, 2)


def test_leader() -> None:
    """One of two who stay long has a leader; the third stays for a short time."""
    rule = RulePolicy.model_validate(
        {"mode": "soft", "parameters": {"long_stay_days": 3}}
    )
    world = scenario(
        policy=rules(contact_leader=rule),
        people=tuple(person(code) for code in "ABC"),
        needs=(need("n1", max_headcount=2), need("n2", shortest=2)),
        leaders=(leader("L1"), leader("L2")),
        provisions=(row("leader"),),
    )
    moved = (
        post(world, "A", "n1", 0, 3),
        post(world, "B", "n1", 0, 3),
        post(world, "C", "n2", 0, 3),
    )
    arranged = Arrangements(links=(Link(person="A", need="n1", leader="L1"),))

    assert shown(world, *moved, arrangements=arranged) == {
        "People who come for long with a contact leader": (1, 2),
        "Leaders to whom somebody turns": (1, None),
    }


def test_leader_without_leaders() -> None:
    """Who lists no leaders has not met the row, although the rule says nothing."""
    world = scenario(
        policy=rules(contact_leader=RulePolicy(parameters={"long_stay_days": 3})),
        provisions=(row("leader"),),
    )
    found = shown(world, post(world, "A", "n1", 0, 3))

    assert found["People who come for long with a contact leader"] == (0, 1)


def test_housing() -> None:
    """One of two guests of the site has a bed; the host XV lodges its own."""
    world = altered(
        scenario(
            policy=rules(housing="soft"),
            people=tuple(person(code) for code in "ABC"),
            needs=(need("n1", max_headcount=2), need("n2", unit="XV")),
            housing=(site("H"),),
            provisions=(row("housing"),),
        ),
        "units",
        "XU",
        housing="H",
    )
    moved = (
        post(world, "A", "n1", 0, 3),
        post(world, "B", "n1", 0, 3),
        post(world, "C", "n2", 0, 3),
    )
    arranged = Arrangements(beds=(Bed(person="A", need="n1", site="H", number=1),))

    assert shown(world, *moved, arrangements=arranged) == {
        "Housing sites": (1, 1),
        "Guests of the sites with a bed": (1, 2),
    }


def test_outcome() -> None:
    """A has the first wish, B a second one, C none; D wished nothing and is late."""
    people = (
        person("A", past_hosts=("XU",)),
        *(person(code) for code in "BCD"),
        person("L", unit="XU", past_hosts=("NU",)),
    )
    world = scenario(
        people=people,
        needs=(
            need("n1", max_headcount=4, longest=5),
            need("out", programme="OUT", unit="NU"),
        ),
        preferences=(
            Preference(side="person", person="A", target="n1", rank=1),
            Preference(side="person", person="B", target="XV", rank=1),
            Preference(side="person", person="B", target="X1", rank=2),
            Preference(side="person", person="C", target="XV", rank=1),
            Preference(side="host", person="D", target="n1", rank=1),
            Preference(side="person", person="L", target="out", rank=1),
        ),
        calendar=(
            CalendarEntry.model_validate(
                {
                    "name": "春节",
                    "effect": "no_move",
                    "first_day": day(1),
                    "last_day": day(1),
                }
            ),
        ),
        care=(
            care_rule(),
            care_rule(id="d", anchor="festival", festivals=("春节",), min_days=3),
        ),
        provisions=(row("outcome"),),
    )
    found = shown(
        world,
        post(world, "A", "n1", 0, 3),
        post(world, "B", "n1", 0, 3),
        post(world, "C", "n1", 0, 3),
        post(world, "D", "n1", 2, 5),
        post(world, "L", "out", 4, 7),
    )

    assert found == {
        "People with one of their wishes met": (2, 3),
        "First wishes met": (1, None),
        "Assignments with every act of care": (3, 4),
        "Assignments to a host served before": (1, None),
    }


def test_tag() -> None:
    """Two focuses; three posts serve the first, of which one is filled."""
    world = scenario(
        needs=(
            need("n1", tags=("五个中心",)),
            need("n2", tags=("五个中心", "四地"), min_headcount=2, max_headcount=2),
            need("n3"),
        ),
        provisions=(row("tag", wanted=3),),
    )
    found = shown(world, post(world, "A", "n1", 0, 3))

    assert found == {
        "Policy focuses that needs serve": (2, 3),
        "Posts filled for 五个中心": (1, 3),
        "Posts filled for 四地": (0, 2),
    }
