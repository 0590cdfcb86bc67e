"""A Word document from a few blocks: the same bytes everywhere, and no library."""

from __future__ import annotations

import io
import re
import zipfile
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

WIDTH = 8844
"""Width of A4 between the margins of GB/T 9704, in twentieths of a point."""

_RED = "C8102E"

Style = tuple[str, str, float, str]
"""Chinese font, other font, size in points, properties of the paragraph."""

_LINE = (
    '<w:spacing w:line="{line}" w:lineRule="exact" w:before="{before}" '
    'w:after="{after}"/>'
)


def _spaced(line: int, before: int = 0, more: str = "", after: int = 0) -> str:
    points = {"line": line, "before": before, "after": after}
    return _LINE.format(**{name: 20 * size for name, size in points.items()}) + more


_SONG, _FANG, _HEI = "方正小标宋简体", "仿宋", "黑体"
_TIMES = "Times New Roman"
_RULE = (
    '<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="6" '
    f'w:color="{_RED}"/></w:pBdr>'
)
_CENTRED, _RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'

STYLES: Mapping[str, Style] = {
    "Head": (_SONG, _TIMES, 30, _RULE + _spaced(44, more=_CENTRED)),
    "Number": (_FANG, _TIMES, 14, _spaced(26, 4, _CENTRED)),
    "Heading": (_SONG, _TIMES, 22, _spaced(36, 14, _CENTRED, 10)),
    "Address": (_FANG, _TIMES, 16, _spaced(28, 12)),
    "Body": (_FANG, _TIMES, 16, _spaced(28, 4, _INDENT, 4)),
    "Plain": (_FANG, _TIMES, 14, _spaced(24, more='<w:jc w:val="both"/>')),
    "Part": (_HEI, _TIMES, 14, "<w:keepNext/>" + _spaced(26, 8, after=3)),
    "Sign": (_FANG, _TIMES, 16, "<w:keepNext/>" + _spaced(30, 16, _RIGHT)),
    "Day": (_FANG, _TIMES, 16, _spaced(28, more=_RIGHT)),
    "Copy": (_FANG, _TIMES, 14, _spaced(24, 12)),
    "Cell": (_FANG, _TIMES, 12, _spaced(19)),
    "Label": (_HEI, _TIMES, 12, _spaced(19)),
    "Item": (_FANG, _TIMES, 10.5, _spaced(16)),
    "Top": (_HEI, _TIMES, 10.5, _spaced(16)),
    "Contact": (_FANG, _TIMES, 16, "<w:keepNext/>" + _spaced(28, 8, _INDENT)),
    "Footer": (_FANG, _TIMES, 10.5, _spaced(14, more=_CENTRED)),
}
"""The looks of paragraphs, after the standard for official documents."""

ENGLISH: Mapping[str, Style] = {
    **STYLES,
    "Head": (_SONG, _TIMES, 24, _RULE + _spaced(36, more=_CENTRED)),
    "Heading": (_SONG, _TIMES, 20, _spaced(30, 14, _CENTRED, 10)),
    "Address": (_FANG, _TIMES, 13, _spaced(20, 12, after=6)),
    "Body": (_FANG, _TIMES, 13, _spaced(20, 5, after=5)),
    "Contact": (_FANG, _TIMES, 13, "<w:keepNext/>" + _spaced(20, 8)),
    "Sign": (_FANG, _TIMES, 13, "<w:keepNext/>" + _spaced(22, 16, _RIGHT)),
    "Day": (_FANG, _TIMES, 13, _spaced(22, more=_RIGHT)),
    "Copy": (_FANG, _TIMES, 12, _spaced(18, 12)),
}
"""The same for letters in English, whose lines are longer."""


