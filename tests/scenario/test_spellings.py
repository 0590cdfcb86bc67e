"""Every word of the tables is said, meant and understood in both languages."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from matcher.scenario import TABLES, base
from matcher.scenario.base import (
    Direction,
    Effect,
    Entity,
    Health,
    Kind,
    LockKind,
    Mode,
    Sex,
)
from matcher.scenario.contents import Contents
from matcher.scenario.meanings import about, meaning, meaning_of, meanings
from matcher.scenario.policy import GoalPolicy, Policy, RulePolicy
from matcher.scenario.spellings import SPELLINGS, label, spelt
from matcher.vocabulary import fold

KINDS: list[type[StrEnum]] = [
    kind
    for kind in vars(base).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum)
]
MEMBERS = [member for kind in KINDS for member in kind]
ENTITIES: list[type[Entity]] = [
    *TABLES.values(),
    *(Contents, Policy, RulePolicy, GoalPolicy),
]
FIELDS = [
    (entity, field)
    for entity in ENTITIES
    for field in entity.model_fields
    if field not in TABLES or entity is not Contents
]
EXAMPLES = re.compile("[“”‘’…；]|员级|助理|中级|副高|正高|医疗|教育|产业|四地")
"""What an English sentence may quote from Chinese data."""


def is_chinese(text: str) -> bool:
    """Return whether the text holds a Han character."""
    return re.search("[\u4e00-\u9fff]", text) is not None


def both(english: str, chinese: str) -> bool:
    """Return whether one text is English, the other Chinese, and each is a sentence."""
    return (
        english != chinese
        and not is_chinese(EXAMPLES.sub("", english))
        and is_chinese(chinese)
        and re.search(r"[.…]$", english) is not None
        and re.search("[。…]$", chinese) is not None
    )


# --- meanings -----------------------------------------------------------------------


@pytest.mark.parametrize(("entity", "field"), FIELDS)
def test_every_field_is_explained_in_both_languages(
    entity: type[Entity], field: str
) -> None:
    """The docstring of a field has an English line and a Chinese one, no more."""
    assert both(meaning(entity, field, "en"), meaning(entity, field, "zh"))
    assert len(meanings(entity, field).splitlines()) == 2


@pytest.mark.parametrize("kind", [*ENTITIES, *KINDS])
def test_every_table_and_choice_is_explained_in_both_languages(
    kind: type[Entity | StrEnum],
) -> None:
    """The docstring of a class begins with an English and a Chinese paragraph."""
    assert both(about(kind, "en"), about(kind, "zh"))


@pytest.mark.parametrize("member", MEMBERS)
def test_every_word_is_explained_in_both_languages(member: StrEnum) -> None:
    """The docstring of a member has an English line and a Chinese one."""
    assert both(meaning_of(member, "en"), meaning_of(member, "zh"))


# --- spellings ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_choice_has_spellings_that_tell_its_words_apart(
    kind: type[StrEnum],
) -> None:
    """No spelling stands for two words, and every word has its Chinese label."""
    spellings = [
        fold(text)
        for member in kind
        for text in (member.value, *SPELLINGS[kind][member])
    ]

    assert list(SPELLINGS[kind]) == list(kind)
    assert len(spellings) == len(set(spellings)) == len(spelt(kind))
    assert all(is_chinese(label(member, "zh")) for member in kind)
    assert [label(member, "en") for member in kind] == list(kind)


@pytest.mark.parametrize("member", MEMBERS)
def test_every_spelling_is_understood(member: StrEnum) -> None:
    """The value, in upper case or full width, and each Chinese word lead back to it."""
    known = spelt(type(member))
    wide = "".join(
        chr(ord(each) + 0xFEE0) if each.isalpha() else each for each in member.value
    )
    for text in (member.value.upper(), wide, *SPELLINGS[type(member)][member]):
        assert known[fold(text)] is member


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("女", Sex.FEMALE),
        ("不合格", Health.NO),
        ("體檢合格", Health.YES),
        ("掛職", Kind.SECONDMENT),
        ("“三支”幫扶", Kind.SUPPORT_POSTING),
        ("論壇", Kind.EVENT),
        ("採暖期", Effect.HEATING),
        ("鎖定接收單位", LockKind.PIN_HOST),
        ("Pin_Host", LockKind.PIN_HOST),
        ("南京赴西寧", Direction.TO_XINING),
        ("嚴格", Mode.STRICT),
    ],
)
def test_words_are_understood_as_planners_write_them(
    text: str, member: StrEnum
) -> None:
    """Simplified, traditional and English words stand for the same."""
    assert spelt(type(member))[fold(text)] is member


@pytest.mark.parametrize(("kind", "text"), [(Sex, "男女"), (Kind, "帮扶"), (Mode, "")])
def test_a_word_that_says_nothing_certain_is_not_guessed(
    kind: type[StrEnum], text: str
) -> None:
    """A word that no spelling is, or that several could be, stands for nothing."""
    assert fold(text) not in spelt(kind)
