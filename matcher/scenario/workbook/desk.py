"""What every sheet of one workbook is written with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.workbook import Workbook

from matcher.language import Language
from matcher.scenario.workbook.looks import Looks


@dataclass(frozen=True)
class Desk:
    """
    What every sheet of one workbook is written with.

    Parameters
    ----------
    workbook
        The workbook.
    look
        Its formats.
    words
        The defined name of each set of words to choose from.
    language
        Its language.
    """

    workbook: Workbook
    look: Looks
    words: Mapping[tuple[str, ...], str]
    language: Language
