"""
What planners write of larger undertakings and of support, one class per table.

As in :mod:`matcher.scenario.entities`, the ``title`` of a field is its Chinese name,
its docstring the English one, and days are inclusive.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from matcher.scenario.base import Anchor, Direction, Entity, Evidence, Kind, Recipient
from matcher.scenario.entities import Count, Id, Positive
from matcher.timeline import DAY


class Leaver(Entity):
    """Someone on post from the plan before, who hands a need's post over."""

    need: Id = Field(title="需求编号")
    """The need whose first holder succeeds; one leaver per need."""
    person: Id = Field(title="人员代号")
    """Code of the leaver, who need not be among the people."""
    last_day: date = Field(title="最后在岗日")
    """Last day of the leaver on post."""

    @property
    def end(self) -> date:
        """The first day without the leaver."""
        return self.last_day + DAY


class Phase(Entity):
    """A step of a phased project, with the needs that name it as its mix of skills."""

    id: Id = Field(title="阶段代码")
    """Code of the phase."""
    project: Id = Field(title="分期项目")
    """The project; phases build on phases of the same project only."""
    name: Id = Field(title="名称")
    """Name as printed."""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name."""
    after: tuple[str, ...] = Field((), title="前序阶段")
    """Phases it builds on; blank: none, so it may run in parallel with any."""
    min_gap: Count = Field(0, title="最短间隔")
    """Fewest days between the end of a phase it builds on and its own start."""
    max_gap: Count | None = Field(None, title="最长间隔")
    """Most such days; blank: no limit."""


class Studio(Entity):
    """A master-teacher studio; the needs that name it are its working visits."""

    id: Id = Field(title="工作室代码")
    """Code of the studio."""
    name: Id = Field(title="名称")
    """Name as printed."""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name."""
    unit: Id = Field(title="所在单位")
    """The host school, the same as in its needs."""
    members: tuple[str, ...] = Field((), title="成员")
    """Local staff who learn in the studio."""


class Room(Entity):
    """A room of an event."""

    id: Id = Field(title="会场代码")
    """Code of the room."""
    programme: Id = Field(title="项目代码")
    """The event."""
    name: Id = Field(title="名称")
    """Name as printed."""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name."""
    seats: Count = Field(title="座位")
    """Seats for the audience."""


class Slot(Entity):
    """A stretch of time of an event; each room holds one session in it."""

    id: Id = Field(title="活动时段代码")
    """Code of the slot."""
    programme: Id = Field(title="项目代码")
    """The event."""
    day: date = Field(title="日期")
    """The day."""
    hours: Id = Field(title="时间")
    """The hours as printed, for example 09:00-11:30."""


class Session(Entity):
    """One talk of an event, on a topic, with speakers and an audience."""

    id: Id = Field(title="场次代码")
    """Code of the session."""
    programme: Id = Field(title="项目代码")
    """The event."""
    title: Id = Field(title="题目")
    """Title as printed."""
    title_en: str = Field("", title="英文题目")
    """Title in English reports; blank: the Chinese title."""
    specialty: Id = Field(title="专题")
    """Topic: a speaker holds this specialty or one of the same family."""
    speakers: Positive = Field(1, title="报告人数")
    """How many speak."""
    subjects: tuple[str, ...] = Field((), title="听众学科")
    """Specialties or families of those it is for; blank: everyone."""
    slots: tuple[str, ...] = Field((), title="可用活动时段")
    """Slots it may take; blank: any of the event."""
    rooms: tuple[str, ...] = Field((), title="可用会场")
    """Rooms it may take; blank: any of the event."""


class Delegation(Entity):
    """Participants of one subject whom one city sends to an event."""

    id: Id = Field(title="代表团代码")
    """Code of the delegation."""
    programme: Id = Field(title="项目代码")
    """The event."""
    name: Id = Field(title="名称")
    """City or unit as printed."""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name."""
    subject: Id = Field(title="学科")
    """Specialty or family of its participants."""
    size: Positive = Field(title="人数")
    """How many participants."""


class Leader(Entity):
    """A leader to whom people who come for long can turn."""

    id: Id = Field(title="领导代号")
    """Code of the leader."""
    name: Id = Field(title="职务")
    """Post as printed, not a name."""
    name_en: str = Field("", title="英文职务")
    """Post in English reports; blank: the Chinese one."""
    areas: tuple[str, ...] = Field((), title="联系区县")
    """Areas whose guests the leader takes; blank: any."""
    sectors: tuple[str, ...] = Field((), title="联系领域")
    """Sectors whose guests the leader takes; blank: any."""
    load: Count = Field(title="联系上限")
    """Most people the leader takes."""


class Care(Entity):
    """A rule of care: what is done for whom, and when."""

    id: Id = Field(title="关怀代码")
    """Code of the rule."""
    name: Id = Field(title="事项")
    """What is done, as printed."""
    name_en: str = Field("", title="英文事项")
    """What is done, in English reports; blank: the Chinese text."""
    source: str = Field("", title="出处")
    """Row of the source, for example S23."""
    anchor: Anchor = Field(title="起算日")
    """arrival, start, end or festival."""
    offset_days: int = Field(0, ge=-366, le=366, title="偏移天数")
    """Days after that day; negative: before it."""
    festivals: tuple[str, ...] = Field((), title="节日")
    """Names of festivals, for the anchor festival."""
    direction: Direction = Field(Direction.TO_XINING, title="方向")
    """Which way the people go whom it concerns."""
    kinds: tuple[Kind, ...] = Field((), title="项目类型")
    """Kinds of programme whose people it concerns; blank: any."""
    programmes: tuple[str, ...] = Field((), title="项目")
    """Programmes whose people it concerns; blank: any."""
    min_days: Count = Field(0, title="最短任期")
    """Only for terms of at least so many days."""
    full_term: bool = Field(default=False, title="须满任期")
    """Only for terms not shorter than the need's shortest."""
    recipient: Recipient = Field(Recipient.PERSON, title="对象")
    """person, family or host."""


class Meeting(Entity):
    """A promotion meeting, whose agenda is what is open on its day."""

    id: Id = Field(title="会议代码")
    """Code of the meeting."""
    name: Id = Field(title="名称")
    """Name as printed."""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name."""
    day: date = Field(title="日期")
    """The day."""


class Provision(Entity):
    """A row of the source: something the year must show, with what shows it."""

    id: Id = Field(title="条目")
    """Code of the row, for example S6."""
    title: Id = Field(title="标题")
    """Title as printed."""
    title_en: str = Field("", title="英文标题")
    """Title in English reports; blank: the Chinese title."""
    statement: Id = Field(title="内容")
    """What the source says, in our words."""
    statement_en: str = Field("", title="英文内容")
    """The same in English reports; blank: the Chinese text."""
    evidence: Evidence = Field(title="依据")
    """What shows that it is met."""
    wanted: Count | None = Field(None, title="应有数")
    """How many the source names, if it does."""
