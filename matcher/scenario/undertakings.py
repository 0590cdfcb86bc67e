"""
What planners write of larger undertakings and of support, one class per table.

As in :mod:`matcher.scenario.entities`, the ``title`` of a field is its Chinese name,
its docstring its meaning in both languages, and days are inclusive.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from matcher.scenario.base import (
    Anchor,
    Count,
    Direction,
    Entity,
    Evidence,
    Id,
    Kind,
    Recipient,
)
from matcher.scenario.forum import Delegation, Room, Session, Slot
from matcher.timeline import DAY

__all__ = [
    "Care",
    "Delegation",
    "Leader",
    "Leaver",
    "Meeting",
    "Phase",
    "Provision",
    "Room",
    "Session",
    "Slot",
    "Studio",
]


class Leaver(Entity):
    """
    Someone on post from the plan before, who hands a need's post over.

    上一期计划中在岗、要把岗位交给接任者的人。
    """

    need: Id = Field(title="需求编号")
    """The need whose first holder succeeds; one leaver per need.
    由其第一位担任者接任的需求；每条需求只有一位离任者。"""
    person: Id = Field(title="人员代号")
    """Code of the leaver, who need not be among the people.
    离任者的代号，不必在人员表中。"""
    last_day: date = Field(title="最后在岗日")
    """Last day of the leaver on post.
    离任者在岗的最后一天。"""

    @property
    def end(self) -> date:
        """The first day without the leaver."""
        return self.last_day + DAY


class Phase(Entity):
    """
    A step of a phased project, with the needs that name it as its mix of skills.

    分期项目的一步；写明该阶段的需求组成其专业搭配。
    """

    id: Id = Field(title="阶段代码")
    """Code of the phase.
    阶段代码。"""
    project: Id = Field(title="分期项目")
    """The project; phases build on phases of the same project only.
    所属分期项目；前序阶段必须在同一项目中。"""
    name: Id = Field(title="名称")
    """Name as printed.
    打印时用的名称。"""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name.
    英文报告中的名称；空白即用中文名称。"""
    after: tuple[str, ...] = Field((), title="前序阶段")
    """Phases it builds on; blank: none, so it may run in parallel with any.
    前序阶段；空白即没有，可与任何阶段同时进行。"""
    min_gap: Count = Field(0, title="最短间隔")
    """Fewest days between the end of a phase it builds on and its own start.
    前序阶段结束到本阶段开始至少间隔几天。"""
    max_gap: Count | None = Field(None, title="最长间隔")
    """Most such days; blank: no limit.
    最多间隔几天；空白即不限。"""


class Studio(Entity):
    """
    A master-teacher studio; the needs that name it are its working visits.

    名师工作室；写明该工作室的需求是各次入室指导。
    """

    id: Id = Field(title="工作室代码")
    """Code of the studio.
    工作室代码。"""
    name: Id = Field(title="名称")
    """Name as printed.
    打印时用的名称。"""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name.
    英文报告中的名称；空白即用中文名称。"""
    unit: Id = Field(title="所在单位")
    """The host school, the same as in its needs.
    所在的接收学校，与其需求中的单位相同。"""
    members: tuple[str, ...] = Field((), title="成员")
    """Local staff who learn in the studio.
    在工作室学习的本地人员。"""


class Leader(Entity):
    """
    A leader to whom people who come for long can turn.

    长期来的人员可以找的领导。
    """

    id: Id = Field(title="领导代号")
    """Code of the leader.
    领导代号。"""
    name: Id = Field(title="职务")
    """Post as printed, not a name.
    打印时用的职务，不写姓名。"""
    name_en: str = Field("", title="英文职务")
    """Post in English reports; blank: the Chinese one.
    英文报告中的职务；空白即用中文职务。"""
    areas: tuple[str, ...] = Field((), title="联系区县")
    """Areas whose guests the leader takes; blank: any.
    联系在哪些区县的来人；空白即不限。"""
    sectors: tuple[str, ...] = Field((), title="联系领域")
    """Sectors whose guests the leader takes; blank: any.
    联系哪些领域的来人；空白即不限。"""
    load: Count = Field(title="联系上限")
    """Most people the leader takes.
    最多联系几人。"""


class Care(Entity):
    """
    A rule of care: what is done for whom, and when.

    一条关怀规则：何时为谁做什么。
    """

    id: Id = Field(title="关怀代码")
    """Code of the rule.
    关怀规则的代码。"""
    name: Id = Field(title="事项")
    """What is done, as printed.
    打印时用的事项。"""
    name_en: str = Field("", title="英文事项")
    """What is done, in English reports; blank: the Chinese text.
    英文报告中的事项；空白即用中文。"""
    source: str = Field("", title="出处")
    """Row of the source, for example S23.
    资料条目的编号，例如S23。"""
    anchor: Anchor = Field(title="起算日")
    """arrival, start, end or festival.
    从哪天起算：到达、任期首日、任期末日或节日。"""
    offset_days: int = Field(0, ge=-366, le=366, title="偏移天数")
    """Days after that day; negative: before it.
    起算日之后几天；负数为之前几天。"""
    festivals: tuple[str, ...] = Field((), title="节日")
    """Names of festivals, for the anchor festival.
    起算日为节日时，节日的名称。"""
    direction: Direction = Field(Direction.TO_XINING, title="方向")
    """Which way the people go whom it concerns.
    适用于哪个方向的人员。"""
    kinds: tuple[Kind, ...] = Field((), title="项目类型")
    """Kinds of programme whose people it concerns; blank: any.
    适用于哪些类型项目的人员；空白即所有类型。"""
    programmes: tuple[str, ...] = Field((), title="项目")
    """Programmes whose people it concerns; blank: any.
    适用于哪些项目的人员；空白即所有项目。"""
    min_days: Count = Field(0, title="最短任期")
    """Only for terms of at least so many days.
    任期至少几天才适用。"""
    full_term: bool = Field(default=False, title="须满任期")
    """Only for terms not shorter than the need's shortest.
    任期不短于需求的最短天数才适用。"""
    recipient: Recipient = Field(Recipient.PERSON, title="对象")
    """person, family or host.
    对象：本人、家属或接收单位。"""


class Meeting(Entity):
    """
    A promotion meeting, whose agenda is what is open on its day.

    推进会，议程为当日的未了事项。
    """

    id: Id = Field(title="会议代码")
    """Code of the meeting.
    会议代码。"""
    name: Id = Field(title="名称")
    """Name as printed.
    打印时用的名称。"""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name.
    英文报告中的名称；空白即用中文名称。"""
    day: date = Field(title="日期")
    """The day.
    开会的日期。"""


class Provision(Entity):
    """
    A row of the source: something the year must show, with what shows it.

    资料中这一年应当体现的一项，及其依据。
    """

    id: Id = Field(title="条目")
    """Code of the row, for example S6.
    条目编号，例如S6。"""
    title: Id = Field(title="标题")
    """Title as printed.
    打印时用的标题。"""
    title_en: str = Field("", title="英文标题")
    """Title in English reports; blank: the Chinese title.
    英文报告中的标题；空白即用中文标题。"""
    statement: Id = Field(title="内容")
    """What the source says, in our words.
    资料的要求，用自己的话写。"""
    statement_en: str = Field("", title="英文内容")
    """The same in English reports; blank: the Chinese text.
    英文报告中的内容；空白即用中文。"""
    evidence: Evidence = Field(title="依据")
    """What shows that it is met.
    用什么说明已经做到。"""
    wanted: Count | None = Field(None, title="应有数")
    """How many the source names, if it does.
    资料写明的数量，没有写明则留空。"""
