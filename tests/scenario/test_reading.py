"""The same scenario is read from files of many kinds."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from every import EVERY
from good import BASE, write
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import ScenarioError
from matcher.scenario import TABLES, Policy
from matcher.scenario.base import (
    Anchor,
    Direction,
    Evidence,
    Kind,
    Learners,
    Mode,
    Recipient,
)
from matcher.scenario.reading import read_scenario
from matcher.scenario.tables import required
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

BEFORE = "60e534a8e69a76a8834ee9efde39d51973488bfd42a4b241a0017beae1d61bd6"
"""The fingerprint of the good scenario before there were ratings and target_days."""

TABLE_FILES = [f"{name}.csv" for name in TABLES]


def test_the_good_scenario_is_read(tmp_path: Path) -> None:
    """Settings, policy and tables arrive as values."""
    scenario = read_scenario(write(tmp_path / "s"))

    assert (scenario.name, scenario.title, scenario.seed) == ("base", "基础", 1)
    assert scenario.horizon == Window(date(2023, 3, 1), date(2024, 3, 1))
    assert scenario.policy.mode("pairing") is Mode.OFF
    assert scenario.policy.price("health") == 5
    assert scenario.policy.rules["health"].reason == "tried"
    assert scenario.policy.number("one-place", "rest_days") == 7
    assert scenario.policy.parameter("coverage", "weights") == (6, 5, 4, 3, 2, 1)
    assert [step.goal for step in scenario.policy.goals] == [
        "agreement",
        "concessions",
        "coverage",
        "fairness",
    ]
    person = scenario.person["P002"]
    assert person.specialties == ("03", "03.04")
    assert person.windows == (Window(date(2023, 3, 1), date(2024, 3, 1)),)
    assert scenario.person["P001"].note == "两行\n备注"
    assert scenario.unit["XHOSP"].release_cap is None
    assert scenario.need["T-LEAD"].leader


def test_every_table_is_read(tmp_path: Path) -> None:
    """Chains, projects, events and support arrive as values, blanks as defaults."""
    scenario = read_scenario(write(tmp_path / "s", EVERY))

    assert [name for name in TABLES if not getattr(scenario, name)] == []
    assert scenario.public_holidays
    assert scenario.programme["POST"].mentees_from is Learners.DEPARTMENT
    assert scenario.programme["FARM"].mentees_most == 2
    assert [each.id for each in scenario.people if each.mentee] == ["X001"]
    chain = scenario.need["H1"]
    assert (chain.cover, chain.handover, chain.studio) == (True, True, "")
    assert chain.tags == ("产业“四地”", "五个中心城市")
    assert scenario.need["F2"].mentees_least == 2
    assert scenario.need["F3"].successor_unit == "XHOSP"
    assert scenario.leaver_of["H1"].end == date(2023, 3, 11)
    assert scenario.phase["RUN"].after == ("PLAN", "BUILD")
    assert (scenario.phase["RUN"].min_gap, scenario.phase["RUN"].max_gap) == (0, None)
    assert scenario.studio["STUDIO"].members == ("X001", "X002")
    assert scenario.session["TALK1"].slots == ("AM", "PM")
    assert scenario.session["TALK2"].speakers == 1
    assert scenario.slot["AM"].day == date(2023, 8, 10)
    assert scenario.room["LAB"].seats == 0
    assert scenario.delegation["LZ"].size == 40
    assert scenario.leader["LD1"].areas == ("630121",)
    assert scenario.meetings[0].day == date(2023, 6, 15)
    assert scenario.provisions[0].evidence is Evidence.MENTORING


def test_acts_of_care_are_read(tmp_path: Path) -> None:
    """Words in lists become values, and days may come before the anchor."""
    scenario = read_scenario(write(tmp_path / "s", EVERY))
    medal, letter, visit = scenario.care

    assert medal.kinds == (Kind.SECONDMENT, Kind.SUPPORT_POSTING)
    assert (medal.offset_days, medal.full_term) == (-7, True)
    assert medal.recipient is Recipient.PERSON
    assert (letter.anchor, letter.festivals) == (Anchor.FESTIVAL, ("春节", "夏都节"))
    assert (visit.direction, visit.kinds) == (Direction.TO_NANJING, (Kind.ATTACHMENT,))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_every_usual_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    """Files in UTF-8, with or without BOM, and in GB18030 hold the same scenario."""
    folder = write(tmp_path / "s", EVERY)
    for name, text in EVERY.items():
        (folder / name).write_bytes(text.encode(encoding))

    assert read_scenario(folder) == read_scenario(write(tmp_path / "plain", EVERY))


def tabs(text: str) -> str:
    """Return the table with tabs between the cells."""
    return text.replace(",", "\t")


def windows_lines(text: str) -> str:
    """Return the table with line ends as on Windows."""
    return text.replace("\n", "\r\n")


def blank_rows(text: str) -> str:
    """Return the table with blank rows around and between the rows."""
    commas = "," * text.partition("\n")[0].count(",")
    if '"' in text:
        return f"\n{text}{commas}\n\n"
    return f"\n{text}".replace("\n", f"\n{commas}\n\n")


def padded(text: str) -> str:
    """Return the table with blanks around every cell, full-width ones too."""
    return text if '"' in text else text.replace(",", " ,\u3000")


@pytest.mark.parametrize("change", [tabs, windows_lines, blank_rows, padded])
def test_the_form_of_a_table_means_nothing(
    change: Callable[[str], str], tmp_path: Path
) -> None:
    """Separators, line ends and blanks change nothing."""
    other = {name: change(EVERY[name]) for name in TABLE_FILES}
    scenario = read_scenario(write(tmp_path / "s", {**EVERY, **other}))

    assert scenario == read_scenario(write(tmp_path / "plain", EVERY))


def test_columns_may_have_chinese_names(tmp_path: Path) -> None:
    """The titles of the fields name the columns as well as the fields do."""
    other = {}
    for name in TABLE_FILES:
        fields = TABLES[name.removesuffix(".csv")].model_fields
        head, _, rows = EVERY[name].partition("\n")
        titles = [str(fields[column].title) for column in head.split(",")]
        other[name] = ",".join(titles) + "\n" + rows
    scenario = read_scenario(write(tmp_path / "s", {**EVERY, **other}))

    assert scenario == read_scenario(write(tmp_path / "plain", EVERY))


@given(chance=st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_rows_and_columns_means_nothing(
    chance: Random, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Shuffled rows and columns give an equal scenario with an equal fingerprint."""
    folder = tmp_path_factory.mktemp("s")
    plain = {**EVERY, "people.csv": EVERY["people.csv"].replace('"两行\n备注"', "备注")}
    shuffled = dict(plain)
    for name in TABLE_FILES:
        rows = [line.split(",") for line in plain[name].splitlines()]
        order = chance.sample(range(len(rows[0])), len(rows[0]))
        head, *body = ([row[number] for number in order] for row in rows)
        chance.shuffle(body)
        shuffled[name] = "\n".join(",".join(row) for row in (head, *body))

    scenario = read_scenario(write(folder / "s", shuffled))
    expected = read_scenario(write(folder / "p", plain))

    assert scenario == expected
    assert scenario.fingerprint == expected.fingerprint


