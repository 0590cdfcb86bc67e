"""Texts and codes as unpleasant as they get, and the days of small scenarios."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from matcher.scenario.base import SEPARATORS
from matcher.timeline import Window
from matcher.vocabulary import fold

HORIZON = Window(date(2023, 3, 1), date(2024, 3, 1))

NASTY = [
    *("0012", "=1+1", "+86 25", "-1", "@x", "NA", "null", "~", "no", "1.10", "１２"),
    *(
        "a\nb",
        'say "x"',
        "a,b",
        "a\tb"[0],
        "𠮷野",
        "#x",
        "a: b",
        "- a",
        "{x}",
        "%",
        "'",
    ),
    *("2023-03-01", "0x10", "1e3", "|", ">", "&a", "*a", "!t", "：", "\u3000x\u3000"),
]
_DISTINCT = sorted(
    {fold(text): text for text in NASTY if not set(text) & set(SEPARATORS)}.values()
)
"""Each with one spelling only, as sectors and departments have."""
LETTERS = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"))
TEXTS = st.sampled_from(NASTY) | st.text(LETTERS | st.just("\n"), max_size=12)
NAMES = TEXTS.filter(lambda text: text.strip() != "")
CODES = NAMES.filter(lambda text: not set(text) & set(SEPARATORS))
WORDS = st.sampled_from(["医疗", "教育", *_DISTINCT])
COUNTS = st.none() | st.integers(0, 10**9)
POINTS = st.integers(-(10**9), 10**9)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
WINDOWS = st.tuples(DAYS, DAYS).map(lambda days: Window.inclusive(*sorted(days)))
