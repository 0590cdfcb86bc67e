"""Every rule and goal has its five appearances, and the documentation is complete."""

from __future__ import annotations

import re
from dataclasses import fields
from string import Formatter
from typing import TYPE_CHECKING

import click
import pytest

import matcher
from docs.generate import PAGES, ROOT, stale
from docs.pages.errors import OF_PLANS
from matcher.auditor import CHECKS, VALUES
from matcher.cli import COMMANDS, main
from matcher.cli.face import Face
from matcher.eligibility import JUDGES
from matcher.errors import MatcherError, Place, Problem
from matcher.language import LANGUAGES, Language, translate
from matcher.letters.facts import FACTS, Award, Posting, Talk
from matcher.letters.kinds import KINDS
from matcher.rulebook import CAUSES, COUPLING_RULES, GOALS, PAIR_RULES, RULES, Text
from matcher.scenario import TABLES
from matcher.scenario.base import LockKind
from matcher.scenario.conditions import Lock
from matcher.scenario.csv_files import read_csv
from matcher.scenario.layers import read_layers
from matcher.scenario.problems import PROBLEMS
from matcher.scenario.rows import Table, read_table
from matcher.scenario.settings import KEYS, read_settings
from matcher.scenario.tables import read_form
from matcher.solver import constraints
from matcher.solver.goals import GOALS as RUNGS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from matcher.scenario.draft import E

MODEL = (ROOT / "docs/model.md").read_text(encoding="utf-8")
ERRORS = (ROOT / "docs/reference/errors.md").read_text(encoding="utf-8")
CLI = (ROOT / "docs/reference/cli.md").read_text(encoding="utf-8")
FIELDS = (ROOT / "docs/reference/scenario.md").read_text(encoding="utf-8")

TEXTS = {
    f"{entry.slug}.{name}": text
    for entries in (RULES, GOALS, CAUSES)
    for entry in entries.values()
    for name, text in vars(entry).items()
    if isinstance(text, Text)
} | {
    f"{entry.slug}.{parameter.name}": parameter.text
    for entries in (RULES, GOALS)
    for entry in entries.values()
    for parameter in entry.parameters
}


def placeholders(wording: str) -> set[str]:
    """Return the names of the placeholders of a wording."""
    return {name for _, name, _, _ in Formatter().parse(wording) if name is not None}


def is_chinese(wording: str) -> bool:
    """Return whether the wording holds a Chinese character."""
    return re.search("[\u4e00-\u9fff]", wording) is not None


# --- the five appearances -------------------------------------------------------


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_of_the_rulebook_is_the_same_in_both_languages(name: str) -> None:
    """A text is there in Chinese and in English, with the same placeholders."""
    text = TEXTS[name]

    assert placeholders(text.en) == placeholders(text.zh)
    assert is_chinese(text.zh)
    assert text.en.strip()


@pytest.mark.parametrize("goal", GOALS)
def test_every_goal_says_value_and_bound(goal: str) -> None:
    """The sentence of a goal has room for its value and its bound."""
    assert placeholders(GOALS[goal].sentence.en) == {"value", "bound"}


@pytest.mark.parametrize(
    "label", [f"rule-{rule}" for rule in RULES] + [f"goal-{goal}" for goal in GOALS]
)
def test_every_rule_and_goal_has_a_section_in_the_model(label: str) -> None:
    """The model has one section with the label, headed by the slug, not empty."""
    slug = label.partition("-")[2]
    sections = re.findall(rf"^\({label}\)=\n### {slug}\n\n\S", MODEL, re.MULTILINE)

    assert len(sections) == 1


@pytest.mark.parametrize(
    ("appearance", "expected", "actual"),
    [
        ("verdicts", PAIR_RULES, JUDGES),
        ("constraints", COUPLING_RULES, constraints.RULES),
        ("audit checks", tuple(RULES), CHECKS),
        ("rungs", tuple(GOALS), RUNGS),
        ("audited values", tuple(GOALS), VALUES),
    ],
)
def test_every_rule_and_goal_is_enforced_and_audited(
    appearance: str, expected: tuple[str, ...], actual: Mapping[str, object]
) -> None:
    """The mapping has exactly the slugs of the rulebook, in its order."""
    assert (appearance, tuple(actual)) == (appearance, expected)


