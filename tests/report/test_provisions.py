"""What the chapter on the rows of the source says: met or short, in both languages."""

from __future__ import annotations

from dataclasses import replace

from chapters import heads, lines, said, table, texts
from every_system import PLAN, WORLD
from records_by_hand import RECORDS, judged

from matcher.report.material import Material
from matcher.report.provisions import met_rows, provisions
from matcher.report.words import Words

HERE = Material(WORLD, PLAN, judged(), Words(WORLD, "en"))
ZH = Material(WORLD, PLAN, judged(), Words(WORLD, "zh"))


def test_rows_of_the_source_are_met_or_short() -> None:
    """The overview has the result of each row and what is short, else one figure."""
    found = table(provisions(HERE), "provision-overview")
    assert [row[:3] for row in texts(found)] == [
        ["S6", "Support postings", "met"],
        ["S19", "Contact leaders", "short"],
        ["S 25", "成效", "met"],
    ]
    assert lines(found.groups[0], 3) == [
        ("people sent 2 / 2",),
        ("people with a leader 1,200 / 2,000",),
        ("wishes met 3",),
    ]
    assert said(provisions(HERE).blocks)[0] == (
        "Rows of the source that the plan meets: 2 of 3."
    )


def test_figures_of_a_row_say_what_is_missing() -> None:
    """A figure stands beside what is wanted, with the shortfall; some want nothing."""
    found = table(provisions(HERE), "provision-rows")
    assert texts(found) == [
        ["people sent", "2", "2", "met"],
        ["people with a leader", "1,200", "2,000", "short by 800"],
        ["wishes met", "3", "–", "–"],
        ["wishes met", "3", "–", "–"],
    ]
    assert [group.rows[0][-1].tone for group in found.groups] == ["good", "bad", ""]


def test_rows_of_the_source_speak_the_reader_s_language() -> None:
    """Title and statement are Chinese or English; without English, Chinese."""
    en, zh = (table(provisions(each), "provision-rows") for each in (HERE, ZH))
    assert heads(en)[0] == ("S6 Support postings", "Nanjing sends people.")
    assert heads(zh)[0] == ("S6 三支", "南京选派人员。")
    assert heads(en)[2] == heads(zh)[2] == ("S 25 成效", "满意度提升。")


def test_overview_leads_to_the_rows() -> None:
    """Each code of the overview is a link to the row's place, without blanks."""
    overview = table(provisions(HERE), "provision-overview")
    detail = table(provisions(HERE), "provision-rows")
    places = [row[0].place for row in overview.groups[0].rows]
    assert places == ["provision-S6", "provision-S19", "provision-S%2025"]
    assert places == [group.id for group in detail.groups]


def test_all_met_is_said_in_green() -> None:
    """The sentence on all rows is green only if every row is met."""
    met = tuple(each for each in RECORDS.provisions if each.met)
    audit = replace(judged(), records=replace(RECORDS, provisions=met))
    sentences = met_rows(replace(HERE, audit=audit)), met_rows(HERE)
    assert [each.tone for each in sentences] == ["good", "warn"]
