"""``matcher vocab``: what there is, what is in it, and what a text finds."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from matcher.cli import main
from matcher.vocabulary import VOCABULARIES, vocabulary

if TYPE_CHECKING:
    from runner import Runner

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Vocabularies", "Medical departments", "GB/T 8561-2001")),
        ("zh", ("诊疗科目", "卫医发〔1994〕27号", "领域")),
    ],
)
def test_without_arguments_the_vocabularies_are_listed(
    run: Runner, lang: str, words: tuple[str, ...]
) -> None:
    """Every vocabulary is there with its source, in the reader's language."""
    result = run("vocab", lang=lang)

    assert result.exit_code == 0
    for word in (*VOCABULARIES, *words):
        assert word in result.stdout


def test_programs_get_sizes_and_sources(run: Runner) -> None:
    """The document has one item per vocabulary, with the number of its entries."""
    document = json.loads(run("vocab", "--json").stdout)

    assert document["schema"] == "matcher.vocab/1"
    assert {each["vocabulary"]: each["count"] for each in document["vocabularies"]} == {
        slug: len(each.entries) for slug, each in VOCABULARIES.items()
    }


def test_a_vocabulary_is_listed_as_a_tree(run: Runner) -> None:
    """Each entry stands indented under the one it belongs to, then the source."""
    lines = run("vocab", "areas").stdout.splitlines()
    indent = {line.split()[0]: len(line) - len(line.lstrip()) for line in lines if line}

    assert indent["630100"] == indent["630000"] + 2
    assert indent["630121"] == indent["630000"] + 4
    assert any("GB/T 2260" in line for line in lines)


@pytest.mark.parametrize(
    ("lang", "title", "note"),
    [("en", "Titles", "matcher's reading"), ("zh", "职称", "级别1至5由matcher对照")],
)
def test_a_vocabulary_says_what_a_reader_must_know(
    run: Runner, lang: str, title: str, note: str
) -> None:
    """Title and note are in the reader's language; titles have their levels."""
    stdout = run("vocab", "titles", lang=lang).stdout

    assert title in stdout
    assert note in stdout
    assert "413" in stdout


def test_programs_get_every_entry(run: Runner) -> None:
    """The document has all fields of all entries; what has no level has none."""
    document = json.loads(run("vocab", "titles", "--json").stdout)
    entries = {each["code"]: each for each in document["entries"]}

    assert list(entries) == [each.code for each in vocabulary("titles").entries]
    assert entries["413"]["level"] == 3
    assert entries["410"]["level"] is None
    assert "小学高级教师" in entries["413"]["aliases"]


def test_a_search_looks_in_all_vocabularies_or_in_one(run: Runner) -> None:
    """Hits name their vocabulary; with a vocabulary only its entries are found."""
    everywhere = run("vocab", "--search", "群众文化").stdout
    here = run("vocab", "culture", "--search", "群眾文化").stdout

    assert "WL.02" in everywhere
    assert "673" in everywhere
    assert "WL.02" in here
    assert "673" not in here


def test_a_search_without_a_hit_says_so_and_names_the_nearest(run: Runner) -> None:
    """Nothing is found, but what was meant is shown."""
    result = run("vocab", "medical", "--search", "心血关内科")

    assert result.exit_code == 0
    assert "Nothing is called 心血关内科" in result.stdout
    assert "YL03.04" in result.stdout


def test_programs_see_hits_and_near_misses_apart(run: Runner) -> None:
    """What was found and what is only near stand under different keys."""
    hit = json.loads(run("vocab", "--search", "630122", "--json").stdout)
    miss = json.loads(run("vocab", "--search", "心血关内科", "--json").stdout)
    nonsense = json.loads(run("vocab", "--search", "qqqq", "--json").stdout)

    assert [each["code"] for each in hit["entries"]] == ["630106"]
    assert hit["nearest"] == []
    assert miss["entries"] == []
    assert miss["nearest"][0]["code"] == "YL03.04"
    assert (nonsense["entries"], nonsense["nearest"]) == ([], [])


def test_a_search_for_nothing_lists_what_there_is(run: Runner) -> None:
    """A blank names no entry; the list is shown as if nothing was searched."""
    assert run("vocab", "--search", " ").stdout == run("vocab").stdout
    listed = run("vocab", "culture").stdout
    assert run("vocab", "culture", "--search", "").stdout == listed


def test_an_unknown_vocabulary_is_refused_with_the_choices(run: Runner) -> None:
    """The message lists every vocabulary there is."""
    result = run("vocab", "title")

    assert result.exit_code == 2
    for slug in VOCABULARIES:
        assert slug in result.stderr


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_samples_of_the_documentation_are_real(lang: str) -> None:
    """What the page shows is what the command prints in a window of 100 columns."""
    text = (DOCS / lang / "vocabularies.md").read_text(encoding="utf-8")
    samples = re.findall(r"```console\n\$ matcher (.*)\n((?:.*\n)*?)```", text)

    assert len(samples) == 5
    for words, shown in samples:
        surroundings = {"MATCHER_LANG": lang, "COLUMNS": "100"}
        result = CliRunner(env=surroundings).invoke(main, words.split())
        assert result.stdout.strip() == shown.strip()
