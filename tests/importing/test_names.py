"""Names of people become codes, and never reach an output but the key."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from offices import FACES, HEAD, MAPPING, PEOPLE, ROW, imported, told, write_list

from matcher.errors import ScenarioError
from matcher.importing import Import, import_lists, read_mapping
from matcher.importing.files import dump_import, dump_key, read_key
from matcher.language import LANGUAGES

FIRST, SECOND = "甲某某", "乙某某"


def row(name: str, note: str = "") -> list[str]:
    """Return a row of a list of people."""
    return [name, "女", "心内科", note]


def codes(found: Import) -> list[str]:
    """Return the code of each person."""
    return [each["id"] for each in found.tables["people"]]


def outputs(found: Import) -> str:
    """Return everything that is shown or written, but the key."""
    files = dump_import(found, Path("out"), None).values()
    told = (each.text(lang) for each in found.problems for lang in LANGUAGES)
    return "\n".join([*files, *told])


def test_a_name_becomes_a_code(tmp_path: Path) -> None:
    """The code follows the pattern in the order of rows; the name is gone."""
    found = imported(tmp_path, PEOPLE, FACES, row(FIRST), row(SECOND), partial=False)

    assert codes(found) == ["P01", "P02"]
    assert found.problems == ()
    assert FIRST not in outputs(found)


def test_a_code_is_kept_from_one_import_to_the_next(tmp_path: Path) -> None:
    """With the key of the last import nobody's code changes, whoever comes between."""
    first = imported(tmp_path, PEOPLE, FACES, row(FIRST))
    key = tmp_path / "key.csv"
    key.write_text(dump_key(first.codes), encoding="utf-8")
    rows = (row(SECOND), row(FIRST))
    second = imported(tmp_path, PEOPLE, FACES, *rows, known=read_key(key))

    assert codes(second) == ["P02", "P01"]
    assert second.codes == {(FIRST,): "P01", (SECOND,): "P02"}


def test_a_key_may_be_saved_by_another_program(tmp_path: Path) -> None:
    """A spreadsheet program may fill up its rows and change its encoding."""
    key = tmp_path / "key.csv"
    key.write_bytes("code,name,apart,\r\nP07,甲 某某,,\r\n".encode("gb18030"))
    found = imported(tmp_path, PEOPLE, FACES, row(FIRST), known=read_key(key))

    assert codes(found) == ["P07"]


def test_a_key_that_is_no_text_is_told(tmp_path: Path) -> None:
    """What cannot be read as a key is a fault, not an empty key."""
    key = tmp_path / "key.csv"
    key.write_bytes(b"\xff\xff\xff")
    with pytest.raises(ScenarioError):
        read_key(key)


def test_two_rows_of_one_name_must_be_told_apart(tmp_path: Path) -> None:
    """The second row is told and left out, unless a further column tells them apart."""
    rows = (FACES, row(FIRST, "一院"), row(FIRST, "二院"))
    found = imported(tmp_path, PEOPLE, *rows)

    assert told(found.problems) == [("E149", "人选.csv:3:A [姓名]")]
    assert codes(found) == ["P01"]
    apart = imported(tmp_path, PEOPLE + "    apart: [说明]\n", *rows)
    assert (apart.problems, codes(apart)) == ((), ["P01", "P02"])


def test_a_name_in_a_sentence_becomes_the_code(tmp_path: Path) -> None:
    """A note that names a person of the lists is written with the code, and told."""
    found = imported(tmp_path, PEOPLE, FACES, row(FIRST, f"接替{SECOND}"), row(SECOND))

    assert found.tables["people"][0]["note"] == "接替P02"
    assert told(found.problems) == [("W146", "人选.csv:2:D [说明]")]


def test_a_missing_name_is_a_missing_code(tmp_path: Path) -> None:
    """A blank where a name should stand makes no code."""
    found = imported(tmp_path, PEOPLE, FACES, row(""))

    assert told(found.problems) == [("E201", "人选.csv:2:A [姓名]")]


def test_a_column_of_names_that_nobody_mentions_shows_no_sample(tmp_path: Path) -> None:
    """The mapping is asked to name the column; what it holds is not shown."""
    rows = ([*FACES, "联系人"], [*row(FIRST), "丙某某"])
    found = imported(tmp_path, PEOPLE, *rows)

    assert told(found.problems) == [("E141", "人选.csv:1:E [联系人]")]
    assert "丙某某" not in outputs(found)


def test_who_signed_a_list_is_not_shown(tmp_path: Path) -> None:
    """A note is shown up to the word before a name."""
    rows = (FACES, row(FIRST), ["填表人：丙某某", "电话：000"])
    found = imported(tmp_path, PEOPLE, *rows)

    assert told(found.problems) == [("W143", "人选.csv:3")]
    assert "丙某某" not in outputs(found)


