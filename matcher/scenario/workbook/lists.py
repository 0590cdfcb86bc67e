"""What drop-downs offer: words on a hidden sheet, and the codes of other sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name

from matcher.scenario.contents import TABLES
from matcher.scenario.workbook.sheets import reference, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xlsxwriter.workbook import Workbook

    from matcher.language import Language
    from matcher.scenario.workbook.columns import Column


def name_of_codes(table: str) -> str:
    """Return the defined name of the codes that stand in the sheet of a table."""
    return f"codes_{table}"


def define_codes(workbook: Workbook, tables: Iterable[str], language: Language) -> None:
    """
    Define a name for the codes of each table, which grows with what is typed there.

    Parameters
    ----------
    workbook
        The workbook.
    tables
        The tables that other tables name.
    language
        The language of the workbook.
    """
    for table in tables:
        letter = xl_col_to_name(list(TABLES[table].model_fields).index("id"))
        sheet = reference(title_of(table, language))
        column = f"{sheet}!${letter}:${letter}"
        codes = f"{sheet}!${letter}$2:INDEX({column},MAX(2,COUNTA({column})))"
        workbook.define_name(name_of_codes(table), f"={codes}")


def write_words(
    workbook: Workbook, columns: Iterable[Column], language: Language
) -> Mapping[tuple[str, ...], str]:
    """
    Write the words to choose from to a hidden sheet.

    Parameters
    ----------
    workbook
        The workbook.
    columns
        The columns of all sheets.
    language
        The language of the workbook.

    Returns
    -------
    Mapping
        The defined name of each set of words.
    """
    title = title_of("lists", language)
    sheet = workbook.add_worksheet(title)
    sheet.hide()
    names: dict[tuple[str, ...], str] = {}
    for column in columns:
        words = column.words
        if not words or words in names:
            continue
        number, letter = len(names), xl_col_to_name(len(names))
        names[words] = f"words_{column.table}_{column.field}"
        sheet.write_column(0, number, (column.title, *words))
        area = f"{reference(title)}!${letter}$2:${letter}${len(words) + 1}"
        workbook.define_name(names[words], f"={area}")
    return names
