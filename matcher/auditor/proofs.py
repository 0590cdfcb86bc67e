"""What a plan says about itself, held against what the judge finds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matcher.auditor.finding import Finding
from matcher.auditor.wording import Fact, joined, phrase
from matcher.language import mark
from matcher.plan import Plan, RungProof, Shortage, Status
from matcher.rulebook import GOALS, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from matcher.auditor.case import Case
    from matcher.scenario import Policy, Scenario

Rung = tuple[str, str]
Doubt = tuple[str, Fact, Fact]
"""The marked name of a figure, what the plan says of it and what the judge finds."""


def false_fingerprint(scenario: Scenario, plan: Plan) -> Iterator[Finding]:
    """Yield a finding if the plan was made for another scenario."""
    if plan.fingerprint != scenario.fingerprint:
        facts: dict[str, Fact] = {
            "said": plan.fingerprint,
            "found": scenario.fingerprint,
        }
        yield Finding("fingerprint", facts, (plan.scenario,))


def false_figures(
    policy: Policy, plan: Plan, found: Mapping[Rung, int]
) -> Iterator[Finding]:
    """Yield what the rungs of the plan do not say as it is."""
    said = [(rung.goal, rung.part) for rung in plan.rungs]
    for key in found:
        if key not in said:
            nothing = phrase(mark("nothing"))
            yield _figure(key, (mark("value"), nothing, found[key]))
    for key, rung in zip(said, plan.rungs, strict=True):
        if key not in found:
            unknown = phrase(mark("no rung of the policy"))
            yield _figure(key, (mark("value"), rung.value, unknown))
            continue
        for doubt in _doubts(policy, rung, found[key]):
            yield _figure(key, doubt)
    yield from _false_order(said, list(found))
    yield from _false_status(plan)


def _figure(rung: Rung, doubt: Doubt) -> Finding:
    figure, said, found = doubt
    facts: dict[str, Fact] = {
        "rung": _title(rung),
        "figure": phrase(figure),
        "said": said,
        "found": found,
    }
    return Finding("figures", facts, rung)


def _title(rung: Rung) -> Text:
    goal, part = rung
    title = GOALS[goal].title if goal in GOALS else Text(en=goal, zh=goal)
    return Text(en=f"{title.en} {part}".strip(), zh=f"{title.zh} {part}".strip())


def _doubts(policy: Policy, rung: RungProof, found: int) -> Iterator[Doubt]:
    sense = GOALS[rung.goal].sense
    towards = 1 if sense == "max" else -1
    tolerance = allowed(policy, rung)
    proven = Status.OPTIMAL if rung.best == rung.bound else Status.FEASIBLE
    if rung.value != found:
        yield mark("value"), rung.value, found
    if rung.sense != sense:
        yield mark("sense"), rung.sense, sense
    if rung.status is not proven:
        yield mark("status"), rung.status.value, proven.value
    if rung.tolerance != tolerance:
        yield mark("tolerance"), rung.tolerance, tolerance
    if towards * (rung.best - found) > tolerance:
        worse = phrase(
            mark("more than {tolerance} worse than {best}"),
            tolerance=tolerance,
            best=rung.best,
        )
        yield mark("value"), rung.value, worse
    for reached in sorted({rung.best, found}):
        if towards * (rung.bound - reached) < 0:
            yield (
                mark("bound"),
                rung.bound,
                phrase(mark("beaten by {best}"), best=reached),
            )


def allowed(policy: Policy, rung: RungProof) -> int:
    """Return how much later rungs may worsen a rung."""
    goal = next(each for each in policy.goals if each.goal == rung.goal)
    return min(goal.tolerance, abs(rung.best) * goal.tolerance_percent // 100)


def _false_order(said: list[Rung], found: list[Rung]) -> Iterator[Finding]:
    ours = [key for key in found if key in said]
    theirs = [key for key in said if key in found]
    if theirs != ours:
        ladder = (mark("order"), joined(map(_title, theirs)), joined(map(_title, ours)))
        yield _figure(("ladder", ""), ladder)


def _false_status(plan: Plan) -> Iterator[Finding]:
    proven = all(rung.status is Status.OPTIMAL for rung in plan.rungs)
    status = Status.OPTIMAL if proven else Status.FEASIBLE
    if plan.status is not status:
        yield _figure(("plan", ""), (mark("status"), plan.status.value, status.value))


def false_ledger(case: Case, shortages: tuple[Shortage, ...]) -> Iterator[Finding]:
    """Yield every need whose empty posts are not those of the shortage ledger."""
    filled = Counter(each.need.id for each in case.served)
    empty = {
        need.id: max(0, need.min_headcount - filled[need.id])
        for need in case.scenario.needs
    }
    said: Counter[str] = Counter()
    for shortage in shortages:
        said[shortage.need] += shortage.posts
    for need in sorted({*empty, *said}):
        if said[need] != empty.get(need, 0):
            facts: dict[str, Fact] = {
                "need": need,
                "said": said[need],
                "found": empty.get(need, 0),
            }
            yield Finding("ledger", facts, (need,))
