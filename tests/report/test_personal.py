"""The pages for each person and each host: what they got, why, what comes, whom."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from builders import need, person, plan, post, scenario, unit
from chapters import table, texts
from every_system import PLAN, WORLD
from records_by_hand import judged

from matcher.auditor import audit
from matcher.language import LANGUAGES
from matcher.plan import Gap, Plan, Shortage
from matcher.report.personal import Explanations, file_names
from matcher.report.report import report_of
from matcher.scenario.conditions import Lock, Preference, Rating
from matcher.scenario.entities import Team

if TYPE_CHECKING:
    from matcher.language import Language
    from matcher.report.blocks import Section
    from matcher.report.report import Report
    from matcher.scenario import Scenario


class Links(HTMLParser):
    """
    Where the links of a page lead.

    Parameters
    ----------
    text
        The page.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a link leads."""
        if tag == "a":
            self.found.append(dict(attrs)["href"] or "")


def pages(world: Scenario, decided: Plan, language: Language = "en") -> Explanations:
    """Return the pages of a plan, audited."""
    return Explanations(report_of(world, decided, audit(world, decided), language))


def every(language: Language = "en") -> Explanations:
    """Return the pages of the season of every system."""
    return Explanations(report_of(WORLD, PLAN, judged(), language))


def chapter(sheet: Report, name: str) -> Section:
    """Return a chapter of a page."""
    return next(each for each in sheet.sections if each.id == name)


def facts(sheet: Report) -> dict[str, str]:
    """Return what was decided, by what it is about, for a single assignment."""
    found = table(chapter(sheet, "assignments"), "decided")
    return {what: f"{how}" for what, how in texts(found)}


def wish(who: str, target: str, rank: int, side: str = "person") -> Preference:
    """Return a wish of a person, or of a host."""
    return Preference.model_validate(
        {"side": side, "person": who, "target": target, "rank": rank}
    )


def reasons(sheet: Report, section: str, name: str) -> list[tuple[str, ...]]:
    """Return the lines of the last column of a table of a page."""
    found = table(chapter(sheet, section), name)
    return [row[-1].lines for group in found.groups for row in group.rows]


def test_what_was_decided_is_told_with_the_rules_that_bound() -> None:
    """Host, days, acclimatisation, team, role and lock stand in one list."""
    world = scenario(
        policy={},
        teams=(Team(id="T", name="Team", min_size=1, max_size=2),),
        needs=(
            need("n1", team="T", role="eyes", leader=True),
            need("n2", team="T", role="ears"),
        ),
        people=(person("A"), person("B")),
        locks=(Lock(id="L7", kind="pin", person="A", target="n1"),),
    )
    made = plan(world, post(world, "A", "n1", 2, 5), post(world, "B", "n2", 2, 5))
    sheet = pages(world, made).person("A")
    found = facts(sheet)
    assert found["Host"] == "XU"
    assert found["On post"] == "2023-03-03 – 2023-03-05"
    assert found["Days"] == "3 on post, 5 away from home"
    assert found["Acclimatisation"].startswith("2 day(s) before the first day")
    assert found["Team and role"] == "Team · eyes · leader"
    assert found["Lock"] == "pin"
    contacts = texts(table(chapter(sheet, "contacts"), "contact-list"))
    assert ["Team member", "B", "2023-03-03 – 2023-03-05"] in contacts


def test_ranks_stand_beside_each_other() -> None:
    """The need's place among both sides' wishes, the person's among all by fit."""
    world = scenario(
        people=(person("A", level=2), person("B", level=4), person("C")),
        needs=(need("n1"), need("n2", unit="XV")),
        preferences=(
            wish("A", "n2", 1),
            wish("A", "X1", 3),
            wish("B", "n1", 1, "host"),
            wish("A", "XU", 2, "host"),
        ),
    )
    sheet = pages(world, plan(world, post(world, "A", "n1", 0, 3))).person("A")
    (row,) = texts(table(chapter(sheet, "ranks"), "rank-list"))
    assert row[1:3] == ["wish 2 of 2", "wish 2 of 2"]
    assert row[4] == "3 of 3 who could go"
    others = table(chapter(sheet, "others"), "other-people")
    assert [line[0] for line in texts(others)] == ["B", "C"]
    assert texts(others)[0][3] == "stays at home"


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", "exact specialty 6, level 2, experience 2, returning 3, rating 40"),
        ("zh", "专业对口 6、职称 2、经验 2、曾在此服务 3、评分 40"),
    ],
)
def test_the_fit_is_told_part_by_part(language: Language, parts: str) -> None:
    """Each part that gives points is named with them, points of a panel, too."""
    known = person("A", level=5, experience=12, past_hosts=("XU",))
    rated = Rating(person="A", need="n1", points=40)
    world = scenario(people=(known,), ratings=(rated,))
    sheet = pages(world, plan(world, post(world, "A", "n1", 0, 3)), language).person(
        "A"
    )
    (row,) = table(chapter(sheet, "ranks"), "rank-list").groups[0].rows
    assert (row[3].text, row[3].lines) == ("53", (parts,))


