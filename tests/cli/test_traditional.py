"""Traditional characters: our words are converted, what planners wrote never is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import scenario, unit

from matcher.language import folder_of, in_characters, translate, write_traditional
from matcher.rulebook import RULES
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from runner import Runner

NAME = "于洪区人才学校"
"""A unit whose name would be wrong in traditional characters made by a table."""


@pytest.fixture(autouse=True)
def simplified_again() -> Iterator[None]:
    """Leave simplified characters behind."""
    yield
    write_traditional("")


@pytest.mark.parametrize("wish", ["zh-Hant", "zh_TW", "zh_HK.UTF-8", "zh-Hant-MO"])
def test_shapes_are_known_by_their_names(wish: str) -> None:
    """A locale or ``--lang`` that names traditional characters gets them."""
    write_traditional(wish)
    assert folder_of("zh") == "zh_TW"
    assert folder_of("en") == "en"


@pytest.mark.parametrize("wish", ["zh", "zh_CN.UTF-8", "zh-Hans", "en_HK", ""])
def test_simplified_is_the_rule(wish: str) -> None:
    """Whatever does not ask for traditional Chinese gets simplified characters."""
    write_traditional(wish)
    assert folder_of("zh") == "zh_CN"


def test_catalogue_and_rulebook_are_converted() -> None:
    """Both the texts of the catalogue and those of the rulebook have their shape."""
    title = RULES["health"].title
    assert title.in_language("zh") == "高原体检"
    assert translate("Contents", "zh") == "目录"
    write_traditional("zh-Hant")
    assert title.in_language("zh") == "高原體檢"
    assert translate("Contents", "zh") == "目錄"
    assert in_characters(NAME) == NAME


def test_names_of_planners_stay_as_they_are(
    run: Runner, tmp_path: Path, out: Path
) -> None:
    """The page is in traditional characters, the names in it as planners wrote them."""
    world = scenario(
        units=(unit("NU", "N1", name=NAME), unit("XU", "X1"), unit("XV", "X2"))
    )
    write_scenario(world, tmp_path / "s")
    assert run("solve", tmp_path / "s", "-o", out, lang="zh-Hant").exit_code == 0
    page = (out / "report.html").read_text("utf-8")
    assert '<html lang="zh-Hant">' in page
    assert "<h2>證明了什麼</h2>" in page
    assert NAME in page
    assert "於洪" not in page


def test_the_next_run_is_simplified_again(run: Runner, folder: Path) -> None:
    """What one run asks for does not change the next."""
    assert "規則" in run("rules", folder, "--lang", "zh-Hant").output
    assert "规则" in run("rules", folder, lang="zh").output
