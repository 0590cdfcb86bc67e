"""A clean plan with one thing broken is caught, on that thing and no other."""

from __future__ import annotations

from string import Formatter

import pytest
from arranged import ARRANGED, POSTS, WORLD
from broken import BREAKAGES
from disarrays_of_events import OF_EVENTS
from disarrays_of_support import OF_SUPPORT
from honest import honest

from matcher.auditor import CHECKS, Finding, audit, breaches
from matcher.language import LANGUAGES, Language
from matcher.rulebook import RULES
from matcher.scenario.base import Mode

DISARRAYS = {**OF_SUPPORT, **OF_EVENTS}


def finding_of(rule: str) -> Finding:
    """Return the one breach of the rule's broken plan."""
    breakage = BREAKAGES[rule]
    (finding,) = breaches(breakage.world, breakage.broken)
    return finding


def test_every_rule_has_a_check_and_is_broken_here() -> None:
    """No rule of the rulebook is missing, in the judge or in this test."""
    assert tuple(CHECKS) == tuple(RULES)
    assert tuple(BREAKAGES) == tuple(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_the_clean_plan_is_clean(rule: str) -> None:
    """Before it is broken, nothing is found in the plan."""
    breakage = BREAKAGES[rule]

    plan = honest(breakage.world, *breakage.clean, arrangements=breakage.arranged)

    assert audit(breakage.world, plan).findings == ()


@pytest.mark.parametrize("rule", RULES)
def test_the_broken_plan_is_caught_on_the_rule(rule: str) -> None:
    """The only finding is a strict one of the rule that was broken."""
    breakage = BREAKAGES[rule]
    report = audit(breakage.world, honest(breakage.world, *breakage.broken))

    assert [(each.slug, each.mode) for each in report.findings] == [(rule, Mode.STRICT)]
    assert not report.clean


@pytest.mark.parametrize("rule", RULES)
def test_facts_are_the_placeholders_of_the_sentence(rule: str) -> None:
    """Both wordings find every fact they name, and no fact is left over."""
    facts = set(finding_of(rule).facts)

    for wording in (RULES[rule].sentence.en, RULES[rule].sentence.zh):
        assert facts == {name for _, name, _, _ in Formatter().parse(wording) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES)
def test_the_sentence_is_printed_with_its_facts(rule: str, language: Language) -> None:
    """Nothing of the machinery shows in the text of a finding."""
    text = finding_of(rule).text(language)

    assert all(mark not in text for mark in ("{", "}", "Text(", "None", "_"))
    assert text.endswith({"en": ".", "zh": "。"}[language])


@pytest.mark.parametrize("rule", RULES)
def test_a_finding_names_its_subjects(rule: str) -> None:
    """The codes of what is concerned are those of the scenario."""
    world, subjects = BREAKAGES[rule].world, finding_of(rule).subjects
    codes = {
        *world.person,
        *world.need,
        *world.unit,
        *world.site,
        *world.team,
        *world.programme,
        *world.phase,
        *world.studio,
        *(lock.id for lock in world.locks),
    }

    assert subjects
    assert set(subjects) <= codes


def test_the_arranged_plan_is_clean() -> None:
    """Before anything is disarrayed, nothing is found in the arrangements."""
    plan = honest(WORLD, *POSTS, arrangements=ARRANGED)

    assert audit(WORLD, plan).findings == ()


@pytest.mark.parametrize("name", DISARRAYS)
def test_each_fault_of_arrangements_is_caught(name: str) -> None:
    """The only finding is the one fault of structure, in plain words."""
    case = DISARRAYS[name]
    plan = honest(case.world, *case.posts, arrangements=case.arranged)
    found = audit(case.world, plan).findings

    assert [(each.slug, each.text("en")) for each in found] == [
        ("structure", case.text)
    ]
