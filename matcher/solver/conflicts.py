"""Who cannot all be taken, because no dates suit all of them, and who is like them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from matcher.solver.expressions import aim, narrow, total

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from matcher.solver.choice import Choice
    from matcher.solver.engine import Cut, Engine
    from matcher.solver.excerpts import Excerpts
    from matcher.solver.variables import Variables

    Key = Callable[[Choice], Any]

_WORK_OF_CONFLICT = 1.0
_WORK_OF_CUT = 0.2
_WORK_OF_LOOK = 0.1
"""In the engine's own measure."""

_FEW = 16
"""So many who are in each other's way are told from all others."""


class Conflicts:
    """
    Looks for conflicts among choices that are taken.

    Parameters
    ----------
    variables
        The choices.
    excerpts
        Their model.
    engine
        What is asked.
    """

    def __init__(
        self, variables: Variables, excerpts: Excerpts, engine: Engine
    ) -> None:
        self._variables = variables
        self._excerpts = excerpts
        self._engine = engine
        self._choices = {each.taken.index: each for each in variables.choices}

    def among(self, taken: Collection[int], more: Collection[int]) -> Iterator[Cut]:
        """
        Yield rows against sets of those taken that cannot all have dates.

        Parameters
        ----------
        taken
            Who is taken, by the index of the variable.
        more
            Other variables that are to be 1.
        """
        found = False
        # Most who are in each other's way are few who share places.
        for crowd in self._excerpts.crowds(taken):
            for cut in self._of(crowd, more):
                found = True
                yield cut
        if not found:
            yield from self._of(taken, more)

    def few(self, taken: Sequence[int]) -> Sequence[int]:
        """
        Return a few who surely cannot have dates in the whole model, if any.

        Parameters
        ----------
        taken
            Who is taken, by the index of the variable, in an order to halve them in.
        """
        if not self._impossible(taken):
            return []
        while len(taken) > 1:
            halves = taken[: len(taken) // 2], taken[len(taken) // 2 :]
            found = next(filter(self._impossible, halves), None)
            if found is None:
                return taken if len(taken) <= _FEW else []
            taken = found
        return taken

    def _impossible(self, taken: Iterable[int]) -> bool:
        """Return whether a short look proves that some cannot all be taken."""
        model = self._variables.model.clone()
        model.proto.clear_objective()
        for each in taken:
            narrow(model.proto.variables[each], 1, 1)
        return self._engine.run(model, None, alone=True, work=_WORK_OF_LOOK).impossible

    def _of(self, taken: Collection[int], more: Collection[int]) -> Iterator[Cut]:
        """Yield the conflicts that an excerpt of some choices has."""
        model, place = self._excerpts.among(taken)
        known = {place[each]: each for each in (*taken, *more) if each in place}
        while found := self._engine.conflict(model, known, _WORK_OF_CONFLICT):
            members = self._fewest({known[each] for each in found})
            yield self._cut(members)
            # One of them less, to find who else is in each other's way.
            gone = max(members)
            known = {here: each for here, each in known.items() if each != gone}

    def _fewest(self, members: set[int]) -> set[int]:
        """Return a part of those in conflict of which nobody can be spared."""
        for each in sorted(members):
            rest = members - {each}
            model, place = self._excerpts.among(rest)
            asked = [place[other] for other in sorted(rest)]
            if self._engine.conflict(model, asked, _WORK_OF_CUT) is not None:
                members = rest
        return members

    def _cut(self, members: set[int]) -> Cut:
        """Return the widest row that is proven, against all who are like them."""
        most = len(members) - 1
        for wider in self._alike(members):
            model, place = self._excerpts.among(wider)
            chosen = [
                model.get_bool_var_from_proto_index(place[each])
                for each in sorted(wider)
            ]
            # Once it is one too many, how many more does not matter.
            counted = model.new_int_var(0, most + 1, "")
            model.add(counted <= total(chosen))
            aim(model, counted, maximise=True)
            answer = self._engine.run(model, None, alone=True, work=_WORK_OF_CUT)
            if answer.bound is not None and answer.bound <= most:
                return wider, answer.bound
        return frozenset(members), most

    def _alike(self, members: set[int]) -> list[frozenset[int]]:
        """Return sets around some choices, the largest first: one may do for all."""
        if not members <= self._choices.keys():
            return []
        mine = [self._choices[each] for each in members]
        needs = sorted({each.need for each in mine})
        rivals = [each for need in needs for each in self._variables.of_need(need)]
        found = [rivals]
        for key, groups in self._sharing:
            shared = {key(each) for each in mine}
            found.append([each for each in rivals if key(each) in shared])
            if len(shared) == 1:
                found.append(_no_freer(groups[shared.pop()], mine))
        own = frozenset(members)
        sets = {own.union(each.taken.index for each in some) for some in found}
        return sorted(sets - {own}, key=lambda e: (-len(e), sorted(e)))

    @cached_property
    def _sharing(self) -> list[tuple[Key, Mapping[Any, Sequence[Choice]]]]:
        """What choices share, a unit, a department, a host, beds, and who shares it."""
        variables, unit = self._variables, self._variables.scenario.unit
        who, what = variables.who, variables.what
        return [
            (lambda each: who(each).unit, variables.by_unit),
            (
                lambda each: (who(each).unit, who(each).department),
                variables.by_department,
            ),
            (lambda each: what(each).unit, variables.by_host),
            (
                lambda each: (unit[what(each).unit].housing, who(each).sex),
                variables.by_site,
            ),
        ]


def _no_freer(choices: Iterable[Choice], members: Collection[Choice]) -> list[Choice]:
    """Return the choices whose stays are as long and lie within the same days."""
    first = min(each.earliest for each in members)
    last = max(each.latest for each in members)
    least = min(each.shortest for each in members)
    return [
        each
        for each in choices
        if first <= each.earliest and each.latest <= last and least <= each.shortest
    ]
