"""The plan's entities: assignments, shortages, proofs of the rungs."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from matcher.timeline import Window

SCHEMA: Final = "matcher.plan/1"


class Part(BaseModel):
    """A frozen part of a plan; unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Assignment(Part):
    """A person takes a post of a need for a term."""

    person: str
    """Code of the person."""
    need: str
    """Code of the need."""
    programme: str
    """The need's programme."""
    unit: str
    """The need's host."""
    arrival: date
    """First day away: the start of the term less the days of acclimatisation."""
    start: date
    """First day of the term."""
    end: date
    """First day after the term (half-open)."""

    @property
    def term(self) -> Window:
        """The days on post."""
        return Window(self.start, self.end)

    @property
    def stay(self) -> Window:
        """The days away from home: acclimatisation and term."""
        return Window(self.arrival, self.end)


class Status(StrEnum):
    """How far a rung, or the whole plan, was proven."""

    OPTIMAL = "OPTIMAL"
    """No plan is better on this rung, the rungs above being kept."""
    FEASIBLE = "FEASIBLE"
    """Time ran out or the run was interrupted; the bound says how far it may be off."""


class RungProof(Part):
    """What was reached on one rung, and what is proven about it."""

    goal: str
    """Slug of the goal."""
    part: str = ""
    """Step inside the goal, for goals that are a ladder themselves."""
    sense: Literal["max", "min"]
    """Whether more or less is better."""
    best: int
    """The best value found when the rung was solved."""
    bound: int
    """No plan that keeps the rungs above is better than this."""
    value: int
    """The plan's value; differs from best only within the rung's tolerance."""
    tolerance: int = 0
    """How much later rungs were allowed to worsen it."""
    status: Status
    """Whether best equals bound."""

    @property
    def gap(self) -> float:
        """Distance from best to bound, as a share of the larger of both (0 to 1)."""
        if self.best == self.bound:
            return 0.0
        larger = max(abs(self.bound), abs(self.best))
        return min(1.0, abs(self.bound - self.best) / larger)


class Gap(Part):
    """One person who nearly could take an empty post, and what stands between."""

    person: str
    """Code of the person."""
    rules: tuple[str, ...]
    """Slugs of the rules that stand between."""


class Shortage(Part):
    """Posts of a need that stay empty, and why."""

    need: str
    """Code of the need."""
    posts: int = Field(ge=1)
    """How many of its least headcount are empty."""
    cause: str
    """Slug of the cause class."""
    detail: tuple[str, ...] = ()
    """Ids the cause speaks of: units, needs, sites, roles or locks."""
    nearest: tuple[Gap, ...] = ()
    """The nearest people, those with the fewest obstacles first."""


class Mentorship(Part):
    """Somebody sent raises one of the local staff for the whole term."""

    person: str
    """Code of the person sent."""
    need: str
    """The need the person serves."""
    mentee: str
    """Code of the local person."""


class Link(Part):
    """A leader to whom somebody sent can turn."""

    person: str
    """Code of the person sent."""
    need: str
    """The need the person serves."""
    leader: str
    """Code of the leader."""


class Bed(Part):
    """The bed of somebody sent, for the whole stay."""

    person: str
    """Code of the person sent."""
    need: str
    """The need the person serves."""
    site: str
    """The housing site."""
    number: int = Field(ge=1)
    """Number of the bed among those for the person's sex."""


class Roster(Part):
    """A session of an event that is held: when, where and by whom."""

    session: str
    """Code of the session."""
    slot: str
    """Code of the slot."""
    room: str
    """Code of the room."""
    speakers: tuple[str, ...]
    """Codes of the people who speak, sorted."""


class Seating(Part):
    """Seats of a session for participants of one delegation."""

    session: str
    """Code of the session."""
    delegation: str
    """Code of the delegation."""
    seats: int = Field(ge=1)
    """How many of its participants hear the session."""


class Arrangements(Part):
    """What is decided besides the assignments; each list is sorted by its fields."""

    mentorships: tuple[Mentorship, ...] = ()
    """Who raises whom."""
    links: tuple[Link, ...] = ()
    """Who turns to which leader."""
    beds: tuple[Bed, ...] = ()
    """Who sleeps where."""
    rosters: tuple[Roster, ...] = ()
    """The sessions that are held."""
    seating: tuple[Seating, ...] = ()
    """Who hears which session."""


class Plan(Part):
    """Everything decided, with its proofs and its shortage ledger."""

    schema_version: Literal["matcher.plan/1"] = Field(SCHEMA, alias="schema")
    """Version of the file format."""
    scenario: str
    """Name of the scenario."""
    fingerprint: str
    """Fingerprint of the scenario the plan was made for."""
    versions: dict[str, str]
    """Version of matcher and of the engine, by name."""
    seed: int
    """Seed of the draw and of the solver."""
    status: Status
    """OPTIMAL if every rung is; the same input then gives the same plan."""
    interrupted: bool = False
    """Whether a person stopped the run."""
    assignments: tuple[Assignment, ...] = ()
    """Sorted by person, then start."""
    arrangements: Arrangements = Arrangements()
    """Mentorships, contact leaders, beds and the rosters of events."""
    rungs: tuple[RungProof, ...] = ()
    """From the first rung to the last."""
    shortages: tuple[Shortage, ...] = ()
    """The shortage ledger, sorted by need."""
