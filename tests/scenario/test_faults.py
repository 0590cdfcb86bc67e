"""Faults in our words: nothing that pydantic can say is left unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import Place
from matcher.scenario import TABLES, GoalPolicy, RulePolicy, Scenario
from matcher.scenario.faults import PYDANTIC, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.scenario.base import Entity

RAISED: dict[str, dict[str | None, str]] = {
    "model-field": {None: "missing"},
    "str": {None: "string_unicode", "min_length": "string_too_short"},
    "int": {"ge": "greater_than_equal", "le": "less_than_equal"},
    "tuple": {"min_length": "too_short"},
    "function-after": {None: "invisible_character"},
}
"""For each kind of schema, what it raises on a value of its type, by constraint."""

CONSTRAINTS = {
    *("min_length", "max_length", "pattern", "ge", "gt", "le", "lt", "multiple_of"),
    *("discriminator", "allow_inf_nan", "max_digits", "decimal_places"),
}
"""All constraints but lists of words: a reader of words gives no other word."""


def nodes(schema: object) -> Iterator[dict[str, Any]]:
    """Yield every node of a schema of pydantic."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema
        for part in schema.values():
            yield from nodes(part)
    elif isinstance(schema, list | tuple):
        for part in schema:
            yield from nodes(part)


def raised(node: dict[str, Any]) -> Iterator[str]:
    """Yield what a node can raise on a value of the right type."""
    kinds = RAISED.get(node["type"], {})
    for constraint in (None, *(CONSTRAINTS & set(node))):
        if constraint or None in kinds:
            yield kinds[constraint]


def test_every_error_of_pydantic_has_a_code() -> None:
    """Whatever the entities' schemas can raise is in the mapping, and nothing else."""
    entities: list[type[Entity]] = [*TABLES.values(), Scenario, GoalPolicy, RulePolicy]
    schemas = [entity.__pydantic_core_schema__ for entity in entities]
    found = {error for node in nodes(schemas) for error in raised(node)}

    assert found == set(PYDANTIC)


def test_the_nearest_spelling_is_the_way_out() -> None:
    """A near spelling is offered whatever its case; a far one is not."""
    place = Place("people.csv", 2, "sex")
    facts = {"value": "FEMAL", "allowed": "female, male"}
    near = problem("E206", place, near=("female", "male"), **facts)
    far = problem("E206", place, near=("x", "y"), **facts)

    assert near.text("en") == (
        "people.csv:2 [sex]: E206 “FEMAL” is not one of the allowed values. "
        "Did you mean “female”? Allowed are: female, male."
    )
    assert far.message("en").endswith("values. Allowed are: female, male.")


def test_a_long_value_is_cut() -> None:
    """A value that fills the screen is repeated only at its beginning."""
    told = problem("E204", Place("needs.csv"), value="9" * 500)

    assert "“" + "9" * 60 + "…”" in told.message("en")


@given(text=st.text(st.characters(exclude_categories=()), min_size=1, max_size=9))
def test_nothing_unprintable_reaches_the_screen(text: str) -> None:
    """Line breaks, escapes and halves of characters are shown as escapes."""
    assert problem("E204", Place("needs.csv"), value=text).message("en").isprintable()
