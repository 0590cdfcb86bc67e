"""Health, birth and family leave in no format; redacted ones name nobody at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from builders import person, plan, post, scenario
from chapters import material
from formats import FORMATS
from planted import NAMES, PRINTED, PRIVATE, decided, named, private

from matcher.auditor import audit
from matcher.language import LANGUAGES, Language
from matcher.report.privacy import cause_told, obstacles_told, rule_title
from matcher.report.redaction import redacted
from matcher.report.report import Report, report_of
from matcher.report.words import Words
from matcher.scenario import TABLES, Scenario
from matcher.scenario.base import Health

if TYPE_CHECKING:
    from matcher.plan import Plan

MARK = "PLANTED-MARK"
BIRTH = date(1971, 2, 3)


def report(world: Scenario, made: Plan, language: Language = "en") -> Report:
    """Return the report of a plan, audited."""
    return report_of(world, made, audit(world, made), language)


def texts(world: Scenario, *rules: str, redact: bool = False) -> dict[str, str]:
    """Return every format in both languages, without the world's fingerprint."""
    made = decided(world, *rules)
    reports = {language: report(world, made, language) for language in LANGUAGES}
    return {
        f"{name} in {language}": shown(redacted(each) if redact else each)
        .replace(world.fingerprint, "…")
        .replace(world.fingerprint[:16], "…")
        for language, each in reports.items()
        for name, shown in FORMATS.items()
    }


def test_every_column_of_such_a_name_is_private_or_printed_on_purpose() -> None:
    """A new column on health, birth or kin, or of notes, must be decided on."""
    found = {
        (table, name)
        for table, entity in TABLES.items()
        for name in entity.model_fields
        if name in NAMES
    }
    assert found == PRIVATE | PRINTED


@pytest.mark.parametrize("redact", [False, True])
def test_marks_in_private_columns_leave_in_no_format(*, redact: bool) -> None:
    """Neither notes nor reasons nor a birth date is found in any text."""
    for name, text in texts(private(BIRTH, Health.NO), "health", redact=redact).items():
        for secret in ("SECRET", "1971", "X9"):
            assert secret not in text, name


@pytest.mark.parametrize("redact", [False, True])
def test_texts_do_not_depend_on_health_birth_and_kin(*, redact: bool) -> None:
    """Whatever of them keeps somebody away, every text is the same, sign for sign."""
    first = texts(private(BIRTH, Health.NO), "health", redact=redact)
    pending = private(date(1972, 5, 6), Health.PENDING, ("X8",))
    assert texts(pending, "health", redact=redact) == first
    avoided = private(date(1980, 5, 6), Health.YES, ("X2",))
    for name, text in texts(avoided, "avoidance", redact=redact).items():
        # What stands between is a condition, whatever it is.
        if name.startswith("personal"):
            assert "condition" in text or "条件" in text, name


def test_health_age_and_kin_read_the_same() -> None:
    """A rule beside a person and a cause of an empty post are told neutrally."""
    words = Words(scenario(), "en")
    titles = {rule_title(words, rule) for rule in ("health", "age", "avoidance")}
    assert titles == {"A condition that only the releasing unit may tell"}
    assert rule_title(words, "consent") == "Consent"
    assert "clearance" not in cause_told(words, "health", "")
    assert cause_told(words, "no-level", "") == "nobody of the level"


def test_obstacles_are_told_once_each() -> None:
    """Two private rules make one sentence; a plain one is told with its facts."""
    world = scenario(people=(person("A", level=1),))
    found = obstacles_told(
        material(world, plan(world)),
        world.person["A"],
        world.need["n1"].model_copy(update={"level": 4}),
        ("level", "health", "age"),
    )
    assert found == (
        "A has title level 1; n1 asks for at least 4.",
        "A condition that only the releasing unit may tell.",
    )


def test_a_redacted_report_has_no_names_and_no_free_texts() -> None:
    """The marks are in the whole report, and in no text of the redacted one."""
    world = named(MARK)
    assert all(MARK in text for text in texts(world).values())
    for name, text in texts(world, redact=True).items():
        assert MARK not in text, name


def test_a_redacted_report_keeps_codes_areas_and_figures() -> None:
    """Areas have their names; codes stand once; the figures are the judge's."""
    world = named(MARK)
    whole = report(world, decided(world))
    bare = redacted(whole)
    assert bare.material.audit.figures == whole.material.audit.figures
    assert bare.title == "planted"
    page = FORMATS["page"](bare)
    for code in ("XU", "n1", "X1", "L1", "k1"):
        assert code in page
    assert "XU XU" not in page
    assert '<span class="code">XU</span>' not in page


def test_a_redacted_report_tells_nothing_of_people() -> None:
    """Neither sex, nor specialty, nor what makes up the fit is told of a person."""
    world = named(MARK)
    page = FORMATS["page"](redacted(report(world, decided(world))))
    for attribute in ("women&#39;s bed 1", 'note">exact specialty', "M1 S1"):
        assert attribute not in page


def test_a_foreign_plan_stays_foreign() -> None:
    """A plan that was made for another scenario is found out after redaction too."""
    world = scenario()
    foreign = plan(world, post(world, "A", "n1", 0, 3)).model_copy(
        update={"fingerprint": "other"}
    )
    found = redacted(report(world, foreign)).material.audit.findings
    assert found[0].slug == "fingerprint"
