"""What the letters of a plan say, before they have a form."""

from __future__ import annotations

from dataclasses import fields
from typing import TypeVar

import pytest
from builders import day, days
from outgoing import PLAN, material

from matcher.language import LANGUAGES, Language
from matcher.letters.facts import (
    FACTS,
    Award,
    Card,
    Dispatch,
    Handover,
    Invitation,
    Letter,
    Medals,
    Posting,
    Speaker,
    Talk,
)
from matcher.letters.kinds import KINDS
from matcher.letters.letters import letters_of
from matcher.letters.postings import said_day, said_span

LETTERS = letters_of(material())


F = TypeVar("F", Dispatch, Invitation, Speaker, Handover, Card, Medals)


def said(kind: type[F], letters: tuple[Letter, ...] = LETTERS) -> dict[str, F]:
    """Return what the letters of a kind say, by the codes of each."""
    return {
        " ".join(each.codes): each.facts
        for each in letters
        if isinstance(each.facts, kind)
    }


def test_everybody_who_goes_gets_a_notice_of_each_assignment() -> None:
    """There is one notice for each assignment of the plan, in the order of people."""
    expected = [f"{each.person} {each.need}" for each in PLAN.assignments]
    assert list(said(Dispatch)) == expected


def test_a_notice_says_where_when_and_with_whom() -> None:
    """Days are inclusive; bed, leader and local staff are those of the plan."""
    assert said(Dispatch)["P-1 n1"] == Dispatch(
        "The season",
        Posting(
            person="P-1",
            home="City & <State> Hospital",
            home_department="内科",
            host="County hospital",
            department="儿科",
            host_area="X1",
            programme="Posting",
            need="n1",
            specialty="S1",
            arrival="11 March 2023",
            first_day="11 March 2023",
            last_day="30 March 2023",
            term="11 March 2023 to 30 March 2023",
            days="20",
            acclimatisation="",
            team="",
            role="",
            mates="",
            housing="Residence, women's bed 1",
            leader="Deputy head",
            mentees="M-1",
        ),
    )


def test_a_member_of_a_team_is_told_of_the_others() -> None:
    """Team, role and mates are told; a role that says leader says it once."""
    chinese = said(Dispatch, letters_of(material("zh"))).values()
    posts = [each.post for each in chinese if each.post.team]
    assert [(each.team, each.role, each.mates) for each in posts] == [
        ("小组", "组长", "P-3"),
        ("小组", "护士", "P-2"),
    ]


def test_a_host_invites_all_its_guests_by_day() -> None:
    """One invitation lists everybody, to all releasing units once."""
    facts = said(Invitation)["XV"]
    guests = [(each.person, each.need) for each in facts.posts]
    assert guests == [("P-2", "n2"), ("P-3", "n3"), ("P-3", "e1")]
    assert (facts.senders, facts.count) == ("City & <State> Hospital, NV", "3")


def test_a_speaker_is_invited_to_the_sessions_of_the_plan() -> None:
    """Only who speaks is invited to speak, with topic, day, hours and room."""
    talks = {codes: facts.sessions for codes, facts in said(Speaker).items()}
    talk = Talk("On medicine", "10 April 2023", "09:00-11:00", "Hall")
    assert talks == {"P-3 e1": (talk,)}


def test_a_handover_names_both_and_the_days_of_both() -> None:
    """Figures are those of the audit's list; of an unknown leaver the unit is blank."""
    assert said(Handover)["n1 Z P-1"] == Handover(
        plan="The season",
        kind="from the plan before",
        need="n1",
        programme="Posting",
        specialty="S1",
        host="County hospital",
        department="儿科",
        host_area="X1",
        leaver="Z",
        leaver_unit="",
        successor="P-1",
        successor_unit="City & <State> Hospital",
        both="11 March 2023 to 14 March 2023",
        days="4",
    )


def test_a_person_has_one_card_with_all_stays() -> None:
    """The card of who goes twice lists both stays by day."""
    stays = {
        person: [post.need for post in facts.posts]
        for person, facts in said(Card).items()
    }
    assert stays == {"P-1": ["n1"], "P-2": ["n2"], "P-3": ["n3", "e1"], "Q-1": ["n4"]}


def test_medals_go_to_whom_a_rule_for_full_terms_reaches() -> None:
    """There is a list for the city of the hosts, with the words and day of the rule."""
    awards = {
        city: [(each.post.person, each.name, each.day) for each in facts.awards]
        for city, facts in said(Medals).items()
    }
    assert awards == {"xining": [("P-1", "Medal", "30 March 2023")]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_health_family_or_birth_can_be_said(language: Language) -> None:
    """No field of any letter is for it, and no letter holds a date of birth."""
    names = {
        field.name
        for each in (*FACTS.values(), Posting, Talk, Award)
        for field in fields(each)
    }
    private = {"health", "birth", "age", "sex", "family", "recipient", "consents"}
    told = str(letters_of(material(language)))
    assert names & private == set()
    assert "1980" not in told
    assert "慰问信" not in told
    assert "Letter'" not in told


def test_days_are_written_as_letters_write_them() -> None:
    """Without leading zeros, in the words of the language; one day is no span."""
    assert said_day(day(0), "zh") == "2023年3月1日"
    assert said_span(days(0, 31), "zh") == "2023年3月1日至2023年3月31日"
    assert said_span(days(0, 31), "en") == "1 March 2023 to 31 March 2023"
    assert said_span(days(0, 1), "en") == "1 March 2023"


def test_every_kind_says_something_in_the_season() -> None:
    """The season has a letter of every kind, so no kind goes untested."""
    assert {each.kind for each in LETTERS} == set(KINDS) == set(FACTS)
