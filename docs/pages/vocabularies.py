"""The page of vocabularies: every entry with all its names."""

from __future__ import annotations

from docs.pages.markdown import code, document, table
from matcher.vocabulary import VOCABULARIES, Entry, Vocabulary

HEAD = """\
# 词表 · Vocabularies

引用区县、专业，填写职称，写代码、旧代码、名称、英文名称或别名均可，简体繁体不限；
用法见[词表](../zh/vocabularies.md)。
备注“补录”的行取自该标准的通行文本，未与原件逐行核对；“自定”的行不在标准内。

An area, a specialty or a title may be written by code, old code, name, English name
or alias, in simplified or traditional characters; see
[vocabularies](../en/vocabularies.md). Rows noted 补录 follow the text of the standard
as it is commonly published and were not checked line by line against the original;
rows noted 自定 are not in the standard."""


def page() -> str:
    """Return the page."""
    return document(HEAD, *map(_section, VOCABULARIES.values()))


def _section(vocabulary: Vocabulary) -> str:
    parts = (
        f"## {vocabulary.slug} · {vocabulary.title} · {vocabulary.title_en}",
        f"来源：{vocabulary.source}，版本{vocabulary.version}。{vocabulary.note}",
        f"Source: {vocabulary.source_en}, version {vocabulary.version}.",
        vocabulary.note_en,
        table(
            ("代码 code", "名称 name", "English", "级别 level", "别名 aliases", "备注"),
            map(_row, vocabulary.entries),
        ),
    )
    return "\n\n".join(part for part in parts if part)


def _row(entry: Entry) -> tuple[str, ...]:
    old = [code(each) for each in entry.old_codes]
    return (
        code(entry.code),
        entry.name,
        entry.name_en,
        str(entry.level or ""),
        "；".join((*old, *entry.aliases)),
        entry.note,
    )
