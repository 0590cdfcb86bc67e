"""``matcher import``: read an office's own lists by a mapping of their columns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.cli import options
from matcher.cli.face import Face, this_face
from matcher.cli.failures import problem_document, problem_lines
from matcher.cli.outputs import claim
from matcher.cli.tables import show_table
from matcher.importing import Import, import_lists, read_mapping
from matcher.importing.files import dump_import, dump_key, read_key
from matcher.language import mark
from matcher.plan.files import write_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

REST = "import.txt"
"""The file that lists what was not understood."""

_KEY_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(
    "import",
    help=mark(
        "Read an office's own lists (.xlsx, .xls, .ods, .csv) as the file MAPPING "
        "says and write them as tables into the folder OUT. Whatever was not "
        "understood is told with its place, never dropped in silence.\n\n"
        "Exit status: 0 everything was understood, 1 something was not: then nothing "
        "is written unless --keep-going is given."
    ),
)
@click.argument("mapping", metavar="MAPPING", type=options.FILE)
@click.argument("lists", metavar="LIST...", nargs=-1, required=True, type=options.FILE)
@options.output
@click.option(
    "--base",
    metavar="SCENARIO",
    type=options.EXISTING,
    help=mark("The scenario that the lists add to or change; OUT becomes an overlay."),
)
@click.option(
    "--key",
    metavar="FILE",
    type=_KEY_FILE,
    help=mark(
        "Keep here which code stands for which name; codes that it has are used "
        "again. Without it nobody learns the names again."
    ),
)
@click.option(
    "--keep-going",
    is_flag=True,
    help=mark(
        "Write what was understood, and the rest as a list into import.txt; the exit "
        "status stays 1."
    ),
)
@options.force
@options.as_json
@options.common
def command(
    mapping: Path,
    lists: tuple[Path, ...],
    output: Path,
    *,
    base: Path | None,
    key: Path | None,
    keep_going: bool,
    force: bool,
) -> None:
    """Import lists."""
    face = this_face()
    _must_be_apart(output, base, key)
    found = import_lists(
        read_mapping(mapping),
        lists,
        known=read_key(key) if key else None,
        partial=base is not None,
    )
    files: dict[Path, str] = {}
    if found.is_understood or keep_going:
        files = dump_import(found, output, base)
        if not found.is_understood:
            files[output / REST] = _rest(found, face)
        claim(output, [path.name for path in files], force=force)
        _write(files, found, key)
    _tell(found, face, files, output, base)
    if not found.is_understood:
        click.get_current_context().exit(1)


def _must_be_apart(output: Path, base: Path | None, key: Path | None) -> None:
    """Refuse to write over the base, and to put names beside what is passed on."""
    face = this_face()
    if base is not None and base.resolve() == output.resolve():
        text = mark("OUT must be another folder than the base.")
        raise click.UsageError(face.translate(text))
    if key is not None and output.resolve() in key.resolve().parents:
        text = mark("The key of names must stand outside OUT.")
        raise click.UsageError(face.translate(text))


def _write(files: dict[Path, str], found: Import, key: Path | None) -> None:
    keys = {key: dump_key(found.codes)} if key and found.codes else {}
    # What may be replaced has been asked; the key only grows.
    write_together({**files, **keys}, force=True)
    for path in keys:
        path.chmod(0o600)


def _rest(found: Import, face: Face) -> str:
    return "".join(f"{each.text(face.language)}\n" for each in found.problems)


def _tell(
    found: Import,
    face: Face,
    files: Iterable[Path],
    output: Path,
    base: Path | None,
) -> None:
    if face.as_json:
        face.emit("import", _document(found, face, files))
        return
    for line in problem_lines(found.problems, face):
        click.echo(line)
    heads = (mark("List"), mark("Table"), mark("Rows"))
    show_table(
        face.translate(mark("What was read")),
        [face.translate(head) for head in heads],
        found.lists,
        numbers=(2,),
    )
    for text, facts in _outcome(found, output, base, written=bool(files)):
        click.echo(face.translate(text, **facts))


def _outcome(
    found: Import, output: Path, base: Path | None, *, written: bool
) -> Sequence[tuple[str, dict[str, object]]]:
    """Return the closing lines, each with its facts."""
    count = sum(not each.is_warning for each in found.problems)
    lines: list[tuple[str, dict[str, object]]] = []
    if count:
        lines.append((mark("{count} thing(s) were not understood."), {"count": count}))
    if not written:
        way_out = mark(
            "Nothing was written; --keep-going writes what was understood all the same."
        )
        return [*lines, (way_out, {})]
    lines.append((mark("Written: {path}"), {"path": output}))
    if base is not None:
        following = f"matcher check {output}"
        lines.append((mark("Next: {command}"), {"command": following}))
    return lines


def _document(found: Import, face: Face, files: Iterable[Path]) -> dict[str, object]:
    return {
        "ok": found.is_understood,
        "lists": [
            {"list": place, "table": table, "rows": rows}
            for place, table, rows in found.lists
        ],
        "tables": {name: len(rows) for name, rows in found.tables.items()},
        "problems": [problem_document(each, face.language) for each in found.problems],
        "outputs": {path.stem: str(path) for path in files},
    }
