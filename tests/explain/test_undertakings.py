"""The ledger on phases, studios, learners, contact leaders and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import (
    day,
    days,
    leader,
    need,
    person,
    phase,
    post,
    programme,
    room,
    rules,
    scenario,
    session,
    slot,
    studio,
)

from matcher.explain import ledger
from matcher.plan import Arrangements, Link, Mentorship, Roster
from matcher.scenario import RulePolicy
from matcher.scenario.entities import Commitment

if TYPE_CHECKING:
    from matcher.plan import Assignment
    from matcher.scenario import Policy, Scenario
    from matcher.scenario.entities import Need, Person
    from matcher.scenario.undertakings import Leader, Session

ALONE = Arrangements()

FIRST, SECOND = (days(0, 3),), (days(3, 10),)


def causes(
    world: Scenario, *taken: Assignment, arranged: Arrangements = ALONE
) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return cause and detail of each short need."""
    found = ledger(world, taken, arranged)
    return {each.need: (each.cause, each.detail) for each in found}


PHASES = (phase("f0"), phase("f1", after=("f0",)))


def test_a_phase_waits_for_one_that_does_not_run() -> None:
    """The phase before has a cause of its own, the one after names it."""
    world = scenario(
        needs=(need("n0", phase="f0", specialty="T1"), need("n1", phase="f1")),
        phases=PHASES,
    )

    assert causes(world) == {
        "n0": ("no-specialty", ()),
        "n1": ("phase-blocked", ("f0",)),
    }


@pytest.mark.parametrize(
    ("window", "gaps"),
    [(days(3, 6), {"min_gap": 1}), (days(6, 9), {"max_gap": 2})],
)
def test_a_phase_that_cannot_follow_in_time_is_blocked(
    window: object, gaps: dict[str, int]
) -> None:
    """Who could go would begin too early or too late after the phase before."""
    world = scenario(
        people=(person("A", windows=FIRST), person("B", windows=(window,))),
        needs=(need("n0", phase="f0"), need("n1", phase="f1")),
        phases=(phase("f0"), phase("f1", after=("f0",), **gaps)),
    )

    taken = post(world, "A", "n0", 0, 3)
    assert causes(world, taken) == {"n1": ("phase-blocked", ("f0",))}


def test_a_phase_may_follow_on_the_last_day_that_is_also_the_first() -> None:
    """Gaps as long as the least and the most are in order."""
    world = scenario(
        people=(person("A", windows=FIRST), person("B", windows=(days(4, 7),))),
        needs=(need("n0", phase="f0"), need("n1", phase="f1")),
        phases=(phase("f0"), phase("f1", after=("f0",), min_gap=1, max_gap=1)),
    )

    taken = post(world, "A", "n0", 0, 3)
    assert causes(world, taken) == {"n1": ("not-proven", ())}


def test_a_phase_waits_for_the_last_of_the_phase_before() -> None:
    """Two serve the phase before; the one who ends later counts."""
    world = scenario(
        people=(person("A"), person("B"), person("C", windows=(days(3, 6),))),
        needs=(need("n0", phase="f0", max_headcount=2), need("n1", phase="f1")),
        phases=PHASES,
    )

    early, late = post(world, "A", "n0", 0, 3), post(world, "B", "n0", 4, 10)
    for taken in ((early, late), (late, early)):
        assert causes(world, *taken) == {"n1": ("phase-blocked", ("f0",))}


def test_a_phase_lacks_the_need_that_nobody_can_take() -> None:
    """Somebody is free for one skill, but the mix lacks another, which is named."""
    world = scenario(
        needs=(need("n1", phase="f0"), need("n2", phase="f0", specialty="T1")),
        phases=PHASES[:1],
    )

    assert causes(world) == {
        "n1": ("phase-blocked", ("n2",)),
        "n2": ("no-specialty", ()),
    }


def test_a_phase_lacks_people_for_all_its_needs() -> None:
    """One person who is free for both skills is not enough for both."""
    world = scenario(
        needs=(need("n1", phase="f0"), need("n2", phase="f0")), phases=PHASES[:1]
    )

    both = ("phase-blocked", ("n1", "n2"))
    assert causes(world) == {"n1": both, "n2": both}


