"""The rule ``studio``: one master makes all visits of a studio."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from matcher.solver.expressions import total

if TYPE_CHECKING:
    from matcher.solver.expressions import Literal
    from matcher.solver.variables import Variables


def masters(variables: Variables) -> dict[tuple[str, str], Literal]:
    """Return literals that are true if a person makes a visit, by studio and person."""
    found: dict[tuple[str, str], Literal] = {}
    for choice in variables.choices:
        studio = variables.what(choice).studio
        if studio:
            key = studio, choice.person
            if key not in found:
                found[key] = variables.model.new_bool_var("")
            variables.model.add_implication(choice.taken, found[key])
    return found


def studio(variables: Variables, *, soft: bool) -> None:
    """Allow one master per studio and one studio per master."""
    groups: dict[tuple[str, str], list[Literal]] = defaultdict(list)
    for (name, person), literal in variables.masters.items():
        groups["studio", name].append(literal)
        groups["master", person].append(literal)
    for literals in groups.values():
        if len(literals) < 2:
            continue
        if soft:
            more = variables.model.new_int_var(0, len(literals) - 1, "")
            variables.model.add(total(literals) <= 1 + more)
            variables.breaks["studio"].append(more)
        else:
            variables.model.add_at_most_one(literals)
