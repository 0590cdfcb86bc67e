"""
What planners write of events: rooms, slots, sessions and delegations.

As in :mod:`matcher.scenario.entities`, the ``title`` of a field is its Chinese name,
its docstring its meaning in both languages.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from matcher.scenario.base import Count, Entity, Id, Positive


class Room(Entity):
    """
    A room of an event.

    活动的一个会场。
    """

    id: Id = Field(title="会场代码")
    """Code of the room.
    会场代码。"""
    programme: Id = Field(title="项目代码")
    """The event.
    所属的活动。"""
    name: Id = Field(title="名称")
    """Name as printed.
    打印时用的名称。"""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name.
    英文报告中的名称；空白即用中文名称。"""
    seats: Count = Field(title="座位")
    """Seats for the audience.
    听众座位数。"""


class Slot(Entity):
    """
    A stretch of time of an event; each room holds one session in it.

    活动中的一段时间；其间每个会场举办一场。
    """

    id: Id = Field(title="活动时段代码")
    """Code of the slot.
    活动时段代码。"""
    programme: Id = Field(title="项目代码")
    """The event.
    所属的活动。"""
    day: date = Field(title="日期")
    """The day.
    在哪一天。"""
    hours: Id = Field(title="时间")
    """The hours as printed, for example 09:00-11:30.
    打印时用的起止时间，例如09:00-11:30。"""


class Session(Entity):
    """
    One talk of an event, on a topic, with speakers and an audience.

    活动中的一场报告，有专题、报告人和听众。
    """

    id: Id = Field(title="场次代码")
    """Code of the session.
    场次代码。"""
    programme: Id = Field(title="项目代码")
    """The event.
    所属的活动。"""
    title: Id = Field(title="题目")
    """Title as printed.
    打印时用的题目。"""
    title_en: str = Field("", title="英文题目")
    """Title in English reports; blank: the Chinese title.
    英文报告中的题目；空白即用中文题目。"""
    specialty: Id = Field(title="专题")
    """Topic: a speaker holds this specialty or one of the same family.
    专题：报告人具备该专业或同一大类的专业。"""
    speakers: Positive = Field(1, title="报告人数")
    """How many speak.
    由几人报告。"""
    subjects: tuple[str, ...] = Field((), title="听众学科")
    """Specialties or families of those it is for; blank: everyone.
    面向哪些专业或大类的听众；空白即所有人。"""
    slots: tuple[str, ...] = Field((), title="可用活动时段")
    """Slots it may take; blank: any of the event.
    可以安排的活动时段；空白即该活动的任何时段。"""
    rooms: tuple[str, ...] = Field((), title="可用会场")
    """Rooms it may take; blank: any of the event.
    可以安排的会场；空白即该活动的任何会场。"""


class Delegation(Entity):
    """
    Participants of one subject whom one city sends to an event.

    一个城市派来参加活动、同一学科的学员。
    """

    id: Id = Field(title="代表团代码")
    """Code of the delegation.
    代表团代码。"""
    programme: Id = Field(title="项目代码")
    """The event.
    参加的活动。"""
    name: Id = Field(title="名称")
    """City or unit as printed.
    打印时用的城市或单位名称。"""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name.
    英文报告中的名称；空白即用中文名称。"""
    subject: Id = Field(title="学科")
    """Specialty or family of its participants.
    学员的专业或大类。"""
    size: Positive = Field(title="人数")
    """How many participants.
    学员人数。"""
