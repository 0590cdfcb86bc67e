"""The page as a whole: stable, safe, complete, the same in both languages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import every_system
import pytest
import records_by_hand
from builders import day, need, person, plan, post, scenario, unit
from small_year import PLAN, WORLD

from matcher.auditor import audit
from matcher.auditor.records import ProvisionFact, ProvisionRecord
from matcher.language import LANGUAGES, Language
from matcher.plan import Gap, Plan, RungProof, Shortage, Status
from matcher.report.html import render
from matcher.report.report import report_of
from matcher.rulebook import Text
from matcher.scenario import TABLES, Scenario
from matcher.scenario.base import Health
from matcher.scenario.entities import Commitment

if TYPE_CHECKING:
    from collections.abc import Callable

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
        self.chapters: list[str] = []
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
            if tag == "section":
                self.chapters.append(given["id"])
        if "href" in given:
            self.links.append(given["href"])

    def handle_data(self, data: str) -> None:
        """Note what is to be read."""
        self.text += data


def page(world: Scenario, decided: Plan, language: Language = "en") -> str:
    """Return the report of a plan, audited."""
    return render(report_of(world, decided, audit(world, decided), language))


def full(language: Language) -> str:
    """Return the report of the season that has every system."""
    return render(
        report_of(
            every_system.WORLD, every_system.PLAN, records_by_hand.judged(), language
        )
    )


def bare(text: str) -> str:
    """Return a page without style sheet, scripts and their digests."""
    text = re.sub(r"<(style|script)>.*?</\1>", r"<\1>", text, flags=re.DOTALL)
    return re.sub(r"sha256-[^']*", "sha256", text)


def small(world: Scenario) -> Plan:
    """Return the plan that gives person A the need n1."""
    return plan(world, post(world, "A", "n1", 0, 3))


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_is_the_golden_page(
    golden: Callable[[str, str], str],
    language: Language,
) -> None:
    """The page of a known plan is, letter by letter, the one we looked at."""
    text = bare(page(WORLD, PLAN, language))
    assert text == golden(f"report.{language}.html", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_of_every_system_is_the_golden_page(
    golden: Callable[[str, str], str],
    language: Language,
) -> None:
    """So is the page that has every chapter."""
    text = bare(full(language))
    assert text == golden(f"systems.{language}.html", text)


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
    assert EVIL not in text
    assert Page(text).tags["script"] == Page(page(WORLD, PLAN)).tags["script"]
    assert EVIL in Page(text).text


def test_no_table_turns_names_into_markup() -> None:
    """A script in any name, title, code or label of the systems is printed only."""
    printed = {"name", "name_en", "title", "title_en", "statement", "statement_en"}
    tables = {
        table: [
            row.model_copy(
                update=dict.fromkeys(printed & set(entity.model_fields), EVIL)
            )
            for row in getattr(every_system.WORLD, table)
        ]
        for table, entity in TABLES.items()
    }
    row = every_system.WORLD.provisions[0].model_copy(update={"id": EVIL})
    tables["provisions"].append(row)
    world = Scenario.model_validate(
        {"name": EVIL, "horizon": every_system.WORLD.horizon, **tables}
    )
    facts = (ProvisionFact(Text(en=EVIL, zh=EVIL), 0, 1),)
    rows = (*records_by_hand.RECORDS.provisions, ProvisionRecord(EVIL, facts))
    records = replace(records_by_hand.RECORDS, provisions=rows)
    judged = replace(records_by_hand.judged(), records=records)
    text = render(report_of(world, every_system.PLAN, judged, "en"))
    assert EVIL not in text
    assert Page(text).chapters == Page(full("en")).chapters
    assert Page(text).text.count(EVIL) > len(tables)


def test_page_keeps_private_what_is_private() -> None:
    """Neither birth dates, health, notes nor reasons of absence are printed."""
    world = every_system.WORLD
    secret = {"birth": date(1971, 2, 3), "note": "my family", "health": Health.NO}
    people = [each.model_copy(update=secret) for each in world.people]
    absent = Commitment(
        person="A", first_day=day(50), last_day=day(51), reason="my illness"
    )
    rows = {table: getattr(world, table) for table in TABLES}
    private = Scenario.model_validate(
        {"name": "private", "horizon": world.horizon, **rows}
        | {"people": people, "commitments": (absent,)}
    )
    text = render(report_of(private, every_system.PLAN, records_by_hand.judged(), "en"))
    assert "1971" not in text
    assert "my family" not in text
    assert "my illness" not in text
    assert "health clearance is" not in text


@pytest.mark.parametrize("year", ["small", "full"])
def test_languages_share_one_structure(year: str) -> None:
    """Both languages have the same places, links and number of rows and cells."""
    zh, en = (
        Page(page(WORLD, PLAN, each) if year == "small" else full(each))
        for each in LANGUAGES
    )
    assert zh.ids == en.ids
    assert zh.links == en.links
    assert zh.tags == en.tags


def test_contents_lead_to_every_chapter() -> None:
    """The contents are the chapters in their order; every link has its one place."""
    found = Page(full("en"))
    contents = [f"#{chapter}" for chapter in found.chapters]
    assert found.links[: len(contents)] == contents
    assert {link[1:] for link in found.links} <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))


def test_rows_of_the_source_have_places_and_lead_to_their_details() -> None:
    """A row stands under its code and leads to the chapters that the page has."""
    text = full("en")
    place = text.index('<tbody id="provision-S6"')
    row = text[place : text.index("<tr>", place)]
    assert "S6 Support postings" in row
    assert Page(row).links == [
        "#agreement",
        "#people",
        "#shortages",
    ]


@pytest.mark.parametrize(("language", "comma"), [("en", ", "), ("zh", "、")])
def test_codes_of_a_list_are_parted_and_do_not_break(
    language: Language, comma: str
) -> None:
    """Each code of a list stands by itself, which the style keeps whole."""
    text = full(language)
    assert f"<b>A</b>{comma}<b>B</b>" in text
    assert "td.l b { white-space: nowrap; font-weight: inherit; }" in text


def test_links_to_chapters_that_are_left_out_are_not_printed() -> None:
    """Without leaders in the plan's world, the row on leaders leads nowhere."""
    records = replace(records_by_hand.RECORDS, leaders=())
    judged = replace(records_by_hand.judged(), records=records)
    text = render(report_of(every_system.WORLD, every_system.PLAN, judged, "en"))
    assert "#leaders" in Page(full("en")).links
    assert "#leaders" not in Page(text).links


def test_page_needs_no_network() -> None:
    """Nothing on the page is fetched: no images, frames, sources or foreign links."""
    text = page(WORLD, PLAN)
    found = Page(text)
    assert {"img", "link", "iframe", "object"} & found.tags.keys() == set()
    assert {"src", "srcset", "style", "action"} & found.attributes == set()
    assert all(link.startswith("#") for link in found.links)
    assert "url(http" not in text
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


def test_empty_plan_has_the_chapters_of_any_plan() -> None:
    """A plan without assignments is a page like any other."""
    world = scenario()
    assert Page(page(world, plan(world))).chapters == [
        "summary",
        "people",
        "agreement",
        "proof",
        "shortages",
        "coverage",
        "worst-off",
        "concessions",
        "policy",
        "assumptions",
    ]
