"""The rules that judge one person and one post, in the order of a verdict."""

from __future__ import annotations

from matcher.rulebook.entries import Parameter, Rule, Text

PRIVATE = frozenset({"health", "age", "avoidance"})
"""Rules on health, birth and family: no output says what stands between."""

_CONDITION = Text(
    en="{person} does not meet a condition of {need} that only the releasing unit may "
    "tell.",
    zh="{person}不符合{need}的一项条件，具体情况只能由派出单位说明。",
)

_ONE_ASSIGNMENT = Text(en="assignments that break it", zh="违反该规则的派任数")

PAIR = (
    Rule(
        "direction",
        "pair",
        Text(en="Direction", zh="方向"),
        Text(
            en="A programme moves people from one city to the other, never within "
            "a city.",
            zh="项目只把人员从一座城市派往另一座城市，不在本市内派任。",
        ),
        Text(
            en="{person} belongs to {city}; {programme} goes {direction}.",
            zh="{person}属于{city}，而{programme}的方向是{direction}。",
        ),
        _ONE_ASSIGNMENT,
    ),
    Rule(
        "scope",
        "pair",
        Text(en="Scope of the programme", zh="项目范围"),
        Text(
            en="A programme names the areas and kinds of unit that release and "
            "receive people.",
            zh="项目规定了派出单位和接收单位的区域与类别。",
        ),
        Text(
            en="{unit} lies outside the scope of {programme}.",
            zh="{unit}不在{programme}的范围之内。",
        ),
        _ONE_ASSIGNMENT,
    ),
    Rule(
        "pairing",
        "pair",
        Text(en="Paired areas", zh="结对关系"),
        Text(
            en="Some programmes run only between areas or units bound to each other.",
            zh="有的项目只在结对区县或结对单位之间进行。",
        ),
        Text(
            en="{releasing} and {host} are not paired, as {programme} requires.",
            zh="{programme}要求结对，而{releasing}与{host}没有结对关系。",
        ),
        _ONE_ASSIGNMENT,
    ),
    Rule(
        "specialty",
        "pair",
        Text(en="Specialty", zh="专业"),
        Text(
            en="The post is served only by someone who knows its field.",
            zh="岗位只能由懂本专业的人员承担。",
        ),
        Text(
            en="{person} holds {held}; {need} asks for {wanted}.",
            zh="{person}的专业是{held}，而{need}需要{wanted}。",
        ),
        _ONE_ASSIGNMENT,
    ),
    Rule(
        "level",
        "pair",
        Text(en="Title level", zh="职称级别"),
        Text(
            en="Hosts ask for a least title level (1 员级 to 5 正高).",
            zh="接收单位对职称有最低要求（1员级至5正高）。",
        ),
        Text(
            en="{person} has title level {level}; {need} asks for at least {wanted}.",
            zh="{person}的职称级别为{level}，而{need}要求不低于{wanted}。",
        ),
        _ONE_ASSIGNMENT,
    ),
    Rule(
        "health",
        "pair",
        Text(en="Health clearance", zh="高原体检"),
        Text(
            en="Nobody goes to a high place without a health clearance.",
            zh="未通过高原体检的人员不派往高海拔地区。",
        ),
        _CONDITION,
        _ONE_ASSIGNMENT,
        (
            Parameter(
                "altitude_m",
                1500,
                Text(
                    en="clearance is needed above this altitude, in metres",
                    zh="超过该海拔（米）需要体检合格",
                ),
            ),
        ),
    ),
    Rule(
        "age",
        "pair",
        Text(en="Age limit", zh="年龄限制"),
        Text(
            en="Some programmes limit the age on the first day of the term.",
            zh="有的项目对任期首日的年龄有上限。",
        ),
        _CONDITION,
        _ONE_ASSIGNMENT,
    ),
    Rule(
        "avoidance",
        "pair",
        Text(en="Avoidance", zh="回避"),
        Text(
            en="Native-place and kin avoidance keeps people from certain places.",
            zh="因籍贯回避或亲属回避，有的人员不得派往某些地方。",
        ),
        _CONDITION,
        _ONE_ASSIGNMENT,
    ),
    Rule(
        "consent",
        "pair",
        Text(en="Consent", zh="本人同意"),
        Text(
            en="Nobody is sent without having agreed.",
            zh="未经本人同意不得派任。",
        ),
        Text(
            en="{person} has not agreed to {programme} in {area}.",
            zh="{person}没有同意参加{area}的{programme}。",
        ),
        _ONE_ASSIGNMENT,
    ),
    Rule(
        "availability",
        "pair",
        Text(en="Availability", zh="可派时段"),
        Text(
            en="The whole stay, acclimatisation included, fits the person's "
            "windows and other commitments.",
            zh="整个停留期（含高原适应期）须在本人可派时段之内，且不与其他任务冲突。",
        ),
        Text(
            en="{person} is not free for the whole stay {stay}.",
            zh="{person}在停留期{stay}内并非全程可派。",
        ),
        _ONE_ASSIGNMENT,
        (
            Parameter(
                "acclimatisation_days",
                2,
                Text(
                    en="days of arrival before the first day on duty",
                    zh="到岗首日之前的高原适应天数",
                ),
            ),
            Parameter(
                "acclimatisation_above_m",
                1500,
                Text(
                    en="only for hosts above this altitude, in metres",
                    zh="只适用于超过该海拔（米）的接收单位",
                ),
            ),
        ),
    ),
    Rule(
        "duration",
        "pair",
        Text(en="Term", zh="任期长短"),
        Text(
            en="The term lies inside the need's window and between its shortest "
            "and longest length.",
            zh="任期须在需求时段之内，且长短合乎要求。",
        ),
        Text(
            en="The term {term} of {person} does not fit {need}: within {window}, "
            "{shortest} to {longest} days.",
            zh="{person}的任期{term}不合{need}的要求：{window}之内，"
            "{shortest}至{longest}天。",
        ),
        _ONE_ASSIGNMENT,
    ),
    Rule(
        "calendar",
        "pair",
        Text(en="Calendar", zh="日历"),
        Text(
            en="Nobody starts or ends on a holiday, and seasons keep people at "
            "home or guests away.",
            zh="节假日不到岗离岗；农忙、考试等时段不派出或不接收。",
        ),
        Text(
            en="{person}'s stay {stay} at {need} meets “{entry}” ({days}).",
            zh="{person}在{need}的停留期{stay}与“{entry}”（{days}）冲突。",
        ),
        _ONE_ASSIGNMENT,
    ),
)
"""In the order in which a verdict lists them."""
