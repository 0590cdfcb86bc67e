"""Facts are printed with names and codes, in the reader's language."""

from __future__ import annotations

from builders import post, scenario, unit
from judges import altered, only_finding

from matcher.auditor.wording import joined, named, phrase, word
from matcher.language import mark
from matcher.rulebook import Text
from matcher.scenario.base import City, Direction, LockKind, Sex
from matcher.scenario.entities import Team


def test_a_name_stands_with_its_code() -> None:
    """English takes the English name, or else the Chinese one."""
    both = unit("XU", "X1", name="第一医院", name_en="First Hospital")
    one = unit("XU", "X1", name="第一医院")

    assert named(both) == Text(en="First Hospital (XU)", zh="第一医院（XU）")
    assert named(one) == Text(en="第一医院 (XU)", zh="第一医院（XU）")


def test_a_name_that_is_the_code_stands_once() -> None:
    """Nothing is said twice."""
    assert named(unit("XU", "X1")) == Text(en="XU", zh="XU")


def test_a_team_has_one_name() -> None:
    """Teams have no English name."""
    team = Team(id="T", name="眼科组", min_size=1, max_size=2)

    assert named(team) == Text(en="眼科组 (T)", zh="眼科组（T）")


def test_lists_are_joined_as_each_language_does() -> None:
    """Facts of all sorts make one list."""
    assert joined([Text(en="one", zh="一"), 2, "three"]) == Text(
        en="one, 2, three", zh="一、2、three"
    )


def test_phrases_fill_facts_in_each_language() -> None:
    """A fact in two languages is taken in the language of the phrase."""
    made = phrase(mark("{count} of {name}"), count=2, name=Text(en="X", zh="西"))

    assert made.en == "2 of X"
    assert made.zh.endswith("西")


def test_every_code_has_a_word() -> None:
    """What planners write as a code is printed as a word."""
    for kind in (City, Direction, LockKind, Sex):
        for value in kind:
            assert word(value).en


def test_a_finding_speaks_both_languages() -> None:
    """Names follow the language of the sentence."""
    world = scenario(units=(unit("NU", "N1"), unit("XU", "X1", host_cap=0)))
    world = altered(world, "units", "XU", name="第一医院", name_en="First Hospital")
    finding = only_finding(world, post(world, "A", "n1", 0, 3))

    assert finding.text("en").startswith("First Hospital (XU) ")
    assert finding.text("zh").startswith("第一医院（XU）")
