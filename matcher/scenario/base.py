"""The base of every entity, and the kinds of value that several tables share."""

from __future__ import annotations

import re
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, field_validator
from pydantic_core import PydanticCustomError

SEPARATORS = "；;、|,，"
"""Characters that part the items of a list in a cell, or look as if they did."""

_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
)


class Entity(BaseModel):
    """
    A frozen row: unknown fields are errors, attribute docstrings are the docs.

    Text loses the blanks around it. What a file could not hold is refused:
    characters that nobody sees, and items of a list that a separator would split.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        strict=False,
        str_strip_whitespace=True,
    )

    @field_validator("*")
    @classmethod
    def _can_be_written(cls, value: object) -> object:
        if isinstance(value, str):
            _seen(value)
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, str):
                    _whole(_seen(item))
        return value


def _seen(text: str) -> str:
    if found := _INVISIBLE.search(text):
        raise PydanticCustomError(
            "invisible_character",
            "holds the invisible character {character}",
            {"character": f"U+{ord(found.group()):04X}"},
        )
    return text


def _whole(item: str) -> None:
    if not item or any(separator in item for separator in SEPARATORS):
        raise PydanticCustomError(
            "list_item", "an item of a list is blank or holds a separator"
        )


class City(StrEnum):
    """One of the two cities."""

    XINING = "xining"
    NANJING = "nanjing"


class Direction(StrEnum):
    """Which way a programme moves people."""

    TO_XINING = "TO_XINING"
    TO_NANJING = "TO_NANJING"

    @property
    def origin(self) -> City:
        """The city that releases people."""
        return City.NANJING if self is Direction.TO_XINING else City.XINING

    @property
    def destination(self) -> City:
        """The city that receives people."""
        return City.XINING if self is Direction.TO_XINING else City.NANJING


class Kind(StrEnum):
    """What sort of activity a programme is."""

    VISIT = "visit"
    TEAM_VISIT = "team_visit"
    SUPPORT_POSTING = "support_posting"
    SECONDMENT = "secondment"
    ATTACHMENT = "attachment"
    EVENT = "event"
    STUDIO = "studio"
    PHASED_PROJECT = "phased_project"


class Counting(StrEnum):
    """What an indicator counts."""

    PEOPLE = "people"
    POSTINGS = "postings"


class Match(StrEnum):
    """How close a specialty must be to serve a need."""

    EXACT = "exact"
    FAMILY = "family"


class Sex(StrEnum):
    """For beds only."""

    FEMALE = "female"
    MALE = "male"


class Health(StrEnum):
    """The outcome of the check-up for altitude; never a diagnosis."""

    YES = "yes"
    NO = "no"
    PENDING = "pending"


class Effect(StrEnum):
    """What a calendar entry does."""

    NO_MOVE = "no_move"
    """No term begins on, or has its last day on, these days."""
    NO_RELEASE = "no_release"
    """People whose unit lies in these areas and sectors stay at home."""
    NO_GUEST = "no_guest"
    """Hosts in these areas take nobody for needs of these sectors."""
    HEATING = "heating"
    """Only heated beds can be used in these nights."""
    SCHOOL_TERM = "school_term"
    """School is in session: continuity likes terms that begin and end with it."""


class LockKind(StrEnum):
    """What a lock holds in place."""

    PIN = "pin"
    """The person serves the target need, on the given dates if any."""
    PIN_HOST = "pin_host"
    """The person serves some need of the target unit."""
    PIN_DATES = "pin_dates"
    """The person serves some need on exactly the given dates."""
    FORBID = "forbid"
    """The person does not serve the target need or unit (blank: no need at all)."""
    DISPATCHED = "dispatched"
    """The person has left: need and dates stay, and pair rules are not asked."""


class Side(StrEnum):
    """Whose wish a preference is."""

    PERSON = "person"
    HOST = "host"


class Learners(StrEnum):
    """Which staff of a host those who mentor may raise."""

    SPECIALTY = "specialty"
    """Staff whose specialty is of the need's family."""
    DEPARTMENT = "department"
    """Staff of the need's department."""


class Anchor(StrEnum):
    """From which day a care rule counts its date."""

    ARRIVAL = "arrival"
    """The day of arrival."""
    START = "start"
    """The first day of the term."""
    END = "end"
    """The last day of the term."""
    FESTIVAL = "festival"
    """The first day of each named festival that meets the stay."""


class Recipient(StrEnum):
    """Whom an act of care reaches."""

    PERSON = "person"
    FAMILY = "family"
    HOST = "host"


class Evidence(StrEnum):
    """What shows that a row of the source is met."""

    PROGRAMME = "programme"
    """The programme of that row: target, people, hosts, terms."""
    EVENT = "event"
    """The sessions, speakers and audience of that row's programme."""
    STUDIO = "studio"
    """The studios with their masters, members and visits."""
    MENTORING = "mentoring"
    """The programme of that row, with the local staff raised."""
    PHASES = "phases"
    """The phases of that row's programme and the local successors."""
    HANDOVER = "handover"
    """The handovers of that row's programme."""
    EXCHANGE = "exchange"
    """What each side gives and receives."""
    SCOPE = "scope"
    """The areas that take part, paired or not."""
    MEETING = "meeting"
    """The promotion meetings with their open points."""
    CARE = "care"
    """The acts of care of that row; of all rows, if no act names it."""
    LEADER = "leader"
    """The contact leaders."""
    HOUSING = "housing"
    """The beds."""
    OUTCOME = "outcome"
    """What the plan itself can show of satisfaction: wishes met, care given."""
    TAG = "tag"
    """The needs that carry a policy tag."""


class Mode(StrEnum):
    """How a rule is taken."""

    STRICT = "strict"
    SOFT = "soft"
    OFF = "off"
