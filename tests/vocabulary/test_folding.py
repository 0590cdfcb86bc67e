"""What two spellings of one name have in common, and what they need not."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from matcher.vocabulary import VOCABULARIES, fold, vocabulary
from matcher.vocabulary.entries import DATA

OURS = [
    spelling
    for slug in VOCABULARIES
    for entry in vocabulary(slug).entries
    for spelling in entry.spellings
]

TABLE = (DATA / "traditional.txt").read_text(encoding="utf-8").split()

TRADITIONAL = {line[0]: line[1:] for line in TABLE}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("醫療", "医疗"),
        ("湟中區", "湟中区"),
        ("大通縣", "大通县"),
        ("後勤", "后勤"),
        ("骨幹", "骨干"),
        ("衞生", "卫生"),
        ("西寧市", "西宁市"),
        (" 心 血管　内科 ", "心血管内科"),
        ("高级教师（小学）", "高级教师(小学)"),
        ("高级教师（小学）", "高级教师小学"),
        ("大通・县", "大通·县"),
        ("ＹＬ０３．０４", "yl03.04"),
        ("ｘ线", "X线"),
    ],
)
def test_spellings_of_one_name_fold_alike(written: str, meant: str) -> None:
    """Width, case, script, blanks, dots and brackets do not matter."""
    assert fold(written) == fold(meant)


@pytest.mark.parametrize(
    ("one", "other"),
    [("小学", "中学"), ("YL03.04", "YL0304"), ("A-1", "A1"), ("", "县")],
)
def test_what_matters_is_kept(one: str, other: str) -> None:
    """Characters, full stops and hyphens tell names apart."""
    assert fold(one) != fold(other)


@given(st.text())
@example("e(\u0301)")
@example("a \u0300")
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded text is as folded as it gets."""
    assert fold(fold(text)) == fold(text)


@given(st.data())
def test_our_names_fold_alike_in_both_scripts(data: st.DataObject) -> None:
    """A name with any of its characters written traditionally is the same name."""
    name = data.draw(st.sampled_from(OURS))
    written = "".join(
        data.draw(st.sampled_from(each + TRADITIONAL.get(each, ""))) for each in name
    )

    assert fold(written) == fold(name)


def test_no_character_is_both_simplified_and_traditional() -> None:
    """What we write as it is stays as it is, and no two lines contradict each other."""
    traditional = "".join(line[1:] for line in TABLE)

    assert len(set(traditional)) == len(traditional)
    assert set(traditional).isdisjoint(TRADITIONAL)
    assert set(traditional).isdisjoint("".join(OURS))
