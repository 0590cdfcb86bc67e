"""The page of the command line: its own help texts, in both languages."""

from __future__ import annotations

import click
from click.testing import CliRunner

from docs.pages.markdown import document
from matcher.cli import main
from matcher.language import LANGUAGES, Language

HEAD = """\
# 命令行 · Command line

以下是各命令自己的帮助文本。退出状态见[错误](errors.md)，命令补全见[补全](../zh/completion.md)。
These are the commands' own help texts. Exit statuses stand in [errors](errors.md),
completion in [completion](../en/completion.md)."""

WIDTH = 88


def page() -> str:
    """Return the page."""
    names = main.list_commands(click.Context(main))
    return document(
        HEAD,
        "## matcher",
        *_both(),
        *(block for name in names for block in (f"## matcher {name}", *_both(name))),
    )


def _both(*words: str) -> list[str]:
    return [f"```text\n{help_text(language, *words)}\n```" for language in LANGUAGES]


def help_text(language: Language, *words: str) -> str:
    """Return what ``matcher WORDS --help`` prints in the language."""
    result = CliRunner().invoke(
        main,
        [*words, "--lang", language, "--help"],
        prog_name="matcher",
        terminal_width=WIDTH,
    )
    if result.exit_code:
        raise RuntimeError(result.output)
    return result.stdout.rstrip()