def test_a_name_in_the_place_of_a_code_is_refused(tmp_path: Path) -> None:
    """Where codes are expected, what looks like a name is told and not repeated."""
    text = PEOPLE.replace("姓名", "代号").replace("    names: [代号]\n", "")
    found = imported(tmp_path, text, ["代号", *FACES[1:]], row("丙某某"))

    assert told(found.problems) == [("E148", "人选.csv:2:A [代号]")]
    assert "丙某某" not in outputs(found)


@pytest.mark.parametrize(
    "name",
    [
        "扎西·多杰",
        "扎西.多杰",
        "索南达杰才让",
        "Li Ming",
        "丙某某（骨科）",
        "13900001111",
    ],
)
def test_names_of_every_kind_are_refused_in_the_place_of_a_code(
    tmp_path: Path, name: str
) -> None:
    """Long names, names in two parts, Latin ones and telephone numbers are no codes."""
    text = PEOPLE.replace("姓名", "人选").replace("    names: [人选]\n", "")
    found = imported(tmp_path, text, ["人选", *FACES[1:]], row(name))

    assert told(found.problems) == [("E148", "人选.csv:2:A [人选]")]
    assert name not in outputs(found)


@pytest.mark.parametrize("code", ["P01", "320102-07", "RX-001", "NJ 7", "南京01"])
def test_codes_are_no_names(tmp_path: Path, code: str) -> None:
    """What no name looks like is a code, under whatever column name."""
    text = PEOPLE.replace("姓名", "人选").replace("    names: [人选]\n", "")
    found = imported(tmp_path, text, ["人选", *FACES[1:]], row(code))

    assert (found.problems, codes(found)) == ((), [code])


@pytest.mark.parametrize(
    ("cell", "becomes"),
    [
        ("急需；联系人王五 电话13900001111", "急需；联系人… 电话…"),
        ("急需，联系人：王小五，0971-6130000", "急需，联系人…，…"),
        ("身份证630121198001010015", "身份证…"),
        ("wangwu@example.org", "…"),
        ("赵云；电话13900001111", "…；电话…"),
        ("骨科（赵云13900001111）", "骨科（……）"),
        ("拟派赵云", "拟派…"),
        ("拟派赵云主任", "拟派…主任"),
        ("推荐扎西·多杰、另议", "推荐…、另议"),
    ],
)
def test_who_may_be_reached_is_never_written(
    tmp_path: Path, cell: str, becomes: str
) -> None:
    """Numbers, and names behind a word such as 联系人, leave a mark and are told."""
    found = imported(tmp_path, PEOPLE, FACES, row(FIRST, cell))

    assert told(found.problems) == [("W147", "人选.csv:2:D [说明]")]
    assert found.tables["people"][0]["note"].replace("：…", "…") == becomes


@pytest.mark.parametrize("cell", ["赵云", "骨科（赵云）", "扎西·多杰，待定"])
def test_what_may_be_a_name_is_told(tmp_path: Path, cell: str) -> None:
    """What looks like a name by itself is written and told: it need not be one."""
    found = imported(tmp_path, PEOPLE, FACES, row(FIRST, cell))

    assert told(found.problems) == [("W151", "人选.csv:2:D [说明]")]
    assert found.tables["people"][0]["note"] == cell


@pytest.mark.parametrize(
    "cell",
    [
        "拟派骨科医师两名",
        "推荐方案另附",
        "电话随访",
        "专家组意见",
        "床位20230501张",
    ],
)
def test_a_sentence_without_names_stays_as_it_is(tmp_path: Path, cell: str) -> None:
    """Words that only look like the beginning of a name are left alone."""
    found = imported(tmp_path, PEOPLE, FACES, row(FIRST, cell))

    assert (found.problems, found.tables["people"][0]["note"]) == ((), cell)


@pytest.mark.parametrize("name", ["推荐专家", "拟派人员", "带教老师", "候选人及理由"])
def test_a_text_under_a_word_for_people_is_refused(tmp_path: Path, name: str) -> None:
    """A column of experts goes into no sentence, but its numbers may be wanted."""
    refused = MAPPING.replace("备注: 忽略", f"{name}: reason")
    with pytest.raises(ScenarioError) as caught:
        imported(tmp_path, refused, HEAD, ROW)
    wanted = MAPPING.replace("备注: 忽略", f"{name}: min_headcount")

    assert [each.code for each in caught.value.problems] == ["E148"]
    head = [*HEAD[:-1], name]
    assert imported(tmp_path, wanted, head, [*ROW[:-1], "2"]).problems == ()


