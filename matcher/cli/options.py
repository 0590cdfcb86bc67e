"""Arguments and options that are the same on every command that has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from matcher.cli.face import BOTH, Face, this_face
from matcher.language import LANGUAGES, TRADITIONAL, mark

# click asks for the names of these kinds when they are made, so they are made here,
# before a language is chosen, and translated with the command.
EXISTING = click.Path(exists=True, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)

RAY = "ray"
"""The engine that has an address."""

Function = TypeVar("Function", bound=Callable[..., Any])


def _note(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
    """Write the value of an option into the face, if it was given."""
    face = ctx.find_object(Face)
    if face is None or not value or parameter.name is None:
        return
    if parameter.name in ("quiet", "verbose"):
        assert isinstance(value, int)  # noqa: S101 -- both are counted
        face.verbosity += value if parameter.name == "verbose" else -value
    else:
        setattr(face, parameter.name, value)


def _flag(
    *names: str, text: str, count: bool = False
) -> Callable[[Function], Function]:
    return click.option(
        *names,
        count=count,
        is_flag=not count,
        expose_value=False,
        callback=_note,
        is_eager=True,
        help=text,
    )


def language(function: Function) -> Function:
    """Add ``--lang``; its value is read before anything is parsed."""
    return click.option(
        "--lang",
        type=click.Choice((*LANGUAGES, TRADITIONAL)),
        expose_value=False,
        help=mark(
            "Language of messages and reports; otherwise MATCHER_LANG, or the locale "
            "for messages and the scenario for reports."
        ),
    )(function)


def report_language(function: Function) -> Function:
    """Add ``--lang``, which may also ask for a page in both languages."""
    return click.option(
        "--lang",
        type=click.Choice((*LANGUAGES, TRADITIONAL, BOTH)),
        expose_value=False,
        help=mark(
            "Language of messages and reports; otherwise MATCHER_LANG, or the locale "
            "for messages and the scenario for reports; both: a page in Chinese with "
            "the English beneath."
        ),
    )(function)


def debug(function: Function) -> Function:
    """Add ``--debug``."""
    return _flag("--debug", text=mark("Show the traceback of internal errors."))(
        function
    )


def as_json(function: Function) -> Function:
    """Add ``--json``."""
    return _flag(
        "--json", "as_json", text=mark("Print one JSON document for programs.")
    )(function)


def common(function: Function) -> Function:
    """Add what every command has."""
    return debug(language(function))


def quiet(function: Function) -> Function:
    """Add ``-q``."""
    return _flag("-q", "--quiet", count=True, text=mark("No progress and no summary."))(
        function
    )


def loudness(function: Function) -> Function:
    """Add ``-q`` and ``-v``."""
    verbose = _flag(
        "-v", "--verbose", count=True, text=mark("A line for each better plan found.")
    )
    return quiet(verbose(function))


def time_limit(function: Function) -> Function:
    """Add ``--time-limit``."""
    return click.option(
        "--time-limit",
        metavar="SECONDS",
        type=click.FloatRange(min=0, min_open=True),
        help=mark("Longest search; without it, until everything is proven."),
    )(function)


def workers(function: Function) -> Function:
    """Add ``--workers``."""
    return click.option(
        "--workers",
        metavar="N",
        type=click.IntRange(min=1),
        help=mark("Threads of the engine."),
    )(function)


def engine(function: Function) -> Function:
    """Add ``--engine``."""
    return click.option(
        "--engine",
        type=click.Choice(["auto", "cp-sat", "mip", "benders", "flow", RAY]),
        default="auto",
        help=mark(
            "What solves: what suits each piece of the scenario (auto), constraints "
            "(cp-sat), integer programs where all rules of a piece are linear (mip), "
            "who goes first and dates afterwards where dates are free (benders), "
            "flows of least cost where each limit counts people or posts (flow), or "
            "what suits each, the pieces spread over a Ray cluster (ray; needs the "
            "extra ray)."
        ),
    )(function)


def address(function: Function) -> Function:
    """Add ``--address``."""
    return click.option(
        "--address",
        metavar="HOST:PORT",
        help=mark(
            "The Ray cluster: what ray start --head printed, or auto for the one that "
            "this machine belongs to. Without it, Ray is started here."
        ),
    )(function)


def must_fit(address: str | None, engine: str) -> None:
    """Refuse an address that nobody would look at."""
    if address and engine != RAY:
        text = mark("--address needs --engine ray.")
        raise click.UsageError(this_face().translate(text))


def force(function: Function) -> Function:
    """Add ``--force``."""
    return click.option(
        "--force", is_flag=True, help=mark("Replace outputs that are already there.")
    )(function)


def redact(function: Function) -> Function:
    """Add ``--redact``."""
    return click.option(
        "--redact",
        is_flag=True,
        help=mark("Tell codes, areas and figures only: no names, no free text."),
    )(function)


def output(function: Function) -> Function:
    """Add ``-o``."""
    return click.option(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        type=FOLDER,
        help=mark("Folder for the outputs; made if it is not there."),
    )(function)


scenario = click.argument("scenario", metavar="SCENARIO", type=EXISTING)
"""A scenario: a folder or a workbook."""

scenarios = click.argument(
    "scenarios", metavar="SCENARIO...", type=EXISTING, nargs=-1, required=True
)
"""One scenario or several."""

overlays = click.option(
    "--overlay",
    "--decisions",
    "overlays",
    metavar="PATH",
    type=EXISTING,
    multiple=True,
    help=mark(
        "Folder or workbook with what should be different, or the decisions on a plan: "
        "its report.xlsx as marked, or decisions.csv; may be given more than once."
    ),
)
"""What is put on top of the scenario."""


def with_overlays(paths: Sequence[Path]) -> tuple[object, ...]:
    """Return the words of a command line that put overlays on top."""
    return tuple(word for path in paths for word in ("--overlay", path))


plan = click.argument("plan", metavar="PLAN", type=FILE)
"""A plan file."""
