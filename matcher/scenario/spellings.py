"""
How planners may spell the words of the tables, and the Chinese word to show for each.

The first spelling of a member is its label, which drop-downs and pages show. The
English value is always understood; case, width and traditional characters make no
difference.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from matcher.scenario.base import (
    Anchor,
    City,
    Counting,
    DecisionKind,
    Direction,
    Effect,
    Evidence,
    Health,
    Kind,
    Learners,
    LockKind,
    Match,
    Mode,
    Recipient,
    Sex,
    Side,
)
from matcher.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matcher.language import Language

Member = TypeVar("Member", bound=StrEnum)

SPELLINGS: Mapping[type[StrEnum], Mapping[StrEnum, tuple[str, ...]]] = {
    City: {
        City.XINING: ("西宁", "西宁市"),
        City.NANJING: ("南京", "南京市"),
    },
    Direction: {
        Direction.TO_XINING: ("赴西宁", "南京赴西宁", "南京到西宁", "到西宁"),
        Direction.TO_NANJING: ("赴南京", "西宁赴南京", "西宁到南京", "到南京"),
    },
    Kind: {
        Kind.VISIT: ("短期指导", "短期", "短期服务"),
        Kind.TEAM_VISIT: ("小组团", "小组团帮扶", "组团", "组团帮扶", "组团式帮扶"),
        Kind.SUPPORT_POSTING: ("三支帮扶", "“三支”帮扶", "三支", "“三支”"),
        Kind.SECONDMENT: ("挂职", "挂职锻炼", "挂职干部"),
        Kind.ATTACHMENT: ("跟岗", "跟岗学习", "跟岗锻炼", "跟岗研修"),
        Kind.EVENT: ("活动", "论坛", "论坛活动"),
        Kind.STUDIO: ("工作室", "名师工作室"),
        Kind.PHASED_PROJECT: ("分期项目", "分阶段项目", "分期"),
    },
    Counting: {
        Counting.PEOPLE: ("人数", "人", "按人数"),
        Counting.POSTINGS: ("人次", "按人次"),
    },
    Match: {
        Match.EXACT: ("完全对口", "对口", "专业对口", "本专业"),
        Match.FAMILY: ("相近专业", "相近", "同大类", "大类"),
    },
    Sex: {
        Sex.FEMALE: ("女", "女性", "女士"),
        Sex.MALE: ("男", "男性", "男士"),
    },
    Health: {
        Health.YES: ("合格", "体检合格", "通过", "是"),
        Health.NO: ("不合格", "体检不合格", "未通过", "否"),
        Health.PENDING: ("待定", "待检", "待查", "未检", "未体检"),
    },
    Effect: {
        Effect.NO_MOVE: ("不到岗离岗", "不到岗不离岗", "不到岗也不离岗", "不动身"),
        Effect.NO_RELEASE: ("不派出", "不外派", "停止派出"),
        Effect.NO_GUEST: ("不接收", "不接待", "停止接收"),
        Effect.HEATING: ("采暖期", "供暖期", "采暖", "供暖", "采暖季", "供暖季"),
        Effect.SCHOOL_TERM: ("学期", "上课", "在校"),
    },
    LockKind: {
        LockKind.PIN: ("锁定需求", "锁定"),
        LockKind.PIN_HOST: ("锁定接收单位", "锁定单位"),
        LockKind.PIN_DATES: ("锁定日期", "锁定任期"),
        LockKind.FORBID: ("禁止", "不派"),
        LockKind.DISPATCHED: ("已派出", "已派", "已到岗", "在岗"),
    },
    DecisionKind: {
        DecisionKind.KEEP: ("锁定", "保留", "不变"),
        DecisionKind.FORBID: ("禁止", "不派"),
        DecisionKind.DATES: ("改期", "调整日期", "改日期", "other dates"),
    },
    Side: {
        Side.PERSON: ("人员", "个人", "本人"),
        Side.HOST: ("接收单位", "单位"),
    },
    Learners: {
        Learners.SPECIALTY: ("同大类", "专业", "同专业"),
        Learners.DEPARTMENT: ("同科室", "科室", "本科室"),
    },
    Anchor: {
        Anchor.ARRIVAL: ("到达", "到达日", "抵达", "抵达日"),
        Anchor.START: ("任期首日", "首日", "到岗", "到岗日"),
        Anchor.END: ("任期末日", "末日", "离岗", "离岗日"),
        Anchor.FESTIVAL: ("节日", "节日首日"),
    },
    Recipient: {
        Recipient.PERSON: ("本人", "人员", "个人"),
        Recipient.FAMILY: ("家属", "家庭", "家人"),
        Recipient.HOST: ("接收单位", "单位"),
    },
    Evidence: {
        Evidence.PROGRAMME: ("项目",),
        Evidence.EVENT: ("活动", "论坛", "场次"),
        Evidence.STUDIO: ("工作室", "名师工作室"),
        Evidence.MENTORING: ("带教", "传帮带"),
        Evidence.PHASES: ("阶段", "分期项目"),
        Evidence.HANDOVER: ("交接", "压茬交接", "轮换"),
        Evidence.EXCHANGE: ("双向台账", "双向", "双向交流"),
        Evidence.SCOPE: ("参与区县", "范围"),
        Evidence.MEETING: ("推进会",),
        Evidence.CARE: ("关怀事项", "关怀"),
        Evidence.LEADER: ("联系领导",),
        Evidence.HOUSING: ("住房", "床位"),
        Evidence.OUTCOME: ("成效", "满意度"),
        Evidence.TAG: ("政策标签", "标签"),
    },
    Mode: {
        Mode.STRICT: ("硬性", "必须遵守", "必须", "严格"),
        Mode.SOFT: ("软性", "可让步", "让步", "软"),
        Mode.OFF: ("停用", "不考虑", "不执行", "关闭", "不看"),
    },
}
"""The Chinese spellings of each member, the label first, by enumeration."""


def label(member: StrEnum, language: Language) -> str:
    """
    Return the word to show for a member: what planners would type.

    Parameters
    ----------
    member
        A member of an enumeration of the scenario.
    language
        The reader's language.
    """
    if language == "en":
        return member.value
    return SPELLINGS[type(member)][member][0]


@cache
def spelt(kind: type[Member]) -> Mapping[str, Member]:
    """
    Return the member that each understood text stands for, by the folded text.

    Parameters
    ----------
    kind
        An enumeration of the scenario; look up ``fold(text)`` in the result.
    """
    known = {}
    for member in kind:
        for text in (member.value, *SPELLINGS[kind][member]):
            known[fold(text)] = member
    return known
