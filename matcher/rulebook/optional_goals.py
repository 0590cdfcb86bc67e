"""The goals that are pursued only where the policy lists them."""

from __future__ import annotations

from matcher.rulebook.entries import Goal, Text

OPTIONAL = (
    Goal(
        "exchange-balance",
        "min",
        Text(en="Balance of exchange", zh="双向平衡"),
        Text(
            en="Paired areas and units give about as much as they receive.",
            zh="结对双方派出与接收的人次大致相当。",
        ),
        Text(
            en="Giving and receiving differ by {value}; no plan has less than {bound}.",
            zh="派出与接收相差{value}人次，任何计划都不低于{bound}。",
        ),
        Text(
            en="assignments by which both ways differ, over all pairings",
            zh="各结对关系双向人次之差的合计",
        ),
        optional=True,
    ),
    Goal(
        "people-away",
        "min",
        Text(en="People away", zh="动用人数"),
        Text(
            en="As few different people as possible leave their units.",
            zh="动用的人员尽可能少。",
        ),
        Text(
            en="{value} people have an assignment; no plan needs fewer than {bound}.",
            zh="有派任的人员{value}人，任何计划都不少于{bound}人。",
        ),
        Text(en="people with an assignment", zh="有派任的人数"),
        optional=True,
    ),
    Goal(
        "workload",
        "min",
        Text(en="Workload", zh="工作量"),
        Text(
            en="Each person is away for about as many days as meant.",
            zh="每人的离岗天数与目标天数尽可能接近。",
        ),
        Text(
            en="Days away differ from those meant by {value}; no plan has less "
            "than {bound}.",
            zh="离岗天数与目标相差{value}天，任何计划都不少于{bound}天。",
        ),
        Text(
            en="days away more or less than target_days, over all people",
            zh="各人离岗天数与目标离岗天数之差的合计",
        ),
        optional=True,
    ),
    Goal(
        "finish",
        "min",
        Text(en="Finish", zh="完成时间"),
        Text(
            en="All assignments are over as early as possible.",
            zh="全部派任尽早结束。",
        ),
        Text(
            en="All is over within {value} days; no plan needs fewer than {bound}.",
            zh="全部派任在{value}天内结束，任何计划都不少于{bound}天。",
        ),
        Text(
            en="days from the first day of the horizon to the latest end",
            zh="自计划期首日至最晚结束的天数",
        ),
        optional=True,
    ),
)
"""In the order of the rulebook."""
