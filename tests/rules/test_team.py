"""team: a team goes whole, on the same dates, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import need, person, post, rules, scenario
from judges import both_allow, both_concede, both_forbid, only_finding

from matcher.scenario.entities import Team

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def teamed(mode: str = "strict", **team: object) -> Scenario:
    """Return a world with a team of a leader, up to two doctors and perhaps a nurse."""
    row: dict[str, object] = {"id": "T", "name": "T", "min_size": 2, "max_size": 4}
    role = {"team": "T", "level": 1, "longest": 5}
    return scenario(
        policy=rules(team=mode),
        people=(person("A", level=4), *(person(code) for code in "BCDE")),
        teams=(Team.model_validate(row | team),),
        needs=(
            need("lead", role="lead", leader=True, **role),
            need("doctor", role="doctor", max_headcount=3, **role),
            need("nurse", role="nurse", min_headcount=0, **role),
            need("other"),
        ),
    )


def test_a_whole_team_is_fine() -> None:
    """Every role that must be there is there; the nurse is optional."""
    world = teamed()
    lead, doctor = post(world, "A", "lead", 0, 3), post(world, "B", "doctor", 0, 3)

    both_allow(world, lead, doctor)
    both_allow(world, lead, doctor, post(world, "C", "nurse", 0, 3))


def test_a_team_may_stay_at_home() -> None:
    """Without any assignment of its roles a team is no breach."""
    world = teamed()

    both_allow(world)
    both_allow(world, post(world, "A", "other", 0, 3))


def test_a_missing_role_is_forbidden() -> None:
    """Two doctors and a nurse are enough people, but nobody leads."""
    world = teamed()
    wrong = post(world, "A", "doctor", 0, 3), post(world, "B", "nurse", 0, 3)

    both_forbid(world, "team", *wrong)
    assert (
        only_finding(world, *wrong).text("en")
        == "Team T is not whole: role lead has 0 of at least 1."
    )


def test_the_optional_role_alone_is_forbidden() -> None:
    """A role that may be empty does not go without the others."""
    world = teamed(min_size=1)

    both_forbid(world, "team", post(world, "A", "nurse", 0, 3))


def test_the_size_has_limits() -> None:
    """Two to three members: two and three are fine, four are too many."""
    world = teamed(max_size=3)
    members = [
        post(world, "A", "lead", 0, 3),
        *(post(world, code, "doctor", 0, 3) for code in "BCD"),
    ]

    both_allow(world, *members[:2])
    both_allow(world, *members[:3])
    both_forbid(world, "team", *members)


def test_too_small_a_team_is_forbidden() -> None:
    """All roles are filled, but three members are asked for."""
    world = teamed(min_size=3)
    pair = post(world, "A", "lead", 0, 3), post(world, "B", "doctor", 0, 3)

    both_forbid(world, "team", *pair)
    both_allow(world, *pair, post(world, "C", "nurse", 0, 3))


def test_senior_members_are_counted_in_every_role() -> None:
    """One member of level 4 is there, whichever role A takes."""
    one, two = teamed(senior_count=1), teamed(senior_count=2)

    both_allow(one, post(one, "A", "lead", 0, 3), post(one, "B", "doctor", 0, 3))
    both_allow(one, post(one, "B", "lead", 0, 3), post(one, "A", "doctor", 0, 3))
    both_forbid(
        one, "team", post(one, "B", "lead", 0, 3), post(one, "C", "doctor", 0, 3)
    )
    both_forbid(
        two, "team", post(two, "A", "lead", 0, 3), post(two, "B", "doctor", 0, 3)
    )


def test_the_level_that_counts_as_senior_is_the_teams() -> None:
    """With level 3 as senior, everyone here is."""
    world = teamed(senior_level=3, senior_count=2)

    both_allow(world, post(world, "A", "lead", 0, 3), post(world, "B", "doctor", 0, 3))


def test_all_terms_are_the_same() -> None:
    """Another start, or another end, breaks the team."""
    world = teamed()
    lead = post(world, "A", "lead", 0, 4)

    both_allow(world, lead, post(world, "B", "doctor", 0, 4))
    both_forbid(world, "team", lead, post(world, "B", "doctor", 1, 4))
    both_forbid(world, "team", lead, post(world, "B", "doctor", 0, 3))


def test_a_soft_team_counts_teams() -> None:
    """However much is missing, a team is one unit."""
    world = teamed("soft", min_size=4, senior_count=3)
    moved = post(world, "B", "doctor", 0, 3), post(world, "C", "doctor", 1, 4)

    both_concede(world, {"team": 1}, *moved)
    assert only_finding(world, *moved).text("en") == (
        "Team T is not whole: role lead has 0 of at least 1, 2 members instead of 4 "
        "to 4, 0 of at least 3 senior members, the terms differ."
    )
