"""The page as a whole: stable, safe, complete, the same in both languages."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from builders import need, person, plan, post, scenario, unit
from small_year import PLAN, WORLD

from matcher.auditor import audit
from matcher.language import LANGUAGES, Language
from matcher.plan import Gap, Plan, RungProof, Shortage, Status
from matcher.report.html import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from matcher.scenario import Scenario

EVIL = "<script>alert('1')</script>"


class Page(HTMLParser):
    """
    What a browser would find on a page.

    Parameters
    ----------
    text
        The page.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag with what it says of itself."""
        given = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        self.attributes |= given.keys()
        if "id" in given:
            self.ids.append(given["id"])
        if "href" in given:
            self.links.append(given["href"])

    def handle_data(self, data: str) -> None:
        """Note what is to be read."""
        self.text += data


def page(world: Scenario, decided: Plan, language: Language = "en") -> str:
    """Return the report of a plan, audited."""
    return render(world, decided, audit(world, decided), language)


def small(world: Scenario) -> Plan:
    """Return the plan that gives person A the need n1."""
    return plan(world, post(world, "A", "n1", 0, 3))


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_is_the_golden_page(
    golden: Callable[[str, str], str],
    language: Language,
) -> None:
    """The page of a known plan is, letter by letter, the one we looked at."""
    text = page(WORLD, PLAN, language)
    assert text == golden(f"report.{language}.html", text)


def test_small_plan_is_clean() -> None:
    """The plan behind the golden page has no findings."""
    assert audit(WORLD, PLAN).findings == ()


def test_names_cannot_become_markup() -> None:
    """A script in a name, a note or a code is printed, not run."""
    world = scenario(
        title=EVIL,
        units=(unit("NU", "N1", name=EVIL), unit("XU", "X1", name=EVIL)),
        people=(person(EVIL),),
        needs=(need("n1", reason=EVIL),),
    )
    text = page(world, plan(world, post(world, EVIL, "n1", 0, 3)))
    assert Page(text).tags["script"] == 0
    assert "<script" not in text
    assert EVIL in Page(text).text


def test_languages_share_one_structure() -> None:
    """Both languages have the same places, links and number of rows and cells."""
    zh, en = (Page(page(WORLD, PLAN, each)) for each in LANGUAGES)
    assert zh.ids == en.ids
    assert zh.links == en.links
    assert zh.tags == en.tags


def test_contents_lead_to_every_chapter() -> None:
    """The contents link to places of the page, each of which exists once."""
    found = Page(page(WORLD, PLAN))
    assert found.links[:11] == [
        "#summary",
        "#agreement",
        "#proof",
        "#shortages",
        "#concessions",
        "#hosts",
        "#releasing-units",
        "#people",
        "#year",
        "#policy",
        "#assumptions",
    ]
    assert {link[1:] for link in found.links} <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))


def test_page_needs_no_network() -> None:
    """Nothing on the page is fetched: no scripts, images, frames or foreign links."""
    text = page(WORLD, PLAN)
    found = Page(text)
    assert {"script", "img", "link", "iframe", "object"} & found.tags.keys() == set()
    assert {"src", "srcset", "style", "action"} & found.attributes == set()
    assert all(link.startswith("#") for link in found.links)
    assert "url(" not in text
    assert "@import" not in text


def test_order_of_assignments_means_nothing() -> None:
    """A plan whose assignments stand in another order gives the same page."""
    turned = PLAN.assignments[::-1]
    other = PLAN.model_copy(update={"assignments": turned})
    assert page(WORLD, other) == page(WORLD, PLAN)


def test_faulty_plan_is_reported_with_its_findings() -> None:
    """Codes that nobody knows are printed as they are, beside the findings."""
    world = scenario()
    good = small(world)
    stranger = good.assignments[0].model_copy(update={"person": "nobody-1"})
    faulty = good.model_copy(
        update={
            "assignments": (stranger,),
            "shortages": (
                Shortage(need="n1", posts=1, cause="cause-1", detail=("detail-1",)),
                Shortage(
                    need="n1",
                    posts=1,
                    cause="host-cap",
                    detail=("detail-2", "XU"),
                    nearest=(
                        Gap(person="nobody-2", rules=()),
                        Gap(person="A", rules=("rule-1",)),
                    ),
                ),
            ),
            "rungs": (
                RungProof(
                    goal="goal-1",
                    sense="max",
                    best=1,
                    bound=1,
                    value=1,
                    status=Status.OPTIMAL,
                ),
            ),
        }
    )
    found = Page(page(world, faulty))
    assert "findings" in found.ids
    for code in ("nobody-1", "cause-1", "nobody-2", "rule-1", "goal-1", "detail-2"):
        assert code in found.text


def test_empty_plan_has_every_chapter() -> None:
    """A plan without assignments is a page like any other."""
    world = scenario()
    empty = Page(page(world, plan(world)))
    filled = Page(page(world, small(world)))
    assert set(empty.links) == set(filled.links)
