"""The kinds of letters, with the names that their files have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matcher.language import Language


@dataclass(frozen=True)
class Kind:
    """
    A kind of letter.

    Parameters
    ----------
    slug
        Its word on the command line.
    zh, en
        How its files are called.
    """

    slug: str
    zh: str
    en: str

    def name(self, language: Language) -> str:
        """Return how files of the kind are called in the language."""
        return self.zh if language == "zh" else self.en

    def template(self, language: Language) -> str:
        """Return the file name of the kind's template."""
        return f"{self.name(language)}.docx"


KINDS = {
    kind.slug: kind
    for kind in (
        Kind("dispatch", "派遣通知书", "dispatch-notice"),
        Kind("invitation", "邀请函", "invitation"),
        Kind("speaker", "报告人邀请函", "speaker-invitation"),
        Kind("handover", "交接书", "handover-document"),
        Kind("card", "联系卡", "contact-card"),
        Kind("medals", "奖牌名单", "medal-list"),
    )
}
"""The kinds by their slugs, in the order of a person's way."""
