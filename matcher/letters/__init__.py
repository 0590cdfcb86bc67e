"""
Letters of a plan: what each says, and Word documents from templates.

``facts`` holds what letters can say, ``letters`` works it out, ``rendering`` fills
templates and needs the extra ``letters``.
"""

from matcher.letters.writing import write_letters

__all__ = ["write_letters"]
