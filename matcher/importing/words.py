"""Words of office lists: how column names compare, and what marks names of people."""

from __future__ import annotations

import re

from matcher.vocabulary import fold

IGNORE = ("忽略", "ignore")
"""What stands behind a column or value that is known and not wanted."""

_BRACKETED = re.compile(r"[(（\[【〔][^)）\]】〕]*[)）\]】〕]")
_MARKS = str.maketrans("", "", "*※★:;,、_")
_CODED = re.compile("代号|编号|代码|编码")
_LABEL = (
    "(?:姓名|名字|联系人|负责人|经办人|填[表报]人|制表人?|审核人?|签字|身份证号?码?"
    "|电话|手机|住址|微信|邮箱)"
)
_PRIVATE = re.compile(_LABEL)
_SIGNED = re.compile(rf"({_LABEL})\s*[:：]?.*", re.DOTALL)
_NAME = re.compile("[㐀-鿿·]{2,4}")


def key(name: str) -> str:
    """
    Return what tells a column from others by its name.

    Line breaks, blanks, brackets and stars do not count, nor do width, case and
    traditional characters.

    Parameters
    ----------
    name
        Name of a column, in a mapping or a list.
    """
    return fold(name).translate(_MARKS)


def bare_key(name: str) -> str:
    """Return the key of a name without what it says in brackets."""
    return key(_BRACKETED.sub("", name))


def is_private(name: str) -> bool:
    """Return whether a column of this name seems to hold names of people, or more."""
    folded = key(name)
    return bool(_PRIVATE.search(folded)) and not _CODED.search(folded)


def is_name(text: str) -> bool:
    """Return whether a text that should be a code looks like a name of a person."""
    return bool(_NAME.fullmatch("".join(text.split())))


def discreet(text: str) -> str:
    """Return the text without what follows a word such as 填表人."""
    return _SIGNED.sub(r"\1…", text)
