"""A group of commands that imports a command only when it is asked for."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import click

from matcher.cli.face import Face
from matcher.cli.failures import status_of
from matcher.cli.speech import (
    asked_language,
    asks_both,
    help_text,
    speaking,
    translated,
)
from matcher.language import Language, mark, preferred, translate, wish_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class LazyGroup(click.Group):
    """
    The top of the command line.

    Parameters
    ----------
    commands_by_name
        For each command its line in the help, marked for the catalogue; the command
        itself stands under ``command`` in the module of the same name.
    attributes
        What every click group takes.
    """

    def __init__(
        self,
        *,
        commands_by_name: Mapping[str, str],
        **attributes: Any,  # noqa: ANN401 -- handed on to click as they are
    ) -> None:
        stubs = {name: click.Command(name) for name in commands_by_name}
        super().__init__(commands=stubs, **attributes)
        self.commands_by_name = commands_by_name

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """Return the names of the commands, in the order of work."""
        return list(self.commands_by_name)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, imported now, with its help in the reader's language."""
        if cmd_name not in self.commands_by_name:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        module = import_module(f"matcher.cli.{name}")
        command: click.Command = module.command
        return translated(command, _language(ctx))

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the commands without importing them."""
        language = _language(ctx)
        rows = [
            (name, help_text(line, language))
            for name, line in self.commands_by_name.items()
        ]
        with formatter.section(translate(mark("Commands"), language)):
            formatter.write_dl(rows)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 -- click's signature
        windows_expand_args: bool = True,  # noqa: FBT001, FBT002 -- click's signature
        **extra: Any,  # noqa: ANN401 -- click's signature
    ) -> Any:  # noqa: ANN401 -- click's signature
        """Run one command line and end with its exit status."""
        # Values are frozen and form no cycles: looking for some among very many rows
        # takes a sixth of the time of reading.
        gc.set_threshold(100_000, 20, 100)
        # Nor need the interpreter look for some at its end.
        atexit.register(gc.freeze)
        words = list(sys.argv[1:] if args is None else args)
        wish = asked_language(words)
        asked = preferred(wish) if wish else None
        face = Face(preferred(wish), asked, debug=bool(os.environ.get("MATCHER_DEBUG")))
        face.both = asks_both(words)
        # Wrong usage may be noticed before click comes to the option.
        face.as_json = "--json" in words
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")
        with speaking(face.language, wish_of(wish)):
            status = self._status(
                face,
                args=args,
                prog_name=prog_name,
                complete_var=complete_var,
                windows_expand_args=windows_expand_args,
                **extra,
            )
        if standalone_mode:
            sys.exit(status)
        return status

    def _status(self, face: Face, **how: Any) -> int:  # noqa: ANN401 -- handed on
        try:
            wording = translated(self, face.language)
            done = click.Group.main(wording, standalone_mode=False, obj=face, **how)
        except Exception as failure:  # noqa: BLE001 -- every end has its status
            return status_of(failure, face)
        return done if isinstance(done, int) else 0

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- click's signature
        """Run the command; a reader that closes the pipe early is no failure."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0


def _language(ctx: click.Context) -> Language:
    face = ctx.find_object(Face)
    return face.language if face else preferred()
