"""
What planners write, one class per table; a field is a column of that table.

The ``title`` of a field is its Chinese name, its docstring the English one. Days
typed by planners are inclusive (``first_day``, ``last_day``); the property
``window`` gives the half-open window that the code computes with.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from matcher.scenario.base import (
    City,
    Counting,
    Direction,
    Entity,
    Health,
    Kind,
    Learners,
    Match,
    Sex,
)
from matcher.timeline import Window

Id = Annotated[str, Field(min_length=1)]
Level = Annotated[int, Field(ge=1, le=5)]
Count = Annotated[int, Field(ge=0)]
Positive = Annotated[int, Field(ge=1)]


class Area(Entity):
    """A district or county."""

    id: Id = Field(title="区划代码")
    """Code of GB/T 2260, for example 630121."""
    name: Id = Field(title="名称")
    """Name as printed."""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name."""
    city: City = Field(title="城市")
    """xining or nanjing."""
    altitude_m: Count = Field(0, title="海拔")
    """Altitude in metres."""
    population: Count = Field(0, title="人口")
    """Residents."""
    weight: Count | None = Field(None, title="权重")
    """The planners' weight for fairness, where the policy asks for given weights."""
    in_fairness: bool = Field(default=True, title="参与公平")
    """Whether fairness looks at this area (no for a city as a whole)."""


class Pairing(Entity):
    """Two areas, or two units, bound to each other."""

    first: Id = Field(title="甲方")
    """Area code or unit id on one side."""
    second: Id = Field(title="乙方")
    """Area code or unit id on the other side."""


class Specialty(Entity):
    """A leaf or a family of the two-level tree of specialties."""

    id: Id = Field(title="专业代码")
    """Code, for example 03.04."""
    name: Id = Field(title="名称")
    """Name as printed."""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name."""
    family: str = Field("", title="所属大类")
    """Code of the family; blank for a family itself."""
    sector: Id = Field(title="领域")
    """Sector, for example 医疗."""


class Unit(Entity):
    """An organisation that releases or hosts people."""

    id: Id = Field(title="单位代码")
    """Code of the unit."""
    name: Id = Field(title="名称")
    """Name as printed."""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name."""
    area: Id = Field(title="区县")
    """Code of the area it lies in."""
    kind: Id = Field(title="类别")
    """Kind of unit, for example hospital, school, soe."""
    sector: Id = Field(title="领域")
    """Sector, for example 医疗."""
    host_cap: Count | None = Field(None, title="接收上限")
    """Most guests on one day; blank: no limit."""
    release_cap: Count | None = Field(None, title="派出上限")
    """Most people away on one day; blank: no limit."""
    housing: str = Field("", title="住房点")
    """Housing site of its guests; blank: the unit lodges them itself."""


class Department(Entity):
    """A department of a unit, with a release cap of its own."""

    unit: Id = Field(title="单位代码")
    """The unit."""
    name: Id = Field(title="科室")
    """Name of the department, as in people.csv."""
    release_cap: Count = Field(title="派出上限")
    """Most people of the department away on one day."""


class Person(Entity):
    """Anyone who may move, under a code, never a name."""

    id: Id = Field(title="人员代号")
    """Code of the person."""
    unit: Id = Field(title="派出单位")
    """The unit that releases the person."""
    department: str = Field("", title="科室")
    """Department inside the unit."""
    sector: Id = Field(title="领域")
    """Sector, for example 教育."""
    specialties: tuple[str, ...] = Field(min_length=1, title="专业")
    """Codes of the specialties the person holds; the first is the main one."""
    level: Level = Field(title="职称级别")
    """Title level: 1 员级, 2 助理, 3 中级, 4 副高, 5 正高."""
    sex: Sex = Field(title="性别")
    """For beds only."""
    birth: date | None = Field(None, title="出生日期")
    """Needed where a programme limits the age."""
    experience: Count = Field(0, title="工作年限")
    """Full years of professional experience."""
    health: Health = Field(Health.PENDING, title="高原体检")
    """Clearance for altitude: yes, no or pending."""
    windows: tuple[Window, ...] = Field(title="可派时段")
    """Days on which the person can be away, as 2023-03-01~2023-08-31；…"""
    consents: tuple[str, ...] = Field((), title="同意项目")
    """Programmes agreed to: ids, or a direction for all programmes that way."""
    consent_areas: tuple[str, ...] = Field((), title="同意区县")
    """Areas agreed to; blank: any."""
    max_assignments: Count | None = Field(None, title="派任次数上限")
    """Most assignments in the year; blank: the policy's."""
    max_days: Count | None = Field(None, title="离岗天数上限")
    """Most days away in the year; blank: the policy's."""
    served_assignments: Count = Field(0, title="已派任次数")
    """Assignments already served that count toward the limit."""
    served_days: Count = Field(0, title="已离岗天数")
    """Days already served that count toward the limit."""
    avoid: tuple[str, ...] = Field((), title="回避")
    """Areas and units the person must not be sent to."""
    past_hosts: tuple[str, ...] = Field((), title="曾服务单位")
    """Units the person served before."""
    mentee: bool = Field(default=False, title="带教对象")
    """Whether those sent to the person's unit may raise the person."""
    note: str = Field("", title="备注")
    """Anything else; not used."""


class Commitment(Entity):
    """Something else a person is bound to, with its days."""

    person: Id = Field(title="人员代号")
    """The person."""
    first_day: date = Field(title="首日")
    """First day bound."""
    last_day: date = Field(title="末日")
    """Last day bound."""
    away: bool = Field(default=True, title="离岗")
    """Whether the person is then away from the unit and counts for its release cap."""
    reason: str = Field("", title="事由")
    """Why."""

    @property
    def window(self) -> Window:
        """The days bound."""
        return Window.inclusive(self.first_day, self.last_day)


