"""The rule ``locks`` as constraints: pinned, forbidden, dispatched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.scenario.base import LockKind
from matcher.solver.expressions import total

if TYPE_CHECKING:
    from matcher.scenario.conditions import Lock
    from matcher.solver.choice import Choice
    from matcher.solver.expressions import Literal
    from matcher.solver.variables import Variables


def locks(variables: Variables, *, soft: bool) -> None:
    """Keep what is pinned, forbidden or dispatched."""
    for lock in variables.locks:
        kept = hold(variables, lock)
        if soft:
            variables.breaks["locks"].append(1 - kept)
        else:
            variables.model.add(kept == 1)


def hold(variables: Variables, lock: Lock) -> Literal:
    """Return a literal that, if true, makes the plan keep the lock."""
    model = variables.model
    kept = model.new_bool_var(f"lock-{lock.id}")
    touched = [
        choice
        for choice in variables.of_person(lock.person)
        if _aims(variables, lock, choice)
    ]
    if lock.kind is LockKind.FORBID:
        for choice in touched:
            model.add_implication(kept, ~choice.taken)
        return kept
    matching = [choice.taken for choice in touched]
    if lock.term is not None:
        term = variables.range_of(lock.term)
        matching = [choice.on(term) for choice in touched]
    model.add(total(matching) >= 1).only_enforce_if(kept)
    return kept


def _aims(variables: Variables, lock: Lock, choice: Choice) -> bool:
    """Return whether the choice serves the lock's need or unit."""
    return not lock.target or lock.target in (
        choice.need,
        variables.what(choice).unit,
    )
