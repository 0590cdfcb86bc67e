"""What can go wrong with the optional parts: letters and calendars."""

from __future__ import annotations

from matcher.errors import MatcherError
from matcher.language import mark


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
