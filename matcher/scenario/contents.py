"""Everything that planners write, as one frozen value of sorted tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from matcher.scenario.base import Entity
from matcher.scenario.conditions import (
    Assumption,
    CalendarEntry,
    Housing,
    Lock,
    Preference,
    Rating,
)
from matcher.scenario.entities import (
    Area,
    Commitment,
    Department,
    Need,
    Pairing,
    Person,
    Programme,
    Specialty,
    Team,
    Unit,
)
from matcher.scenario.policy import Policy
from matcher.scenario.undertakings import (
    Care,
    Delegation,
    Leader,
    Leaver,
    Meeting,
    Phase,
    Provision,
    Room,
    Session,
    Slot,
    Studio,
)
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLES: Mapping[str, type[Entity]] = {
    "areas": Area,
    "pairings": Pairing,
    "specialties": Specialty,
    "units": Unit,
    "departments": Department,
    "people": Person,
    "commitments": Commitment,
    "programmes": Programme,
    "needs": Need,
    "teams": Team,
    "housing": Housing,
    "calendar": CalendarEntry,
    "preferences": Preference,
    "ratings": Rating,
    "locks": Lock,
    "leavers": Leaver,
    "phases": Phase,
    "studios": Studio,
    "rooms": Room,
    "slots": Slot,
    "sessions": Session,
    "delegations": Delegation,
    "leaders": Leader,
    "care": Care,
    "meetings": Meeting,
    "provisions": Provision,
    "assumptions": Assumption,
}
"""The entity of each table, by the name of its file without the ending."""

TITLES: Mapping[str, str] = {
    "areas": "区县",
    "pairings": "结对",
    "specialties": "专业",
    "units": "单位",
    "departments": "科室",
    "people": "人员",
    "commitments": "其他任务",
    "programmes": "项目",
    "needs": "需求",
    "teams": "小组团",
    "housing": "住房",
    "calendar": "日历",
    "preferences": "意愿",
    "ratings": "评分",
    "locks": "锁定",
    "leavers": "离任者",
    "phases": "阶段",
    "studios": "工作室",
    "rooms": "会场",
    "slots": "活动时段",
    "sessions": "场次",
    "delegations": "代表团",
    "leaders": "联系领导",
    "care": "关怀事项",
    "meetings": "推进会",
    "provisions": "条目",
    "assumptions": "假设",
}
"""The Chinese name of each table; in a workbook, the name of its sheet."""


class Contents(Entity):
    """
    The settings and tables of a scenario.

    一个方案的设置和表格。

    Every table is sorted by content, so that the order of rows in a file means
    nothing.
    """

    schema_version: Literal[1] = Field(1, alias="schema")
    """Version of the file format.
    文件格式的版本。"""
    name: str = Field(min_length=1)
    """Short name.
    方案的简称。"""
    title: str = ""
    """Title as printed.
    打印时用的标题。"""
    title_en: str = ""
    """Title in English reports; blank: the Chinese title.
    英文报告中的标题；空白即用中文标题。"""
    language: Literal["zh", "en"] = "zh"
    """Language of reports unless the command line says otherwise.
    报告的语言，可由命令行另行指定。"""
    horizon: Window
    """The days a term may lie in.
    任期可以落在的日期。"""
    seed: int = Field(1, ge=0)
    """Seed of the tie-break draw and of the solver, unless the command line says.
    末位抽签和求解器的种子，可由命令行另行指定。"""
    public_holidays: bool = False
    """Whether the public holidays of China are days on which nobody moves.
    中国法定节假日是否不到岗、不离岗。"""
    policy: Policy = Policy()
    """Modes of the rules and order of the goals.
    规则的方式和目标的次序。"""
    areas: tuple[Area, ...]
    pairings: tuple[Pairing, ...] = ()
    specialties: tuple[Specialty, ...]
    units: tuple[Unit, ...]
    departments: tuple[Department, ...] = ()
    people: tuple[Person, ...]
    commitments: tuple[Commitment, ...] = ()
    programmes: tuple[Programme, ...]
    needs: tuple[Need, ...]
    teams: tuple[Team, ...] = ()
    housing: tuple[Housing, ...] = ()
    calendar: tuple[CalendarEntry, ...] = ()
    preferences: tuple[Preference, ...] = ()
    ratings: tuple[Rating, ...] = ()
    locks: tuple[Lock, ...] = ()
    leavers: tuple[Leaver, ...] = ()
    phases: tuple[Phase, ...] = ()
    studios: tuple[Studio, ...] = ()
    rooms: tuple[Room, ...] = ()
    slots: tuple[Slot, ...] = ()
    sessions: tuple[Session, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    leaders: tuple[Leader, ...] = ()
    care: tuple[Care, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    provisions: tuple[Provision, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    def model_post_init(self, _context: object, /) -> None:
        """Sort every table by content."""
        for table in TABLES:
            rows = sorted(getattr(self, table), key=_content)
            object.__setattr__(self, table, tuple(rows))


def _content(row: Entity) -> str:
    return row.model_dump_json()
