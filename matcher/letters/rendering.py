"""Letters as Word documents, from the shipped templates or an office's own."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import fields
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from matcher.extras import TemplateFault
from matcher.language import Language, mark
from matcher.letters.facts import FACTS
from matcher.letters.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.letters.facts import Letter

SHIPPED = Path(__file__).parent / "templates"
"""Where the shipped templates are, a folder for each language."""

_UNKNOWNS = mark(
    "{file}: letters of this kind do not know the placeholder(s) {names}. They know: "
    "{known}."
)
_UNKNOWN = mark(
    "{file}: letters of this kind do not know the placeholder {name}. The fields that "
    "there are stand in the documentation, under letters."
)
_SYNTAX = mark("{file}: a placeholder of this template cannot be read: {said}")
_NOT_WORD = mark("{file} is no Word document (.docx). Save it as one and try again.")


class _Unknown(StrictUndefined):
    """What a template asks for and nobody knows; the error is its name."""

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name)


_JINJA = SandboxedEnvironment(autoescape=True, undefined=_Unknown)


class Templates:
    """
    The templates of one language, read and checked when they are first used.

    Parameters
    ----------
    language
        The language of the shipped templates.
    folder
        An office's own templates, under the names of the shipped ones.

    Attributes
    ----------
    missing
        Names of templates that the folder lacks; the shipped ones are used.
    """

    def __init__(self, language: Language, folder: Path | None = None) -> None:
        self.language = language
        self.folder = folder
        self.missing: list[str] = []
        self._read: dict[str, tuple[str, bytes]] = {}

    def filled(self, letter: Letter) -> bytes:
        """
        Return a letter as a Word document.

        Parameters
        ----------
        letter
            What it says.

        Raises
        ------
        matcher.extras.TemplateFault
            If the template cannot be read or asks for what no letter of its kind
            knows.
        """
        if letter.kind not in self._read:
            path = self._path(KINDS[letter.kind].template(self.language))
            self._read[letter.kind] = str(path), path.read_bytes()
            _check(letter.kind, *self._read[letter.kind])
        return _document(letter, *self._read[letter.kind])

    def _path(self, name: str) -> Path:
        shipped = SHIPPED / self.language / name
        if self.folder is None:
            return shipped
        if (self.folder / name).exists():
            return self.folder / name
        self.missing.append(name)
        return shipped


@contextmanager
def _naming(path: str) -> Iterator[None]:
    """Say which template it is that cannot be used."""
    try:
        yield
    except (TemplateSyntaxError, SecurityError) as fault:
        raise TemplateFault(_SYNTAX, file=path, said=fault.message) from fault
    except UndefinedError as fault:
        raise TemplateFault(_UNKNOWN, file=path, name=fault.message) from fault
    except (BadZipFile, KeyError, ValueError) as fault:
        raise TemplateFault(_NOT_WORD, file=path) from fault


def _check(kind: str, path: str, template: bytes) -> None:
    """Raise an error if a template asks for what no letter of its kind knows."""
    with _naming(path):
        asked = DocxTemplate(BytesIO(template)).get_undeclared_template_variables(
            _JINJA
        )
    known = [field.name for field in fields(FACTS[kind])]
    if wrong := sorted(asked - set(known)):
        raise TemplateFault(
            _UNKNOWNS, file=path, names=", ".join(wrong), known=", ".join(known)
        )


def _document(letter: Letter, path: str, template: bytes) -> bytes:
    facts = {
        field.name: getattr(letter.facts, field.name) for field in fields(letter.facts)
    }
    file = BytesIO()
    with _naming(path):
        document = DocxTemplate(BytesIO(template))
        document.render(facts, _JINJA)
        document.save(file)
    return _timeless(file)


def _timeless(file: BytesIO) -> bytes:
    """Return the package without the time of its making: same letter, same bytes."""
    made = BytesIO()
    with ZipFile(file) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return made.getvalue()
