"""
What a table, a column or a word means, in one language.

Docstrings say everything twice. Under a column or a word the first line is English,
the last one Chinese; of a table, the first paragraph is English, the second Chinese.
"""

from __future__ import annotations

import ast
import inspect
from functools import cache
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from matcher.language import Language
    from matcher.scenario.base import Entity


def about(kind: type[Entity | StrEnum], language: Language) -> str:
    """
    Return the sentence on a table, or on an enumeration.

    Parameters
    ----------
    kind
        The entity of the table, or the enumeration.
    language
        The reader's language.
    """
    paragraphs = inspect.cleandoc(kind.__doc__ or "").split("\n\n")
    return " ".join(paragraphs[0 if language == "en" else 1].split())


def meanings(entity: type[Entity], field: str) -> str:
    """
    Return what a column means, in both languages.

    Parameters
    ----------
    entity
        The entity of the table.
    field
        English name of the column.
    """
    kinds = map(_members, entity.__mro__)
    return next(found[field] for found in kinds if field in found)


def meaning(entity: type[Entity], field: str, language: Language) -> str:
    """
    Return what a column means.

    Parameters
    ----------
    entity
        The entity of the table.
    field
        English name of the column.
    language
        The reader's language.
    """
    return _line(meanings(entity, field), language)


def meaning_of(member: StrEnum, language: Language) -> str:
    """
    Return what a word that planners choose means.

    Parameters
    ----------
    member
        The member of an enumeration.
    language
        The reader's language.
    """
    return _line(_members(type(member))[member.name], language)


def _line(text: str, language: Language) -> str:
    return text.splitlines()[0 if language == "en" else -1]


@cache
def _members(kind: type) -> Mapping[str, str]:
    """Return the docstring beneath each member or field: Python keeps none."""
    body = ast.parse(dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)  # noqa: S101 -- the source of a class
    found: dict[str, str] = {}
    for line, below in zip(body.body, body.body[1:], strict=False):
        match line, below:
            case (
                ast.Assign(targets=[ast.Name(id=name)])
                | ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = inspect.cleandoc(text)
            case _:
                pass
    return found
