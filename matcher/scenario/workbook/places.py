"""Putting a file into its place, whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from matcher.errors import OutputError, OutputLockedError, UnwritableError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """
    Say of whatever the system refuses within that the path cannot be written to.

    Parameters
    ----------
    path
        What is to be written.

    Raises
    ------
    UnwritableError
        If the place is none, or may not be written to.
    """
    try:
        yield
    except OSError:
        raise UnwritableError(path) from None


def refuse(path: Path, *, force: bool) -> None:
    """
    Raise an error if a file could not be written to a path.

    Raises
    ------
    OutputError
        If something is there already that must not be replaced.
    UnwritableError
        If the path can name no file.
    """
    with writing(path):
        if path.is_dir() or (path.exists() and not force):
            raise OutputError(path)


def put(content: bytes, path: Path, *, force: bool) -> None:
    """
    Write a file beside its place and move it in.

    Parameters
    ----------
    content
        The file's content.
    path
        Its place; folders that are missing are made.
    force
        Whether a file that is there already may be replaced.

    Raises
    ------
    OutputError
        If something is there already that must not be replaced.
    OutputLockedError
        If another program holds it open.
    UnwritableError
        If nothing can be written there.
    """
    refuse(path, force=force)
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=path.parent, prefix=".matcher-") as beside:
            fresh = Path(beside) / path.name
            fresh.write_bytes(content)
            try:
                fresh.replace(path)
            except PermissionError:
                raise OutputLockedError(path) from None