def test_what_came_later_leaves_old_fingerprints_alone(tmp_path: Path) -> None:
    """A scenario without them is the one for which plans were made before."""
    on_top = {"scenario.yaml": "base: ../s\nname: base\n"}
    rated = {**on_top, "ratings.csv": EVERY["ratings.csv"]}
    meant = {**on_top, "people.csv": "id,target_days\nP001,60\n"}
    prints = [
        read_scenario(write(tmp_path / name, files)).fingerprint
        for name, files in zip("stuv", (BASE, on_top, rated, meant), strict=True)
    ]

    assert prints[:2] == [BEFORE, BEFORE]
    assert len(set(prints)) == 3


def changed(old: str, new: str, folder: Path, name: str = "people.csv") -> Path:
    """Write the good scenario with one text replaced, and return its folder."""
    assert BASE[name].count(old) == 1
    return write(folder, {**BASE, name: BASE[name].replace(old, new)})


@pytest.mark.parametrize("text", ["NA", "null", "0012", "1.10", "=1+1", "+86 25", "是"])
def test_text_stays_as_it_was_typed(text: str, tmp_path: Path) -> None:
    """No text turns into a number, a formula or nothing."""
    scenario = read_scenario(changed("IN,,", f"IN,,{text}", tmp_path / "s"))

    assert scenario.person["P002"].note == text


