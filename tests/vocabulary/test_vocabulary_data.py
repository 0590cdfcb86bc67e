"""The files of the vocabularies: well formed, and at one with our scenarios."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from matcher.vocabulary import (
    SPECIALTIES,
    VOCABULARIES,
    Entry,
    fold,
    named,
    vocabulary,
)
from matcher.vocabulary.entries import DATA

FLAGSHIP = Path(__file__).parents[2] / "scenarios" / "nanjing-xining"

COLUMNS = [
    "code",
    "name",
    "name_en",
    "parent",
    "sector",
    "level",
    "aliases",
    "old_codes",
    "note",
]

SHARED = {
    "初级",
    "初级职称",
    "高级",
    "高级职称",
    "讲师",
    "高级教师",
    "一级教师",
    "二级教师",
    "三级教师",
    "农业技术推广研究员",
    "推广研究员",
    "农技推广研究员",
    "研究员",
    "副研究员",
    "助理研究员",
    "研究实习员",
    "研究馆员",
    "副研究馆员",
    "馆员",
    "助理馆员",
    "管理员",
    "技师",
}
"""The titles that several series have, on purpose; only the series tells them apart."""

AMBIGUOUS = {
    *("肛肠科", "针推科", "针灸推拿科", "五官科", "心血管科", "心血管"),
    *("书法", "江北新区"),
}
"""The words that offices use for two things, on purpose: readers ask which."""


def shared(entries: tuple[Entry, ...]) -> set[str]:
    """Return the spellings that mean more than one of the entries."""
    codes: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for spelling in entry.spellings:
            codes[fold(spelling)].add(entry.code)
    return {spelling for spelling, meant in codes.items() if len(meant) > 1}


def rows(table: str) -> list[dict[str, str]]:
    """Return the rows of a table of the flagship."""
    with (FLAGSHIP / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_file_is_a_vocabulary() -> None:
    """No list lies in the folder that nobody can ask for."""
    assert {path.stem for path in DATA.glob("*.csv")} == set(VOCABULARIES)


@pytest.mark.parametrize("slug", VOCABULARIES)
def test_every_file_is_well_formed(slug: str) -> None:
    """Columns are known, each row is whole, and no cell has stray blanks."""
    with (DATA / f"{slug}.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *cells = csv.reader(file)

    assert head == COLUMNS
    assert {len(row) for row in cells} == {len(COLUMNS)}
    assert [cell for row in cells for cell in row if cell != cell.strip()] == []


@pytest.mark.parametrize("slug", VOCABULARIES)
def test_every_entry_has_what_it_needs(slug: str) -> None:
    """Codes are unique, both names are there, parents come before their children."""
    seen: set[str] = set()
    for entry in vocabulary(slug).entries:
        assert entry.vocabulary == slug
        assert entry.code not in seen
        assert entry.name
        assert entry.name_en.isascii()
        assert entry.name_en
        assert entry.parent in {"", *seen}
        assert all(entry.spellings)
        assert len(set(entry.aliases)) == len(entry.aliases)
        seen.add(entry.code)


@pytest.mark.parametrize("slug", VOCABULARIES)
def test_every_vocabulary_says_where_it_is_from(slug: str) -> None:
    """Title, source and version are there, in both languages."""
    of = vocabulary(slug)

    assert all((of.title, of.title_en, of.source, of.source_en, of.version))
    assert bool(of.note) == bool(of.note_en)


@pytest.mark.parametrize("slug", sorted(set(VOCABULARIES) - {"titles"}))
def test_no_spelling_means_two_entries(slug: str) -> None:
    """Within a vocabulary a code or name means one entry, but for known traps."""
    assert shared(vocabulary(slug).entries) <= AMBIGUOUS


def test_only_titles_of_several_series_are_ambiguous() -> None:
    """Titles share the spellings that they share on purpose, and no other."""
    assert shared(vocabulary("titles").entries) == SHARED


def test_no_spelling_means_two_specialties() -> None:
    """A name says which specialty is meant, whichever list it stands in."""
    entries = tuple(each for slug in SPECIALTIES for each in vocabulary(slug).entries)

    assert shared(entries) == AMBIGUOUS - {"江北新区"}


@pytest.mark.parametrize("slug", SPECIALTIES)
def test_specialties_are_trees_of_two_levels(slug: str) -> None:
    """A family has no family and has specialties' sector; there are no levels."""
    entries = {each.code: each for each in vocabulary(slug).entries}
    for entry in entries.values():
        assert entry.level == 0
        assert entry.sector in {each.name for each in vocabulary("sectors").entries}
        if entry.parent:
            assert entries[entry.parent].parent == ""
            assert entries[entry.parent].sector == entry.sector
            assert entry.code.startswith(f"{entry.parent}.")


def test_titles_have_levels_and_series_have_none() -> None:
    """Every title has a level from 1 to 5; a series is no title."""
    for entry in vocabulary("titles").entries:
        series = len(entry.code) == 3 and entry.code.endswith("0")
        assert entry.level in ((0,) if series else range(1, 6))
        assert bool(entry.parent) == (not series and len(entry.code) > 1)


def test_the_level_is_six_less_the_last_digit_but_for_one_title() -> None:
    """In codes of the standard 1 is the highest level; 416 breaks the pattern."""
    odd = {
        entry.code
        for entry in vocabulary("titles").entries
        if entry.parent and entry.level != 6 - int(entry.code[-1])
    }

    assert odd == {"416"}


def test_titles_that_the_standard_lacks_are_marked() -> None:
    """A code of ours begins with G and the row says so."""
    for entry in vocabulary("titles").entries:
        ours = entry.code.startswith("G")
        assert ours == entry.note.startswith("自定；")


@pytest.mark.parametrize("row", rows("specialties"), ids=lambda row: row["id"])
def test_the_flagships_specialties_are_those_of_the_vocabularies(
    row: dict[str, str],
) -> None:
    """Code, names, family and sector are the same here and there."""
    (entry,) = named(row["id"], SPECIALTIES)

    assert (entry.code, entry.name, entry.name_en, entry.parent, entry.sector) == (
        row["id"],
        row["name"],
        row["name_en"],
        row["family"],
        row["sector"],
    )


@pytest.mark.parametrize("row", rows("areas"), ids=lambda row: row["id"])
def test_the_flagships_areas_are_those_of_the_vocabulary(row: dict[str, str]) -> None:
    """Both the code and the name of an area mean the area of that code."""
    for text in (row["id"], row["name"], row["name_en"]):
        assert [entry.code for entry in named(text, ["areas"])] == [row["id"]]
