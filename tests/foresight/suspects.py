"""One suspicious world per warning, each with its harmless twin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import builders as b

from matcher.scenario.conditions import Lock, Preference
from matcher.scenario.entities import Area, Team

if TYPE_CHECKING:
    from matcher.scenario import Scenario

Tables = dict[str, tuple[object, ...]]


@dataclass(frozen=True)
class Suspect:
    """
    What must be warned of, and what must not.

    Parameters
    ----------
    code
        Code of the warning.
    table, key, column
        Where it stands.
    bad, fine
        Tables that bring the warning, and like ones that do not.
    says
        Part of its English text.
    """

    code: str
    table: str
    key: str
    column: str
    bad: Mapping[str, object]
    fine: Mapping[str, object]
    says: str = ""

    def worlds(self) -> tuple[Scenario, Scenario]:
        """Return the suspicious and the harmless world."""
        return clean(**self.bad), clean(**self.fine)


def clean(**changes: object) -> Scenario:
    """Return the world of the builders with plausible areas."""
    return b.scenario(**_areas() | changes)


def _need(**changes: object) -> Tables:
    return {"needs": (b.need("n1", **changes),)}


def _person(**changes: object) -> Tables:
    """Return a second person, so that the need is always served."""
    return {"people": (b.person("A"), b.person("B", **changes))}


def _alone(**changes: object) -> Tables:
    return {"people": (b.person("A", **changes),)}


def _programme(**changes: object) -> Tables:
    return {"programmes": (b.programme("IN", **changes),)}


def team(people: int, level: int = 3, **changes: object) -> Tables:
    """Return a team of two roles, and so many people for them."""
    row = {"id": "T", "name": "T", "min_size": 2, "max_size": 2} | changes
    return {
        "people": tuple(b.person(f"P{i}", level=level) for i in range(people)),
        "teams": (Team.model_validate(row),),
        "needs": tuple(b.need(f"n{i}", team="T", role=f"r{i}") for i in range(2)),
    }


def capped(cap: int) -> tuple[object, ...]:
    """Return the units, the host with a cap."""
    return _host(host_cap=cap)["units"]


def _host(**changes: object) -> Tables:
    units = (b.unit("NU", "N1"), b.unit("XU", "X1", **changes), b.unit("XV", "X2"))
    two = {"min_headcount": 2, "max_headcount": 2, "last_day": b.day(4)}
    people = tuple(b.person(f"P{i}") for i in range(3))
    return {"units": units, "people": people, **_need(**two)}


def _beds(beds: int) -> Tables:
    site = b.site("H", beds_female=beds, beds_male=0)
    return {**_host(housing="H"), "housing": (site,)}


def _lock(kind: str, **changes: object) -> Tables:
    row = {"id": "L", "kind": kind, "person": "B", "target": "n1"}
    return {**_person(**changes), "locks": (Lock.model_validate(row),)}


def _wish(target: str, **changes: object) -> Tables:
    wish = Preference(side="person", person="B", target=target, rank=1)
    needs = (b.need("n1"), b.need("n2", specialty="T1", min_headcount=0))
    people = (*_person(**changes)["people"], b.person("C", specialties=("T1",)))
    return {"needs": needs, "people": people, "preferences": (wish,)}


def _areas(**changes: object) -> Tables:
    given = {"altitude_m": 2300, "population": 400_000} | changes
    xining = Area.model_validate({"id": "X1", "name": "X1", "city": "xining"} | given)
    others = [("N1", "nanjing"), ("N2", "nanjing"), ("X2", "xining")]
    rest = (Area.model_validate({"id": i, "name": i, "city": c}) for i, c in others)
    return {"areas": (xining, *rest)}


def _studio(last: int) -> Tables:
    visits = tuple(
        b.need(f"n{i}", studio="G", first_day=b.day(5 * i), last_day=b.day(5 * i + 4))
        for i in range(2)
    )
    people = (
        b.person("A", windows=(b.days(0, last),)),
        b.person("B", windows=(b.days(5, 10),)),
    )
    return {"needs": visits, "people": people, "studios": (b.studio("G"),)}


_FAR = {"windows": (b.days(0, 2),)}

SUSPECTS = (
    Suspect("W701", "needs", "n1", "specialty", _need(specialty="T1"), {}, "T1 T1"),
    Suspect("W702", "needs", "n1", "level", _need(level=4), _need(level=3), "than 3"),
    Suspect(
        "W703",
        "needs",
        "n1",
        "unit",
        _programme(release_areas=("N2",)),
        _programme(release_areas=("N1",)),
        "scope of IN",
    ),
    Suspect(
        "W704",
        "needs",
        "n1",
        "programme",
        _alone(consents=("TO_NANJING",)),
        _alone(consents=("IN",)),
        "Of 1 person(s)",
    ),
    Suspect("W705", "needs", "n1", "unit", _alone(health="pending"), _alone()),
    Suspect("W706", "needs", "n1", "first_day", _alone(**_FAR), _alone(), "3 days"),
    Suspect(
        "W707", "needs", "n1", "", _alone(max_assignments=0), _alone(max_assignments=1)
    ),
    Suspect("W708", "studios", "G", "", _studio(5), _studio(10)),
    Suspect(
        "W711",
        "people",
        "B",
        "specialties",
        _person(specialties=("T1",)),
        _person(specialties=("S2",)),
        "T1 T1",
    ),
    Suspect(
        "W712",
        "people",
        "B",
        "level",
        _person(level=2) | _need(level=3),
        _person(level=3) | _need(level=3),
    ),
    Suspect("W713", "people", "B", "unit", _person(avoid=("XU",)), _person()),
    Suspect("W714", "people", "B", "consents", _person(consents=()), _person()),
    Suspect("W715", "people", "B", "health", _person(health="no"), _person()),
    Suspect("W716", "people", "B", "windows", _person(**_FAR), _person()),
    Suspect("W717", "people", "B", "", _person(max_days=2), _person(max_days=3)),
    Suspect(
        "W721",
        "people",
        "B",
        "windows",
        _person(windows=(b.days(0, 2), b.days(5, 10))),
        _person(windows=(b.days(0, 3), b.days(5, 10))),
        "has 2 days",
    ),
    Suspect("W731", "programmes", "IN", "target", _programme(target=2), {}, "only 1"),
    Suspect("W732", "programmes", "IN", "maximum", _programme(maximum=0), _programme()),
    Suspect("W741", "teams", "T", "", team(1), team(2), "in want: r0、r1"),
    Suspect(
        "W742",
        "teams",
        "T",
        "senior_count",
        team(2, senior_count=1),
        team(2, level=4, senior_count=1),
    ),
    Suspect(
        "W751", "needs", "n1", "min_headcount", _host(host_cap=1), _host(host_cap=2)
    ),
    Suspect("W752", "needs", "n1", "min_headcount", _beds(1), _beds(2), "H has 1"),
    Suspect(
        "W761",
        "locks",
        "L",
        "target",
        _lock("forbid", health="no"),
        _lock("forbid"),
    ),
    Suspect("W762", "locks", "L", "target", _lock("pin", health="no"), _lock("pin")),
    Suspect("W763", "preferences", "person:B:n2", "target", _wish("n2"), _wish("n1")),
    Suspect("W771", "areas", "X1", "altitude_m", _areas(altitude_m=2), _areas()),
    Suspect("W772", "areas", "X1", "population", _areas(population=49), _areas()),
    Suspect("W773", "people", "B", "experience", _person(experience=2005), _person()),
    Suspect(
        "W774",
        "people",
        "B",
        "birth",
        _person(birth=date(2019, 8, 5)),
        _person(birth=date(2007, 3, 1)),
        "is 3 on",
    ),
    Suspect("W775", "programmes", "IN", "longest", _programme(longest=1101), {}),
)
