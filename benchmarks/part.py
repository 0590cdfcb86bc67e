"""
A part of the nation's year, for studies that run it several times.

``python -m benchmarks.part OUT 9`` writes a ninth of size L that pursues agreement and
coverage alone: goals that all pieces of the year pursue by themselves. With
``--all-goals`` it pursues all that the whole year does.
"""

from __future__ import annotations

from pathlib import Path

import click

from matcher.scenario.generate.provinces.shapes import NATION, part
from matcher.scenario.generate.provinces.year import generate_provinces
from matcher.scenario.writing import write_scenario

_GOALS = ("agreement", "coverage")


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("times", type=int)
@click.option("--seed", default=1, show_default=True, help="Of the draw.")
@click.option("--all-goals", is_flag=True, help="Not agreement and coverage alone.")
def main(out: Path, times: int, *, seed: int, all_goals: bool) -> None:
    """Write a part of the nation's year into OUT."""
    world = generate_provinces(part(NATION, times), seed)
    if not all_goals:
        goals = tuple(each for each in world.policy.goals if each.goal in _GOALS)
        policy = world.policy.model_copy(update={"goals": goals})
        world = world.model_copy(update={"policy": policy})
    write_scenario(world, out)


if __name__ == "__main__":
    main()