@pytest.mark.parametrize(
    "path",
    [f"rules/test_{rule}.py" for rule in RULES]
    + [f"goals/test_{goal}.py" for goal in GOALS],
)
def test_every_rule_and_goal_has_a_test_file(path: str) -> None:
    """The test file of the slug is there and holds a test."""
    file = ROOT / "tests" / path.replace("-", "_")

    assert "\ndef test_" in file.read_text(encoding="utf-8")


# --- the reference ----------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_generated_pages_are_current(name: str) -> None:
    """A generated page is what the code says today; else run make reference."""
    assert not stale(name)


def command(name: str, language: Language) -> click.Command:
    """Return the command with its help in the language."""
    context = click.Context(main, obj=Face(language))
    found = main.get_command(context, name)
    assert found is not None
    return found


def options(of: click.Command) -> list[click.Option]:
    """Return the options that a command shows."""
    return [each for each in of.params if isinstance(each, click.Option)]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    """The reference has a section for the command, with each of its options."""
    section = CLI.partition(f"\n## matcher {name}\n")[2].partition("\n## ")[0]
    words = [word for option in options(command(name, "en")) for word in option.opts]

    assert [word for word in words if word not in section] == []
    assert section.count("```text") == len(LANGUAGES)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_has_help(name: str, language: Language) -> None:
    """The help of the command and of each option is there, in the language."""
    found = command(name, language)
    texts = {"": found.help, **{str(each.name): each.help for each in options(found)}}
    wrong = [
        name
        for name, text in texts.items()
        if is_chinese(text or "") != (language == "zh")
    ]

    assert wrong == []
    assert all(texts.values())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_line_of_the_help_is_translated(name: str) -> None:
    """The line of the command in the list of commands is there in Chinese."""
    assert is_chinese(translate(COMMANDS[name], "zh"))


@pytest.mark.parametrize("table", TABLES)
def test_every_field_is_documented(table: str) -> None:
    """The reference names each column of the table with its Chinese title."""
    section = FIELDS.partition(f"\n### {table}.csv")[2].partition("\n### ")[0]
    missing = [
        name
        for name, field in TABLES[table].model_fields.items()
        if f"| `{name}` | {field.title} |" not in section
    ]

    assert missing == []


@pytest.mark.parametrize("kind", [MatcherError, *MatcherError.__subclasses__()])
def test_every_exit_status_is_documented(kind: type[MatcherError]) -> None:
    """The reference names the status with its slug."""
    assert f"| `{kind.exit_status}` | `{kind.slug}` |" in ERRORS


@pytest.mark.parametrize("code", [*PROBLEMS, *OF_PLANS])
def test_every_problem_is_documented(code: str) -> None:
    """The reference names the code once, in both languages."""
    rows = re.findall(rf"^\| `{code}` \| (.*) \| (.*) \|$", ERRORS, re.MULTILINE)

    assert [is_chinese(zh) for zh, _ in rows] == [True]


# --- the prose --------------------------------------------------------------------

FRAME = "name: example\nhorizon: {first_day: 2023-03-01, last_day: 2024-02-29}\n"

