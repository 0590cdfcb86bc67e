"""``matcher compare``: plans side by side, the worst-off first."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING

import click

from matcher.cli import options
from matcher.cli.diff import change_document, read_named
from matcher.cli.face import Face, this_face
from matcher.cli.outputs import claim
from matcher.cli.side_by_side import show
from matcher.comparison import Comparison, Solved, compare, counts, read_solved
from matcher.comparison.chapters import Chapters
from matcher.comparison.solved import RUN
from matcher.errors import AuditError
from matcher.language import mark
from matcher.plan.files import write_whole
from matcher.report.html import render
from matcher.sweep import cells_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path


@click.command(
    "compare",
    help=mark(
        "Set plans side by side. Each OUT is a folder that matcher solve wrote, or one "
        "of matcher sweep, which stands for all its plans; the first plan is the "
        "measure of the others. Every plan is audited again. Goals come first, then "
        "areas and people, the worst-off before all others, then who moves and who is "
        "told. The scenarios may differ. Exit status 6 if a plan has findings."
    ),
)
@click.argument(
    "outputs",
    metavar="OUT...",
    nargs=-1,
    required=True,
    type=options.EXISTING,
)
@click.option(
    "--scenario",
    "scenarios",
    metavar="SCENARIO",
    multiple=True,
    type=options.EXISTING,
    help=mark(
        "Scenario of each plan, in their order, if it is not where run.json says."
    ),
)
@click.option(
    "--all", "everything", is_flag=True, help=mark("Show every row of every table.")
)
@click.option(
    "--html",
    "page",
    metavar="FILE",
    type=options.NEW_FILE,
    help=mark("Write the comparison as one page, too, with every row."),
)
@options.force
@options.as_json
@options.common
def command(
    outputs: tuple[Path, ...],
    scenarios: tuple[Path, ...],
    page: Path | None,
    *,
    everything: bool,
    force: bool,
) -> None:
    """Set plans side by side."""
    face = this_face()
    outputs = _plans(outputs, face)
    _must_fit(outputs, scenarios, face)
    if page:
        claim(page.parent, [page.name], force=force)
    names = plan_names(outputs)
    # Cells of a sweep share their scenarios.
    read = cache(lambda *source: read_named(source[0], source[1:]))
    comparison = compare(
        [
            read_solved(folder, scenario, name, lambda path, more: read(path, *more))
            for folder, scenario, name in zip(
                outputs, scenarios or (None,) * len(outputs), names, strict=True
            )
        ]
    )
    if page:
        language = face.asked or comparison.plans[0].scenario.language
        write_whole(page, render(Chapters(comparison, language).page()), force=force)
    if face.as_json:
        face.emit("compare", comparison_document(comparison))
    else:
        show(Chapters(comparison, face.language), everything=everything)
        if page:
            click.echo(face.translate(mark("Written: {path}"), path=page))
    if comparison.findings:
        raise AuditError(comparison.findings)


def _plans(outputs: Sequence[Path], face: Face) -> tuple[Path, ...]:
    """Return the folders of all plans, those of a sweep in its place."""
    folders: list[Path] = []
    for path in outputs:
        cells = cells_of(path)
        planned = [each for each in cells if (each / RUN).is_file()]
        folders += planned if cells else [path]
        if len(planned) < len(cells):
            text = mark("{count} cell(s) of {path} have no plan and are left out.")
            missing = len(cells) - len(planned)
            face.tell(face.translate(text, count=missing, path=path))
    return tuple(folders)


def _must_fit(outputs: Sequence[Path], scenarios: Sequence[Path], face: Face) -> None:
    if len(outputs) < 2:
        raise click.UsageError(
            face.translate(
                mark(
                    "Name at least two folders that matcher solve wrote, or one of a "
                    "sweep with two plans."
                )
            )
        )
    if scenarios and len(scenarios) != len(outputs):
        raise click.UsageError(
            face.translate(
                mark("Give --scenario once for each of the {count} plans, or never."),
                count=len(outputs),
            )
        )


def plan_names(outputs: Sequence[Path]) -> list[str]:
    """
    Return what to call each plan: its folder's name.

    Folders above it are named as far as they tell it from the others.

    Parameters
    ----------
    outputs
        The folders of the plans.
    """
    paths = [path.resolve() for path in outputs]
    return [_short_name(path, set(paths) - {path}) for path in paths]


def _short_name(path: Path, others: Collection[Path]) -> str:
    """Return the shortest end of a path that no other path has."""
    for count in range(1, len(path.parts)):
        end = path.parts[-count:]
        if all(each.parts[-count:] != end for each in others):
            return "/".join(end)
    return str(path)


def comparison_document(comparison: Comparison) -> Mapping[str, object]:
    """
    Return a comparison for a program: lists have one value for each plan.

    Parameters
    ----------
    comparison
        Plans side by side.
    """
    return {
        "plans": [_plan(each) for each in comparison.plans],
        "rungs": [
            {**asdict(each), "verdicts": each.verdicts} for each in comparison.rungs
        ],
        "areas": [asdict(each) for each in comparison.areas],
        "programmes": [asdict(each) for each in comparison.programmes],
        "causes": [asdict(each) for each in comparison.causes],
        "people": [asdict(each) for each in comparison.people],
        "shifts": [
            [
                {
                    "person": each.person,
                    "kind": each.kind,
                    "before": each.before and each.before.model_dump(mode="json"),
                    "after": each.after and each.after.model_dump(mode="json"),
                }
                for each in listed
            ]
            for listed in comparison.shifts
        ],
        "told": [
            [
                {
                    "audience": each.audience,
                    "code": each.code,
                    "about": dict(each.about),
                }
                for each in listed
            ]
            for listed in comparison.told
        ],
        "changes": [
            {
                "counts": {key or "settings": n for key, n in counts(listed).items()},
                "changes": [change_document(each) for each in listed],
            }
            for listed in comparison.changes
        ],
    }


def _plan(solved: Solved) -> Mapping[str, object]:
    return {
        "name": solved.name,
        "scenario": solved.scenario.name,
        "fingerprint": solved.scenario.fingerprint,
        "status": solved.plan.status,
        "assignments": len(solved.plan.assignments),
        "people": len(solved.audit.figures.people),
        "cost_yuan": solved.audit.figures.cost_yuan,
        "findings": [each.slug for each in solved.audit.findings],
    }
