"""The goals, in the default order of the ladder."""

from __future__ import annotations

from matcher.rulebook.entries import Goal, Parameter, Text, by_slug
from matcher.rulebook.optional_goals import OPTIONAL

_POINTS = (
    ("exact", 6, "for the exact specialty", "专业完全对口"),
    ("family", 2, "for a specialty of the same family", "专业同属一类"),
    ("level", 1, "per title level above the need", "职称每高一级"),
    ("experience", 1, "per 5 years of experience, up to 3", "每5年工作经验（最多3次）"),
    ("returning", 3, "for a person who served the host before", "曾在该单位服务"),
    ("rating", 1, "per point of ratings.csv", "评分表中每1分"),
)

_BREAKS = (
    (
        "uncovered",
        1,
        "per day without anyone on post that cover asks for",
        "要求全程在岗却无人在岗，每天",
    ),
    ("hand_off", 5, "per change of hands at such a post", "此类岗位每换一人"),
    (
        "off_term",
        2,
        "per start or end away from the school term",
        "教育岗位的到岗或离岗不在学期首尾，每次",
    ),
    (
        "newcomer",
        1,
        "per person who never served the host before",
        "每位未曾在该单位服务的人员",
    ),
    (
        "edge_days",
        7,
        "so many days from the first or last day of term still count as with it",
        "距学期首日或末日不超过该天数视为一致",
    ),
)

