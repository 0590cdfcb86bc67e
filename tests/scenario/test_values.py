"""What planners may type for one value."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.scenario import values
from matcher.scenario.base import Direction
from matcher.scenario.values import EARLIEST, LATEST, UnreadableError
from matcher.timeline import Window

if TYPE_CHECKING:
    from matcher.scenario.values import Reader

SPRING = Window.inclusive(date(2023, 3, 1), date(2023, 8, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2023-09-01",
        "2023-9-1",
        "2023/9/1",
        "2023.09.1",
        "2023年9月1日",
        "２０２３年９月１日",
        "２０２３／０９／０１",
        " 2023-09-01\u3000",
        "2023/9/1 0:00",
        "2023-09-01 00:00:00",
    ],
)
def test_usual_spellings_of_a_day_are_read(text: str) -> None:
    """Dashes, slashes, points, Chinese and full-width digits name the same day."""
    assert values.day(text) == date(2023, 9, 1)


@given(day=st.dates(EARLIEST, LATEST))
def test_every_day_of_three_centuries_is_read(day: date) -> None:
    """A day as Python writes it, and as planners do, is the day."""
    assert values.day(day.isoformat()) == day
    assert values.day(f"{day.year}年{day.month}月{day.day}日") == day


@pytest.mark.parametrize(
    ("reader", "text", "code"),
    [
        (values.day, "2023-13-01", "E203"),
        (values.day, "2023-02-29", "E203"),
        (values.day, "23-09-01", "E203"),
        (values.day, "01/09/2023", "E203"),
        (values.day, "2023-09/01", "E203"),
        (values.day, "20231301", "E203"),
        (values.day, "2023901", "E203"),
        (values.day, "2023年9月", "E203"),
        (values.day, "2023-09-01 08:00", "E203"),
        (values.day, "9月1日", "E219"),
        (values.day, "9.1", "E219"),
        (values.day, "19999", "E203"),
        (values.day, "80000", "E203"),
        (values.day, "45170.5", "E203"),
        (values.day, "1899-12-31", "E203"),
        (values.day, "2200-01-01", "E203"),
        (values.whole, "1.0", "E204"),
        (values.whole, "1,000", "E217"),
        (values.whole, "1,00", "E204"),
        (values.whole, "1_000", "E204"),
        (values.whole, "１０²", "E204"),
        (values.whole, "٣", "E204"),
        (values.whole, "9" * 16, "E204"),
        (values.truth, "maybe", "E205"),
        (values.truth, "2", "E205"),
        (values.truth, "是的", "E205"),
        (values.choice(("pin", "forbid")), "pinned", "E206"),
        (values.windows, "2023-03-01", "E207"),
        (values.windows, "2023-03-01-31", "E207"),
        (values.title_level, "+3", "E214"),
        (values.title_level, "005", "E214"),
        (values.windows, "2023-03-01~", "E207"),
        (values.windows, "~2023-03-01", "E207"),
        (values.windows, "2023-03-01~2023-08-31~2023-09-01", "E203"),
        (values.windows, "2023-03-01~9999-12-31", "E203"),
        (values.windows, "2023-08-31~2023-03-01", "E401"),
        (values.items, "A,B", "E210"),
        (values.items, "A；B，C", "E210"),
    ],
)
def test_what_is_not_certain_is_refused(reader: Reader, text: str, code: str) -> None:
    """Nothing is guessed: the text is told under a code of the catalogue."""
    with pytest.raises(UnreadableError) as caught:
        reader(text)

    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), ("０12", 12), ("-3", -3), ("＋7", 7), (" 5 ", 5)]
)
def test_whole_numbers_are_read(text: str, number: int) -> None:
    """Plain and full-width digits with a sign are a number."""
    assert values.whole(text) == number


@pytest.mark.parametrize(
    ("texts", "truth"),
    [
        (("yes", "YES", "是", "true", "TRUE", "1", "１"), True),
        (("no", "No", "否", "false", "FALSE", "0"), False),
    ],
)
def test_yes_and_no_are_read(texts: tuple[str, ...], truth: bool) -> None:  # noqa: FBT001 -- the answer that is expected
    """Both languages, spreadsheets' words and digits say yes and no."""
    assert [values.truth(text) for text in texts] == [truth] * len(texts)


def test_choices_are_read_in_any_case() -> None:
    """Upper and lower case are one, and the value has the right one."""
    assert values.choice(tuple(Direction))("to_xining") == "TO_XINING"


@pytest.mark.parametrize(
    "text", ["A；B", "A;B", "A、B", "A|B", " A ； B；", "；A；；B"]
)
def test_lists_are_split(text: str) -> None:
    """Four separators, blanks around items and blank items mean the same list."""
    assert values.items(text) == ("A", "B")


@pytest.mark.parametrize(
    "text",
    [
        "2023-03-01~2023-08-31",
        "2023-03-01～2023-08-31",
        "2023-03-01 至 2023-08-31",
        "2023/3/1 to 2023/8/31",
        "2023年3月1日至2023年8月31日",
        "2023年3月1日到2023年8月31日",
        "2023.3.1—2023.8.31",
        "2023.3.1 – 2023.8.31",
        "2023/3/1－2023/8/31",
        "2023-03-01-2023-08-31",
        "20230301-20230831",
    ],
)
def test_windows_are_read(text: str) -> None:
    """Words and dashes between the days make a window that holds both."""
    assert values.windows(text) == (SPRING,)


def test_several_windows_are_read() -> None:
    """Windows stand in one cell like the items of a list, in their order."""
    text = "2023-10-01~2023-10-01；2023-03-01~2023-08-31"
    october = Window.inclusive(date(2023, 10, 1), date(2023, 10, 1))

    assert values.windows(text) == (october, SPRING)


@pytest.mark.parametrize(
    "reader", [values.day, values.whole, values.truth, values.items, values.windows]
)
@given(text=st.text())
def test_no_text_breaks_a_reader(reader: Reader, text: str) -> None:
    """Every text is a value or is refused with a code."""
    try:
        outcome = reader(text)
    except UnreadableError as error:
        outcome = error.code

    assert isinstance(outcome, date | int | str | tuple)