def test_leading_zeros_of_settings_stay(tmp_path: Path) -> None:
    """A name that looks like a number is text in scenario.yaml too."""
    folder = changed("name: base", "name: 0012", tmp_path / "s", "scenario.yaml")

    assert read_scenario(folder).name == "0012"


def test_optional_tables_may_be_missing(tmp_path: Path) -> None:
    """Six tables and the settings make a scenario."""
    needed = ("areas", "specialties", "units", "people", "programmes", "needs")
    files = {f"{name}.csv": BASE[f"{name}.csv"] for name in needed}
    files["scenario.yaml"] = (
        "name: s\nhorizon: {first_day: 2023-03-01, last_day: 2024-02-29}"
    )
    files["units.csv"] = files["units.csv"].replace("SITE", "")
    files["needs.csv"] = files["needs.csv"].replace("TEAM,", ",")

    scenario = read_scenario(write(tmp_path / "s", files))

    assert {name for name in TABLES if getattr(scenario, name)} == set(needed)


def test_files_of_other_programs_are_left_aside(tmp_path: Path) -> None:
    """Lock files of office programs and files of other kinds are not tables."""
    folder = write(tmp_path / "s")
    for name in (".~lock.people.csv#", "~$people.csv", "README.md", "areas.xlsx"):
        (folder / name).write_text("x", "utf-8")

    assert read_scenario(folder).name == "base"


ASIDE = """
  - coverage
  - {goal: fit, rung: no, parameters: {exact: 40}}
  - {goal: cost, rung: yes}
"""


def test_a_goal_may_be_listed_for_its_parameters_only(tmp_path: Path) -> None:
    """With rung: no it is not pursued; other goals find its parameters."""
    goals = BASE["scenario.yaml"].partition("goals:")[2]
    folder = changed(goals, ASIDE, tmp_path / "s", "scenario.yaml")
    text = folder / "scenario.yaml"
    text.write_text(text.read_text("utf-8").replace("soft", "strict"), "utf-8")
    policy = read_scenario(folder).policy

    assert [step.goal for step in policy.goals] == ["coverage", "cost"]
    assert [step.goal for step in policy.aside] == ["fit"]
    assert not policy.pursues("fit")
    assert policy.number("fit", "exact") == 40
    assert policy.number("fit", "family") == 2


def test_goals_may_be_none(tmp_path: Path) -> None:
    """A list of goals without goals is not the same as silence about goals."""
    goals = BASE["scenario.yaml"].partition("goals:")[2]
    none = changed(goals, " []\n", tmp_path / "none", "scenario.yaml")
    text = none / "scenario.yaml"
    text.write_text(text.read_text("utf-8").replace("soft", "strict"), "utf-8")
    silent = changed("goals:" + goals, "", tmp_path / "silent", "scenario.yaml")

    assert read_scenario(none).policy.goals == ()
    assert read_scenario(silent).policy.goals == Policy().goals


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("matcher.scenario", {"ruamel.yaml", "pandas", "ortools", "holidays"}),
        ("matcher.scenario.reading", {"pandas", "ortools", "numpy", "holidays"}),
    ],
)
def test_reading_imports_little(module: str, unwanted: set[str]) -> None:
    """The entities need no YAML; reading needs no frames, solver or holidays."""
    code = f"import sys, {module}; print(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert set(result.stdout.split()) & unwanted == set()


@pytest.mark.parametrize("table", TABLES)
def test_every_required_column_is_asked_for(table: str, tmp_path: Path) -> None:
    """A table that has only one column with a wrong name misses all required ones."""
    folder = write(tmp_path / "s")
    (folder / f"{table}.csv").write_text("zzzz\n", "utf-8")

    with pytest.raises(ScenarioError) as caught:
        read_scenario(folder)

    missing = [
        str(each.facts["value"])
        for each in caught.value.problems
        if each.code == "E110"
    ]
    assert missing == list(required(TABLES[table]))
