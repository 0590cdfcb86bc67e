"""The page of exit statuses and of everything that can be wrong with the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs.pages.markdown import code, document, table
from matcher.comparison.solved import PROBLEMS as OF_SOLVED
from matcher.errors import MatcherError
from matcher.language import Language, translate
from matcher.plan.files import PROBLEMS as OF_FILES
from matcher.scenario.problems import PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Iterator

OF_PLANS = {**OF_FILES, **OF_SOLVED}
"""What can be wrong with plan files and the folders they stand in."""

HEAD = """\
# 错误 · Errors

## 退出状态 · Exit statuses

0 表示完成；缺口是结果，不是错误。各状态的用法见[在持续集成中运行](../zh/ci.md)。
Status 0 means done; shortages are a result, not an error. How to use the others:
[run it in CI](../en/ci.md)."""

PROBLEMS_HEAD = """\
## 数据问题 · Problems of the files

读取方案或计划时一次报告全部问题，每个问题都有固定的编号；花括号处填入具体内容，斜线隔开的是不同情况下的说法。
Reading a scenario or a plan reports all its problems at once. Each has a stable code;
the braces are filled with facts, and a slash parts the wordings of different cases."""

GROUPS = {
    "E1": "文件及其格式 · Files and their form",
    "E2": "单个值 · Single values",
    "E3": "引用 · References",
    "E4": "值与值之间的矛盾 · Contradictions between values",
    "E5": "规则与目标 · Rules and goals",
    "E6": "计划文件 · Plan files",
    "W1": "提醒：文件 · Warnings: files",
    "W3": "提醒：引用 · Warnings: references",
    "W7": "提醒：求解前的预判 · Warnings: what a plan will lack",
}


def page() -> str:
    """Return the page."""
    statuses = sorted(_statuses(), key=lambda row: int(row[0].strip("`")))
    return document(
        HEAD,
        table(("status 状态", "slug 名称", "meaning 含义"), statuses),
        PROBLEMS_HEAD,
        *_problems(),
    )


def _statuses() -> Iterator[tuple[str, str, str]]:
    yield code(0), "—", "Done."
    yield (
        code(2),
        "—",
        "Wrong usage: unknown option, missing argument, no such file.",
    )
    yield code(MatcherError.exit_status), code(MatcherError.slug), "A fault of matcher."
    for kind in MatcherError.__subclasses__():
        sentence = " ".join(str(kind.__doc__).strip().split("\n\n")[0].split())
        yield code(kind.exit_status), code(kind.slug), sentence


def _problems() -> Iterator[str]:
    for group, title in GROUPS.items():
        yield f"### {title}"
        yield table(
            ("code 编号", "中文", "English"),
            (
                (code(each), _wording(each, "zh"), _wording(each, "en"))
                for each in (*PROBLEMS, *OF_PLANS)
                if each.startswith(group)
            ),
        )


def _wording(each: str, language: Language) -> str:
    if each in OF_PLANS:
        return " / ".join(translate(text, language) for text in OF_PLANS[each])
    fault = PROBLEMS[each]
    wording = [translate(text, language) for text in (fault.what, fault.way_out)]
    # Doubled braces are braces that stand in the message itself.
    whole = (" " if language == "en" else "").join(wording)
    return whole.replace("{{", "{").replace("}}", "}")
