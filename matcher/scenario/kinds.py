"""
The words that planners choose from: one enumeration per kind of choice.

Each member says what it means, in English and in Chinese; its Chinese label and
other spellings stand in :mod:`matcher.scenario.spellings`.
"""

from __future__ import annotations

from enum import StrEnum


class City(StrEnum):
    """
    One of the two cities.

    两个城市之一。
    """

    XINING = "xining"
    """Xining, which receives help for its districts and counties.
    西宁，各区县得到帮助的一方。"""
    NANJING = "nanjing"
    """Nanjing, which sends its people and trains guests.
    南京，派出人员并培训来人的一方。"""


class Direction(StrEnum):
    """
    Which way a programme moves people.

    项目的人员流动方向。
    """

    TO_XINING = "TO_XINING"
    """People of Nanjing go to Xining.
    南京的人员赴西宁。"""
    TO_NANJING = "TO_NANJING"
    """People of Xining go to Nanjing.
    西宁的人员赴南京。"""

    @property
    def origin(self) -> City:
        """The city that releases people."""
        return City.NANJING if self is Direction.TO_XINING else City.XINING

    @property
    def destination(self) -> City:
        """The city that receives people."""
        return City.XINING if self is Direction.TO_XINING else City.NANJING


class Kind(StrEnum):
    """
    What sort of activity a programme is.

    项目的活动类型。
    """

    VISIT = "visit"
    """One person comes for a short time to guide the work.
    一人短期前来指导工作。"""
    TEAM_VISIT = "team_visit"
    """A team comes whole, to one host on the same dates.
    小组团整组前往同一单位，日期相同。"""
    SUPPORT_POSTING = "support_posting"
    """Teachers, doctors and farming experts work at a host and raise local staff.
    支教、支医、支农人员到接收单位工作并带教本地人员。"""
    SECONDMENT = "secondment"
    """Cadres hold a post at the host for long, often one after the other.
    干部到接收单位长期任职，常由几人先后接任。"""
    ATTACHMENT = "attachment"
    """People learn beside those who do the same work at the host.
    到接收单位跟随同行在岗学习。"""
    EVENT = "event"
    """A forum with sessions, speakers and an audience.
    论坛等有场次、报告人和听众的活动。"""
    STUDIO = "studio"
    """A master guides a studio on several working visits.
    一位名师多次入室指导一个工作室。"""
    PHASED_PROJECT = "phased_project"
    """A project whose phases build on each other.
    各阶段前后相承的项目。"""


class Counting(StrEnum):
    """
    What an indicator counts.

    指标计算什么。
    """

    PEOPLE = "people"
    """Everyone counts once, however often sent.
    一人无论派出几次都只算一个。"""
    POSTINGS = "postings"
    """Every assignment counts.
    每次派任各算一次。"""


class Match(StrEnum):
    """
    How close a specialty must be to serve a need.

    专业与需求须有多对口。
    """

    EXACT = "exact"
    """Only the very specialty of the need.
    只接受需求的专业本身。"""
    FAMILY = "family"
    """Any specialty of the same family, at a loss of fit.
    接受同一大类的任何专业，但匹配度较低。"""


class Sex(StrEnum):
    """
    For beds only.

    只用于安排床位。
    """

    FEMALE = "female"
    """A woman.
    女性。"""
    MALE = "male"
    """A man.
    男性。"""


class Health(StrEnum):
    """
    The outcome of the check-up for altitude; never a diagnosis.

    高原体检的结论，不写诊断。
    """

    YES = "yes"
    """Cleared for altitude.
    可以到高原工作。"""
    NO = "no"
    """Not cleared for altitude.
    不宜到高原工作。"""
    PENDING = "pending"
    """Not known yet: as good as not cleared.
    尚无结论，视同不合格。"""


class Effect(StrEnum):
    """
    What a calendar entry does.

    日历条目的作用。
    """

    NO_MOVE = "no_move"
    """No term begins on, or has its last day on, these days.
    任期的首日和末日都不落在这些日子。"""
    NO_RELEASE = "no_release"
    """People whose unit lies in these areas and sectors stay at home.
    单位在这些区县和领域的人员不外出。"""
    NO_GUEST = "no_guest"
    """Hosts in these areas take nobody for needs of these sectors.
    这些区县的单位不接收这些领域的来人。"""
    HEATING = "heating"
    """Only heated beds can be used in these nights.
    这些夜晚只能使用供暖的床位。"""
    SCHOOL_TERM = "school_term"
    """School is in session: continuity likes terms that begin and end with it.
    学校上课：连续性目标希望任期与学期同起同止。"""


class LockKind(StrEnum):
    """
    What a lock holds in place.

    锁定什么不变。
    """

    PIN = "pin"
    """The person serves the target need, on the given dates if any.
    人员承担对象所指的需求；写明日期的按该日期。"""
    PIN_HOST = "pin_host"
    """The person serves some need of the target unit.
    人员承担对象所指单位的某项需求。"""
    PIN_DATES = "pin_dates"
    """The person serves some need on exactly the given dates.
    人员恰在所写的日期承担某项需求。"""
    FORBID = "forbid"
    """The person does not serve the target need or unit (blank: no need at all).
    人员不承担对象所指的需求或单位（空白即任何需求都不承担）。"""
    DISPATCHED = "dispatched"
    """The person has left: need and dates stay, and pair rules are not asked.
    人员已经出发：需求和日期不变，不再检查个人规则。"""


class DecisionKind(StrEnum):
    """
    What planners decide of one assignment of a plan.

    编制人员对计划中一次派任的决定。
    """

    KEEP = "keep"
    """The person serves the need on these days, whatever else changes.
    无论其他安排如何变动，人员仍在这些日期承担该需求。"""
    FORBID = "forbid"
    """The person does not serve the need.
    人员不承担该需求。"""
    DATES = "dates"
    """The person serves the need on other days.
    人员改在其他日期承担该需求。"""


class Side(StrEnum):
    """
    Whose wish a preference is.

    谁的志愿。
    """

    PERSON = "person"
    """The person wishes for a need, unit or area.
    人员希望去某个需求、单位或区县。"""
    HOST = "host"
    """The host wishes for the person.
    接收单位希望该人员来。"""


class Learners(StrEnum):
    """
    Which staff of a host those who mentor may raise.

    来人可以带教接收单位的哪些人员。
    """

    SPECIALTY = "specialty"
    """Staff whose specialty is of the need's family.
    专业与需求属同一大类的人员。"""
    DEPARTMENT = "department"
    """Staff of the need's department.
    需求所在科室的人员。"""


class Mode(StrEnum):
    """
    How a rule is taken.

    规则如何执行。
    """

    STRICT = "strict"
    """Every plan obeys it.
    任何计划都必须遵守。"""
    SOFT = "soft"
    """It may be broken, which is counted, priced and reported.
    可以违反，违反时计数、计价并报告。"""
    OFF = "off"
    """It is not looked at.
    不检查该规则。"""