def test_a_phase_that_could_run_is_not_proven() -> None:
    """With people for the whole mix in time, nothing of the phase is in the way."""
    world = scenario(
        people=(person("A", windows=FIRST), person("B"), person("C")),
        needs=(need("n0", phase="f0"), need("n1", phase="f1"), need("n2", phase="f1")),
        phases=(phase("f0"), phase("f1", after=("f0",), min_gap=1, max_gap=1)),
    )

    taken = post(world, "A", "n0", 0, 3)
    fine = ("not-proven", ())
    assert causes(world, taken) == {"n1": fine, "n2": fine}


def visits(*studios: str, policy: Policy | None = None, **changes: object) -> Scenario:
    """Return a world with one visit of each named studio, n0 first."""
    return scenario(
        policy=policy or rules(),
        needs=tuple(
            need(f"n{number}", studio=name) for number, name in enumerate(studios)
        ),
        studios=tuple(studio(name) for name in sorted(set(studios))),
        **changes,
    )


def test_a_studio_waits_for_its_master() -> None:
    """Others are free, but the master of the plan is not."""
    world = visits(
        "k", "k", people=(person("A", windows=FIRST), person("B", windows=SECOND))
    )

    taken = post(world, "A", "n0", 0, 3)
    assert causes(world, taken) == {"n1": ("studio-master", ("k",))}
    assert ledger(world, [taken])[0].nearest[1].rules == ("studio",)


def test_a_master_who_is_free_is_no_cause() -> None:
    """The master could make the second visit, too."""
    world = visits("k", "k", people=(person("A"),))

    taken = post(world, "A", "n0", 0, 3)
    assert causes(world, taken) == {"n1": ("not-proven", ())}


def test_a_master_of_another_studio_is_outbid() -> None:
    """Who leads one studio cannot lead a second."""
    world = visits("k", "m", people=(person("A"),))

    taken = post(world, "A", "n0", 0, 3)
    assert causes(world, taken) == {"n1": ("outbid", ("n0",))}


def test_visits_of_one_studio_count_as_one() -> None:
    """A limit of one assignment leaves room for a second visit, not for another."""
    once = (person("A", max_assignments=1),)
    same = visits("k", "k", people=once)
    other = visits("k", "m", people=once, policy=rules(studio="off"))

    found = [causes(each, post(each, "A", "n0", 0, 3)) for each in (same, other)]
    assert found == [{"n1": ("not-proven", ())}, {"n1": ("outbid", ("n0",))}]


def staff(code: str, **changes: object) -> Person:
    """Return somebody at the host who may be raised."""
    row: dict[str, object] = {"unit": "XU", "mentee": True}
    return person(code, **row | changes)


def raising(code: str, **changes: object) -> Need:
    """Return a need whose holders raise one of the local staff, on given days."""
    row: dict[str, object] = {
        "last_day": day(2),
        "mentees_least": 1,
        "mentees_most": 2,
    }
    return need(code, **row | changes)


@pytest.mark.parametrize(
    "local",
    [
        staff("M", mentee=False),
        staff("M", unit="XV"),
        staff("M", specialties=("T1",)),
    ],
)
def test_without_learners_nobody_can_raise_them(local: Person) -> None:
    """The host's staff are no learners, so the host is named."""
    world = scenario(people=(person("A"), local), needs=(raising("n1"),))

    assert causes(world) == {"n1": ("no-mentee", ("XU",))}


@pytest.mark.parametrize(
    ("away", "cause"), [(True, "no-mentee"), (False, "not-proven")]
)
def test_a_learner_who_is_away_cannot_be_raised(away: bool, cause: str) -> None:  # noqa: FBT001 -- a parameter
    """Only a commitment that takes the learner away counts."""
    bound = Commitment(person="M", first_day=day(2), last_day=day(2), away=away)
    world = scenario(
        people=(person("A"), staff("M")), needs=(raising("n1"),), commitments=(bound,)
    )

    assert causes(world)["n1"][0] == cause