GOALS = by_slug(
    (
        Goal(
            "agreement",
            "max",
            Text(en="Yearly agreement", zh="协议指标"),
            Text(
                en="Each programme's target is met, counted as the indicator counts.",
                zh="按指标口径完成各项目的目标人数。",
            ),
            Text(
                en="{value} counted toward the targets; no plan reaches more than "
                "{bound}.",
                zh="计入目标{value}人，任何计划都不超过{bound}人。",
            ),
            Text(en="people counted, up to each target", zh="计入目标的人数"),
        ),
        Goal(
            "coverage",
            "max",
            Text(en="Coverage", zh="需求覆盖"),
            Text(
                en="Posts are filled by priority: key posts first.",
                zh="按优先级填补岗位，重点岗位优先。",
            ),
            Text(
                en="{value} posts filled; no plan fills more than {bound}.",
                zh="已填补{value}个岗位，任何计划都不超过{bound}个。",
            ),
            Text(en="posts (weighted, if the policy says so)", zh="岗位数（可加权）"),
            (
                Parameter(
                    "order",
                    "lexicographic",
                    Text(
                        en="one priority after the other, or one weighted sum",
                        zh="逐级优先，或加权求和",
                    ),
                    choices=("lexicographic", "weighted"),
                ),
                Parameter(
                    "weights",
                    (10000, 1000, 100, 10, 5, 1),
                    Text(
                        en="weights of priorities 1 to 5 and of posts beyond the least "
                        "headcount; only for order: weighted",
                        zh="优先级1至5及超出最少人数的岗位的权重；只用于加权求和",
                    ),
                ),
                Parameter(
                    "fit_weight",
                    0,
                    Text(
                        en="weight of each point of fit beside the posts; only for "
                        "order: weighted",
                        zh="岗位之外，匹配度每1分的权重；只用于加权求和",
                    ),
                ),
            ),
        ),
        Goal(
            "concessions",
            "min",
            Text(en="Concessions", zh="软规则让步"),
            Text(
                en="Soft rules are broken as little as possible, by price.",
                zh="软规则的违反按价格计算，越少越好。",
            ),
            Text(
                en="Soft rules cost {value}; no plan costs less than {bound}.",
                zh="软规则让步代价为{value}，任何计划都不低于{bound}。",
            ),
            Text(en="price of broken soft rules", zh="软规则让步的代价"),
        ),
        Goal(
            "fairness",
            "max",
            Text(en="Fairness between areas", zh="区县公平"),
            Text(
                en="The worst-served area is served as well as possible, then the "
                "next.",
                zh="先让得到支持最少的区县尽可能多，再依次改善其他区县。",
            ),
            Text(
                en="The worst-served areas together reach {value} of at most {bound}.",
                zh="得到支持最少的区县合计{value}，上限{bound}。",
            ),
            Text(
                en="sum of the smallest area scores",
                zh="最小的若干区县得分之和",
            ),
            (
                Parameter(
                    "weights",
                    "equal",
                    Text(
                        en="what an area's score is divided by: nothing, its "
                        "population or the weight in areas.csv",
                        zh="区县得分按何种权重折算：不折算、人口、或区县表中的权重",
                    ),
                    choices=("equal", "population", "given"),
                ),
            ),
        ),
        Goal(
            "fit",
            "max",
            Text(en="Fit", zh="匹配度"),
            Text(
                en="The right person: exact specialty, level, experience, returning, "
                "ratings.",
                zh="人岗相适：专业对口、职称、经验、曾经服务、评分。",
            ),
            Text(
                en="{value} points of fit; no plan has more than {bound}.",
                zh="匹配度{value}分，任何计划都不超过{bound}分。",
            ),
            Text(en="points", zh="分"),
            (
                *(
                    Parameter(name, points, Text(en=f"points {en}", zh=f"{zh}的分值"))
                    for name, points, en, zh in _POINTS
                ),
                Parameter(
                    "levels_most",
                    2,
                    Text(
                        en="how many title levels above the need count at most",
                        zh="职称高出需求最多计几级",
                    ),
                ),
            ),
        ),
        Goal(
            "continuity",
            "min",
            Text(en="Continuity", zh="工作连续"),
            Text(
                en="Posts change hands seldom and without a gap, people return to "
                "hosts they know, and school posts follow the school year.",
                zh="少换人、不断档，优先安排曾在该单位服务的人员，教育岗位与学期一致。",
            ),
            Text(
                en="Breaks of continuity weigh {value}; no plan has less than {bound}.",
                zh="不连续之处合计{value}分，任何计划都不低于{bound}分。",
            ),
            Text(en="points of discontinuity", zh="不连续分值"),
            tuple(
                Parameter(name, points, Text(en=en, zh=zh))
                for name, points, en, zh in _BREAKS
            ),
        ),
        Goal(
            "preferences",
            "min",
            Text(en="Preferences", zh="意愿"),
            Text(
                en="Wishes of people and hosts: the worst-off first, then all "
                "together.",
                zh="人员与接收单位的意愿：先照顾最不如意的，再看总体。",
            ),
            Text(
                en="{value} steps from first wishes; no plan has fewer than {bound}.",
                zh="与第一志愿相差{value}级，任何计划都不少于{bound}级。",
            ),
            Text(en="steps below the first wish", zh="低于第一志愿的级数"),
        ),
        Goal(
            "growth",
            "max",
            Text(en="Growth of local staff", zh="本地人才成长"),
            Text(
                en="Local staff are raised, not only posts filled.",
                zh="不仅填补岗位，更要带出本地人才。",
            ),
            Text(
                en="{value} reached; no plan reaches more than {bound}.",
                zh="达到{value}，任何计划都不超过{bound}。",
            ),
            Text(
                en="local staff mentored; sessions held; participants who hear one",
                zh="带教的本地人员数；举办的场次数；听到报告的学员数",
            ),
        ),
        Goal(
            "release-balance",
            "min",
            Text(en="Balance of releasing units", zh="派出负担均衡"),
            Text(
                en="The burden is shared over the releasing units.",
                zh="由各派出单位均衡分担。",
            ),
            Text(
                en="Burden {value}; no plan shares it better than {bound}.",
                zh="负担值{value}，任何计划都不低于{bound}。",
            ),
            Text(
                en="sum of 1 + 2 + … + k over units that release k people",
                zh="各派出单位的1+2+…+k之和（k为派出人次）",
            ),
        ),
        *OPTIONAL,
        Goal(
            "cost",
            "min",
            Text(en="Cost", zh="费用"),
            Text(
                en="Travel and lodging are no more than needed.",
                zh="差旅和住宿费用不超过必要。",
            ),
            Text(
                en="{value} yuan; no plan costs less than {bound}.",
                zh="{value}元，任何计划都不低于{bound}元。",
            ),
            Text(en="yuan", zh="元"),
            (
                Parameter(
                    "travel_yuan",
                    3000,
                    Text(
                        en="there and back, per assignment", zh="每次派任的往返差旅费"
                    ),
                ),
                Parameter(
                    "lodging_yuan",
                    100,
                    Text(en="per night of the stay", zh="停留期每晚的住宿费"),
                ),
            ),
        ),
        Goal(
            "tie-break",
            "min",
            Text(en="Tie-break", zh="末位裁定"),
            Text(
                en="Between equally good plans a fixed draw decides, then the earliest "
                "dates, so that the same input gives the same plan.",
                zh="在同样好的计划之间按固定抽签次序、再按日期从早裁定，"
                "使同样的数据得到同样的计划。",
            ),
            Text(
                en="Draw {value}; no equally good plan has less than {bound}.",
                zh="抽签值{value}，同样好的计划都不低于{bound}。",
            ),
            Text(en="draw", zh="抽签值"),
        ),
    )
)
