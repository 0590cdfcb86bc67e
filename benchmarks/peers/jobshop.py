"""
The peer ``jobshop``: PyJobShop with a task for each seat and a mode for each person.

Its objectives are times. So each seat has besides a job that takes as long as the worth
is that the seat's mode gives up; the sum of these times is to be small. The modes of a
seat force the mode of its job.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from pyjobshop import Model

from benchmarks.peers.desk import GAP, Answer, Deadline, serve

if TYPE_CHECKING:
    from pyjobshop.ProblemData import Mode, Task

    from benchmarks.peers.instance import Instance


def solve(instance: Instance, deadline: Deadline) -> Answer:
    """
    Return what PyJobShop finds.

    Parameters
    ----------
    instance
        What is planned.
    deadline
        When it should end.
    """
    shop = _Shop(instance)
    model = shop.model
    result = model.solve(
        time_limit=deadline.left, display=False, relative_gap_limit=GAP
    )
    pairs = [
        shop.person_post[each.mode]
        for each in result.best.tasks
        if each.mode in shop.person_post
    ]
    # Without a plan, its lower bound is not one that was proven.
    bound = shop.most_worth - result.lower_bound if result.best.tasks else None
    return Answer(pairs, bound, f"PyJobShop {version('pyjobshop')}")


class _Shop:
    """The model, and which mode sends whom where."""

    def __init__(self, instance: Instance) -> None:
        self.model = model = Model()
        self._instance = instance
        self.person_post: dict[int, tuple[int, int]] = {}
        self.most_worth = 0
        people = instance.people
        self._people = [model.add_machine() for _ in people]
        self._times = [model.add_consumable(instance.most) for _ in people]
        self._units = [model.add_renewable(cap) for cap in instance.release]
        self._sites = [model.add_renewable(cap) for cap in instance.beds]
        for post, pairs in enumerate(instance.of_post()):
            for _ in range(instance.seats[post] if pairs else 0):
                self._add_seat(post, pairs)
        model.set_objective(weight_total_flow_time=1)

    def _add_seat(self, post: int, pairs: list[int]) -> None:
        instance, model = self._instance, self.model
        start, end = instance.start[post], instance.end[post]
        most = max(instance.value[each] for each in pairs)
        self.most_worth += most
        seat = model.add_task(earliest_start=start, latest_start=start)
        job = model.add_job()
        lost = model.add_task(job, earliest_start=0, latest_start=0)
        losses: dict[int, Mode] = {}
        nobody = model.add_mode(seat, [], end - start)
        self._lose(nobody, lost, most, losses)
        for pair in pairs:
            person = instance.person[pair]
            used = [
                self._people[person],
                self._times[person],
                self._units[instance.unit[person]],
                self._sites[instance.site[post]],
            ]
            self.person_post[len(model.modes)] = (person, post)
            mode = model.add_mode(seat, used, end - start, [0, 1, 1, 1])
            self._lose(mode, lost, most - instance.value[pair], losses)

    def _lose(self, mode: Mode, lost: Task, loss: int, known: dict[int, Mode]) -> None:
        """Let a mode of a seat cost so much."""
        if loss not in known:
            known[loss] = self.model.add_mode(lost, [], loss)
        self.model.add_mode_dependency(mode, [known[loss]])


if __name__ == "__main__":
    serve(solve)
