"""The rules on what makes several assignments one undertaking, and on support."""

from __future__ import annotations

from matcher.rulebook.entries import Parameter, Rule, Text

SYSTEM = (
    Rule(
        "cover",
        "coupling",
        Text(en="Gapless cover", zh="在岗不断"),
        Text(
            en="Where a host asks for someone on post throughout, the holders who "
            "follow one another leave no gap.",
            zh="要求全程有人在岗的需求，前后接任者之间不留空档。",
        ),
        Text(
            en="{need} has nobody on post on {days} days, first on {day}.",
            zh="{need}有{days}天无人在岗，最早为{day}。",
        ),
        Text(
            en="days without anyone on post, for needs that have a holder",
            zh="已有人派任的需求中无人在岗的天数",
        ),
    ),
    Rule(
        "handover",
        "coupling",
        Text(en="Handover", zh="压茬交接"),
        Text(
            en="A successor overlaps the leaver by some days, also a leaver of the "
            "plan before, so that tasks connect.",
            zh="接任者与离任者（包括上一期计划的离任者）须重叠若干天，确保工作衔接。",
        ),
        Text(
            en="{leaver} and {successor} overlap by {days} days at {need}; {least} to "
            "{most} are asked for.",
            zh="{need}的{leaver}与{successor}重叠{days}天，应为{least}至{most}天。",
        ),
        Text(en="handovers outside the range", zh="不合要求的交接次数"),
        (
            Parameter(
                "least_days",
                7,
                Text(en="shortest overlap in days", zh="最短重叠天数"),
            ),
            Parameter(
                "most_days",
                14,
                Text(en="longest overlap in days", zh="最长重叠天数"),
            ),
        ),
    ),
    Rule(
        "phases",
        "coupling",
        Text(en="Phases", zh="分期推进"),
        Text(
            en="A phase of a project runs with its whole mix of skills, after the "
            "phases it builds on and with the gaps asked for.",
            zh="项目的每个阶段须专业齐备，在前序阶段之后按规定间隔推进。",
        ),
        Text(
            en="Phase {phase} is not in order: {lack}.",
            zh="阶段{phase}不合要求：{lack}。",
        ),
        Text(en="phases that are not in order", zh="不合要求的阶段数"),
    ),
    Rule(
        "studio",
        "coupling",
        Text(en="One master per studio", zh="名师工作室"),
        Text(
            en="All working visits of a studio are made by one master, and a master "
            "leads one studio.",
            zh="一个工作室的各次入室指导由同一位名师承担，一位名师只带一个工作室。",
        ),
        Text(
            en="{subject} has {count} {what}; one is allowed.",
            zh="{subject}有{count}个{what}，只能有一个。",
        ),
        Text(
            en="masters beyond one per studio, and studios beyond one per master",
            zh="每个工作室多出的名师数，加每位名师多出的工作室数",
        ),
    ),
    Rule(
        "mentoring",
        "coupling",
        Text(en="Mentoring", zh="传帮带"),
        Text(
            en="Who is sent to raise local staff is given some who are at home then.",
            zh="承担传帮带任务的人员须带教在岗的本地人员。",
        ),
        Text(
            en="{person} at {need} raises {count} local staff; at least {least} are "
            "asked for.",
            zh="{person}在{need}带教{count}人，至少应为{least}人。",
        ),
        Text(
            en="local staff missing to the least number", zh="未达到最少带教人数的差额"
        ),
    ),
    Rule(
        "contact-leader",
        "coupling",
        Text(en="Contact leader", zh="领导联系"),
        Text(
            en="Everyone who comes to Xining for long has a leader to turn to.",
            zh="每位长期来西宁的人员都有一位联系领导。",
        ),
        Text(
            en="{person} at {need} has no contact leader.",
            zh="{person}在{need}没有联系领导。",
        ),
        Text(en="people without a contact leader", zh="没有联系领导的人次"),
        (
            Parameter(
                "long_stay_days",
                30,
                Text(
                    en="a need whose shortest term has at least so many days is long",
                    zh="最短任期不少于该天数的需求为长期",
                ),
                least=1,
            ),
        ),
    ),
    Rule(
        "event",
        "coupling",
        Text(en="Event", zh="论坛日程"),
        Text(
            en="Every speaker who comes to an event speaks in a session of their "
            "topic.",
            zh="到会的每位报告人都在本专题的场次作报告。",
        ),
        Text(
            en="{person} comes for {need} and speaks in no session.",
            zh="{person}因{need}到会，却没有安排报告。",
        ),
        Text(en="speakers without a session", zh="没有安排报告的报告人数"),
    ),
)
"""In the order of the model."""
