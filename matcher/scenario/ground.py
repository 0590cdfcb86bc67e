"""
What planners write first, and all else names: areas, specialties, units, programmes.

As in :mod:`matcher.scenario.entities`, the ``title`` of a field is its Chinese name,
its docstring its meaning in both languages.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from matcher.scenario.base import (
    City,
    Count,
    Counting,
    Direction,
    Entity,
    Id,
    Kind,
    Learners,
    Positive,
)


class Area(Entity):
    """
    A district or county.

    一个区或县。
    """

    id: Id = Field(title="区划代码")
    """Code of GB/T 2260, for example 630121.
    国标GB/T 2260的区划代码，例如630121。"""
    name: Id = Field(title="名称")
    """Name as printed.
    打印时用的名称。"""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name.
    英文报告中的名称；空白即用中文名称。"""
    city: City = Field(title="城市")
    """xining or nanjing.
    所属城市：西宁或南京。"""
    altitude_m: Count = Field(0, title="海拔")
    """Altitude in metres.
    海拔，单位为米。"""
    population: Count = Field(0, title="人口")
    """Residents.
    常住人口。"""
    weight: Count | None = Field(None, title="权重")
    """The planners' weight for fairness, where the policy asks for given weights.
    政策按给定权重计算公平时，编制人员给的权重。"""
    in_fairness: bool = Field(default=True, title="参与公平")
    """Whether fairness looks at this area (no for a city as a whole).
    公平是否考虑该区县（代表全市的填“否”）。"""
    aliases: tuple[str, ...] = Field((), title="别名")
    """Other names by which other tables may call it.
    其他表可以用来称呼它的别名。"""


class Pairing(Entity):
    """
    Two areas, or two units, bound to each other.

    结为对子的两个区县或两个单位。
    """

    first: Id = Field(title="甲方")
    """Area code or unit id on one side.
    一方的区县或单位代码。"""
    second: Id = Field(title="乙方")
    """Area code or unit id on the other side.
    另一方的区县或单位代码。"""


class Specialty(Entity):
    """
    A leaf or a family of the two-level tree of specialties.

    两级专业树上的一个专业或大类。
    """

    id: Id = Field(title="专业代码")
    """Code, for example YL03.04, that of the vocabularies.
    专业代码，例如词表中的YL03.04。"""
    name: Id = Field(title="名称")
    """Name as printed.
    打印时用的名称。"""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name.
    英文报告中的名称；空白即用中文名称。"""
    family: str = Field("", title="所属大类")
    """Code of the family; blank for a family itself.
    所属大类的代码；大类本身留空。"""
    sector: Id = Field(title="领域")
    """Sector, for example 医疗.
    所属领域，例如医疗。"""
    aliases: tuple[str, ...] = Field((), title="别名")
    """Other names by which other tables may call it.
    其他表可以用来称呼它的别名。"""


class Unit(Entity):
    """
    An organisation that releases or hosts people.

    派出或接收人员的单位。
    """

    id: Id = Field(title="单位代码")
    """Code of the unit.
    单位代码。"""
    name: Id = Field(title="名称")
    """Name as printed.
    打印时用的名称。"""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name.
    英文报告中的名称；空白即用中文名称。"""
    area: Id = Field(title="区县")
    """Code of the area it lies in.
    所在区县的代码。"""
    kind: Id = Field(title="类别")
    """Kind of unit, for example hospital, school, soe.
    单位的类别，例如hospital（医院）、school（学校）、soe（国企）。"""
    sector: Id = Field(title="领域")
    """Sector, for example 医疗.
    所属领域，例如医疗。"""
    host_cap: Count | None = Field(None, title="接收上限")
    """Most guests on one day; blank: no limit.
    同一天最多接收几人；空白即不限。"""
    release_cap: Count | None = Field(None, title="派出上限")
    """Most people away on one day; blank: no limit.
    同一天最多派出在外几人；空白即不限。"""
    housing: str = Field("", title="住房点")
    """Housing site of its guests; blank: the unit lodges them itself.
    来人的住房点；空白即由单位自行安排住宿。"""
    aliases: tuple[str, ...] = Field((), title="别名")
    """Other names by which other tables may call it.
    其他表可以用来称呼它的别名。"""


