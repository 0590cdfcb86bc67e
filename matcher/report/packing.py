"""What the scripts of the page read: words, keys of rows, and long tables, packed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markupsafe import Markup

from matcher.language import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from matcher.report.blocks import Cell, Table
    from matcher.report.report import Report

MOST_STATIC = 500
"""Rows of the list of assignments that stand in the page as such; more are packed."""

_LISTED = {"Releasing unit", "Programme", "Host", "Area"}
"""Columns with few different values: they are chosen from a list."""


def as_json(value: object) -> Markup:
    """Return a value as JSON that may stand in a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 -- no sign that HTML knows is left


def columns_of(keys: Sequence[tuple[str, ...]]) -> Mapping[str, object]:
    """Return rows of text as different values by column, and the places of each row."""
    known: list[dict[str, int]] = [{} for _ in range(4)]
    rows = [
        [known[i].setdefault(text, len(known[i])) for i, text in enumerate(row)]
        for row in keys
    ]
    return {"values": [list(each) for each in known], "rows": rows}


def packed(block: Table, fill: Callable[[Cell, str, str], str]) -> Markup:
    """
    Return the rows of a table as JSON, each different cell once.

    Parameters
    ----------
    block
        The table; its last column is the bar.
    fill
        Writes what stands in a cell.
    """
    values: list[list[str]] = []
    places: list[list[int]] = []
    rows = [row for group in block.groups for row in group.rows]
    for number, column in enumerate(block.columns):
        known: dict[Cell, int] = {}
        places.append([known.setdefault(row[number], len(known)) for row in rows])
        values.append([str(fill(cell, column.kind, "m")) for cell in known])
    return as_json({"values": values, "rows": places})


def texts(report: Report) -> Mapping[str, object]:
    """Return the words of the page's scripts in the report's language."""
    say = report.say
    columns = report.deciding.columns if report.deciding else ()
    return {
        "fingerprint": report.material.plan.fingerprint[:16],
        "page": MOST_STATIC,
        "lists": [i for i, each in enumerate(columns) if each.title in _LISTED],
        "decision": say(mark("Decision")),
        "keep": say(mark("keep")),
        "forbid": say(mark("forbid")),
        "dates": say(mark("other dates")),
        "first": say(mark("First day")),
        "last": say(mark("Last day")),
        "count": say(mark("Decisions: {count}")),
        "download": say(mark("Save decisions.csv")),
        "table": {
            "search": say(mark("Search:")),
            "info": say(mark("Rows _START_ to _END_ of _TOTAL_")),
            "infoEmpty": say(mark("No rows")),
            "infoFiltered": say(mark("(found among _MAX_)")),
            "zeroRecords": say(mark("Nothing matches.")),
            "emptyTable": say(mark("There is nothing here.")),
            "thousands": ",",
            "aria": {
                "orderable": say(mark(": sort")),
                "orderableReverse": say(mark(": sort the other way round")),
                "orderableRemove": say(mark(": stop sorting")),
                "paginate": {
                    "first": say(mark("First page")),
                    "previous": say(mark("Page before")),
                    "next": say(mark("Next page")),
                    "last": say(mark("Last page")),
                    "number": say(mark("Page ")),
                },
            },
            "columnControl": {
                "order": say(mark("Sort")),
                "dropdown": say(mark("Filter")),
                "searchList": say(mark("Choose")),
                "searchClear": say(mark("Clear the search")),
                "buttons": {"searchClear": say(mark("Clear the search"))},
                "list": {
                    "all": say(mark("All")),
                    "none": say(mark("None")),
                    "empty": say(mark("(blank)")),
                    "search": say(mark("Search …")),
                },
                "search": {
                    "text": {
                        "contains": say(mark("contains")),
                        "notContains": say(mark("does not contain")),
                        "equal": say(mark("is")),
                        "notEqual": say(mark("is not")),
                        "starts": say(mark("begins with")),
                        "ends": say(mark("ends with")),
                        "empty": say(mark("is blank")),
                        "notEmpty": say(mark("is not blank")),
                    },
                    "number": {
                        "equal": say(mark("is")),
                        "notEqual": say(mark("is not")),
                        "greater": say(mark("more than")),
                        "greaterOrEqual": say(mark("at least")),
                        "less": say(mark("less than")),
                        "lessOrEqual": say(mark("at most")),
                        "empty": say(mark("is blank")),
                        "notEmpty": say(mark("is not blank")),
                    },
                    "datetime": {
                        "equal": say(mark("is")),
                        "notEqual": say(mark("is not")),
                        "greater": say(mark("later than")),
                        "less": say(mark("earlier than")),
                        "empty": say(mark("is blank")),
                        "notEmpty": say(mark("is not blank")),
                    },
                },
            },
        },
    }
