"""What a person reads at the end of a solve; every figure is the audit's."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from matcher.cli.tables import show_table
from matcher.language import mark
from matcher.plan import Status
from matcher.report.words import Words, share
from matcher.rulebook import CAUSES, RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from matcher.auditor import Figures
    from matcher.report.blocks import Cell
    from matcher.verbs import Run


def show_summary(words: Words, run: Run, files: Iterable[Path], seconds: float) -> None:
    """
    Print the summary of a run.

    Parameters
    ----------
    words
        The words for the scenario in the reader's language.
    run
        What came out.
    files
        What was written.
    seconds
        Time of the whole run.
    """
    click.echo(f"{words.title} · {_verdict(words, run)}")
    _agreement(words, run)
    _proofs(words, run)
    _shortages(words, run)
    _concessions(words, run)
    click.echo(words.say(mark("Audit: clean.")))
    spent = f"{seconds:.1f}"
    click.echo(words.say(mark("Written after {seconds} s:"), seconds=spent))
    for path in files:
        click.echo(f"  {path}")


def _verdict(words: Words, run: Run) -> str:
    if run.plan.interrupted:
        return words.say(mark("interrupted; this is the best plan found so far"))
    if run.plan.status is Status.OPTIMAL:
        return words.say(mark("every goal is proven optimal"))
    return words.say(mark("feasible; the gaps say how much may be missing"))


def _agreement(words: Words, run: Run) -> None:
    show_table(
        words.say(mark("Programmes")),
        (
            words.say(mark("Programme")),
            words.say(mark("Target")),
            words.say(mark("Assignments")),
            words.say(mark("Planned")),
            words.say(mark("Counted")),
        ),
        _programmes(words, run.audit.figures),
        numbers=(1, 2, 3, 4),
    )


def _programmes(words: Words, figures: Figures) -> Iterator[tuple[object, ...]]:
    """Yield the programmes of each direction, then what they come to."""
    for way in figures.directions:
        for each in figures.programmes:
            if each.direction is way.direction:
                yield (
                    _named(words.programme(each.programme)),
                    "–" if each.target is None else each.target,
                    each.assignments,
                    each.planned,
                    each.counted,
                )
        total = words.say(
            mark("Total {direction}: {people} people"),
            direction=words.direction(way.direction),
            people=f"{way.people:,}",
        )
        yield total, "", way.postings, "", ""


def _named(cell: Cell) -> str:
    return cell.text if cell.text == cell.code else f"{cell.text} {cell.code}".strip()


def _proofs(words: Words, run: Run) -> None:
    rows = [
        (
            place,
            " · ".join(filter(None, words.rung(rung))),
            f"{rung.value:,}",
            f"{rung.bound:,}",
            words.status(rung.status).text,
            share(rung.gap),
            f"{spent:.1f}",
        )
        for place, (rung, spent) in enumerate(
            zip(run.plan.rungs, run.seconds, strict=True), start=1
        )
    ]
    show_table(
        words.say(mark("What is proven")),
        (
            "#",
            words.say(mark("Goal")),
            words.say(mark("Value")),
            words.say(mark("Bound")),
            words.say(mark("Status")),
            words.say(mark("Gap")),
            words.say(mark("Seconds")),
        ),
        rows,
        numbers=(0, 2, 3, 5, 6),
        wide=(1,),
    )


def _shortages(words: Words, run: Run) -> None:
    posts: Counter[str] = Counter()
    details: dict[str, dict[str, None]] = {}
    for each in run.plan.shortages:
        posts[each.cause] += each.posts
        details.setdefault(each.cause, {}).update(dict.fromkeys(each.detail))
    if not posts:
        click.echo(
            words.say(mark("No post of any need's least headcount stays empty."))
        )
        return
    show_table(
        words.say(mark("Shortages by cause")),
        (words.say(mark("Why posts stay empty")), words.say(mark("Empty posts"))),
        (
            (
                words.entry(CAUSES[cause].text, detail=_some(words, details[cause])),
                count,
            )
            for cause, count in posts.most_common()
        ),
        numbers=(1,),
    )


def _some(words: Words, codes: Iterable[str], most: int = 3) -> str:
    """Return the first few things by name, and that there are more."""
    names = [words.anything(code) for code in codes]
    return words.listed(names[:most]) + (" …" if len(names) > most else "")


def _concessions(words: Words, run: Run) -> None:
    units: Counter[str] = Counter()
    for each in run.audit.concessions:
        units[each.slug] += each.units
    if not units:
        return
    show_table(
        words.say(
            mark("Soft rules broken, at the price of {price}"),
            price=f"{run.audit.price:,}",
        ),
        (
            words.say(mark("Rule")),
            words.say(mark("Measure")),
            words.say(mark("Units")),
            words.say(mark("Price")),
        ),
        (
            (
                words.entry(RULES[slug].title),
                words.entry(RULES[slug].measure),
                count,
                words.scenario.policy.price(slug) * count,
            )
            for slug, count in units.items()
        ),
        numbers=(2, 3),
        wide=(1,),
    )


def summary_document(run: Run) -> Mapping[str, object]:
    """
    Return the summary of a run for a program.

    Parameters
    ----------
    run
        What came out.
    """
    plan = run.plan
    return {
        "scenario": plan.scenario,
        "fingerprint": plan.fingerprint,
        "status": plan.status,
        "interrupted": plan.interrupted,
        "assignments": len(plan.assignments),
        "rungs": [
            {**rung.model_dump(mode="json"), "gap": rung.gap, "seconds": spent}
            for rung, spent in zip(plan.rungs, run.seconds, strict=True)
        ],
        "shortages": [shortage.model_dump(mode="json") for shortage in plan.shortages],
    }