class Programme(Entity):
    """One line of the yearly agreement."""

    id: Id = Field(title="项目代码")
    """Code of the programme."""
    name: Id = Field(title="名称")
    """Name as printed."""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name."""
    kind: Kind = Field(title="类型")
    """Sort of activity."""
    direction: Direction = Field(title="方向")
    """TO_XINING or TO_NANJING."""
    target: Count | None = Field(None, title="目标人数")
    """Head-count of the agreement; blank: none."""
    maximum: Count | None = Field(None, title="人数上限")
    """Most assignments; blank: no limit."""
    counting: Counting = Field(Counting.PEOPLE, title="计数口径")
    """Whether the indicator counts people or postings."""
    min_days_to_count: Count = Field(0, title="起计天数")
    """Days a term must have by the as-of date to count."""
    as_of: date | None = Field(None, title="统计截止日")
    """Last day that counts; blank: the last day of the horizon."""
    shortest: Positive = Field(title="最短天数")
    """Shortest term in days, where the need does not say."""
    longest: Positive = Field(title="最长天数")
    """Longest term in days, where the need does not say."""
    age_max: Positive | None = Field(None, title="年龄上限")
    """Highest age on the first day of the term; blank: none."""
    paired: bool = Field(default=False, title="只限结对")
    """Whether it runs only between paired areas or units."""
    release_areas: tuple[str, ...] = Field((), title="派出区县")
    """Areas that may release; blank: any."""
    release_kinds: tuple[str, ...] = Field((), title="派出单位类别")
    """Kinds of unit that may release; blank: any."""
    host_areas: tuple[str, ...] = Field((), title="接收区县")
    """Areas that may host; blank: any."""
    host_kinds: tuple[str, ...] = Field((), title="接收单位类别")
    """Kinds of unit that may host; blank: any."""
    mentees_least: Count = Field(0, title="最少带教人数")
    """Fewest local staff that each of its people raises."""
    mentees_most: Count = Field(0, title="最多带教人数")
    """Most local staff that each of its people raises; 0: no mentoring."""
    mentees_from: Learners = Field(Learners.SPECIALTY, title="带教范围")
    """specialty, or department: which staff of the host may be raised."""
    source: str = Field("", title="出处")
    """Row of the source article, for example S6."""


class Need(Entity):
    """What a host asks for; a headcount of 3 makes three posts."""

    id: Id = Field(title="需求编号")
    """Code of the need."""
    programme: Id = Field(title="项目代码")
    """The programme that serves it."""
    unit: Id = Field(title="接收单位")
    """The host."""
    department: str = Field("", title="科室")
    """Where in the host; for printing."""
    specialty: Id = Field(title="专业")
    """Code of a specialty, or of a family: then any of the family is exact."""
    match: Match = Field(Match.FAMILY, title="对口要求")
    """exact, or family when a relative specialty will do."""
    level: Level = Field(1, title="最低职称")
    """Least title level."""
    min_headcount: Count = Field(1, title="最少人数")
    """Posts that count as shortage when empty."""
    max_headcount: Positive = Field(1, title="最多人数")
    """Posts in all; those beyond the least are welcome, not missed."""
    first_day: date = Field(title="最早到岗日")
    """First possible day of a term."""
    last_day: date = Field(title="最晚离岗日")
    """Last possible day of a term."""
    shortest: Positive | None = Field(None, title="最短天数")
    """Shortest term in days; blank: the programme's."""
    longest: Positive | None = Field(None, title="最长天数")
    """Longest term in days; blank: the programme's."""
    priority: Level = Field(3, title="优先级")
    """1 (first) to 5 (last)."""
    reason: str = Field("", title="理由")
    """Why it has its priority."""
    team: str = Field("", title="小组团")
    """The team it is a role of; blank: none."""
    role: str = Field("", title="角色")
    """Role inside the team."""
    leader: bool = Field(default=False, title="组长")
    """Whether this role leads the team."""
    cover: bool = Field(default=False, title="全程在岗")
    """Whether someone must be on post throughout the window."""
    handover: bool = Field(default=False, title="压茬交接")
    """Whether holders follow one another, each overlapping the one before."""
    phase: str = Field("", title="阶段")
    """The phase of a project it belongs to; blank: none."""
    studio: str = Field("", title="工作室")
    """The studio it is a working visit of; blank: none."""
    mentees_least: Count | None = Field(None, title="最少带教人数")
    """Fewest local staff that each holder raises; blank: the programme's."""
    mentees_most: Count | None = Field(None, title="最多带教人数")
    """Most local staff that each holder raises; blank: the programme's."""
    successor_unit: str = Field("", title="承接单位")
    """Local unit whose staff are raised to take the work over; blank: the host's."""
    tags: tuple[str, ...] = Field((), title="政策标签")
    """Policy focuses it serves, for example 产业“四地”."""

    @property
    def window(self) -> Window:
        """The days in which a term may lie."""
        return Window.inclusive(self.first_day, self.last_day)


class Team(Entity):
    """A group that goes whole, to one host on the same dates, or not at all."""

    id: Id = Field(title="小组团编号")
    """Code of the team."""
    name: Id = Field(title="名称")
    """Name as printed."""
    min_size: Positive = Field(title="最少人数")
    """Fewest members."""
    max_size: Positive = Field(title="最多人数")
    """Most members."""
    senior_level: Level = Field(4, title="高级职称")
    """Title level that counts as senior."""
    senior_count: Count = Field(0, title="高级人数")
    """Fewest senior members."""
