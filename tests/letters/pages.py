"""What tests ask of a Word document: its texts, and one with a text of their own."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document

if TYPE_CHECKING:
    from pathlib import Path


def texts(document: bytes) -> list[str]:
    """Return the paragraphs and cells of a document that are not blank."""
    found = Document(BytesIO(document))
    cells = (
        cell.text for table in found.tables for row in table.rows for cell in row.cells
    )
    return [
        text for text in (*(each.text for each in found.paragraphs), *cells) if text
    ]


def template(path: Path, *paragraphs: str) -> None:
    """Write a document of these paragraphs, as an office makes one in Word."""
    made = Document()
    for text in paragraphs:
        made.add_paragraph(text)
    path.parent.mkdir(exist_ok=True)
    made.save(str(path))