def paragraph(text: str, style: str) -> str:
    """Return a paragraph; a tag of the template's language is one like any other."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def repeated(tag: str, *blocks: str, end: str) -> tuple[str, ...]:
    """Return blocks between two tags that vanish with their paragraphs."""
    return (
        paragraph(f"{{%p {tag} %}}", "Body"),
        *blocks,
        paragraph(f"{{%p {end} %}}", "Body"),
    )


def _cell(text: str, style: str, width: int) -> str:
    lines = "".join(paragraph(line, style) for line in text.split("\n"))
    look = f'<w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{lines}</w:tc>"


def _row(cells: Iterable[tuple[str, str, int]], more: str = "", high: int = 24) -> str:
    look = f'<w:cantSplit/><w:trHeight w:val="{high * 20}"/>{more}'
    return (
        f"<w:tr><w:trPr>{look}</w:trPr>{''.join(_cell(*each) for each in cells)}</w:tr>"
    )


def _tag(tag: str, columns: int) -> str:
    blank = (("", "Cell", WIDTH // columns),) * (columns - 1)
    return _row(((f"{{%tr {tag} %}}", "Cell", WIDTH // columns), *blank))


def _table(widths: Sequence[int], rows: Iterable[str]) -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    sides = "".join(
        f'<w:{side} w:w="{room}" w:type="dxa"/>'
        for side, room in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85))
    )
    look = (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{_CENTRED}'
        f"<w:tblBorders>{edges}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{sides}</w:tblCellMar>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def facts(*rows: tuple[str, str] | tuple[str, str, str]) -> str:
    """Return a table of labels and texts; a third text is the condition of the row."""
    widths = (2100, WIDTH - 2100)
    found = []
    for label, text, *condition in rows:
        row = _row(((label, "Label", widths[0]), (text, "Cell", widths[1])))
        if condition:
            found += [_tag(f"if {condition[0]}", 2), row, _tag("endif", 2)]
        else:
            found.append(row)
    return _table(widths, found)


def listed(loop: str, *columns: tuple[str, str, int]) -> str:
    """Return a table of head, text and width of each column, a row for each item."""
    widths = [width for _head, _text, width in columns]
    head = _row(
        ((head, "Top", width) for head, _text, width in columns), "<w:tblHeader/>"
    )
    row = _row((text, "Item", width) for _head, text, width in columns)
    count = len(columns)
    return _table(
        widths, (head, _tag(f"for {loop}", count), row, _tag("endfor", count))
    )


def to_fill(count: int, high: int, *columns: tuple[str, int]) -> str:
    """Return a table with so many empty rows, as high as this in points."""
    widths = [width for _head, width in columns]
    head = _row(((head, "Label", width) for head, width in columns), "<w:tblHeader/>")
    row = _row((("", "Cell", width) for width in widths), high=high)
    return _table(widths, (head, *(row,) * count))


def _styles(looks: Mapping[str, Style]) -> str:
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{_TIMES}" '
        f'w:hAnsi="{_TIMES}" w:eastAsia="{_FANG}" w:cs="{_TIMES}"/><w:sz w:val="32"/>'
        '<w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style>'
    )
    return defaults + "".join(_style(name, *looks[name]) for name in looks)


def _style(name: str, chinese: str, other: str, size: float, look: str) -> str:
    colour = f'<w:color w:val="{_RED}"/>' if name == "Head" else ""
    font = (
        f'<w:rFonts w:ascii="{other}" w:hAnsi="{other}" w:eastAsia="{chinese}" '
        f'w:cs="{other}"/>{colour}<w:sz w:val="{int(size * 2)}"/>'
    )
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:pPr>{look}</w:pPr><w:rPr>{font}</w:rPr></w:style>"
    )


def _footer() -> str:
    field = (
        '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r>'
    )
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{field}</w:p>'


_PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" '
    'w:bottom="1985" w:left="1588" w:header="851" w:footer="1247" w:gutter="0"/>'
    "</w:sectPr>"
)


def _part(root: str, content: str) -> str:
    return (
        f'{_HEAD}<w:{root} xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}">{content}</w:{root}>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'
    )


def _types() -> str:
    parts = {
        "/word/document.xml": f"{_KIND}.document.main+xml",
        "/word/styles.xml": f"{_KIND}.styles+xml",
        "/word/footer1.xml": f"{_KIND}.footer+xml",
        "/docProps/core.xml": (
            "application/vnd.openxmlformats-package.core-properties+xml"
        ),
    }
    rows = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>'
        for name, kind in parts.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _core(title: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
    )


def document(
    title: str, blocks: Iterable[str], looks: Mapping[str, Style] = STYLES
) -> bytes:
    """Return the file, not compressed: how it would be differs between machines."""
    # Two tables that touch become one, and a table needs a paragraph behind it.
    body = re.sub(r"</w:tbl>(?=<w:tbl>)", "</w:tbl><w:p/>", "".join(blocks))
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(title),
        "word/document.xml": _part("document", f"<w:body>{body}{_PAGE}</w:body>"),
        "word/_rels/document.xml.rels": _relations(
            (f"{_OFFICE}/styles", "styles.xml"), (f"{_OFFICE}/footer", "footer1.xml")
        ),
        "word/styles.xml": _part("styles", _styles(looks)),
        "word/footer1.xml": _part("ftr", _footer()),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            # The system of origin would differ from one machine to the next.
            info.create_system = 0
            package.writestr(info, text.encode())
    return file.getvalue()
