"""Why a post stays empty: the cause classes of the shortage ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.rulebook.entries import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Cause:
    """
    One class of the shortage ledger.

    Parameters
    ----------
    slug
        Its one name.
    text
        What is said; placeholder ``detail`` names needs, units or roles.
    rules
        The rules whose verdicts lead to this class.
    """

    slug: str
    text: Text
    rules: tuple[str, ...] = ()


_CAUSES = (
    Cause(
        "not-in-scope",
        Text(
            en="nobody from a paired area or unit in scope",
            zh="没有结对区县或范围之内的人员",
        ),
        ("direction", "scope", "pairing", "avoidance"),
    ),
    Cause(
        "no-specialty",
        Text(en="nobody with the specialty", zh="没有该专业的人员"),
        ("specialty",),
    ),
    Cause(
        "no-level",
        Text(en="nobody of the level", zh="没有达到职称要求的人员"),
        ("level",),
    ),
    Cause("no-consent", Text(en="nobody agreed", zh="没有同意的人员"), ("consent",)),
    Cause(
        "health",
        Text(en="health clearance pending or refused", zh="高原体检待定或未通过"),
        ("health", "age"),
    ),
    Cause(
        "not-free",
        Text(en="nobody free in the window", zh="时段内没有可派的人员"),
        ("availability", "duration", "calendar"),
    ),
    Cause(
        "locked-out",
        Text(en="forbidden by a lock: {detail}", zh="被锁定禁止：{detail}"),
        ("locks",),
    ),
    Cause(
        "team-incomplete",
        Text(en="team incomplete: {detail}", zh="小组团不完整：{detail}"),
        ("team",),
    ),
    Cause(
        "release-cap",
        Text(en="release cap of {detail}", zh="{detail}派出上限"),
        ("release-cap",),
    ),
    Cause(
        "host-cap",
        Text(en="host cap of {detail}", zh="{detail}接收上限"),
        ("host-cap",),
    ),
    Cause(
        "housing", Text(en="no bed at {detail}", zh="{detail}没有床位"), ("housing",)
    ),
    Cause(
        "programme-max",
        Text(en="maximum of {detail} reached", zh="{detail}已达人数上限"),
        ("programme-max",),
    ),
    Cause(
        "chain-broken",
        Text(
            en="no chain of holders: {detail}",
            zh="接不成连续的任期：{detail}",
        ),
        ("cover", "handover"),
    ),
    Cause(
        "phase-blocked",
        Text(en="phase blocked: {detail}", zh="阶段受阻：{detail}"),
        ("phases",),
    ),
    Cause(
        "studio-master",
        Text(
            en="the master of {detail} cannot make this visit",
            zh="{detail}的名师无法承担这次入室指导",
        ),
        ("studio",),
    ),
    Cause(
        "no-mentee",
        Text(
            en="nobody at {detail} to be raised at that time",
            zh="{detail}届时没有可带教的人员",
        ),
        ("mentoring",),
    ),
    Cause(
        "no-leader",
        Text(en="no contact leader left for {detail}", zh="{detail}没有可联系的领导"),
        ("contact-leader",),
    ),
    Cause(
        "no-session",
        Text(en="no session left in {detail}", zh="{detail}没有可安排的场次"),
        ("event",),
    ),
    Cause(
        "outbid",
        Text(
            en="the people who could go serve {detail}", zh="能派的人员已用于{detail}"
        ),
        ("one-place", "person-limit"),
    ),
    Cause(
        "not-proven",
        Text(
            en="not proven: the time limit came first or a goal above forbids it",
            zh="未证明：时限先到，或更高目标不允许",
        ),
    ),
)

CAUSES: Mapping[str, Cause] = {cause.slug: cause for cause in _CAUSES}