def test_a_learner_who_is_sent_out_cannot_be_raised() -> None:
    """A stay of the plan takes the learner away."""
    world = scenario(
        people=(person("A"), staff("M")),
        needs=(raising("n1"), need("n2", programme="OUT", unit="NU")),
    )

    taken = post(world, "M", "n2", 2, 5)
    assert causes(world, taken) == {"n1": ("no-mentee", ("XU",))}


def test_the_successor_unit_is_named() -> None:
    """Who raises the staff of another unit lacks those."""
    wanted = raising("n1", successor_unit="XV")
    world = scenario(people=(person("A"), staff("M")), needs=(wanted,))

    assert causes(world) == {"n1": ("no-mentee", ("XV",))}


@pytest.mark.parametrize(
    ("least", "cause"), [(1, ("no-mentee", ("XU",))), (0, ("not-proven", ()))]
)
def test_a_learner_is_bound_to_a_mentor_who_has_no_other(
    least: int, cause: tuple[str, tuple[str, ...]]
) -> None:
    """Mentors give up learners beyond the least that they must raise."""
    world = scenario(
        people=(person("A"), person("B"), staff("M")),
        needs=(raising("n1"), raising("n2", mentees_least=least)),
    )

    taken = post(world, "B", "n2", 0, 3)
    raised = Arrangements(mentorships=(Mentorship(person="B", need="n2", mentee="M"),))
    assert causes(world, taken, arranged=raised) == {"n1": cause}


def led(*leaders: Leader, **changes: object) -> Scenario:
    """Return a world with leaders for whoever stays three days."""
    tables: dict[str, object] = {
        "policy": rules(contact_leader=RulePolicy(parameters={"long_stay_days": 3})),
        "people": (person("A"), person("B")),
        "needs": (need("n1"), need("n2", unit="XV")),
        "leaders": leaders,
    }
    return scenario(**tables | changes)


def linked(code: str) -> Arrangements:
    """Return the link of A at n1 to a leader."""
    return Arrangements(links=(Link(person="A", need="n1", leader=code),))


@pytest.mark.parametrize(
    "other", [leader("m", load=0), leader("m", areas=("X1",), sectors=("education",))]
)
def test_without_a_leader_for_the_area_there_is_no_leader(other: Leader) -> None:
    """The area whose guests no leader can take any more is named."""
    world = led(leader("l", areas=("X1",)), other)

    taken = post(world, "A", "n1", 0, 3)
    found = causes(world, taken, arranged=linked("l"))
    assert found == {"n2": ("no-leader", ("X2",))}


def test_a_leader_can_pass_a_guest_on() -> None:
    """A leader for everywhere is free for a new guest if another takes the old one."""
    world = led(leader("l"), leader("m", areas=("X1",)))

    taken = post(world, "A", "n1", 0, 3)
    assert causes(world, taken, arranged=linked("l")) == {"n2": ("not-proven", ())}


def test_short_stays_want_no_leader() -> None:
    """Leaders are for those who stay long."""
    world = led(leader("l", load=0), policy=rules())

    assert set(causes(world).values()) == {("not-proven", ())}


def event(*sessions: Session, **changes: object) -> Scenario:
    """Return a world with an event of one room on two days, and two speakers."""
    tables: dict[str, object] = {
        "programmes": (programme("EV", kind="event"),),
        "people": (
            person("A", windows=(days(0, 2),)),
            person("B", specialties=("S2",)),
        ),
        "needs": tuple(
            need(code, programme="EV", specialty="F", shortest=2, longest=2)
            for code in ("n1", "n2")
        ),
        "sessions": sessions,
        "rooms": (room("r"),),
        "slots": tuple(slot(f"t{number}", number) for number in (0, 1)),
    }
    return scenario(**tables | changes)


def held(*talks: tuple[str, str]) -> Arrangements:
    """Return these sessions in these slots, all by A."""
    return Arrangements(
        rosters=tuple(
            Roster(session=talk, slot=slot, room="r", speakers=("A",))
            for talk, slot in talks
        )
    )


