"""The templates of letters that are used while somebody is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs.pages.voice import optional
from docs.pages.word import WIDTH, facts, listed, paragraph, repeated, to_fill

if TYPE_CHECKING:
    from docs.pages.voice import Voice


def handover(say: Voice) -> list[str]:
    """Return the handover document."""
    return [
        *say.top("{{ host }}", say("工作交接书", "Handover document")),
        facts(
            (
                say("岗位", "Post"),
                say(
                    "{{ specialty }}（需求{{ need }}）",
                    "{{ specialty }} (need {{ need }})",
                ),
            ),
            (say("项目", "Programme"), "{{ programme }}"),
            (say("交接类别", "Kind"), "{{ kind }}"),
            (
                say("移交人", "Hands over"),
                say(
                    "〔姓名〕　代号{{ leaver }}　{{ leaver_unit }}",
                    "〔name〕, code {{ leaver }}" + optional("leaver_unit"),
                ),
            ),
            (
                say("接收人", "Takes over"),
                say(
                    "〔姓名〕　代号{{ successor }}　{{ successor_unit }}",
                    "〔name〕, code {{ successor }}" + optional("successor_unit"),
                ),
            ),
            (say("共同在岗", "Both on post"), "{{ both }}"),
        ),
        *_to_write(say),
        paragraph(
            say(
                "本交接书一式三份，移交人、接收人和接收单位各存一份。",
                "Three copies: one each for both people and the host.",
            ),
            "Copy",
        ),
    ]


def _to_write(say: Voice) -> list[str]:
    """Return the tables that both people fill in and sign."""
    number = (say("序号", "No."), 660)
    return [
        paragraph(say("一、工作任务", "1. Tasks"), "Part"),
        to_fill(
            4,
            30,
            number,
            (say("任务", "Task"), 3184),
            (say("进展", "State"), 2000),
            (say("下一步和时限", "Next step and date"), 3000),
        ),
        paragraph(say("二、文件资料", "2. Papers"), "Part"),
        to_fill(
            3,
            30,
            number,
            (say("名称", "Title"), 4584),
            (say("份数", "Copies"), 1200),
            (say("存放处", "Where"), 2400),
        ),
        paragraph(say("三、未了事项", "3. Open issues"), "Part"),
        to_fill(
            3,
            30,
            number,
            (say("事项", "Issue"), 3784),
            (say("联系单位和人员", "Whom to ask"), 2200),
            (say("处理意见", "Advice"), 2200),
        ),
        paragraph(say("四、签字", "4. Signatures"), "Part"),
        to_fill(
            1,
            66,
            *(
                (each, WIDTH // 3)
                for each in (
                    say("移交人（签字、日期）", "Hands over (date)"),
                    say("接收人（签字、日期）", "Takes over (date)"),
                    say("监交人（签字、盖章、日期）", "Witness (seal, date)"),
                )
            ),
        ),
    ]


def card(say: Voice) -> list[str]:
    """Return the contact card."""
    return [
        *say.top(
            say("{{ plan }}", "{{ plan }}"), say("联系卡", "Contact card"), number=False
        ),
        facts(
            (
                say("姓名和代号", "Name and code"),
                say("〔姓名〕　{{ person }}", "〔name〕, {{ person }}"),
            ),
            (
                say("派出单位", "Releasing unit"),
                say(
                    "{{ home }}{{ home_department }}",
                    "{{ home }}" + optional("home_department"),
                ),
            ),
            (say("派出单位联系人", "Contact at home"), say.contact),
        ),
        *repeated(
            "for post in posts",
            paragraph("{{ loop.index }}. {{ post.programme }}", "Part"),
            facts(
                (say("接收单位", "Host"), say.where),
                (say("接收单位联系人", "Contact at the host"), say.contact),
                (
                    say("联系领导", "Contact leader"),
                    say(
                        "{{ post.leader }}　电话〔号码〕",
                        "{{ post.leader }}, telephone 〔number〕",
                    ),
                    "post.leader",
                ),
                (say("到达日期", "Arrival"), "{{ post.arrival }}"),
                (say("任期", "Term"), "{{ post.term }}"),
                (say("住宿", "Lodging"), "{{ post.housing }}"),
                (
                    say("小组团", "Team"),
                    "{{ post.team }}" + optional("post.role", say("，", ", ")),
                    "post.team",
                ),
                (say("同组人员", "Team mates"), "{{ post.mates }}", "post.mates"),
                (
                    say("带教对象", "Local staff to raise"),
                    "{{ post.mentees }}",
                    "post.mentees",
                ),
            ),
            end="endfor",
        ),
        paragraph(
            say("协作工作机构值班电话：〔号码〕", "Office on duty: 〔number〕"), "Copy"
        ),
    ]


def medals(say: Voice) -> list[str]:
    """Return the list of medals."""
    return [
        *say.top(
            say("〔颁发单位名称〕", "〔awarding office〕"),
            say("奖牌颁发名单", "List of medals"),
        ),
        paragraph(
            say(
                "根据{{ plan }}计划，下列{{ count }}名在{{ city }}工作的同志任期届满，"
                "拟予颁发奖牌：",
                "Under the plan “{{ plan }}” the people listed below ({{ count }} in "
                "all) complete their terms in {{ city }} and are to be awarded medals:",
            ),
            "Body",
        ),
        listed(
            "award in awards",
            say.counted,
            say.somebody("award.post"),
            (say("派出单位", "From"), "{{ award.post.home }}", 1400),
            (say("接收单位", "Host"), "{{ award.post.host }}", 1400),
            say.term("award.post"),
            (
                say("事项和日期", "Award and day"),
                "{{ award.name }}\n{{ award.day }}",
                2094,
            ),
        ),
        *say.end(say("〔颁发单位盖章〕", "〔awarding office, seal〕")),
    ]
