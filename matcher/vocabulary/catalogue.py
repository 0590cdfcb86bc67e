"""Which vocabularies there are, each with its source and version."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from matcher.vocabulary.entries import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

_OURS = ("自定", "drawn up for matcher")

_ALL = (
    Vocabulary(
        slug="areas",
        title="行政区划",
        title_en="Areas",
        source="GB/T 2260《中华人民共和国行政区划代码》",
        source_en="GB/T 2260, codes of administrative divisions",
        version="2020",
        note=(
            "区划截至2020年，只收西宁、南京两市。撤并或改设的区县列为旧代码和别名。"
            "江北新区不是行政区划，请写浦口区或六合区。"
        ),
        note_en=(
            "As of 2020; Xining and Nanjing only. Districts and counties that were "
            "merged or renamed stand as old codes and aliases. Jiangbei New Area "
            "(江北新区) is no division: write 浦口区 or 六合区."
        ),
    ),
    Vocabulary(
        slug="titles",
        title="职称",
        title_en="Titles",
        source="GB/T 8561-2001《专业技术职务代码》",
        source_en="GB/T 8561-2001, codes of professional titles",
        version="2001",
        note=(
            "级别1至5由matcher对照。代码以G开头的是2001年以后的职称，代码自定；"
            "工人的技能等级（GJ）不是职称，级别系比照。"
        ),
        note_en=(
            "The levels 1 to 5 are matcher's reading. Codes that begin with G are of "
            "titles that exist since 2001; these codes are matcher's own. The skill "
            "grades of workers (GJ) are no titles; their levels are by comparison."
        ),
    ),
    Vocabulary(
        slug="medical",
        title="诊疗科目",
        title_en="Medical departments",
        source="《医疗机构诊疗科目名录》卫医发〔1994〕27号",
        source_en="Catalogue of medical departments, Weiyifa [1994] No. 27",
        version="1994",
        specialties=True,
        note=(
            "含增补的科目。代码为YL加名录代码；护理、药学、医院管理、高原医学不在名录内，"
            "系自定。口腔科的二级科目为1994年的，2010年修订增加的列在其后，代码自定。"
        ),
        note_en=(
            "With the departments added since. The code is YL and the code of the "
            "catalogue; nursing, pharmacy, hospital management and high-altitude "
            "medicine are not in it and are matcher's own. The fields of dentistry are "
            "those of 1994; what the revision of 2010 added follows, with codes of "
            "matcher's own."
        ),
    ),
    Vocabulary(
        slug="agriculture",
        title="农业专业",
        title_en="Agriculture",
        source="农业系列职称改革所列专业",
        source_en="Specialties named in the reform of agricultural titles",
        version="1",
        specialties=True,
        note="代码及备注为“自定”的专业系自定。",
        note_en="The codes, and the specialties noted 自定, are matcher's own.",
    ),
    Vocabulary(
        slug="school",
        title="学科与学校管理",
        title_en="School subjects",
        source="中小学开设的学科",
        source_en="Subjects that schools teach",
        version="1",
        specialties=True,
        note="未见公开的学科代码表，代码自定。",
        note_en="No public list of codes was found; the codes are matcher's own.",
    ),
    Vocabulary(
        slug="enterprise",
        title="企业与国企",
        title_en="Enterprises",
        source=_OURS[0],
        source_en=_OURS[1],
        version="1",
        specialties=True,
    ),
    Vocabulary(
        slug="culture",
        title="文化旅游",
        title_en="Culture and tourism",
        source=_OURS[0],
        source_en=_OURS[1],
        version="1",
        specialties=True,
    ),
    Vocabulary(
        slug="administration",
        title="党政管理",
        title_en="Public administration",
        source=_OURS[0],
        source_en=_OURS[1],
        version="1",
        specialties=True,
    ),
    Vocabulary(
        slug="sectors",
        title="领域",
        title_en="Sectors",
        source=_OURS[0],
        source_en=_OURS[1],
        version="1",
        note="名称即表格“领域”一栏的规范写法。",
        note_en="The Chinese name is how the tables spell the sector.",
    ),
)

VOCABULARIES: Mapping[str, Vocabulary] = MappingProxyType(
    {each.slug: each for each in _ALL}
)
"""Every vocabulary by its slug."""

SPECIALTIES = tuple(each.slug for each in _ALL if each.specialties)
"""The vocabularies whose entries can be specialties of a scenario."""


def vocabulary(slug: str) -> Vocabulary:
    """
    Return a vocabulary.

    Parameters
    ----------
    slug
        One of the names in :data:`VOCABULARIES`.

    Raises
    ------
    KeyError
        If there is no such vocabulary.
    """
    return VOCABULARIES[slug]
