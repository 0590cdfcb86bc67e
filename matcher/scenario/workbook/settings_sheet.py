"""The sheet of settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, translate
from matcher.scenario.workbook.columns import width_of
from matcher.scenario.workbook.looks import REQUIRED, page
from matcher.scenario.workbook.sheet_writing import put_cell
from matcher.scenario.workbook.sheets import SETTINGS, title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matcher.scenario.workbook.desk import Desk
    from matcher.scenario.workbook.settings_rows import Setting

_NAMES = (mark("Key"), mark("Value"), mark("Meaning"))
_MEANING = 60


def write_settings(desk: Desk, settings: Sequence[Setting]) -> None:
    """
    Write the settings into their sheet, which is there already.

    Parameters
    ----------
    desk
        What to write with.
    settings
        The settings in their order.
    """
    look, language = desk.look, desk.language
    sheet = desk.workbook.get_worksheet_by_name(title_of(SETTINGS, language))
    assert sheet is not None  # noqa: S101 -- all sheets are made before any is written
    values = [str(each.value) for each in settings if each.value is not None]
    sheet.set_column(0, 0, width_of("", [each.path for each in settings]), look.text)
    sheet.set_column(1, 1, width_of("", values), look.wrapped)
    sheet.set_column(2, 2, _MEANING, look.wrapped)
    for number, name in enumerate(_NAMES):
        sheet.write_string(0, number, translate(name, language), look.optional)
    for row, each in enumerate(settings, start=1):
        put_cell(sheet, row, 0, each.path, look)
        put_cell(sheet, row, 1, each.value, look)
        sheet.write_string(row, 2, each.meaning, look.wrapped)
        if each.choices:
            words = {"validate": "list", "source": list(each.choices)}
            sheet.data_validation(row, 1, row, 1, words | {"error_type": "warning"})
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    page(sheet)
    sheet.set_tab_color(REQUIRED)