@pytest.mark.parametrize(
    "rest",
    [
        (),
        (session("s1", specialty="T1"),),
        (session("s1", slots=("t0",)),),
        (session("s1", rooms=("q",)),),
    ],
)
def test_a_speaker_without_a_session_is_not_sent(rest: tuple[Session, ...]) -> None:
    """All sessions that B could give are held, or have no slot or room left."""
    world = event(session("s0"), *rest)

    taken = post(world, "A", "n1", 0, 2)
    found = causes(world, taken, arranged=held(("s0", "t0")))
    assert found == {"n2": ("no-session", ("EV",))}


@pytest.mark.parametrize("talks", [(("s0", "t0"),), (("s0", "t0"), ("s1", "t1"))])
def test_a_session_is_left_that_is_not_held_or_can_be_given_up(
    talks: tuple[tuple[str, str], ...],
) -> None:
    """B could give the second session, held or not: A speaks in the first, too."""
    world = event(session("s0"), session("s1"))

    taken = post(world, "A", "n1", 0, 2)
    found = causes(world, taken, arranged=held(*talks))
    assert found == {"n2": ("not-proven", ())}


@pytest.mark.parametrize("talks", [(("s0", "t0"),), (("s0", "t0"), ("s1", "t1"))])
def test_a_session_on_another_day_is_not_left(
    talks: tuple[tuple[str, str], ...],
) -> None:
    """B could take over the session of the first day, but comes on the third."""
    world = event(
        session("s0"),
        session("s1", slots=("t1",)),
        people=(person("A", windows=(days(0, 2),)), person("B", windows=(days(2, 4),))),
    )

    taken = post(world, "A", "n1", 0, 2)
    found = causes(world, taken, arranged=held(*talks))
    assert found == {"n2": ("no-session", ("EV",))}


def test_one_of_two_speakers_may_give_up_a_session() -> None:
    """C speaks once, A twice: A can leave the common session to B."""
    world = event(
        session("s0", speakers=2),
        session("s1", specialty="T1"),
        people=(
            person("A", windows=(days(0, 2),), specialties=("S1", "T1")),
            person("B"),
            person("C", windows=(days(0, 2),)),
        ),
        needs=(
            need("n1", programme="EV", shortest=2, longest=2, max_headcount=2),
            need("n2", programme="EV", shortest=2, longest=2),
        ),
    )
    both = Roster(session="s0", slot="t0", room="r", speakers=("A", "C"))
    alone = Roster(session="s1", slot="t1", room="r", speakers=("A",))

    taken = post(world, "A", "n1", 0, 2), post(world, "C", "n1", 0, 2)
    found = causes(world, *taken, arranged=Arrangements(rosters=(both, alone)))
    assert found == {"n2": ("not-proven", ())}


def test_who_speaks_already_needs_no_other_session() -> None:
    """A could serve a second need of the event and has spoken."""
    world = event(
        session("s0"),
        people=(person("A"),),
        needs=tuple(need(code, programme="EV") for code in ("n1", "n2")),
    )

    taken = post(world, "A", "n1", 0, 2)
    found = causes(world, taken, arranged=held(("s0", "t0")))
    assert found == {"n2": ("not-proven", ())}


RULES = {
    "phases": scenario(
        needs=(need("n1", phase="f1"),),
        phases=(phase("f0"), phase("f1", after=("f0",))),
    ),
    "mentoring": scenario(needs=(raising("n1"),)),
    "contact-leader": led(leader("l", load=0), needs=(need("n1"),)),
    "event": event(session("s", specialty="T1"), needs=(need("n1", programme="EV"),)),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_is_not_strict_is_no_cause(rule: str) -> None:
    """What a strict rule forbids, a soft one only makes dear."""
    world = RULES[rule]
    strict = causes(world)["n1"][0]
    mild = world.policy.model_copy(
        update={"rules": world.policy.rules | {rule: RulePolicy(mode="soft")}}
    )

    assert strict != "not-proven"
    assert causes(world.model_copy(update={"policy": mild}))["n1"][0] == "not-proven"
