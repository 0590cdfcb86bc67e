"""Every kind of evidence has figures, and the figures say whether a row is met."""

from __future__ import annotations

import pytest
from builders import scenario
from evidence import Shown, row, shown
from honest import honest

from matcher.auditor import ProvisionFact, ProvisionRecord, audit
from matcher.auditor.provisions import FACTS
from matcher.rulebook import Text
from matcher.scenario.base import Evidence

NOTHING_SHOWN: dict[str, Shown] = {
    "programme": {
        "People or postings planned": (0, None),
        "Counted toward the agreement by its date": (0, None),
        "Hosts": (0, None),
        "Areas of Xining that gain": (0, None),
    },
    "event": {
        "Speakers planned": (0, None),
        "Speakers with a session": (0, 0),
        "Sessions held": (0, 1),
        "Participants who hear a session": (0, 0),
    },
    "studio": {
        "Studios with a master": (0, 1),
        "Working visits": (0, 0),
        "Members who learn": (0, 0),
    },
    "mentoring": {
        "People or postings planned": (0, None),
        "Counted toward the agreement by its date": (0, None),
        "Hosts": (0, None),
        "Areas of Xining that gain": (0, None),
        "Mentorships": (0, 1),
        "Local staff raised": (0, 1),
    },
    "phases": {"Phases that run": (0, 1), "Posts of the phases filled": (0, 0)},
    "handover": {
        "Handovers as asked for": (0, 1),
        "Leavers of the plan before with a successor": (0, 0),
    },
    "exchange": {
        "People or postings to Xining": (0, 1),
        "People or postings to Nanjing": (0, 1),
        "Posts filled": (0, 1),
    },
    "scope": {
        "Areas of Xining that take part": (0, 2),
        "Of them without a pairing": (0, None),
        "Assignments outside the pairings": (0, None),
    },
    "meeting": {"Promotion meetings": (0, 1), "Points on their agendas": (0, None)},
    "care": {
        "People with an act of care": (0, 0),
        "Acts of care with a date": (0, None),
    },
    "leader": {
        "People who come for long with a contact leader": (0, 0),
        "Leaders to whom somebody turns": (0, None),
    },
    "housing": {"Housing sites": (0, 1), "Guests of the sites with a bed": (0, 0)},
    "outcome": {
        "People with one of their wishes met": (0, 0),
        "First wishes met": (0, None),
        "Assignments with every act of care": (0, 0),
        "Assignments to a host served before": (0, None),
    },
    "tag": {"Policy focuses that needs serve": (0, 1)},
}
"""What each kind of evidence has to show in a world of one empty post."""


def test_every_kind_of_evidence_is_known() -> None:
    """No kind is missing, in the judge or in this test."""
    assert set(FACTS) == set(Evidence) == set(NOTHING_SHOWN)


@pytest.mark.parametrize("kind", NOTHING_SHOWN)
def test_where_there_is_nothing_to_show(kind: str) -> None:
    """There are figures all the same, and what the row lives by is wanted once."""
    assert shown(scenario(provisions=(row(kind),))) == NOTHING_SHOWN[kind]


@pytest.mark.parametrize(
    ("found", "wanted", "met"), [(2, None, True), (2, 2, True), (2, 3, False)]
)
def test_a_row_is_met_if_every_figure_is(
    found: int,
    wanted: int | None,
    met: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """One figure that falls short is enough; what is not asked for never does."""
    label = Text(en="l", zh="l")
    fact, other = ProvisionFact(label, found, wanted), ProvisionFact(label, 0)

    assert fact.met == met
    assert ProvisionRecord("S6", (other, fact)).met == met


def test_rows_are_in_the_order_of_their_numbers() -> None:
    """S2 comes before S10, and what has no number before what has."""
    codes = ("S10", "S2", "S1", "S", "S2b")
    world = scenario(provisions=tuple(row("meeting", id=code) for code in codes))
    found = audit(world, honest(world)).records.provisions

    assert [each.provision for each in found] == ["S", "S1", "S2", "S2b", "S10"]
