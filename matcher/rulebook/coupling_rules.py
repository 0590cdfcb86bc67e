"""The rules on how assignments live together."""

from __future__ import annotations

from matcher.rulebook.entries import Parameter, Rule, Text

COUPLING = (
    Rule(
        "one-place",
        "coupling",
        Text(en="One place at a time", zh="一人一地"),
        Text(
            en="A person is in one place at a time and rests between two stays.",
            zh="同一人员同一时间只在一地，两次派任之间须有间隔。",
        ),
        Text(
            en="{person} has {first} and {second}: they overlap, or leave fewer "
            "than {gap} days between.",
            zh="{person}的{first}与{second}重叠，或间隔不足{gap}天。",
        ),
        Text(en="pairs of stays in conflict", zh="相互冲突的停留对数"),
        (
            Parameter(
                "rest_days",
                14,
                Text(
                    en="days at home between two stays",
                    zh="两次停留之间的休整天数",
                ),
            ),
        ),
    ),
    Rule(
        "person-limit",
        "coupling",
        Text(en="Personal limit", zh="个人上限"),
        Text(
            en="Nobody is away too often or too long, whichever way and programme.",
            zh="不论方向和项目，任何人不得派出过多或过久。",
        ),
        Text(
            en="{person} has {count} assignments and {days} days away; allowed are "
            "{max_count} and {max_days}.",
            zh="{person}共派任{count}次、离岗{days}天，上限为{max_count}次、"
            "{max_days}天。",
        ),
        Text(en="people beyond their limit", zh="超过个人上限的人数"),
        (
            Parameter(
                "max_assignments",
                2,
                Text(
                    en="assignments per person, unless the person's row says other",
                    zh="每人派任次数上限（人员表另有规定的除外）",
                ),
            ),
            Parameter(
                "max_days",
                400,
                Text(
                    en="days away per person, unless the person's row says other",
                    zh="每人离岗天数上限（人员表另有规定的除外）",
                ),
            ),
        ),
    ),
    Rule(
        "release-cap",
        "coupling",
        Text(en="Release cap", zh="派出上限"),
        Text(
            en="A unit or department can spare only so many people on one day.",
            zh="一个单位或科室同一天只能派出有限的人员。",
        ),
        Text(
            en="{group} has {count} people away on {day}; at most {cap}.",
            zh="{group}在{day}有{count}人外派，上限为{cap}人。",
        ),
        Text(
            en="people above the cap on the worst day, per unit or department",
            zh="各单位或科室最多一天超出的人数",
        ),
    ),
    Rule(
        "host-cap",
        "coupling",
        Text(en="Host cap", zh="接收上限"),
        Text(
            en="A host can look after only so many guests on one day.",
            zh="一个接收单位同一天只能接待有限的人员。",
        ),
        Text(
            en="{unit} has {count} guests on {day}; at most {cap}.",
            zh="{unit}在{day}有{count}人，上限为{cap}人。",
        ),
        Text(
            en="guests above the cap on the worst day, per host",
            zh="各接收单位最多一天超出的人数",
        ),
    ),
    Rule(
        "housing",
        "coupling",
        Text(en="Housing", zh="住房"),
        Text(
            en="Every guest of a site has a bed each night: by sex, inside the "
            "lease and heated in winter.",
            zh="住房点的每位人员每晚都有床位：分男女，在租期内，冬季须供暖。",
        ),
        Text(
            en="{site} has {count} guests ({sex}) in the night of {day}; {beds} "
            "beds can be used.",
            zh="{site}在{day}夜间有{count}人（{sex}），可用床位{beds}张。",
        ),
        Text(
            en="guests without a bed in the worst night, per site and sex",
            zh="各住房点分男女最多一晚缺少的床位数",
        ),
    ),
    Rule(
        "team",
        "coupling",
        Text(en="Whole teams", zh="团队完整"),
        Text(
            en="A team goes whole, with its roles, leader and senior members, on "
            "the same dates, or not at all.",
            zh="小组团须角色、组长和高级职称齐全，同一日期派出，否则整组不派。",
        ),
        Text(
            en="Team {team} is not whole: {lack}.",
            zh="小组团{team}不完整：{lack}。",
        ),
        Text(en="teams that are not whole", zh="不完整的小组团数"),
    ),
    Rule(
        "programme-max",
        "coupling",
        Text(en="Maximum of a programme", zh="项目人数上限"),
        Text(
            en="A programme takes at most its maximum.",
            zh="项目派任人数不超过其上限。",
        ),
        Text(
            en="{programme} has {count} assignments; its maximum is {maximum}.",
            zh="{programme}派任{count}人次，上限为{maximum}人次。",
        ),
        Text(en="assignments above the maximum", zh="超过上限的人次"),
    ),
    Rule(
        "locks",
        "coupling",
        Text(en="Locks", zh="锁定"),
        Text(
            en="What planners pinned, forbade or already dispatched stays.",
            zh="已锁定、已禁止和已派出的安排不得变动。",
        ),
        Text(
            en="Lock {lock} ({kind}) on {person} is not kept.",
            zh="对{person}的锁定{lock}（{kind}）没有得到遵守。",
        ),
        Text(en="locks that are not kept", zh="未遵守的锁定数"),
    ),
)
"""In the order of the model."""