class Department(Entity):
    """
    A department of a unit, with a release cap of its own.

    单位内部的科室，有自己的派出上限。
    """

    unit: Id = Field(title="单位代码")
    """The unit.
    所属单位。"""
    name: Id = Field(title="科室")
    """Name of the department, as in people.csv, traditional or simplified.
    科室名称，与人员表中的写法一致，简体繁体不限。"""
    release_cap: Count = Field(title="派出上限")
    """Most people of the department away on one day.
    该科室同一天最多派出在外几人。"""


class Programme(Entity):
    """
    One line of the yearly agreement.

    年度协议中的一项。
    """

    id: Id = Field(title="项目代码")
    """Code of the programme.
    项目代码。"""
    name: Id = Field(title="名称")
    """Name as printed.
    打印时用的名称。"""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name.
    英文报告中的名称；空白即用中文名称。"""
    kind: Kind = Field(title="类型")
    """Sort of activity.
    项目的活动类型。"""
    direction: Direction = Field(title="方向")
    """TO_XINING or TO_NANJING.
    人员流动的方向：赴西宁或赴南京。"""
    target: Count | None = Field(None, title="目标人数")
    """Head-count of the agreement; blank: none.
    协议规定的人数；空白即没有指标。"""
    maximum: Count | None = Field(None, title="派任次数上限")
    """Most assignments; blank: no limit.
    最多派任几次；空白即不限。"""
    counting: Counting = Field(Counting.PEOPLE, title="计数口径")
    """Whether the indicator counts people or postings.
    指标按人数还是按人次计算。"""
    min_days_to_count: Count = Field(0, title="起计天数")
    """Days a term must have by the as-of date to count.
    到统计截止日，任期满几天才计入指标。"""
    as_of: date | None = Field(None, title="统计截止日")
    """Last day that counts; blank: the last day of the horizon.
    计入指标的最后一天；空白即计划期的末日。"""
    shortest: Positive = Field(title="最短天数")
    """Shortest term in days, where the need does not say.
    需求没有规定时，任期最短几天。"""
    longest: Positive = Field(title="最长天数")
    """Longest term in days, where the need does not say.
    需求没有规定时，任期最长几天。"""
    age_max: Positive | None = Field(None, title="年龄上限")
    """Highest age on the first day of the term; blank: none.
    任期首日的最高年龄；空白即不限。"""
    paired: bool = Field(default=False, title="只限结对")
    """Whether it runs only between paired areas or units.
    是否只在结对的区县或单位之间进行。"""
    release_areas: tuple[str, ...] = Field((), title="派出区县")
    """Areas that may release; blank: any.
    可以派出的区县；空白即不限。"""
    release_kinds: tuple[str, ...] = Field((), title="派出单位类别")
    """Kinds of unit that may release; blank: any.
    可以派出的单位类别；空白即不限。"""
    host_areas: tuple[str, ...] = Field((), title="接收区县")
    """Areas that may host; blank: any.
    可以接收的区县；空白即不限。"""
    host_kinds: tuple[str, ...] = Field((), title="接收单位类别")
    """Kinds of unit that may host; blank: any.
    可以接收的单位类别；空白即不限。"""
    mentees_least: Count = Field(0, title="最少带教人数")
    """Fewest local staff that each of its people raises.
    每位派出人员至少带教几名本地人员。"""
    mentees_most: Count = Field(0, title="最多带教人数")
    """Most local staff that each of its people raises; 0: no mentoring.
    每位派出人员最多带教几名本地人员；0即不带教。"""
    mentees_from: Learners = Field(Learners.SPECIALTY, title="带教范围")
    """specialty, or department: which staff of the host may be raised.
    可以带教接收单位的哪些人员：同大类或同科室。"""
    source: str = Field("", title="出处")
    """Row of the source article, for example S6.
    原文条目的编号，例如S6。"""