PROSE = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/*.md"),
        *ROOT.glob("docs/[ez][nh]/*.md"),
    )
)


@pytest.mark.parametrize("page", PROSE)
def test_every_make_target_that_is_named_exists(page: str) -> None:
    """What a reader is told to make can be made."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"(?:^\$ |`)make ([a-z ]+)", text, re.MULTILINE)

    assert {word for words in named for word in words.split()} <= targets


@pytest.mark.parametrize("page", PROSE)
def test_every_command_that_is_shown_exists(page: str) -> None:
    """A command line in the prose names a command and options that exist."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for line in re.findall(r"^\$ matcher (.*)", text, re.MULTILINE):
        name, *words = line.split()
        shown = {word.partition("=")[0] for word in words if word.startswith("-")}
        known = {word for each in options(command(name, "en")) for word in each.opts}

        assert shown <= known


@pytest.mark.parametrize("page", PROSE)
def test_every_yaml_example_can_be_read(page: str, tmp_path: Path) -> None:
    """An example of scenario.yaml in the prose is read without a problem."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for number, example in enumerate(re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "scenario.yaml").write_text(FRAME + example, encoding="utf-8")
        problems: list[Problem] = []
        read_settings(read_layers(folder, (), KEYS, problems))

        assert problems == []


def rows_of(path: Path, entity: type[E], problems: list[Problem]) -> Table[E]:
    """Return the rows of a table in a file."""
    grid = read_csv(path, Place(path.name), "", problems)
    return read_table(read_form(grid, entity, problems), entity, problems)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_locks_can_be_read(language: Language, tmp_path: Path) -> None:
    """The rows on the page are a table of locks, one of each kind at least."""
    text = (ROOT / f"docs/{language}/locks.md").read_text(encoding="utf-8")
    rows = text.partition("```text\n")[2].partition("```")[0]
    path = tmp_path / "locks.csv"
    path.write_text(rows, encoding="utf-8")
    problems: list[Problem] = []
    table = rows_of(path, Lock, problems)

    assert problems == []
    assert {found.entity.kind for found in table.found} == set(LockKind)


@pytest.mark.parametrize("page", ["goals", "undertakings", "events", "support"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_of_rows_can_be_read(
    language: Language, page: str, tmp_path: Path
) -> None:
    """Each block of rows on a page is read, whole, by the table it is headed for."""
    text = (ROOT / f"docs/{language}/{page}.md").read_text(encoding="utf-8")
    examples = re.findall(r"```text\n(.*?)```", text, re.DOTALL)

    assert examples
    for example in examples:
        head, *rows = example.splitlines()
        read = []
        for name, entity in TABLES.items():
            (tmp_path / f"{name}.csv").write_text(example, encoding="utf-8")
            problems: list[Problem] = []
            table = rows_of(tmp_path / f"{name}.csv", entity, problems)
            if not problems and len(table.found) == len(rows):
                read.append(name)
        assert read, head


@pytest.mark.parametrize("page", PROSE)
def test_every_name_of_a_python_example_exists(page: str) -> None:
    """An example in Python takes from matcher only what is public there."""
    text = (ROOT / page).read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    names = {name for each in examples for name in re.findall(r"matcher\.(\w+)", each)}

    assert names <= set(matcher.__all__)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_placeholder_of_letters_is_documented(language: Language) -> None:
    """The page on letters names each kind, each file and each field of every kind."""
    text = (ROOT / f"docs/{language}/letters.md").read_text(encoding="utf-8")
    posts = {f"post.{field.name}" for field in fields(Posting)}
    others = {
        field.name for each in (*FACTS.values(), Talk, Award) for field in fields(each)
    }
    missing = {name for name in {*posts, *others, *KINDS} if f"`{name}`" not in text}

    assert missing == set()
    assert all(f"`{kind.name(language)}-" in text for kind in KINDS.values())


@pytest.mark.parametrize(
    "page", sorted(path.name for path in ROOT.glob("docs/zh/*.md"))
)
def test_every_chinese_page_has_an_english_twin(page: str) -> None:
    """Both pages have the same shape: headings by depth, and code blocks."""
    shapes = [
        re.findall(r"^(#+ |```\w+$)", text, re.MULTILINE)
        for language in LANGUAGES
        for text in [(ROOT / "docs" / language / page).read_text(encoding="utf-8")]
    ]

    assert shapes[0] == shapes[1]
    assert {path.name for path in ROOT.glob("docs/en/*.md")} >= {page}
