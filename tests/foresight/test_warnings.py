"""Warnings of the foresight: each suspicion at its place, and none without ground."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import builders as b
import pytest
from suspects import SUSPECTS, Suspect, capped, clean, team
from worlds_of_demand import edges

from matcher.errors import Place
from matcher.foresight import foresee
from matcher.foresight.of_people import UNUSED
from matcher.scenario.base import Health
from matcher.scenario.problems.foresight import FORESIGHT
from matcher.scenario.reading import read

if TYPE_CHECKING:
    from matcher.scenario import Scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios"
each_suspect = pytest.mark.parametrize("suspect", SUSPECTS, ids=lambda each: each.code)


def codes(world: Scenario) -> list[str]:
    """Return the codes of all warnings of a world."""
    return [each.code for each in foresee(world).warnings]


@each_suspect
def test_a_suspicion_is_told_where_it_stands(suspect: Suspect) -> None:
    """The suspicious world has the warning once, at the place that is asked for."""
    asked = []

    def place(table: str, key: str, column: str) -> Place:
        asked.append((table, key, column))
        return Place(f"{table}.csv", len(asked), column)

    world, _ = suspect.worlds()
    found = [e for e in foresee(world, place).warnings if e.code == suspect.code]
    (row,) = [each.place.row for each in found]
    assert asked[row - 1] == (suspect.table, suspect.key, suspect.column)
    assert found[0].is_warning
    assert suspect.says in found[0].text("en")
    assert "{" not in found[0].text("en") + found[0].text("zh")


@each_suspect
def test_the_harmless_twin_is_not_suspected(suspect: Suspect) -> None:
    """The twin differs in one thing and does not have the warning."""
    _, world = suspect.worlds()
    assert suspect.code not in codes(world)


def test_every_warning_has_an_example() -> None:
    """The catalogue has nothing beyond what is tested here."""
    assert set(FORESIGHT) == {each.code for each in SUSPECTS}


def test_a_good_world_has_no_warning() -> None:
    """The world of the builders is clean."""
    assert codes(clean()) == []


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("health", {"health": "no"}),
        ("consent", {"consents": ()}),
        ("availability", {"windows": (b.days(0, 2),)}),
        ("avoidance", {"avoid": ("XU",)}),
        ("person_limit", {"max_assignments": 0}),
    ],
)
@pytest.mark.parametrize("mode", ["soft", "off"])
def test_a_rule_that_may_give_way_forbids_nothing(
    rule: str, changes: dict[str, object], mode: str
) -> None:
    """Soft rules and rules that are off bring neither warnings nor tight sets."""
    people = (b.person("A", **changes),)
    strict = foresee(clean(people=people))
    assert strict.warnings
    assert strict.tight_sets
    gentle = foresee(clean(people=people, policy=b.rules(**{rule: mode})))
    assert (gentle.warnings, gentle.tight_sets) == ((), ())


@pytest.mark.parametrize("mode", ["strict", "soft", "off"])
@pytest.mark.parametrize(
    ("rule", "code", "tables"),
    [
        ("duration", "W717", {"people": (b.person("A"), b.person("B", max_days=2))}),
        ("one_place", "W741", team(1)),
        ("team", "W751", team(2) | {"units": capped(1)}),
    ],
)
def test_a_suspicion_rests_on_the_rules_that_it_looks_at(
    rule: str, code: str, tables: dict[str, tuple[object, ...]], mode: str
) -> None:
    """Terms shortened, two places at once, a team apart: where it may be, no word."""
    policy = b.rules(**{rule: mode})
    assert (code in codes(clean(**tables, policy=policy))) == (mode == "strict")


def test_windows_that_touch_are_one() -> None:
    """A stay may go on from one window into the next, so neither is too short."""
    person = b.person("B", windows=(b.days(0, 2), b.days(2, 4)))
    assert codes(clean(people=(b.person("A"), person))) == []


def test_local_staff_are_not_meant_to_go() -> None:
    """Who may be raised and has agreed to nothing is not told to be of no use."""
    local = b.person("B", unit="XU", consents=(), windows=(), mentee=True)
    assert codes(clean(people=(b.person("A"), local))) == []


def test_a_wish_of_someone_of_no_use_is_not_told_twice() -> None:
    """Who can serve nothing is told once, whatever that person wishes."""
    suspect = next(each for each in SUSPECTS if each.code == "W763")
    world = clean(**suspect.bad)
    useless = [
        each.model_copy(update={"health": Health.NO}) if each.id == "B" else each
        for each in world.people
    ]
    assert codes(clean(**{**suspect.bad, "people": tuple(useless)})) == ["W715"]


@pytest.mark.parametrize("name", ["nanjing-xining", "shortage"])
def test_nobody_is_told_to_be_of_no_use_who_could_serve(name: str) -> None:
    """In both years people are told exactly if they are no candidates at all."""
    reading = read(SCENARIOS / name)
    world = reading.scenario
    useful = set().union(*edges(world).values())
    learning = {member for studio in world.studios for member in studio.members}
    idle = {
        person.id
        for person in world.people
        if person.id not in useful
        and (person.consents or not (person.mentee or person.id in learning))
    }
    warnings = foresee(world, reading.place).warnings
    told = {each.facts["person"] for each in warnings if each.code in UNUSED}
    assert told == idle


def test_the_year_of_the_article_has_no_other_suspicion() -> None:
    """All needs can be filled; only some people and wishes come to nothing."""
    world = read(SCENARIOS / "nanjing-xining").scenario
    assert set(codes(world)) <= UNUSED | {"W763"}


def test_the_year_of_shortages_tells_its_obstacles() -> None:
    """Each need without anybody is told with the rule that was planted."""
    reading = read(SCENARIOS / "shortage")
    told = {
        each.facts["need"]: each.code
        for each in foresee(reading.scenario, reading.place).warnings
        if "need" in each.facts
    }
    assert told == {
        "S6-HZ-06": "W701",
        "S7-SB-1": "W701",
        "S10-JL": "W702",
        "S3-ZYY-2": "W702",
        "S6-HY-10": "W703",
        "S6-DT-04": "W704",
        "S6-HY-04": "W705",
        "S6-HZ-13": "W706",
        "S9-YH-06": "W707",
    }
