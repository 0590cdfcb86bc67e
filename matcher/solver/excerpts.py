"""
A few choices of a model with the rules among them: small enough to be asked often.

An excerpt has the variables of some choices and those constraints of the model that
look at nothing else; of stays that share places, it has those of its choices. The
model has all that and more, and whoever is left out might as well stay at home; so
what an excerpt makes impossible is impossible in the model too.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

from matcher.solver.rows import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ortools.sat.cp_model_pb2 import ConstraintProto, LinearExpressionProto

    from matcher.solver.expressions import Expr, Literal

_NEAR = 6
"""Constraints over so many variables lead from a choice to its other variables."""


class Excerpts:
    """
    A model from which excerpts are taken.

    Parameters
    ----------
    model
        The model. What it says when the first excerpt is taken is what excerpts say:
        rows that are added later only make it narrower.
    taken
        The variables that say who is taken, by index.
    """

    def __init__(self, model: cp_model.CpModel, taken: Iterable[int]) -> None:
        self._model = model
        self._all = taken

    @cached_property
    def _taken(self) -> frozenset[int]:
        return frozenset(self._all)

    def among(self, taken: Iterable[int]) -> tuple[cp_model.CpModel, dict[int, int]]:
        """
        Return the excerpt of some choices.

        Parameters
        ----------
        taken
            The variables that say of them that they are taken, by index.

        Returns
        -------
        cp_model.CpModel
            The excerpt.
        dict of int to int
            The index in the excerpt of each variable that it has.
        """
        index = self._index
        inside = self._around(frozenset(taken))
        near = sorted({each for one in inside for each in index.of_variable[one]})
        copy = _Copy(index.variables, sorted(inside))
        shared: set[int] = set()
        for number in near:
            if inside.issuperset(index.looks_at[number]):
                copy.add(number, index.constraints[number])
                shared.update(index.of_interval.get(number, ()))
        for number in sorted(shared):
            copy.share(index.constraints[number], index.constraints)
        return copy.model, copy.place

    def crowds(self, taken: Iterable[int]) -> list[set[int]]:
        """
        Return parts of those taken who may be in each other's way for want of places.

        Parameters
        ----------
        taken
            The variables that say of them that they are taken, by index.
        """
        index, mine = self._index, frozenset(taken)
        found: list[set[int]] = []
        for number, stays in index.stays.items():
            here = [each for each in stays if each.taken is None or each.taken in mine]
            if _most_at_once(here) <= index.places[number]:
                continue
            crowd = {each.taken for each in here if each.taken is not None}
            for other in [each for each in found if each & crowd]:
                found.remove(other)
                crowd |= other
            found.append(crowd)
        return found

    def _around(self, taken: frozenset[int]) -> set[int]:
        """Return the variables of choices, found by following short constraints."""
        index, inside, open_ = self._index, set(taken), list(taken)
        others = self._taken - taken
        while open_:
            for number in index.of_variable[open_.pop()]:
                found = index.looks_at[number]
                if len(found) <= _NEAR and not others.intersection(found):
                    open_ += [each for each in found if each not in inside]
                    inside.update(found)
        return inside

    @cached_property
    def _index(self) -> _Index:
        return _Index(self._model)


@dataclass(frozen=True)
class _Stay:
    """Days within which a stay needs places; whose it is, if anybody's."""

    first: int
    last: int
    places: int
    taken: int | None


def _most_at_once(stays: Iterable[_Stay]) -> int:
    """Return the most places that stays could need on one day."""
    changes = [(each.first, each.places) for each in stays]
    changes += [(each.last, -each.places) for each in stays]
    # Who goes makes room for who comes on the same day.
    return max(accumulate((places for _, places in sorted(changes)), initial=0))


class _Index:
    """
    Which constraint of a model looks at which variables.

    Attributes
    ----------
    stays, places
        Who shares how many places, by the number of the constraint.
    """

    def __init__(self, model: cp_model.CpModel) -> None:
        message = read(model)
        self.variables = [tuple(each.domain) for each in message.variables]
        self.constraints = list(message.constraints)
        self.looks_at = [tuple(set(_variables(each))) for each in self.constraints]
        self.of_variable: dict[int, list[int]] = defaultdict(list)
        self.of_interval: dict[int, list[int]] = defaultdict(list)
        self.stays: dict[int, list[_Stay]] = {}
        self.places: dict[int, int] = {}
        for number, constraint in enumerate(self.constraints):
            for each in self.looks_at[number]:
                self.of_variable[each].append(number)
            if intervals := _intervals(constraint):
                self._share(number, constraint, intervals)
            for each in intervals:
                self.of_interval[each].append(number)

    def _share(
        self, number: int, constraint: ConstraintProto, intervals: Iterable[int]
    ) -> None:
        """Note who shares places, where each needs a fixed number of them."""
        demands: Iterable[int] = repeat(1)
        places = 1
        if constraint.WhichOneof("constraint") == "cumulative":
            shared = constraint.cumulative
            if shared.capacity.vars or any(each.vars for each in shared.demands):
                return
            demands = (each.offset for each in shared.demands)
            places = shared.capacity.offset
        self.places[number] = places
        self.stays[number] = [
            self._stay(self.constraints[each], demand)
            for each, demand in zip(intervals, demands, strict=False)
        ]

    def _stay(self, constraint: ConstraintProto, places: int) -> _Stay:
        interval = constraint.interval
        given = list(constraint.enforcement_literal)
        return _Stay(
            self._end(interval.start, 0),
            self._end(interval.end, -1),
            places,
            given[0] if given else None,
        )

    def _end(self, expression: LinearExpressionProto, which: int) -> int:
        """Return the least value of an expression, or the largest."""
        ends = (
            [coeff * self.variables[each][end] for end in (0, -1)]
            for each, coeff in zip(expression.vars, expression.coeffs, strict=True)
        )
        day: int = expression.offset + sum(sorted(each)[which] for each in ends)
        return day