def test_own_wishes_are_met_or_say_why_not() -> None:
    """A wish for a taken post names who has it, and the place by fit."""
    world = scenario(
        people=(person("A"), person("B")),
        needs=(need("n1"), need("n2", unit="XV", level=5)),
        preferences=(wish("B", "n1", 1), wish("B", "XV", 2), wish("B", "X9", 3)),
    )
    sheet = pages(world, plan(world, post(world, "A", "n1", 0, 3))).person("B")
    found = table(chapter(sheet, "wishes"), "wish-list")
    assert [row[2] for row in texts(found)] == ["not met"] * 3
    assert reasons(sheet, "wishes", "wish-list") == [
        ("Its posts are taken by A.", "Place by fit: 1 of 2 who could go."),
        ("B has title level 3; n2 asks for at least 5.",),
        (),
    ]
    assert [row[3] for row in texts(found)] == ["", "S1", "No post is asked for there."]


def test_room_that_others_take_names_them() -> None:
    """A cap stands between together with those who fill it in these days."""
    world = scenario(
        units=(unit("NU", "N1", release_cap=1), unit("XU", "X1"), unit("XV", "X2")),
        people=(person("A"), person("B")),
        needs=(need("n1", longest=10), need("n2", unit="XV", min_headcount=0)),
    )
    sheet = pages(world, plan(world, post(world, "A", "n1", 0, 10))).person("B")
    told = reasons(sheet, "summary", "nearest-posts")
    assert ("Release cap.", "There in those days: A") in told


def test_who_could_go_but_does_not_is_told_of_the_goals() -> None:
    """Where no rule stands between an open post and a person, the goals decide."""
    world = scenario(needs=(need("n1", min_headcount=0),))
    (told,) = reasons(pages(world, plan(world)).person("A"), "summary", "nearest-posts")
    assert told[0].startswith("No rule stands between: all goals together")


def test_health_reads_neutrally() -> None:
    """A refusal for health is a condition that the unit alone may tell."""
    world = scenario(people=(person("A", health="no"),))
    (told,) = reasons(pages(world, plan(world)).person("A"), "summary", "nearest-posts")
    assert told == ("A condition that only the releasing unit may tell.",)


def test_local_staff_are_told_who_raises_them() -> None:
    """Who is raised finds the mentors and their days."""
    sheet = every().person("M2")
    contacts = texts(table(chapter(sheet, "contacts"), "contact-list"))
    assert [row[:2] for row in contacts] == [
        ["Releasing unit", "County hospital"],
        ["Mentor", "A"],
        ["Mentor", "A"],
    ]


def test_somebody_without_days_is_local_staff() -> None:
    """Without days to be away there is nothing to explain."""
    world = scenario(people=(person("A", windows=()),))
    (section,) = pages(world, plan(world)).person("A").sections
    assert [block.block for block in section.blocks] == ["notes"]


def test_contacts_and_days_hold_everything_arranged() -> None:
    """Leader, bed, learners, handovers, sessions and care are on the page."""
    sheet = every().person("A")
    contacts = texts(table(chapter(sheet, "contacts"), "contact-list"))
    for row in (
        ["Contact leader", "Deputy head", "2023-03-01 – 2023-03-20"],
        ["Bed", "Residence", "2023-03-01 – 2023-03-20"],
        ["Takes over from", "Z", "2023-03-01 – 2023-03-04"],
        ["Hands over to", "B", "2023-03-14 – 2023-03-20"],
    ):
        assert row in contacts
    days = table(chapter(sheet, "days"), "day-list")
    told = [row[:2] for row in texts(days)]
    assert told == sorted(told, key=lambda row: row[0])
    for line in (
        ["2023-03-01", "first day on post"],
        ["2023-03-20", "last day on post"],
        ["2023-04-10", "On medicine"],
        ["2023-04-05", "Festival letter"],
    ):
        assert line in told


