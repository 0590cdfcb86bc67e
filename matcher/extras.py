"""Errors that only some parts can meet: letters, calendars, sweeps, clusters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.errors import MatcherError
from matcher.language import mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import PurePath


class ExtraError(MatcherError):
    """
    An optional part of matcher is asked for whose packages are not installed.

    Parameters
    ----------
    extra
        Its name in the package's metadata.
    missing
        The import that failed.
    """

    slug = "extra-missing"
    exit_status = 2

    def __init__(self, extra: str, missing: ModuleNotFoundError) -> None:
        super().__init__(
            mark(
                "This needs the package {package}, which is not installed. Install it "
                "with: pip install 'matcher[{extra}]'"
            ),
            extra=extra,
            package=missing.name,
        )


class TemplateFault(MatcherError):  # noqa: N818 -- jinja has a TemplateError
    """A letter's template cannot be used; nothing was written."""

    slug = "template-faulty"
    exit_status = 2


class ClusterError(MatcherError):
    """A Ray cluster cannot be reached, started or used."""

    slug = "cluster-unusable"
    exit_status = 2


class OtherInputsError(MatcherError):
    """Cells of a sweep were planned from other inputs than are given now."""

    slug = "other-inputs"
    exit_status = 2

    def __init__(self, path: PurePath, cells: Sequence[str]) -> None:
        super().__init__(
            mark(
                "{count} cell(s) in {path} were planned from other inputs, limits or "
                "versions: {cells}. Choose another folder, or add --force to plan them "
                "again."
            ),
            count=len(cells),
            path=path,
            cells=", ".join(cells),
        )


class VersionError(MatcherError):
    """A machine of a cluster has other versions than the one that asks."""

    slug = "versions-differ"
    exit_status = 2

    def __init__(
        self, machine: str, there: Mapping[str, str], here: Mapping[str, str]
    ) -> None:
        super().__init__(
            mark(
                "{machine} has {there}, here it is {here}. Install the same versions "
                "on all machines."
            ),
            machine=machine,
            there=", ".join(f"{name} {there[name]}" for name in sorted(there)),
            here=", ".join(f"{name} {here[name]}" for name in sorted(here)),
        )


class LostError(MatcherError):
    """Every process that worked on something ended before it was done."""

    slug = "process-lost"

    def __init__(self, tries: int) -> None:
        super().__init__(
            mark(
                "{tries} processes ended while they planned this, for want of memory "
                "perhaps. Plan fewer at the same time with --jobs."
            ),
            tries=tries,
        )


def unforeseen(failure: BaseException) -> MatcherError:
    """
    Return a fault of matcher as an error that can be told.

    Parameters
    ----------
    failure
        What nobody thought of.
    """
    return MatcherError(
        mark(
            "Internal error: {error}. Please report it; --debug or MATCHER_DEBUG=1 "
            "shows where it happened."
        ),
        error=" ".join(f"{type(failure).__name__}: {failure}".split()),
    )
