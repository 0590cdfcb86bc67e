"""``matcher convert``: a folder becomes a workbook, a workbook a folder."""

from __future__ import annotations

from pathlib import Path

import click

from matcher.cli import options
from matcher.cli.face import this_face
from matcher.language import mark
from matcher.scenario.reading import read_scenario
from matcher.scenario.writing import write_scenario

_WORKBOOK = ".xlsx"
_UNWRITTEN = (".xls", ".xlsm", ".ods", ".csv", ".yaml")


@click.command(
    "convert",
    help=mark(
        "Read the scenario SOURCE, a folder or a workbook, and write it to TARGET: a "
        "workbook if the name ends in .xlsx, else a folder. Both hold the same; what "
        "is written is read back equal. Overlays are laid on top of SOURCE, so that "
        "TARGET stands on its own. With --force the comments of a scenario.yaml "
        "that is there already stay."
    ),
)
@click.argument("source", metavar="SOURCE", type=options.EXISTING)
@click.argument("target", metavar="TARGET", type=click.Path(path_type=Path))
@options.overlays
@options.force
@options.as_json
@options.common
def command(
    source: Path, target: Path, overlays: tuple[Path, ...], *, force: bool
) -> None:
    """Convert a scenario."""
    face = this_face()
    ending = target.suffix.lower()
    if ending in _UNWRITTEN:
        text = mark("Name a file that ends in .xlsx, or a folder: {path}")
        raise click.UsageError(face.translate(text, path=target))
    scenario = read_scenario(source, overlays)
    if ending == _WORKBOOK:
        # The library is wanted only here.
        from matcher.scenario.workbook.writing import write_workbook  # noqa: PLC0415

        language = face.asked or scenario.language
        write_workbook(scenario, target, language=language, force=force)
    else:
        write_scenario(scenario, target, force=force)
    if face.as_json:
        facts = {"source": str(source), "target": str(target)}
        face.emit("convert", {**facts, "fingerprint": scenario.fingerprint})
        return
    click.echo(face.translate(mark("Written: {path}"), path=target))
    click.echo(
        face.translate(mark("Next: {command}"), command=f"matcher check {target}")
    )
