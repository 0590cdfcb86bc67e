"""
What planners write, one class per table; a field is a column of that table.

The ``title`` of a field is its Chinese name; its docstring says what it means, in
English and in Chinese. Days typed by planners are inclusive (``first_day``,
``last_day``); the property ``window`` gives the half-open window that the code
computes with.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from matcher.scenario.base import (
    Count,
    Entity,
    Health,
    Id,
    Level,
    Match,
    Positive,
    Sex,
)
from matcher.scenario.ground import (
    Area,
    Department,
    Pairing,
    Programme,
    Specialty,
    Unit,
)
from matcher.timeline import Window

__all__ = [
    "Area",
    "Commitment",
    "Count",
    "Department",
    "Id",
    "Level",
    "Need",
    "Pairing",
    "Person",
    "Positive",
    "Programme",
    "Specialty",
    "Team",
    "Unit",
]


class Person(Entity):
    """
    Anyone who may move, under a code, never a name.

    可能派出的人，只用代号，不用姓名。
    """

    id: Id = Field(title="人员代号")
    """Code of the person.
    人员代号。"""
    unit: Id = Field(title="派出单位")
    """The unit that releases the person.
    派出该人员的单位。"""
    department: str = Field("", title="科室")
    """Department inside the unit.
    所在单位的科室。"""
    sector: Id = Field(title="领域")
    """Sector, for example 教育.
    所属领域，例如教育。"""
    specialties: tuple[str, ...] = Field(min_length=1, title="专业")
    """Codes of the specialties the person holds; the first is the main one.
    具备的专业的代码；第一个为主专业。"""
    level: Level = Field(title="职称级别")
    """Title level: 1 员级, 2 助理, 3 中级, 4 副高, 5 正高.
    职称级别：1员级，2助理级，3中级，4副高级，5正高级。"""
    sex: Sex = Field(title="性别")
    """For beds only.
    只用于安排床位。"""
    birth: date | None = Field(None, title="出生日期")
    """Needed where a programme limits the age.
    项目限制年龄时需要填写。"""
    experience: Count = Field(0, title="工作年限")
    """Full years of professional experience.
    专业工作的整年数。"""
    health: Health = Field(Health.PENDING, title="高原体检")
    """Clearance for altitude: yes, no or pending.
    高原体检结论：合格、不合格或待定。"""
    windows: tuple[Window, ...] = Field(title="可派时段")
    """Days the person can be away, as 2023-03-01~2023-08-31；…; blank: never sent.
    可以离岗派出的日期，写作2023-03-01~2023-08-31；…；空白即不外派。"""
    consents: tuple[str, ...] = Field((), title="同意项目")
    """Programmes agreed to: ids, or a direction for all programmes that way.
    本人同意的项目：项目代码，或用方向表示同意该方向的所有项目。"""
    consent_areas: tuple[str, ...] = Field((), title="同意区县")
    """Areas agreed to; blank: any.
    本人同意去的区县；空白即都可以。"""
    max_assignments: Count | None = Field(None, title="派任次数上限")
    """Most assignments in the year; blank: the policy's.
    全年最多派任几次；空白即按政策。"""
    max_days: Count | None = Field(None, title="离岗天数上限")
    """Most days away in the year; blank: the policy's.
    全年最多离岗几天；空白即按政策。"""
    served_assignments: Count = Field(0, title="已派任次数")
    """Assignments already served that count toward the limit.
    已经完成、计入上限的派任次数。"""
    served_days: Count = Field(0, title="已离岗天数")
    """Days already served that count toward the limit.
    已经离岗、计入上限的天数。"""
    target_days: Count | None = Field(None, title="目标离岗天数")
    """Days away meant for the person, for the goal workload; blank: no matter how many.
    希望离岗多少天，供目标workload使用；空白即不论。"""
    avoid: tuple[str, ...] = Field((), title="回避")
    """Areas and units the person must not be sent to.
    不得派往的区县和单位。"""
    past_hosts: tuple[str, ...] = Field((), title="曾服务单位")
    """Units the person served before.
    以前服务过的单位。"""
    mentee: bool = Field(default=False, title="带教对象")
    """Whether those sent to the person's unit may raise the person.
    派到其单位的人员是否可以带教该人员。"""
    note: str = Field("", title="备注")
    """Anything else; not used.
    其他说明，不参与计算。"""


class Commitment(Entity):
    """
    Something else a person is bound to, with its days.

    人员的其他任务及其日期。
    """

    person: Id = Field(title="人员代号")
    """The person.
    有任务的人员。"""
    first_day: date = Field(title="首日")
    """First day bound.
    任务的首日。"""
    last_day: date = Field(title="末日")
    """Last day bound.
    任务的末日。"""
    away: bool = Field(default=True, title="离岗")
    """Whether the person is then away from the unit and counts for its release cap.
    其间人员是否离开单位，并计入单位的派出上限。"""
    reason: str = Field("", title="事由")
    """Why.
    任务的事由。"""

    @property
    def window(self) -> Window:
        """The days bound."""
        return Window.inclusive(self.first_day, self.last_day)


class Need(Entity):
    """
    What a host asks for; a headcount of 3 makes three posts.

    接收单位的一项需要；人数为3即有三个岗位。
    """

    id: Id = Field(title="需求编号")
    """Code of the need.
    需求编号。"""
    programme: Id = Field(title="项目代码")
    """The programme that serves it.
    由哪个项目满足。"""
    unit: Id = Field(title="接收单位")
    """The host.
    接收单位。"""
    department: str = Field("", title="科室")
    """Where in the host; decides who may be raised if mentees_from is department.
    在接收单位的哪个科室；项目的带教范围为同科室时，据此决定可以带教谁。"""
    specialty: Id = Field(title="专业")
    """Code of a specialty, or of a family: then any of the family is exact.
    专业代码，或大类代码：大类中任何专业都算完全对口。"""
    match: Match = Field(Match.FAMILY, title="对口要求")
    """exact, or family when a relative specialty will do.
    完全对口，或接受同一大类的相近专业。"""
    level: Level = Field(1, title="最低职称")
    """Least title level.
    最低职称级别：1至5。"""
    min_headcount: Count = Field(1, title="最少人数")
    """Posts that count as shortage when empty.
    空缺即算缺口的岗位数。"""
    max_headcount: Positive = Field(1, title="最多人数")
    """Posts in all; those beyond the least are welcome, not missed.
    岗位总数；超出最少人数的岗位填上更好，空着不算缺口。"""
    first_day: date = Field(title="最早到岗日")
    """First possible day of a term.
    任期最早可从哪天开始。"""
    last_day: date = Field(title="最晚离岗日")
    """Last possible day of a term.
    任期最晚可到哪天结束。"""
    shortest: Positive | None = Field(None, title="最短天数")
    """Shortest term in days; blank: the programme's.
    任期最短几天；空白即按项目。"""
    longest: Positive | None = Field(None, title="最长天数")
    """Longest term in days; blank: the programme's.
    任期最长几天；空白即按项目。"""
    priority: Level = Field(3, title="优先级")
    """1 (first) to 5 (last).
    优先级：1最先，5最后。"""
    reason: str = Field("", title="理由")
    """Why it has its priority.
    定为该优先级的理由。"""
    team: str = Field("", title="小组团")
    """The team it is a role of; blank: none.
    所属小组团，本需求是其中一个角色；空白即不属于小组团。"""
    role: str = Field("", title="角色")
    """Role inside the team.
    在小组团中的角色。"""
    leader: bool = Field(default=False, title="组长")
    """Whether this role leads the team.
    该角色是否担任组长。"""
    cover: bool = Field(default=False, title="全程在岗")
    """Whether someone must be on post throughout the window.
    整个时段内是否必须天天有人在岗。"""
    handover: bool = Field(default=False, title="压茬交接")
    """Whether holders follow one another, each overlapping the one before.
    是否由几人先后接任，每人与前一人重叠若干天。"""
    phase: str = Field("", title="阶段")
    """The phase of a project it belongs to; blank: none.
    所属的项目阶段；空白即不属于任何阶段。"""
    studio: str = Field("", title="工作室")
    """The studio it is a working visit of; blank: none.
    所属工作室，本需求是其一次入室指导；空白即不属于工作室。"""
    mentees_least: Count | None = Field(None, title="最少带教人数")
    """Fewest local staff that each holder raises; blank: the programme's.
    每位担任者至少带教几名本地人员；空白即按项目。"""
    mentees_most: Count | None = Field(None, title="最多带教人数")
    """Most local staff that each holder raises; blank: the programme's.
    每位担任者最多带教几名本地人员；空白即按项目。"""
    successor_unit: str = Field("", title="承接单位")
    """Local unit whose staff are raised to take the work over; blank: the host's.
    由哪个本地单位的人员接受带教并承接工作；空白即接收单位。"""
    tags: tuple[str, ...] = Field((), title="政策标签")
    """Policy focuses it serves, for example 产业“四地”.
    服务的政策重点，例如产业“四地”。"""

    @property
    def window(self) -> Window:
        """The days in which a term may lie."""
        return Window.inclusive(self.first_day, self.last_day)


class Team(Entity):
    """
    A group that goes whole, to one host on the same dates, or not at all.

    整组派往同一单位、日期相同，或整组不派的团队。
    """

    id: Id = Field(title="小组团编号")
    """Code of the team.
    小组团编号。"""
    name: Id = Field(title="名称")
    """Name as printed.
    打印时用的名称。"""
    min_size: Positive = Field(title="最少人数")
    """Fewest members.
    最少几名成员。"""
    max_size: Positive = Field(title="最多人数")
    """Most members.
    最多几名成员。"""
    senior_level: Level = Field(4, title="高级职称")
    """Title level that counts as senior.
    从哪一级起算高级职称。"""
    senior_count: Count = Field(0, title="高级人数")
    """Fewest senior members.
    最少几名高级职称成员。"""
