"""Letters on disk: which, under what names, and never by accident."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from builders import plan, post
from outgoing import PLAN, WORLD, material

import matcher
from matcher.errors import AuditError, OutputError
from matcher.extras import ExtraError
from matcher.letters.facts import Letter
from matcher.letters.letters import letters_of
from matcher.letters.writing import chosen, filled

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = letters_of(material())


def names(*letters: Letter, folder: Path) -> list[str]:
    """Return the names of the files of letters."""
    return [path.name for path in filled(letters, folder, "en")[0]]


def test_all_letters_are_written_under_stable_codes(tmp_path: Path) -> None:
    """Files are named by kind and codes, in the language of the scenario."""
    paths = matcher.write_letters(WORLD, PLAN, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        path.name for path in paths
    )
    assert tmp_path / "派遣通知书-P-1-n1.docx" in paths
    assert tmp_path / "交接书-n1-Z-P-1.docx" in paths
    assert tmp_path / "奖牌名单-xining.docx" in paths


def test_a_letter_is_not_overwritten_unasked(tmp_path: Path) -> None:
    """A letter that was filled in by hand stays; nothing else is written either."""
    (tmp_path / "联系卡-P-1.docx").write_bytes(b"filled in")
    with pytest.raises(OutputError, match="联系卡-P-1"):
        matcher.write_letters(WORLD, PLAN, tmp_path)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"filled in"]
    matcher.write_letters(WORLD, PLAN, tmp_path, force=True)
    assert (tmp_path / "联系卡-P-1.docx").read_bytes().startswith(b"PK")


def test_of_a_faulty_plan_no_letter_is_written(tmp_path: Path) -> None:
    """What the audit finds fault with is not sent to anybody."""
    faulty = plan(WORLD, post(WORLD, "P-1", "n1", 10, 12))
    with pytest.raises(AuditError):
        matcher.write_letters(WORLD, faulty, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_without_the_extra_it_is_told_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing package is an error with the command that installs it."""
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    monkeypatch.delitem(sys.modules, "matcher.letters.rendering", raising=False)
    with pytest.raises(ExtraError) as missing:
        matcher.write_letters(WORLD, PLAN, tmp_path)
    assert "pip install 'matcher[letters]'" in missing.value.text("zh")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (
            {"people": ["P-3"]},
            ["dispatch P-3 n3", "dispatch P-3 e1", "speaker P-3 e1", "card P-3"],
        ),
        ({"people": ["Z"]}, ["handover n1 Z P-1"]),
        ({"hosts": ["NU"]}, ["dispatch Q-1 n4", "invitation NU", "card Q-1"]),
        ({"kinds": ["medals", "speaker"]}, ["speaker P-3 e1", "medals xining"]),
        (
            {"kinds": ["card"], "people": ["P-2"], "hosts": ["NU"]},
            ["card P-2", "card Q-1"],
        ),
        ({"people": ["M-1"]}, []),
    ],
)
def test_letters_can_be_chosen(wish: dict[str, list[str]], expected: list[str]) -> None:
    """By kind, and by the people or the hosts that they are about."""
    found = chosen(LETTERS, **wish)
    assert [" ".join((each.kind, *each.codes)) for each in found] == expected


def test_codes_of_any_characters_make_names_of_files(tmp_path: Path) -> None:
    """What no file system takes is written as per cent signs and digits."""
    card = next(each for each in LETTERS if each.kind == "card")
    odd = Letter("card", ("a/b:c 甲",), card.facts)
    assert names(odd, folder=tmp_path) == ["contact-card-a%2Fb%3Ac%20甲.docx"]


def test_two_letters_never_share_a_name(tmp_path: Path) -> None:
    """Codes with hyphens, or in other letters, do not make one letter eat another."""
    facts = LETTERS[0].facts
    same = [
        Letter("dispatch", codes, facts)
        for codes in (("A-B", "C"), ("A", "B-C"), ("a", "b-c"))
    ]
    assert names(*same, folder=tmp_path) == [
        "dispatch-notice-A-B-C.docx",
        "dispatch-notice-A-B-C~.docx",
        "dispatch-notice-a-b-c~~.docx",
    ]
