"""
What letters can say: one class per kind of letter, a field for each placeholder.

All values are texts in the reader's language, blank where there is nothing to say.
What no plan knows, such as names and telephone numbers, stands in the templates as
〔blanks〕. Nothing of anybody's health or family is among the fields.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Posting:
    """
    One assignment.

    Parameters
    ----------
    person
        Code of the person.
    home, home_department
        The releasing unit and the person's department there.
    host, department, host_area
        The host, the department and the area of the host.
    programme, need, specialty
        Title of the programme, code of the need and what it asks for.
    arrival, first_day, last_day
        First day away, first and last day on post.
    term
        First and last day on post in one text.
    days, acclimatisation
        Days on post, and days between arrival and first day; 0: blank.
    team, role, mates
        The team, the role in it and the codes of the others.
    housing
        Site and bed, or that the host sees to it.
    leader
        Post of the contact leader.
    mentees
        Codes of the local staff to be raised.
    """

    person: str
    home: str
    home_department: str
    host: str
    department: str
    host_area: str
    programme: str
    need: str
    specialty: str
    arrival: str
    first_day: str
    last_day: str
    term: str
    days: str
    acclimatisation: str
    team: str
    role: str
    mates: str
    housing: str
    leader: str
    mentees: str


@dataclass(frozen=True)
class Dispatch:
    """
    A notice of dispatch: one for each assignment.

    Parameters
    ----------
    plan
        Title of the plan.
    post
        The assignment.
    """

    plan: str
    post: Posting


@dataclass(frozen=True)
class Invitation:
    """
    An invitation: one for each host.

    Parameters
    ----------
    plan
        Title of the plan.
    host, host_area
        The host and its area.
    senders
        The releasing units.
    count
        How many are invited.
    posts
        Who comes, by day.
    """

    plan: str
    host: str
    host_area: str
    senders: str
    count: str
    posts: tuple[Posting, ...]


@dataclass(frozen=True)
class Talk:
    """
    A session at which somebody speaks.

    Parameters
    ----------
    title
        Its topic.
    day, hours, room
        When and where.
    """

    title: str
    day: str
    hours: str
    room: str


@dataclass(frozen=True)
class Speaker:
    """
    An invitation to speak: one for each speaker of an event.

    Parameters
    ----------
    plan
        Title of the plan.
    post
        The assignment for which the speaker comes.
    sessions
        The sessions, by time.
    """

    plan: str
    post: Posting
    sessions: tuple[Talk, ...]


@dataclass(frozen=True)
class Handover:
    """
    A handover document: one for each line of the handover list.

    Parameters
    ----------
    plan
        Title of the plan.
    kind
        Whether within the plan, from the plan before or to local staff.
    need, programme, specialty
        The post: code of the need, its programme and what it asks for.
    host, department, host_area
        Where it is.
    leaver, leaver_unit
        Code and unit of who hands over; the unit is blank if nobody knows it.
    successor, successor_unit
        Code and unit of who takes over.
    both, days
        The days on which both are on post, and how many.
    """

    plan: str
    kind: str
    need: str
    programme: str
    specialty: str
    host: str
    department: str
    host_area: str
    leaver: str
    leaver_unit: str
    successor: str
    successor_unit: str
    both: str
    days: str


@dataclass(frozen=True)
class Card:
    """
    A contact card: one for each person.

    Parameters
    ----------
    plan
        Title of the plan.
    person
        Code of the person.
    home, home_department
        The releasing unit and the person's department there.
    posts
        The person's assignments, by day.
    """

    plan: str
    person: str
    home: str
    home_department: str
    posts: tuple[Posting, ...]


@dataclass(frozen=True)
class Award:
    """
    A medal.

    Parameters
    ----------
    post
        The assignment that is completed.
    name
        What is awarded: the care rule's words.
    day
        When.
    """

    post: Posting
    name: str
    day: str


@dataclass(frozen=True)
class Medals:
    """
    A list of medals: one for each host city.

    Parameters
    ----------
    plan
        Title of the plan.
    city
        The city.
    count
        How many medals.
    awards
        The medals, by day.
    """

    plan: str
    city: str
    count: str
    awards: tuple[Award, ...]


Facts = Dispatch | Invitation | Speaker | Handover | Card | Medals


@dataclass(frozen=True)
class Letter:
    """
    A letter before it has a form.

    Parameters
    ----------
    kind
        Slug of its kind.
    codes
        The codes that tell it from others of its kind.
    facts
        What it says.
    people, hosts
        Codes of the people and of the hosts that it is about; blank: of many.
    """

    kind: str
    codes: tuple[str, ...]
    facts: Facts
    people: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


FACTS: dict[str, type[Facts]] = {
    "dispatch": Dispatch,
    "invitation": Invitation,
    "speaker": Speaker,
    "handover": Handover,
    "card": Card,
    "medals": Medals,
}
"""What each kind of letter says, by its slug."""
