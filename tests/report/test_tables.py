"""The frames for notebooks: values, types, empty plans, agreement with the audit."""

from __future__ import annotations

import every_system
from builders import day, days, need, person, plan, post, programme, rules, scenario
from builders import unit as unit_of
from pandas import DataFrame, Timestamp
from small_year import PLAN, WORLD

import matcher
from matcher.auditor import audit
from matcher.plan import Shortage
from matcher.report.tables import tables
from matcher.scenario import RulePolicy, Scenario

SPRING = {"first_day": day(0), "last_day": day(99)}
LONG = {"shortest": 25, "longest": 25, **SPRING}


def _world() -> Scenario:
    """Return a spring with codes that look like numbers and names like nothing."""
    high = {"acclimatisation_above_m": 2000, "acclimatisation_days": 2}
    free = {"windows": (days(0, 100),)}
    return scenario(
        horizon=days(0, 100),
        policy=rules(availability=RulePolicy(parameters=dict(high))),
        units=(
            unit_of("0070", "X1", name="NA", name_en="None"),
            unit_of("NU", "N1", name="鼓楼", name_en="Gulou"),
        ),
        programmes=(
            programme("IN", target=3, longest=30),
            programme("OUT", direction="TO_NANJING"),
        ),
        people=(
            person("0012", level=4, experience=11, **free),
            person("0100", unit="0070", **free),
        ),
        needs=(
            need("0031", unit="0070", level=3, **LONG),
            need("0032", unit="0070", **SPRING),
            need("0033", unit="NU", programme="OUT", **SPRING),
        ),
    )


LAND = _world()
DECIDED = plan(
    LAND,
    post(LAND, "0100", "0033", 92, 95),
    post(LAND, "0012", "0032", 58, 61),
    post(LAND, "0012", "0031", 31, 56),
)
FRAMES = tables(LAND, DECIDED)
SYSTEMS = tables(every_system.WORLD, every_system.PLAN)


def rows(frame: DataFrame) -> list[tuple[object, ...]]:
    """Return the rows of a frame."""
    return list(frame.itertuples(index=False, name=None))


def types(frame: DataFrame) -> dict[str, str]:
    """Return the name of the type of each column."""
    return {str(name): str(kind) for name, kind in frame.dtypes.items()}


def test_an_assignment_has_everything_in_its_row() -> None:
    """Codes, names, days, what is asked and what it is worth stand side by side."""
    fit = LAND.policy.number
    assert FRAMES["assignments"].iloc[0].to_dict() == {
        "person": "0012",
        "releasing_unit": "NU",
        "releasing_unit_name": "鼓楼",
        "need": "0031",
        "programme": "IN",
        "direction": "TO_XINING",
        "host": "0070",
        "host_name": "NA",
        "host_area": "X1",
        "arrival": Timestamp("2023-03-30"),
        "start": Timestamp("2023-04-01"),
        "end": Timestamp("2023-04-26"),
        "days_on_post": 25,
        "days_away": 27,
        "specialty": "S1",
        "level": 4,
        "team": "",
        "role": "",
        "leader": False,
        "fit": fit("fit", "exact") + fit("fit", "level") + 2 * fit("fit", "experience"),
    }


def test_assignments_stand_by_person_and_day() -> None:
    """The order of the plan file means nothing."""
    pairs = FRAMES["assignments"][["person", "need"]]
    assert rows(pairs) == [("0012", "0031"), ("0012", "0032"), ("0100", "0033")]


def test_codes_and_names_stay_text() -> None:
    """The code 0012 is not the number 12, and the name NA is not nothing."""
    frame = FRAMES["assignments"]
    assert list(frame["person"]) == ["0012", "0012", "0100"]
    assert list(frame["host_name"]) == ["NA", "NA", "鼓楼"]
    assert int(frame.isna().to_numpy().sum()) == 0


def test_names_are_in_the_language_of_the_scenario() -> None:
    """An English scenario has English names."""
    frame = tables(LAND.model_copy(update={"language": "en"}), DECIDED)["assignments"]
    assert list(frame["releasing_unit_name"]) == ["Gulou", "Gulou", "None"]


def test_roles_and_leaders_of_teams_are_told() -> None:
    """The members of a team have its code and their roles."""
    frame = tables(WORLD, PLAN)["assignments"][["team", "role", "leader"]]
    assert rows(frame) == [
        ("M", "lead", True),
        ("M", "nurse", False),
        ("", "", False),
    ]


def test_agreement_has_a_line_for_each_programme() -> None:
    """People are counted once; without a target nothing is missing, not even 0."""
    assert rows(FRAMES["agreement"].astype("object").fillna("–")) == [
        ("IN", "TO_XINING", "people", 3, 1, 1, 2),
        ("OUT", "TO_NANJING", "people", "–", 1, 1, "–"),
    ]


def test_months_count_everybody_away_once() -> None:
    """
    A month counts people, from the day of arrival to the last day.

    March has an acclimatisation only; two stays in April are one person; the term
    that ends with April does not touch May, which lies between the stays.
    """
    months = [Timestamp(2023, month, 1) for month in (3, 4, 5, 6)]
    assert list(FRAMES["months"]["month"]) == [each for each in months for _ in "io"]
    assert list(FRAMES["months"]["direction"]) == ["TO_XINING", "TO_NANJING"] * 4
    assert list(FRAMES["months"]["people"]) == [1, 0, 1, 0, 0, 0, 0, 1]


