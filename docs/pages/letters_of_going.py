"""The templates of letters that are sent before somebody goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs.pages.voice import optional
from docs.pages.word import facts, listed, paragraph, repeated

if TYPE_CHECKING:
    from docs.pages.voice import Voice


def dispatch(say: Voice) -> list[str]:
    """Return the notice of dispatch."""
    return [
        *say.top(
            say("〔发文单位名称〕", "〔issuing office〕"),
            say("人员派遣通知书", "Notice of dispatch"),
        ),
        paragraph(
            say(
                "〔姓名〕同志（代号{{ post.person }}）：",
                "To 〔name〕 (code {{ post.person }}),",
            ),
            "Address",
        ),
        paragraph(
            say(
                "根据{{ plan }}计划，经研究，派你赴{{ post.host }}，参加"
                "{{ post.programme }}，任期{{ post.days }}天。请做好原岗位工作交接，"
                "按时到达。有关事项通知如下：",
                "Under the plan “{{ plan }}” you are sent to {{ post.host }} for "
                "“{{ post.programme }}”, for a term of {{ post.days }} days. Please "
                "hand over your present work and arrive on time. The particulars are:",
            ),
            "Body",
        ),
        facts(
            (
                say("派出单位", "Releasing unit"),
                say(
                    "{{ post.home }}{{ post.home_department }}",
                    "{{ post.home }}" + optional("post.home_department"),
                ),
            ),
            (say("接收单位", "Host"), say.where),
            (say("工作内容", "Work"), "{{ post.specialty }}"),
            (say("到达日期", "Arrival"), "{{ post.arrival }}"),
            (say("任期", "Term"), "{{ post.term }}"),
            (
                say("小组团", "Team"),
                "{{ post.team }}" + optional("post.role", say("，", ", ")),
                "post.team",
            ),
            (
                say("带教对象", "Local staff to raise"),
                "{{ post.mentees }}",
                "post.mentees",
            ),
            (say("联系领导", "Contact leader"), "{{ post.leader }}", "post.leader"),
            (say("住宿", "Lodging"), "{{ post.housing }}"),
            (say("接收单位联系人", "Contact at the host"), say.contact),
        ),
        *repeated(
            "if post.acclimatisation",
            paragraph(
                say(
                    "到达后前{{ post.acclimatisation }}天为高原适应期，不安排工作。",
                    "The first {{ post.acclimatisation }} days after arrival are for "
                    "getting used to the altitude.",
                ),
                "Body",
            ),
            end="endif",
        ),
        *say.end(say("〔发文单位盖章〕", "〔issuing office, seal〕")),
        paragraph(
            say(
                "抄送：{{ post.home }}，{{ post.host }}。",
                "Copies: {{ post.home }}; {{ post.host }}.",
            ),
            "Copy",
        ),
    ]


def invitation(say: Voice) -> list[str]:
    """Return the invitation of a host to its guests."""
    return [
        *say.top("{{ host }}", say("邀请函", "Invitation")),
        paragraph(say("{{ senders }}：", "To {{ senders }},"), "Address"),
        paragraph(
            say(
                "根据{{ plan }}计划，我单位诚邀下列{{ count }}名同志前来工作交流。"
                "敬请支持，并请按时派出。",
                "Under the plan “{{ plan }}” we have the honour to invite the people "
                "listed below ({{ count }} in all). Please let them come on time.",
            ),
            "Body",
        ),
        listed(
            "post in posts",
            say.counted,
            say.somebody("post"),
            (say("派出单位", "From"), "{{ post.home }}", 1400),
            (
                say("项目和工作内容", "Programme and work"),
                "{{ post.programme }}\n{{ post.specialty }}",
                1574,
            ),
            (say("到达日期", "Arrival"), "{{ post.arrival }}", 1920),
            say.term("post"),
        ),
        paragraph(say("联系人：", "Contact: ") + say.contact, "Contact"),
        *say.end(say("{{ host }}（盖章）", "{{ host }} 〔seal〕")),
    ]


def speaker(say: Voice) -> list[str]:
    """Return the invitation of a speaker to an event."""
    return [
        *say.top("{{ post.host }}", say("邀请函", "Invitation to speak")),
        paragraph(
            say(
                "〔姓名〕同志（代号{{ post.person }}，{{ post.home }}）：",
                "To 〔name〕 (code {{ post.person }}, {{ post.home }}),",
            ),
            "Address",
        ),
        paragraph(
            say(
                "我单位将举办{{ post.programme }}，诚邀您莅临并作报告。报告安排如下：",
                "We are holding the {{ post.programme }} and have the honour to invite "
                "you to speak there:",
            ),
            "Body",
        ),
        listed(
            "session in sessions",
            (say("题目", "Topic"), "{{ session.title }}", 3444),
            (say("日期", "Day"), "{{ session.day }}", 1900),
            (say("时间", "Hours"), "{{ session.hours }}", 1600),
            (say("会场", "Room"), "{{ session.room }}", 1900),
        ),
        paragraph(
            say(
                "请于{{ post.arrival }}到达，活动期为{{ post.term }}。"
                "住宿：{{ post.housing }}。报告材料请于〔日期〕前发至〔邮箱〕。",
                "Please arrive on {{ post.arrival }}; your stay lasts until "
                "{{ post.last_day }}. Lodging: {{ post.housing }}. Please send your "
                "slides to 〔address〕 by 〔date〕.",
            ),
            "Body",
        ),
        paragraph(say("联系人：", "Contact: ") + say.contact, "Contact"),
        *say.end(say("{{ post.host }}（盖章）", "{{ post.host }} 〔seal〕")),
    ]
