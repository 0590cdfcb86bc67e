"""
What can go wrong, and with which exit status the command line ends.

::

    MatcherError                 70  internal-error
    ├── ScenarioError             1  scenario-has-errors   (all problems at once)
    ├── OutputError               2  output-exists         (never overwritten unasked)
    ├── OutputLockedError         2  output-locked         (open in another program)
    ├── UnwritableError           2  output-unwritable     (no such place, no right)
    ├── AnnotationError           2  workbook-not-annotated
    ├── ExtraError                2  extra-missing         (matcher.extras)
    ├── TemplateFault             2  template-faulty       (matcher.extras)
    ├── ClusterError              2  cluster-unusable      (matcher.extras)
    ├── OtherInputsError          2  other-inputs          (matcher.extras)
    ├── VersionError              2  versions-differ       (matcher.extras)
    ├── ContradictionError        3  contradictory-locks   (proven; names the locks)
    ├── NoPlanError               4  no-plan-in-time
    ├── GateError                 5  gate-tripped          (--fail-on)
    ├── AuditError                6  audit-findings
    ├── LostError                70  process-lost          (matcher.extras)
    └── InterruptedSolveError   130  interrupted           (no plan was found before)

Exit status 0 means done; shortages are a result, not an error.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from matcher.language import Language, mark, translate

if TYPE_CHECKING:
    from pathlib import PurePath


@dataclass(frozen=True, order=True)
class Place:
    """
    Where in the planner's files something stands.

    ``scenario.yaml:19:5``, ``people.csv:3:C`` and ``year.xlsx[人员]!D4``, each with
    the name of the column or key behind it.

    Parameters
    ----------
    file
        File name inside the scenario folder, or the name of the workbook.
    row
        Line of the file or row of the sheet, counted from 1 (0: the whole).
    column
        Column name of a table, or dotted path of a key of the settings.
    position
        Column of the character in ``scenario.yaml``, counted from 1, else 0.
    sheet
        Name of the sheet of a workbook, else blank.
    cell
        Number of the column of a table, counted from 1 (0: the whole row).
    """

    file: str
    row: int = 0
    column: str = ""
    position: int = 0
    sheet: str = ""
    cell: int = 0

    @property
    def letter(self) -> str:
        """The column of a table as spreadsheet programs name it: A, B, … AA."""
        letters, rest = "", self.cell
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return letters

    def text(self, language: Language) -> str:
        """Return the place as one word of a message."""
        word = "列" if language == "zh" and not self.sheet else ""
        name = f" [{' '.join(self.column.split())}]" if self.column else ""
        return self._spot(word) + name

    def _spot(self, word: str) -> str:
        if self.sheet:
            whole = f"{self.row}:{self.row}" if self.row else ""
            spot = f"{self.letter}{self.row}" if self.letter and self.row else whole
            return f"{self.file}[{self.sheet}]" + (f"!{spot}" if spot else "")
        steps = [self.row, self.position, self.letter and self.letter + word]
        return ":".join([self.file, *(str(step) for step in steps if step)])

    def __str__(self) -> str:
        return self.text("en")


@dataclass(frozen=True)
class Problem:
    """
    One fault in the planner's files: where, what, and the way out.

    Parameters
    ----------
    code
        Stable code, for example ``E101``; listed in the reference of errors. A code
        that begins with W is a warning: the scenario can be used all the same.
    place
        Where it stands.
    what
        English sentence with placeholders: what is wrong.
    way_out
        English sentence with placeholders: what would be right.
    facts
        The value of each placeholder, by its name.
    """

    code: str
    place: Place
    what: str
    way_out: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_warning(self) -> bool:
        """Whether the scenario can be used all the same."""
        return self.code.startswith("W")

    def text(self, language: Language) -> str:
        """Return the problem as one line in the language."""
        return f"{self.place.text(language)}: {self.code} {self.message(language)}"

    def message(self, language: Language) -> str:
        """Return what is wrong and the way out, without the place."""
        parts = [translate(self.what, language, **self.facts)]
        if self.way_out:
            parts.append(translate(self.way_out, language, **self.facts))
        return (" " if language == "en" else "").join(parts)


class MatcherError(Exception):
    """
    Anything that ends a command with a status other than 0.

    Parameters
    ----------
    what
        English sentence with placeholders.
    facts
        The value of each placeholder, by its name.

    Attributes
    ----------
    slug
        Stable name of the kind of error.
    exit_status
        What the command line returns.
    """

    slug = "internal-error"
    exit_status = 70

    def __init__(self, what: str, **facts: object) -> None:
        super().__init__(what.format(**facts) if facts else what)
        self.what = what
        self.facts = facts

    def text(self, language: Language) -> str:
        """Return the error in the language."""
        return translate(self.what, language, **self.facts)

    def __reduce__(self) -> tuple[object, ...]:
        # Kinds of errors are made from other values than they hold.
        return _as_it_was, (type(self), self.args, vars(self))


def _as_it_was(
    kind: type[MatcherError], args: Sequence[str], held: Mapping[str, object]
) -> MatcherError:
    """Return an error that comes from another process."""
    error = kind.__new__(kind, *args)
    vars(error).update(held)
    return error


class ScenarioError(MatcherError):
    """
    The scenario's files have faults; nothing was solved and nothing written.

    Parameters
    ----------
    problems
        Every fault of every file, in the order of files and rows; warnings too.
    """

    slug = "scenario-has-errors"
    exit_status = 1

    def __init__(self, problems: Sequence[Problem]) -> None:
        faults = [problem for problem in problems if not problem.is_warning]
        super().__init__(
            mark("{problems} problem(s) in {files} file(s)."),
            problems=len(faults),
            files=len({problem.place.file for problem in faults}),
        )
        self.problems = tuple(problems)

    def __str__(self) -> str:
        lines = [problem.text("en") for problem in self.problems]
        return "\n".join([*lines, super().__str__()])


class OutputError(MatcherError):
    """An output is there already and ``--force`` was not given."""

    slug = "output-exists"
    exit_status = 2

    def __init__(self, path: PurePath) -> None:
        super().__init__(
            mark("{path} is already there. Choose another place or add --force."),
            path=path,
        )


class OutputLockedError(MatcherError):
    """An output cannot be replaced because another program holds it open."""

    slug = "output-locked"
    exit_status = 2

    def __init__(self, path: PurePath) -> None:
        super().__init__(
            mark("{path} is open in another program. Close it there and try again."),
            path=path,
        )


class UnwritableError(MatcherError):
    """An output cannot be written where it was asked for."""

    slug = "output-unwritable"
    exit_status = 2

    def __init__(self, path: PurePath) -> None:
        super().__init__(mark("{path} cannot be written to."), path=path)


class AnnotationError(MatcherError):
    """A workbook cannot be given a list of its problems."""

    slug = "workbook-not-annotated"
    exit_status = 2

    def __init__(self, path: PurePath) -> None:
        super().__init__(
            mark(
                "{path} cannot be given a sheet of problems. Open it in Excel, WPS or "
                "LibreOffice, save it as .xlsx, and try again."
            ),
            path=path,
        )


class ContradictionError(MatcherError):
    """
    The strict locks contradict each other or a strict rule: proven, with names.

    Parameters
    ----------
    locks
        Ids of a smallest set of locks that cannot all be kept.
    reasons
        For each lock that alone is impossible, the slugs of the rules it breaks.
    """

    slug = "contradictory-locks"
    exit_status = 3

    def __init__(
        self, locks: Sequence[str], reasons: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self.locks = tuple(locks)
        self.reasons = {key: tuple(rules) for key, rules in (reasons or {}).items()}
        listed = ", ".join(
            f"{lock} ({', '.join(self.reasons[lock])})"
            if lock in self.reasons
            else lock
            for lock in self.locks
        )
        super().__init__(
            mark(
                "These locks cannot all be kept: {locks}. Remove one of them, or set "
                "the rule locks to soft."
            ),
            locks=listed,
        )


class NoPlanError(MatcherError):
    """No plan was found within the time limit; it is not proven that there is none."""

    slug = "no-plan-in-time"
    exit_status = 4

    def __init__(self, seconds: float) -> None:
        super().__init__(
            mark(
                "No plan that keeps all locks was found within {seconds:g} s. Allow "
                "more time with --time-limit."
            ),
            seconds=seconds,
        )


class GateError(MatcherError):
    """A gate of ``--fail-on`` tripped; the plan was written all the same."""

    slug = "gate-tripped"
    exit_status = 5


class AuditError(MatcherError):
    """The audit found something wrong with a plan."""

    slug = "audit-findings"
    exit_status = 6

    def __init__(self, findings: int) -> None:
        super().__init__(
            mark("The audit has {findings} finding(s)."), findings=findings
        )


class InterruptedSolveError(MatcherError):
    """The run was interrupted before it had a plan."""

    slug = "interrupted"
    exit_status = 130

    def __init__(self) -> None:
        super().__init__(
            mark("Interrupted before a plan was found; nothing was written.")
        )
