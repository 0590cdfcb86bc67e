"""
What a report is made of before it has a format: sections of notes, figures, tables.

The titles of sections, tables and columns are English texts marked for the
catalogue, and whoever prints them translates them; everything in cells, figures and
notes is final text in the reader's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Tone = Literal["", "good", "warn", "bad"]
"""How a text looks; the text itself always says the same."""


@dataclass(frozen=True)
class Bar:
    """
    A stretch on a drawing, in hundredths of its width.

    Parameters
    ----------
    left
        Where it begins.
    width
        How far it goes.
    look
        Its colour, as a class of the style sheet.
    """

    left: float
    width: float
    look: str


@dataclass(frozen=True)
class Cell:
    """
    One cell of a table.

    Parameters
    ----------
    text
        What it says.
    code
        The code that belongs to the text, printed small behind it.
    tone
        How it looks.
    lines
        Further lines beneath the text.
    bars
        A drawing instead of a text; other cells of the row say the same in words.
    place
        Where in the page the text leads to, if it is a link.
    chapters
        Ids of the chapters that show more; those that are left out are not named.
    heat
        How deep it is shaded, from 0 to 4; -1: it is no part of a heat table.
    """

    text: str = ""
    code: str = ""
    tone: Tone = ""
    lines: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    place: str = ""
    chapters: tuple[str, ...] = ()
    heat: int = -1


@dataclass(frozen=True)
class Column:
    """
    One column of a table.

    Parameters
    ----------
    title
        Its head, marked for the catalogue; final text if ``said``.
    kind
        ``number`` stands to the right, ``date`` and ``short`` do not break, ``name``
        has room for a name, ``wide`` for sentences, ``list`` for lines that stand one
        behind the other and do not break, ``bar`` is a drawing, ``heat`` a shaded
        number.
    said
        Whether the title is final text, such as a month or the name of a sector.
    """

    title: str
    kind: Literal[
        "text", "number", "date", "short", "name", "wide", "list", "bar", "heat"
    ] = "text"
    said: bool = False


@dataclass(frozen=True)
class Group:
    """
    Rows of a table that belong together.

    Parameters
    ----------
    rows
        One cell for each column.
    title
        What the rows have in common; no text: no head row.
    total
        Whether the rows are sums of those above.
    id
        Its place in the page; blank: no link leads to it.
    """

    rows: tuple[tuple[Cell, ...], ...]
    title: Cell = Cell()
    total: bool = False
    id: str = ""


@dataclass(frozen=True)
class Scale:
    """
    The marks above the drawings of a table.

    Parameters
    ----------
    marks
        Place, in hundredths of the width, and label of each mark.
    """

    marks: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Table:
    """
    A table.

    Parameters
    ----------
    id
        Its place in the page.
    title
        What it shows, marked for the catalogue.
    columns
        From left to right.
    groups
        From top to bottom.
    scale
        Marks above its drawings, if it has drawings.
    keys
        For each row of a table that can be decided in: person, need, first and last
        day of the assignment. Such a table is filtered and sorted on the page.
    """

    block: ClassVar[str] = "table"
    id: str
    title: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    scale: Scale | None = None
    keys: tuple[tuple[str, str, str, str], ...] = ()

    @property
    def size(self) -> int:
        """The number of rows that are not sums."""
        return sum(len(group.rows) for group in self.groups if not group.total)


@dataclass(frozen=True)
class Figure:
    """
    One number worth a large print.

    Parameters
    ----------
    label
        What it counts.
    value
        The number.
    note
        What it is to be compared with.
    tone
        How it looks.
    """

    label: str
    value: str
    note: str = ""
    tone: Tone = ""


@dataclass(frozen=True)
class Figures:
    """
    Large numbers side by side.

    Parameters
    ----------
    figures
        From left to right.
    """

    block: ClassVar[str] = "figures"
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Notes:
    """
    Sentences, one beneath the other.

    Parameters
    ----------
    sentences
        Each with its tone.
    """

    block: ClassVar[str] = "notes"
    sentences: tuple[Cell, ...]


@dataclass(frozen=True)
class Band:
    """
    A stream of a drawing, from the left to the right.

    Parameters
    ----------
    path
        Its outline as SVG writes it.
    look
        Its colour, as a class of the style sheet.
    title
        What it says when pointed at.
    """

    path: str
    look: str
    title: str


@dataclass(frozen=True)
class Mark:
    """
    An end of streams: a bar with its name.

    Parameters
    ----------
    x, y, height
        Where the bar stands.
    label
        Its name and number.
    outward
        Whether the name stands to the left of the bar.
    """

    x: float
    y: float
    height: float
    label: str
    outward: bool


@dataclass(frozen=True)
class Streams:
    """
    A drawing of what flows from where to where; a table says the same in numbers.

    Parameters
    ----------
    title
        What it shows, final text.
    width, height
        Its size in pixels.
    bands, marks
        What is drawn.
    """

    block: ClassVar[str] = "streams"
    title: str
    width: int
    height: int
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]


Block: TypeAlias = Table | Figures | Notes | Streams


@dataclass(frozen=True)
class Section:
    """
    A chapter of the report.

    Parameters
    ----------
    id
        Its place in the page.
    title
        Its heading, marked for the catalogue.
    blocks
        From top to bottom; a chapter without any has nothing to show.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]


def rows(cells: Iterable[tuple[Cell, ...]]) -> tuple[Group, ...]:
    """Return the rows as one group without a head."""
    return (Group(tuple(cells)),)