def test_names_of_places_are_not_taken_for_people(tmp_path: Path) -> None:
    """People called 高原 and 大通 leave units and specialties as they are."""
    text = PEOPLE.replace("constants: {unit: U, ", "constants: {")
    text = text.replace("专业: specialties", "专业: specialties\n      单位: unit")
    text = text.replace("说明: note", "说明: note\n      意向: preferences.1")
    head = ["姓名", "性别", "专业", "单位", "说明", "意向"]
    unit = "大通县人民医院"
    rows = (
        ["高原", "女", "高原病科", unit, "", unit],
        ["大通", "男", "高原病科", unit, "接替高原", unit],
    )
    found = imported(tmp_path, text, head, *rows)
    people = found.tables["people"]

    assert {(each["specialties"], each["unit"]) for each in people} == {
        ("高原病科", unit)
    }
    assert {each["target"] for each in found.tables["preferences"]} == {unit}
    assert people[1]["note"] == "接替P01"
    assert told(found.problems) == [("W146", "人选.csv:3:E [说明]")]


def test_a_row_of_which_nothing_is_wanted_is_told_but_not_shown(tmp_path: Path) -> None:
    """Its cells may name anybody; its place is enough to look them up."""
    aside = [*[""] * 6, "批注：丙某某不得外派"]
    found = imported(tmp_path, MAPPING, HEAD, ROW, aside)

    assert told(found.problems) == [("W145", "需求.csv:3")]
    assert "丙某某" not in outputs(found)
    assert "unless the plan should heed it" in found.problems[0].message("en")


def test_a_row_of_one_name_does_not_show_it(tmp_path: Path) -> None:
    """Of a row that holds only the name of a person, the place is told."""
    found = imported(tmp_path, PEOPLE, FACES, row(FIRST), [SECOND, "", "", ""])

    assert told(found.problems) == [("E144", "人选.csv:3")]
    assert SECOND not in outputs(found)


@pytest.mark.parametrize(
    ("name", "becomes", "faults"),
    [(FIRST, "P01", []), ("丙某某", None, ["E149"]), ("甲 某某", "P01", [])],
)
def test_a_list_may_mention_people_of_another(
    tmp_path: Path, name: str, becomes: str | None, faults: list[str]
) -> None:
    """A host's wish names a person: the code is written, an unknown name told."""
    needs = MAPPING.replace("备注: 忽略", "推荐: preferences.1")
    text = needs + "    names: [推荐]\n" + PEOPLE.removeprefix("lists:\n")
    file = tmp_path / "mapping.yaml"
    file.write_text(text, encoding="utf-8")
    paths = [
        write_list(tmp_path / "需求.csv", [*HEAD[:-1], "推荐"], [*ROW[:-1], name]),
        write_list(tmp_path / "人选.csv", FACES, row(FIRST)),
    ]
    found = import_lists(read_mapping(file), paths)
    wishes = found.tables.get("preferences", ())

    assert [each["person"] for each in wishes] == ([becomes] if becomes else [])
    assert [each.code for each in found.problems] == faults
    assert name not in outputs(found)


def test_a_wish_for_two_is_two_wishes_of_one_rank(tmp_path: Path) -> None:
    """Two names in one cell become two rows of preferences."""
    needs = MAPPING.replace("备注: 忽略", "推荐: preferences.1")
    text = needs + "    names: [推荐]\n" + PEOPLE.removeprefix("lists:\n")
    file = tmp_path / "mapping.yaml"
    file.write_text(text, encoding="utf-8")
    both = f"{FIRST}、{SECOND}"
    paths = [
        write_list(tmp_path / "需求.csv", [*HEAD[:-1], "推荐"], [*ROW[:-1], both]),
        write_list(tmp_path / "人选.csv", FACES, row(FIRST), row(SECOND)),
    ]
    found = import_lists(read_mapping(file), paths)

    assert found.problems == ()
    assert found.tables["preferences"] == tuple(
        {"side": "host", "person": person, "target": "N1", "rank": "1"}
        for person in ("P01", "P02")
    )


NAMES = st.text("赵钱孙李周吴郑王", min_size=2, max_size=3)
TEXTS = st.text("赵钱孙李，。好 ", max_size=8)


@given(
    st.lists(st.tuples(NAMES, TEXTS, TEXTS), min_size=1, max_size=6),
    st.sampled_from(["名", "性别", "专业", "说明"]),
    NAMES,
)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_name_reaches_an_output(
    tmp_path: Path, people: list[tuple[str, str, str]], extra: str, title: str
) -> None:
    """Whatever stands where, no name of the lists is shown or written."""
    rows = [[name, sex, "心内科", note, name] for name, sex, note in people]
    above, below = [f"{title}同志"], ["注：" + people[0][0]]
    head = [*FACES, f"{extra}2"]
    found = imported(tmp_path, PEOPLE, above, head, *rows, below)
    written = outputs(found)

    assert [name for name, _, _ in people if name in written] == []
