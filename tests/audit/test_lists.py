"""The handover list and the two-direction ledger, written out by hand."""

from __future__ import annotations

from builders import day, days, need, person, post, programme, rules, scenario
from listed import LOCAL, raising, records

from matcher.auditor import ExchangeRecord, HandoverRecord, Records
from matcher.scenario import RulePolicy, Scenario
from matcher.scenario.entities import Pairing
from matcher.scenario.undertakings import Leaver

# --- handovers ------------------------------------------------------------------


def rotation(**wanted: object) -> Scenario:
    """Return a world of three holders of one need, who overlap by one or two days."""
    overlap = RulePolicy(parameters={"least_days": 1, "most_days": 2})
    return scenario(
        policy=rules(handover=overlap),
        programmes=(programme("IN", mentees_most=2),),
        people=(
            *(person(code) for code in "ABC"),
            person("M", **LOCAL),
            person("N", unit="XV", mentee=True),
        ),
        needs=(need("n1", shortest=1, longest=10, max_headcount=3, **wanted),),
        leavers=(Leaver(need="n1", person="Z", last_day=day(2)),),
    )


def test_handovers_follow_one_another() -> None:
    """From the leaver of the plan before to A, to C and to B, who comes too late."""
    world = rotation(handover=True)
    found = records(
        world,
        post(world, "A", "n1", 1, 5),
        post(world, "B", "n1", 9, 10),
        post(world, "C", "n1", 4, 8),
    ).handovers

    assert found == (
        HandoverRecord("n1", "Z", "A", days(1, 3), "before", fits=True),
        HandoverRecord("n1", "A", "C", days(4, 5), "plan", fits=True),
        HandoverRecord("n1", "C", "B", None, "plan", fits=False),
    )


def test_both_are_there_no_longer_than_the_successor() -> None:
    """A leaves on day 2, before Z does, and has served with Z all the time."""
    world = rotation(handover=True)
    (found,) = records(world, post(world, "A", "n1", 0, 2)).handovers

    assert found == HandoverRecord("n1", "Z", "A", days(0, 2), "before", fits=False)


def test_a_leaver_hands_over_whatever_the_need_asks() -> None:
    """Where no handover is asked for, the leaver's is listed, and any will do."""
    world = rotation()
    found = records(
        world, post(world, "A", "n1", 5, 8), post(world, "B", "n1", 5, 8)
    ).handovers

    assert found == (HandoverRecord("n1", "Z", "A", None, "before", fits=True),)


def test_local_staff_take_over() -> None:
    """Whom A raises at the unit that takes over; nobody, where none is named."""
    named, unnamed = rotation(successor_unit="XV"), rotation()
    (_, found) = records(
        named, post(named, "A", "n1", 3, 6), arrangements=raising(("A", "n1", "N"))
    ).handovers
    (only,) = records(
        unnamed, post(unnamed, "A", "n1", 3, 6), arrangements=raising(("A", "n1", "M"))
    ).handovers

    assert found == HandoverRecord("n1", "A", "N", days(3, 6), "local", fits=True)
    assert only.kind == "before"


def test_handovers_are_sorted_by_need_and_day() -> None:
    """The order of the plan means nothing."""
    world = scenario(
        people=tuple(person(code) for code in "ABCD"),
        needs=tuple(need(code, handover=True, max_headcount=2) for code in ("a", "b")),
    )
    found = records(
        world,
        post(world, "A", "b", 0, 3),
        post(world, "B", "b", 3, 6),
        post(world, "C", "a", 5, 8),
        post(world, "D", "a", 7, 10),
    ).handovers

    assert [(each.need, each.successor) for each in found] == [("a", "D"), ("b", "B")]


# --- the two-direction ledger ---------------------------------------------------


def both_ways() -> Records:
    """Return the records of two guests from NU, one from NV, and one sent to NU."""
    world = scenario(
        policy=rules(availability=RulePolicy(parameters={"acclimatisation_days": 1})),
        horizon=days(0, 40),
        pairings=(
            Pairing(first="X1", second="N1"),
            Pairing(first="N2", second="X2"),
            Pairing(first="NU", second="XU"),
        ),
        people=tuple(
            person(code, unit=unit, windows=(days(-1, 40),))
            for code, unit in (("A", "NU"), ("B", "NU"), ("V", "NV"), ("L", "XU"))
        ),
        needs=(
            need("x1", last_day=day(39), longest=10, max_headcount=3),
            need("x2", unit="XV", last_day=day(39)),
            need("n1", programme="OUT", unit="NU", specialty="G", last_day=day(39)),
        ),
    )
    return records(
        world,
        post(world, "A", "x1", 28, 33),  # arrives on 28 March, leaves on 2 April
        post(world, "B", "x2", 1, 4),
        post(world, "V", "x1", 5, 8),
        post(world, "L", "n1", 5, 8),
    )


def test_pairs_of_areas() -> None:
    """Those that are bound are listed always, Nanjing first; others if used."""
    assert both_ways().exchange.pairs == (
        ExchangeRecord(("N1", "X1"), 1, 1, 6, 3),
        ExchangeRecord(("N1", "X2"), 1, 0, 4, 0),
        ExchangeRecord(("N2", "X1"), 1, 0, 4, 0),
        ExchangeRecord(("N2", "X2"), 0, 0, 0, 0),
    )


def test_sectors() -> None:
    """The sector is that of the need."""
    assert both_ways().exchange.sectors == (
        ExchangeRecord(("education",), 0, 1, 0, 3),
        ExchangeRecord(("medical",), 3, 0, 14, 0),
    )


def test_units() -> None:
    """A unit has what it releases and what it hosts."""
    assert both_ways().exchange.units == (
        ExchangeRecord(("NU",), 2, 1, 10, 3),
        ExchangeRecord(("NV",), 1, 0, 4, 0),
        ExchangeRecord(("XU",), 2, 1, 10, 3),
        ExchangeRecord(("XV",), 1, 0, 4, 0),
    )


def test_months() -> None:
    """A stay over the end of a month counts in both, with the days inside each."""
    assert both_ways().exchange.months == (
        ExchangeRecord(("2023-03",), 3, 1, 4 + 4 + 4, 3),
        ExchangeRecord(("2023-04",), 1, 0, 2, 0),
    )
