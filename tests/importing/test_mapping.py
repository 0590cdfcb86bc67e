"""A mapping file: what it says, and where it is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from offices import MAPPING

from matcher.errors import ScenarioError
from matcher.importing import mapping_schema, read_mapping
from matcher.importing.mapping import Aim
from matcher.importing.mapping_file import LIST_KEYS
from matcher.language import LANGUAGES
from matcher.scenario import TABLES

if TYPE_CHECKING:
    from matcher.language import Language

ROOT = Path(__file__).parents[2]


def faults(folder: Path, text: str) -> list[tuple[str, str]]:
    """Return code and place of each fault of a mapping."""
    path = folder / "m.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        read_mapping(path)
    return [(each.code, str(each.place)) for each in caught.value.problems]


def test_our_tables_and_columns_have_english_and_chinese_names(tmp_path: Path) -> None:
    """A Chinese title means the same table and column as the English name."""
    path = tmp_path / "m.yaml"
    path.write_text(MAPPING, encoding="utf-8")
    english = read_mapping(path).lists[0]
    chinese = MAPPING.replace("table: needs", "table: 需求")
    chinese = chinese.replace("unit", "接收单位").replace("level", "最低职称")
    path.write_text(chinese, encoding="utf-8")

    assert read_mapping(path).lists[0] == english
    assert english.columns["级别"].aims == (Aim("level"),)


@pytest.mark.parametrize("word", ["忽略", "ignore", "null", "~", ""])
def test_a_column_can_be_unwanted(tmp_path: Path, word: str) -> None:
    """A column with the word 忽略 or nothing behind it is known and has no aim."""
    path = tmp_path / "m.yaml"
    path.write_text(MAPPING.replace("忽略", word), encoding="utf-8")

    assert read_mapping(path).lists[0].columns["备注"].aims == ()


BAD = {
    "no YAML": ("lists: [", "", "E111"),
    "no lists": ("list:", "lists:", "E115"),
    "an unknown table": ("table: ned", "table: needs", "E206"),
    "no table": ("", "    table: needs\n", "E116"),
    "an unknown key": ("colums:", "columns:", "E115"),
    "an unknown column of ours": ("级别: levl", "级别: level", "E108"),
    "a part of what is no window": ("起: level.首日", "起: first_day", "E108"),
    "two columns for one": ("级别: level\n      等级: level", "级别: level", "E109"),
    "two columns for the code": ("级别: id", "级别: level", "E109"),
    "an unreadable constant": (
        "{programme: S6, level: 高}",
        "{programme: S6}",
        "E214",
    ),
    "an unknown constant": ("{programm: S6}", "{programme: S6}", "E108"),
    "a pattern without a number": (
        "constants: {programme: S6}\n    codes: DT",
        "constants: {programme: S6}",
        "E146",
    ),
    "names openly": ("联系人: reason", "备注: 忽略", "E148"),
    "an unknown column below": (
        "constants: {programme: S6}\n    fill_down: [地区]",
        "constants: {programme: S6}",
        "E115",
    ),
    "values of an unknown column": (
        "constants: {programme: S6}\n    values: {等级: {高: 4}}",
        "constants: {programme: S6}",
        "E115",
    ),
    "neither first nor last": (
        "constants: {programme: S6}\n    months: {起: 中旬}",
        "constants: {programme: S6}",
        "E206",
    ),
    "a range of months for a day": (
        "constants: {programme: S6}\n    months: {起: range}",
        "constants: {programme: S6}",
        "E206",
    ),
    "a column twice": ("级别: level\n      级 别: 忽略", "级别: level", "E109"),
    "no row of names": ("needs\n    header_rows: 0", "needs", "E208"),
    "a key twice": ("级别: level\n      级别: level", "级别: level", "E114"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_fault_has_its_place(tmp_path: Path, name: str) -> None:
    """The fault is told once, with line and column."""
    new, old, code = BAD[name]
    text = MAPPING.replace(old, new, 1) if old else new
    found = faults(tmp_path, text)

    assert code in [each for each, _ in found]
    assert all(place.startswith("m.yaml") for _, place in found)


def test_several_columns_may_go_into_a_text(tmp_path: Path) -> None:
    """Text and lists take several columns; a number does not."""
    text = MAPPING.replace("备注: 忽略", "备注: reason\n      说明: reason")
    path = tmp_path / "m.yaml"
    path.write_text(text, encoding="utf-8")

    assert len(read_mapping(path).lists[0].columns) == 8


def test_a_window_needs_both_ends(tmp_path: Path) -> None:
    """A first day without a last day is a fault at the column."""
    text = """\
lists:
  人选:
    table: people
    columns:
      起: windows.first_day
"""
    assert faults(tmp_path, text) == [("E147", "m.yaml:5:7 [lists.人选.columns.起]")]


def test_names_need_a_pattern(tmp_path: Path) -> None:
    """A column of names that become codes is a fault without a pattern for codes."""
    text = """\
lists:
  人选:
    table: people
    columns:
      姓名: id
    names: [姓名]
"""
    assert faults(tmp_path, text) == [("E147", "m.yaml:5:7 [lists.人选.columns.姓名]")]


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    """A blank mapping is told as an empty file."""
    assert faults(tmp_path, " ") == [("E105", "m.yaml")]


def test_the_schema_knows_every_column() -> None:
    """Editors complete every column of every table by both of its names."""
    schema = mapping_schema()
    for table, entity in TABLES.items():
        known = {
            name
            for each in schema["$defs"][table]["anyOf"]
            for name in each.get("enum", ())
        }
        assert set(entity.model_fields) <= known
        assert {field.title for field in entity.model_fields.values()} <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_the_page_can_be_read(
    tmp_path: Path, language: Language
) -> None:
    """The mapping on the page is one, and both languages say the same."""
    mappings = []
    for each in ("zh", language):
        text = (ROOT / "docs" / each / "import.md").read_text(encoding="utf-8")
        path = tmp_path / "m.yaml"
        start = text.index("```text\nlists:")
        example = text[start:].removeprefix("```text\n").partition("```")[0]
        path.write_text(example, encoding="utf-8")
        mappings.append(read_mapping(path))
    aims = [
        [column.aims for column in each.lists[0].columns.values()] for each in mappings
    ]

    assert aims[0] == aims[1]
    assert len(aims[0]) == 9
    assert mappings[0].lists[0].constants == mappings[1].lists[0].constants


@pytest.mark.parametrize("key", LIST_KEYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_on_the_page_and_in_the_schema(
    key: str, language: Language
) -> None:
    """What a list may say is explained to planners and to their editors."""
    text = (ROOT / "docs" / language / "import.md").read_text(encoding="utf-8")
    lists = mapping_schema()["properties"]["lists"]["additionalProperties"]

    assert f"`{key}`" in text
    assert key in lists["properties"]
