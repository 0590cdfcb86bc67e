"""Which entries a text names, holds or nearly names."""

from __future__ import annotations

import subprocess
import sys

import pytest

from matcher.vocabulary import (
    SPECIALTIES,
    VOCABULARIES,
    closest,
    levels_of,
    named,
    nearest,
    search,
    vocabulary,
)


def codes(text: str, *slugs: str) -> list[str]:
    """Return the codes of the entries that a text names."""
    return [entry.code for entry in named(text, slugs or None)]


@pytest.mark.parametrize("slug", VOCABULARIES)
def test_every_spelling_names_its_entry(slug: str) -> None:
    """Code, old codes, both names and all aliases find the entry."""
    for entry in vocabulary(slug).entries:
        for spelling in entry.spellings:
            assert entry in named(spelling, [slug])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("630122", "630106"),
        ("湟中县", "630106"),
        ("湟中縣", "630106"),
        ("大通", "630121"),
        ("大通回族土族自治县", "630121"),
        ("320103", "320104"),
        ("白下区", "320104"),
        ("320107", "320106"),
        ("下關區", "320106"),
        ("320124", "320117"),
        ("溧水县", "320117"),
        ("320125", "320118"),
        ("320122", "320111"),
        ("江浦縣", "320111"),
        ("320112", "320116"),
        ("大厂区", "320116"),
        ("牙周病", "YL12.22"),
        ("高原病科", "YLGY"),
        ("劳动教育", "JT.04"),
        ("心内科", "YL03.04"),
        ("心臟內科", "YL03.04"),
        ("循环内科", "YL03.04"),
        ("骨科", "YL04.03"),
        ("彩超", "YL32.05"),
        ("藏醫", "YL51.02"),
        ("小儿呼吸科", "YL07.04"),
        ("思政", "JW.04"),
        ("信息科技", "JL.05"),
        ("特教", "JT.03"),
        ("卫生", "health"),
        ("醫療", "health"),
        ("Health", "health"),
    ],
)
def test_a_text_that_means_one_entry_names_it(text: str, code: str) -> None:
    """Old codes, short names and traditional spellings find the entry of today."""
    assert codes(text) == [code]


@pytest.mark.parametrize("text", ["", "  ", "·", "骨", "心内", "无此专业"])
def test_a_text_that_means_nothing_names_nothing(text: str) -> None:
    """A blank, a part of a name or an unknown word names no area."""
    assert named(text, ["areas"]) == ()


def test_only_the_vocabularies_that_are_asked_are_looked_in() -> None:
    """An area is no specialty, and a vocabulary that is not there is empty."""
    assert codes("湟中区", *SPECIALTIES) == []
    assert codes("湟中区", "", "areas") == ["630106"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("员级", 1),
        ("助理", 2),
        ("中级", 3),
        ("副高", 4),
        ("副高级", 4),
        ("正高", 5),
        ("正高級", 5),
        ("4", 4),
        ("232", 4),
        ("副主任医师", 4),
        ("副主任醫師", 4),
        ("主治医师", 3),
        ("小学高级教师", 3),
        ("高级教师（小学）", 3),
        ("413", 3),
        ("中学高级教师", 4),
        ("中小学高级教师", 4),
        ("052", 4),
        ("小学一级教师", 2),
        ("中学一级教师", 3),
        ("416", 1),
        ("三级教师", 1),
        ("讲师", 3),
        ("副研究员", 4),
        ("馆员", 3),
        ("研究馆员", 5),
        ("农业技术推广研究员", 5),
        ("正高级教师", 5),
        ("正高级工程师", 5),
        ("正高级农艺师", 5),
        ("正高级经济师", 5),
        ("高级经济师", 4),
        ("高工", 4),
        ("护士", 1),
        ("执业医师", 2),
        ("中医师", 2),
        ("助理医师", 1),
        ("执业助理医师", 1),
        ("初级会计师", 2),
        ("中级会计师", 3),
        ("中级经济师", 3),
        ("中级工程师", 3),
        ("教高", 5),
        ("二级教授", 5),
        ("高中高级教师", 4),
        ("初中一级教师", 3),
        ("中教二级", 2),
        ("小教高级", 3),
        ("护师", 2),
    ],
)
def test_a_title_has_the_level_of_its_series(text: str, level: int) -> None:
    """By code or by name, also where several series share the title."""
    assert {entry.level for entry in levels_of(text)} == {level}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("高级教师", {("052", 4), ("G052", 4), ("413", 3)}),
        ("一级教师", {("053", 3), ("G053", 3), ("414", 2)}),
        ("二级教师", {("054", 2), ("G054", 2), ("415", 1)}),
        ("初级", {("1", 1), ("2", 2)}),
        ("高级", {("4", 4), ("5", 5)}),
        ("技师", {("264", 2), ("GJ3", 3)}),
    ],
)
def test_a_title_of_two_levels_is_ambiguous(
    text: str, meant: set[tuple[str, int]]
) -> None:
    """Of a title that says too little every reading is returned, and none chosen."""
    assert {(entry.code, entry.level) for entry in levels_of(text)} == meant


@pytest.mark.parametrize("text", ["中学教师", "230", "博士", "6", ""])
def test_what_is_no_title_has_no_level(text: str) -> None:
    """A series, a degree or a number out of range names no title."""
    assert levels_of(text) == ()


def test_a_search_finds_the_best_first() -> None:
    """What is named comes before codes that begin so, these before what holds it."""
    assert [each.code for each in search("骨科", ["medical"])] == [
        "YL04.03",
        "YL08.02",
        "YL50.10",
    ]
    assert [each.code for each in search("YL05", ["medical"])][:3] == [
        "YL05",
        "YL05.01",
        "YL05.02",
    ]
    assert [each.code for each in search("nursing m")] == ["YLHL.02"]


def test_a_search_returns_no_more_than_asked() -> None:
    """The number is a limit, None is none; a blank finds nothing."""
    assert len(search("科", most=5)) == 5
    assert len(search("科", most=None)) > len(search("科")) == 20
    assert search(" ") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("心血关内科", "心血管内科"),
        ("雨花抬区", "雨花台区"),
        ("副主任医生", "副主任医师"),
    ],
)
def test_the_nearest_of_a_misspelt_name_is_meant(text: str, name: str) -> None:
    """The name with one character wrong is found; of nonsense nothing is near."""
    assert named(text) == ()
    assert nearest(text)[0].name == name
    assert nearest("qqqqqq") == ()


def test_of_several_that_are_equally_near_none_is_meant() -> None:
    """主任 is as near to a chief pharmacist as to a chief physician: nobody guesses."""
    assert closest("主任", ["titles"]) == ""
    assert closest("副主任医生", ["titles"]) == "副主任医师"
    assert closest("qqqq", ["titles"]) == ""


def test_importing_reads_nothing_and_needs_nothing() -> None:
    """The package imports the standard library only, and opens no file of data."""
    told = (
        "import sys; before = set(sys.modules)\n"
        "sys.addaudithook(lambda event, args: event == 'open' and "
        "str(args[0]).endswith(('.csv', '.txt')) and sys.exit(str(args[0])))\n"
        "import matcher.vocabulary\n"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "sys.exit(str(new - sys.stdlib_module_names - {'matcher'}) if "
        "new - sys.stdlib_module_names - {'matcher'} else 0)"
    )
    run = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=False
    )

    assert (run.returncode, run.stderr) == (0, "")
