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
_OF_PEOPLE = re.compile(
    "(?:人选|人员|专家|候选人?|推荐人|拟派人?|老师|导师|队员|联络人|经办|签名|带教.{0,2})"
    "(?:名单|信息|情况|[及和].*)?$"
)
_SIGNED = re.compile(rf"({_LABEL})\s*[:：]?.*", re.DOTALL)
_HAN = "[㐀-鿿]"
_DOTTED = f"{_HAN}{{1,10}}(?:[·•・‧∙]{_HAN}{{1,10}}){{1,3}}"
_NAME = re.compile(
    f"{_HAN}(?:[·•・‧∙.]?{_HAN}){{1,15}}"
    "|(?=.*[a-z])[A-Z][A-Za-z'’-]+(?: [A-Z][A-Za-z'’-]+){1,3}"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭林罗郑梁谢宋唐韩冯邓曹彭肖田董袁潘蒋蔡余杜叶程苏"
    "魏吕丁沈姚卢姜崔钟谭陆汪范石廖贾韦邹孟熊秦邱尹薛闫侯龙史陶黎贺毛郝龚邵钱武戴孔汤"
)
_LIKELY = f"(?:{_DOTTED}|(?:[{_SURNAMES}]|欧阳|司马|上官|诸葛){_HAN}{{1,2}})"
_LIKELY_NAME = re.compile(_LIKELY)
_ALONE = re.compile(
    rf"(?:^|(?<=[\s，。；;,、:：（(])){_LIKELY}(?=$|[\s，。；;,、…）)])"
)
_TITLES = "同志|老师|医生|医师|主任|教授|院长|书记"
_MENTIONED = re.compile(
    r"((?:联系人|联络人|经办人|填[表报]人)[:：为是]?\s*)[^\s，。；;,、:：…0-9（(]+"
    r"|((?:拟派|推荐|人选|专家|候选人?|带教|老师|导师|负责人)[:：为是]?\s*)"
    f"{_LIKELY}(?={_TITLES}|(?!{_HAN}))"
)
_NUMBER = re.compile(
    r"(?<!\d)(?:"
    r"[1１][3-9３-９]\d[- ]?\d{4}[- ]?\d{4}"
    r"|0\d{2,3}[- ]?\d{7,8}"
    r"|\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]"
    r")(?!\d)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)


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


def is_of_people(name: str) -> bool:
    """Return whether cells of text under this name seem to tell who it is, or more."""
    return is_private(name) or bool(_OF_PEOPLE.search(key(_BRACKETED.sub("", name))))


def is_name(text: str) -> bool:
    """Return whether a text that should be a code looks like a name of a person."""
    words = " ".join(_BRACKETED.sub("", text).split())
    found = _NAME.fullmatch(words) or _NAME.fullmatch(words.replace(" ", ""))
    return bool(found or _NUMBER.search(text))


def without_numbers(text: str) -> str:
    """Return the text without numbers of telephones and identity cards."""
    return _NUMBER.sub("…", text)


def without_mentions(text: str) -> str:
    """
    Return the text without such numbers, and names behind a word such as 联系人.

    Where one of them stood, what else looks like a name goes too.

    Parameters
    ----------
    text
        The text of a cell.
    """
    bare = without_numbers(text)
    bare = _MENTIONED.sub(lambda found: f"{found[1] or found[2]}…", bare)
    return text if bare == text else _ALONE.sub("…", bare)


def may_name(text: str) -> bool:
    """Return whether something in a text stands by itself that looks like a name."""
    return bool(_ALONE.search(text))


def discreet(text: str) -> str:
    """Return the text for a message: without all that may tell who somebody is."""
    if _LIKELY_NAME.fullmatch("".join(text.split())):
        return "…"
    return _SIGNED.sub(r"\1…", without_mentions(text))
