"""The judge is independent of what it judges, and fast enough to be asked always."""

from __future__ import annotations

import subprocess
import sys
from time import process_time
from typing import TYPE_CHECKING

from builders import day, days, need, person, post, scenario, site, unit
from honest import honest

from matcher.auditor import VALUES, audit
from matcher.plan import Arrangements, Bed
from matcher.rulebook import GOALS
from matcher.scenario.entities import Area

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def test_the_judge_loads_nothing_that_it_judges() -> None:
    """Neither solver nor eligibility nor pandas is there after it was imported."""
    script = (
        "import sys, matcher.auditor; "
        "print([name for name in sys.modules if name.split('.')[0] in "
        "('ortools', 'pandas') or name.startswith(('matcher.solver', "
        "'matcher.eligibility'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def test_every_goal_has_a_value() -> None:
    """No goal of the rulebook is missing, and none is valued twice."""
    assert tuple(VALUES) == tuple(GOALS)


def big_year() -> Scenario:
    """Return 1,000 people of 50 units and 100 needs for 7, over 500 days."""
    horizon = days(0, 500)
    return scenario(
        horizon=horizon,
        areas=(
            Area(id="N1", name="N1", city="nanjing"),
            *(
                Area(id=f"X{k}", name=f"X{k}", city="xining", altitude_m=2300)
                for k in range(10)
            ),
        ),
        pairings=(),
        units=(
            *(unit(f"N{k}", "N1", release_cap=20) for k in range(50)),
            *(
                unit(f"U{k}", f"X{k % 10}", host_cap=99, housing=f"H{k % 10}")
                for k in range(50)
            ),
        ),
        housing=tuple(
            site(f"H{k}", beds_female=99, beds_male=99, last_day=day(500))
            for k in range(10)
        ),
        people=tuple(
            person(f"p{k}", unit=f"N{k % 50}", windows=(horizon,)) for k in range(1000)
        ),
        needs=tuple(
            need(
                f"n{k}",
                unit=f"U{k % 50}",
                min_headcount=8,
                max_headcount=8,
                last_day=day(499),
                longest=365,
            )
            for k in range(100)
        ),
    )


def test_a_big_year_is_judged_in_three_seconds() -> None:
    """700 assignments of a year each, with caps on every unit and beds for all."""
    world = big_year()
    year = [
        post(world, f"p{k}", f"n{k % 100}", k % 100, k % 100 + 365) for k in range(700)
    ]
    beds = tuple(
        Bed(person=each.person, need=each.need, site=f"H{k % 10}", number=k // 10 + 1)
        for k, each in enumerate(year)
    )
    plan = honest(world, *year, arrangements=Arrangements(beds=beds))

    before = process_time()
    report = audit(world, plan)

    assert process_time() - before < 3
    assert report.clean