def _intervals(constraint: ConstraintProto) -> Iterable[int]:
    kind = constraint.WhichOneof("constraint")
    if kind in ("cumulative", "no_overlap"):
        return list(getattr(constraint, kind).intervals)
    return ()


def _variables(constraint: ConstraintProto) -> Iterator[int]:
    """Yield the variables that a constraint looks at, but for those of intervals."""
    kind = constraint.WhichOneof("constraint")
    yield from map(_index_of, constraint.enforcement_literal)
    if kind in _LITERALS:
        yield from map(_index_of, getattr(constraint, kind).literals)
    elif kind == "linear":
        yield from constraint.linear.vars
    elif kind == "interval":
        interval = constraint.interval
        for each in (interval.start, interval.size, interval.end):
            yield from each.vars


_LITERALS = ("bool_or", "bool_and", "at_most_one", "exactly_one")


def _index_of(literal: int) -> int:
    return literal if literal >= 0 else -literal - 1


class _Copy:
    """An excerpt while it is being written."""

    def __init__(self, domains: list[tuple[int, ...]], inside: list[int]) -> None:
        self.model = cp_model.CpModel()
        self._variables: dict[int, Literal] = {}
        for each in inside:
            domain = cp_model.Domain.from_flat_intervals(list(domains[each]))
            self._variables[each] = self.model.new_int_var_from_domain(domain, "")
        self._stays: dict[int, cp_model.IntervalVar] = {}

    @property
    def place(self) -> dict[int, int]:
        """The index in the excerpt, by the index in the model."""
        return {old: new.index for old, new in self._variables.items()}

    def add(self, number: int, constraint: ConstraintProto) -> None:
        """Add a constraint whose variables are all there."""
        kind = constraint.WhichOneof("constraint")
        given = [self._literal(each) for each in constraint.enforcement_literal]
        if kind == "interval":
            self._stays[number] = self._stay(constraint, given)
        elif kind == "linear":
            terms = constraint.linear
            domain = cp_model.Domain.from_flat_intervals(list(terms.domain))
            self.model.add_linear_expression_in_domain(
                self._sum(terms.vars, terms.coeffs, 0), domain
            ).only_enforce_if(given)
        elif kind in _LITERALS and not (given and kind in _LITERALS[2:]):
            literals = map(self._literal, getattr(constraint, kind).literals)
            added = getattr(self.model, f"add_{kind}")(list(literals))
            if given:
                added.only_enforce_if(given)

    def share(
        self, constraint: ConstraintProto, intervals: list[ConstraintProto]
    ) -> None:
        """Add that the stays that are there share places."""
        kind = constraint.WhichOneof("constraint")
        numbers = _intervals(constraint)
        for each in numbers:
            if each not in self._stays and not list(_variables(intervals[each])):
                # Nobody's: places that are taken anyway.
                self._stays[each] = self._stay(intervals[each], [])
        mine = [
            (position, self._stays[each])
            for position, each in enumerate(numbers)
            if each in self._stays
        ]
        stays = [stay for _, stay in mine]
        if kind == "no_overlap":
            self.model.add_no_overlap(stays)
            return
        shared: Any = constraint.cumulative
        asked = [shared.capacity, *(shared.demands[position] for position, _ in mine)]
        if all(each in self._variables for one in asked for each in one.vars):
            capacity, *demands = (
                self._sum(each.vars, each.coeffs, each.offset) for each in asked
            )
            self.model.add_cumulative(stays, demands, capacity)

    def _stay(
        self, constraint: ConstraintProto, given: list[Literal]
    ) -> cp_model.IntervalVar:
        interval = constraint.interval
        start, size, end = (
            self._sum(each.vars, each.coeffs, each.offset)
            for each in (interval.start, interval.size, interval.end)
        )
        if given:
            return self.model.new_optional_interval_var(start, size, end, given[0], "")
        return self.model.new_interval_var(start, size, end, "")

    def _sum(self, columns: Iterable[int], coeffs: Iterable[int], offset: int) -> Expr:
        pairs = list(zip(columns, coeffs, strict=True))
        if not pairs:
            return offset
        variables = [self._variables[each] for each, _ in pairs]
        summed = cp_model.LinearExpr.weighted_sum(variables, [c for _, c in pairs])
        return summed + offset

    def _literal(self, literal: int) -> Any:  # noqa: ANN401 -- or its negation
        variable = self._variables[_index_of(literal)]
        return variable if literal >= 0 else ~variable