def test_shortages_join_what_the_cause_speaks_of() -> None:
    """The ledger has one row for each need; the codes of the detail are one text."""
    short = Shortage(need="0032", posts=2, cause="outbid", detail=("0031", "0033"))
    decided = plan(LAND).model_copy(update={"shortages": (short,)})
    frame = tables(LAND, decided)["shortages"]
    assert rows(frame) == [("0032", 2, "outbid", "0031；0033")]


def test_rungs_stand_in_the_order_of_the_ladder() -> None:
    """Each rung has what it reached, what is proven and how far it may be off."""
    found = rows(tables(WORLD, PLAN)["rungs"])
    assert [row[:2] for row in found] == list(audit(WORLD, PLAN).rungs)
    assert found[4] == ("fit", "", "max", 26, 26, 27, 1 / 27, "FEASIBLE")
    assert found[5] == ("cost", "", "min", 9900, 9900, 9900, 0.0, "OPTIMAL")


def test_sums_agree_with_the_audit() -> None:
    """What a notebook adds up is what the judge counted."""
    judged, frame = audit(LAND, DECIDED), FRAMES["assignments"]
    days_away = frame.groupby("person")["days_away"].sum()
    figures = judged.figures
    assert judged.rungs["fit", ""] == frame["fit"].sum()
    assert days_away.to_dict() == {each.person: each.days for each in figures.people}
    assert frame.groupby("programme").size().to_dict() == {
        each.programme: each.assignments for each in figures.programmes
    }
    assert list(FRAMES["agreement"]["counted"]) == [
        each.counted for each in figures.programmes
    ]


def test_an_empty_plan_has_the_same_columns() -> None:
    """Without assignments frames keep columns and types; programmes keep their line."""
    empty = tables(LAND, plan(LAND))
    assert {name: len(frame) for name, frame in empty.items() if len(frame)} == {
        "agreement": 2,
        "exchange": len(("N1/X1", "N2/X2", "March", "April", "May", "June")),
    }
    full = tables(every_system.WORLD, every_system.PLAN)
    assert {name: types(frame) for name, frame in empty.items()} == {
        name: types(frame) for name, frame in full.items()
    }


def test_types_are_those_of_the_values() -> None:
    """Days are dates, counts are whole numbers, what may be absent is nullable."""
    by_type: dict[str, set[str]] = {}
    for frame in FRAMES.values():
        for column, kind in types(frame).items():
            by_type.setdefault(kind, set()).add(column)
    texts = by_type.pop("str")
    assert {kind: " ".join(sorted(names)) for kind, names in by_type.items()} == {
        "datetime64[us]": "arrival day end month start",
        "Int64": "shortfall target wanted",
        "bool": "fits held leader met",
        "float64": "gap",
        "int64": "best bound counted days_away days_on_post days_to_nanjing "
        "days_to_xining fit found level nights number overlap people planned posts "
        "seated seats to_nanjing to_xining value",
    }
    assert not any(texts & names for names in by_type.values())


def test_arrangements_have_the_days_of_their_assignment() -> None:
    """Mentorships and links have the term, beds the stay and the guest's sex."""
    first, last = Timestamp("2023-03-01"), Timestamp("2023-03-21")
    assert rows(SYSTEMS["mentorships"])[:2] == [
        ("A", "n1", "XU", first, last, "M1"),
        ("A", "n1", "XU", first, last, "M2"),
    ]
    assert rows(SYSTEMS["links"])[0] == ("A", "n1", "XU", first, last, "L1")
    assert rows(SYSTEMS["beds"])[1] == (
        *("A", "n1", "H", "female", 1, first, last, 20),
    )


def test_sessions_stand_with_slot_room_and_speakers() -> None:
    """A session that is held has its day; one that is not has none."""
    held, idle = rows(SYSTEMS["sessions"])
    first, other = SYSTEMS["sessions"]["day"].isna()
    assert held == (
        *("k1", "FORUM", "论内科", True, "t1", Timestamp("2023-04-10")),
        *("09:00-11:00", "r1", "A", 30, 50),
    )
    assert idle[:5] == ("k2", "FORUM", "论教学", False, "")
    assert idle[6:] == ("", "", "", 0, 0)
    assert (first, other) == (False, True)
    assert rows(SYSTEMS["seating"]) == [("k1", "d1", 30)]


def test_records_of_the_judge_have_their_rows() -> None:
    """Handovers, care, exchange and provisions are those of the audit."""
    judged = audit(every_system.WORLD, every_system.PLAN).records
    handed, acts = SYSTEMS["handovers"], SYSTEMS["care"]
    assert list(zip(handed["leaver"], handed["successor"], strict=True)) == [
        (each.leaver, each.successor) for each in judged.handovers
    ]
    assert list(zip(acts["rule"], acts["person"], strict=True)) == [
        (each.rule, each.person) for each in judged.care
    ]
    pairs = SYSTEMS["exchange"][SYSTEMS["exchange"]["by"] == "pair"]
    assert list(pairs["key"]) == ["；".join(each.key) for each in judged.exchange.pairs]
    assert list(pairs["to_xining"]) == [
        each.to_xining for each in judged.exchange.pairs
    ]
    facts = [fact for each in judged.provisions for fact in each.facts]
    assert list(SYSTEMS["provisions"]["found"]) == [fact.found for fact in facts]
    assert list(SYSTEMS["provisions"]["met"]) == [fact.met for fact in facts]


def test_the_face_gives_the_same_frames() -> None:
    """``matcher.tables`` is this room, opened on first use."""
    for name, frame in matcher.tables(LAND, DECIDED).items():
        assert frame.equals(FRAMES[name])
