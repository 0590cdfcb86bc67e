"""
The words that planners choose from in the tables of support and of the source.

As in :mod:`matcher.scenario.kinds`, each member says what it means in both languages.
"""

from __future__ import annotations

from enum import StrEnum


class Anchor(StrEnum):
    """
    From which day a care rule counts its date.

    关怀事项从哪一天起算。
    """

    ARRIVAL = "arrival"
    """The day of arrival.
    到达的当天。"""
    START = "start"
    """The first day of the term.
    任期的首日。"""
    END = "end"
    """The last day of the term.
    任期的末日。"""
    FESTIVAL = "festival"
    """The first day of each named festival that meets the stay.
    停留期内每个所写节日的首日。"""


class Recipient(StrEnum):
    """
    Whom an act of care reaches.

    关怀的对象。
    """

    PERSON = "person"
    """The person who was sent.
    派出的人员本人。"""
    FAMILY = "family"
    """The family at home.
    在家的亲属。"""
    HOST = "host"
    """The host.
    接收单位。"""


class Evidence(StrEnum):
    """
    What shows that a row of the source is met.

    用什么说明资料的一项已经做到。
    """

    PROGRAMME = "programme"
    """The programme of that row: target, people, hosts, terms.
    出处为该条目的项目：指标、人员、接收单位和任期。"""
    EVENT = "event"
    """The sessions, speakers and audience of that row's programme.
    该项目的场次、报告人和听众。"""
    STUDIO = "studio"
    """The studios with their masters, members and visits.
    各工作室的名师、成员和入室指导。"""
    MENTORING = "mentoring"
    """The programme of that row, with the local staff raised.
    该项目及其带教的本地人员。"""
    PHASES = "phases"
    """The phases of that row's programme and the local successors.
    该项目的阶段和承接工作的本地人员。"""
    HANDOVER = "handover"
    """The handovers of that row's programme.
    该项目的交接。"""
    EXCHANGE = "exchange"
    """What each side gives and receives.
    各方派出和接收的情况。"""
    SCOPE = "scope"
    """The areas that take part, paired or not.
    参与的区县，无论是否结对。"""
    MEETING = "meeting"
    """The promotion meetings with their open points.
    推进会及其未了事项。"""
    CARE = "care"
    """The acts of care of that row; of all rows, if no act names it.
    出处为该条目的关怀；没有时看全部关怀。"""
    LEADER = "leader"
    """The contact leaders.
    联系领导。"""
    HOUSING = "housing"
    """The beds.
    床位。"""
    OUTCOME = "outcome"
    """What the plan itself can show of satisfaction: wishes met, care given.
    计划本身能体现的满意程度：实现的志愿、给予的关怀。"""
    TAG = "tag"
    """The needs that carry a policy tag.
    带有政策标签的需求。"""
