"""
What differs: between two scenarios, and between the plans made for several.

Values first: a :class:`Change` and a :class:`Comparison` hold codes, numbers and days;
:class:`Sentences` puts changes into people's words.
"""

from matcher.comparison.changes import (
    CellChange,
    Change,
    counts,
    scenario_changes,
)
from matcher.comparison.comparing import Comparison, compare
from matcher.comparison.outcomes import (
    AreaOutcome,
    CauseOutcome,
    Outlook,
    PersonOutcome,
    ProgrammeOutcome,
    RungOutcome,
    Verdict,
)
from matcher.comparison.sentences import Sentences
from matcher.comparison.shifts import Shift, shifts
from matcher.comparison.solved import Solved, judged, read_solved
from matcher.comparison.told import Notice, notices

__all__ = [
    "AreaOutcome",
    "CauseOutcome",
    "CellChange",
    "Change",
    "Comparison",
    "Notice",
    "Outlook",
    "PersonOutcome",
    "ProgrammeOutcome",
    "RungOutcome",
    "Sentences",
    "Shift",
    "Solved",
    "Verdict",
    "compare",
    "counts",
    "judged",
    "notices",
    "read_solved",
    "scenario_changes",
    "shifts",
]