def test_a_host_sees_guests_wishes_load_and_care() -> None:
    """All that a host must know stands on its page."""
    sheet = every().host("XU")
    guests = texts(table(chapter(sheet, "guests"), "guest-list"))
    assert [row[1] for row in guests] == ["A", "B"]
    stays = table(chapter(sheet, "load"), "stay-bars")
    assert [row[2].lines for row in stays.groups[0].rows] == [
        ("Residence, bed 1",),
        ("Residence, bed 1",),
    ]
    months = texts(table(chapter(sheet, "load"), "load-list"))
    assert [row[0] for row in months] == ["2023-03", "2023-04"]
    care = texts(table(chapter(sheet, "care"), "care-list"))
    assert care[0][1] == "Festival letter"


def test_a_host_sees_open_posts_with_the_nearest_people() -> None:
    """The shortage ledger's lines of the host, and no other's."""
    world = scenario(needs=(need("n1"), need("n2", unit="XV")))
    short = tuple(
        Shortage(
            need=code,
            posts=1,
            cause="no-level",
            nearest=(Gap(person="A", rules=("consent",)),),
        )
        for code in ("n1", "n2")
    )
    made = plan(world).model_copy(update={"shortages": short})
    ledger = table(chapter(pages(world, made).host("XU"), "open"), "shortage-ledger")
    (row,) = ledger.groups[0].rows
    assert row[1].code == "n1"
    assert row[6].text == "nobody of the level"
    assert row[7].lines[0].startswith("A (NU): ")


def test_a_host_sees_what_became_of_its_wishes() -> None:
    """Somebody wished for comes, goes elsewhere or stays, with what stood between."""
    world = scenario(
        people=(person("A"), person("B"), person("C", level=1)),
        needs=(need("n1", level=2), need("n2", unit="XV")),
        preferences=tuple(
            wish(code, "n1", rank, "host") for rank, code in enumerate("ABC", start=1)
        ),
    )
    made = plan(world, post(world, "A", "n1", 0, 3), post(world, "B", "n2", 0, 3))
    found = table(chapter(pages(world, made).host("XU"), "wishes"), "wish-list")
    assert [row[3] for row in texts(found)] == ["comes", "goes to XV", "stays at home"]


def test_the_page_of_links_leads_to_every_page() -> None:
    """Each link of the index is the path of a page, and each page has a link."""
    written = dict(every().pages())
    found = {unquote(link) for link in Links(written["index.html"]).found}
    others = {link for link in found if not link.startswith("#")}
    assert others == written.keys() - {"index.html"}


def test_every_page_stands_alone() -> None:
    """A page for one reader leads nowhere else and runs and loads nothing."""
    for path, text in every().pages():
        assert "default-src 'none'" in text
        assert "<script>" not in text
        if path != "index.html":
            assert all(link.startswith("#") for link in Links(text).found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_the_same_for_the_same_plan(language: Language) -> None:
    """The order of assignments means nothing, and both languages share paths."""
    turned = PLAN.model_copy(update={"assignments": PLAN.assignments[::-1]})
    report = report_of(WORLD, turned, judged(), language)
    assert list(Explanations(report).pages()) == list(every(language).pages())
    assert [path for path, _ in every(language).pages()] == [
        path for path, _ in every("en").pages()
    ]


def test_codes_cannot_become_links_or_paths() -> None:
    """Whatever a code holds, its page stays in its folder and nothing is run."""
    evil = '"><a href="#page:../x">'
    world = scenario(people=(person(evil), person("..")))
    written = dict(pages(world, plan(world)).pages())
    for path, text in written.items():
        assert ".." not in path
        assert len(PurePosixPath(path).parts) <= 2
        assert "../x" not in Links(text).found


def test_file_names_differ_even_without_capitals() -> None:
    """Codes that some file systems take for one have two files."""
    names = file_names(["a", "A", "a/b", "甲"])
    assert names == {
        "a": "a.html",
        "A": "A~.html",
        "a/b": "a~2Fb.html",
        "甲": "甲.html",
    }


def test_a_faulty_plan_is_explained_as_far_as_it_can_be_read() -> None:
    """Unknown people and needs do not stop the pages of the others."""
    world = scenario()
    good = post(world, "A", "n1", 0, 3)
    faulty = plan(
        world,
        good,
        good.model_copy(update={"person": "nobody"}),
        good.model_copy(update={"need": "nothing"}),
    )
    assert facts(pages(world, faulty).person("A"))["Host"] == "XU"


def test_soft_rules_given_up_are_told() -> None:
    """What the judge counts as a concession stands with the assignment."""
    world = scenario(
        policy={"rules": {"level": {"mode": "soft"}}},
        needs=(need("n1", level=5),),
        horizon=scenario().horizon,
    )
    made = plan(world, post(world, "A", "n1", 2, 5))
    report = report_of(world, made, audit(world, made), "en")
    assert report.material.audit.concessions
    found = facts(Explanations(report).person("A"))
    assert "level" in found["Soft rule given up"]
