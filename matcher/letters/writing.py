"""From a plan to the files of its letters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from matcher.auditor import audit
from matcher.errors import AuditError
from matcher.extras import ExtraError
from matcher.letters.kinds import KINDS
from matcher.letters.letters import letters_of
from matcher.plan.files import file_name, refuse_existing, write_together
from matcher.report.material import Material
from matcher.report.words import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from matcher.language import Language
    from matcher.letters.facts import Letter
    from matcher.plan import Plan
    from matcher.scenario import Scenario


def write_letters(
    scenario: Scenario,
    plan: Plan,
    folder: Path | str,
    language: Language | None = None,
    *,
    kinds: Collection[str] = (),
    people: Collection[str] = (),
    hosts: Collection[str] = (),
    templates: Path | str | None = None,
    force: bool = False,
) -> tuple[Path, ...]:
    """
    Write the letters of a plan as Word documents and return their paths.

    Parameters
    ----------
    scenario
        What the plan was made for.
    plan
        What was decided.
    folder
        Where the letters go; made if it is not there.
    language
        The language of the letters; None: the scenario's.
    kinds
        Which kinds of letters; none: all.
    people, hosts
        Only letters about these people or hosts, by their codes; none: all.
    templates
        A folder with an office's own templates.
    force
        Whether letters that are already there are replaced.

    Raises
    ------
    matcher.errors.AuditError
        If the independent judge finds something wrong with the plan.
    matcher.extras.ExtraError
        If the extra ``letters`` is not installed.
    matcher.extras.TemplateFault
        If a template cannot be used.
    matcher.errors.OutputError
        If a letter is already there and ``force`` was not given.
    """
    judged = audit(scenario, plan)
    if not judged.clean:
        raise AuditError(len(judged.findings))
    words = Words(scenario, language or scenario.language)
    material = Material(scenario, plan, judged, words)
    letters = chosen(letters_of(material), kinds, people, hosts)
    own = Path(templates) if templates else None
    files, _missing = filled(letters, Path(folder), words.language, own, force=force)
    write_together(files, force=force)
    return tuple(files)


def chosen(
    letters: Iterable[Letter],
    kinds: Collection[str] = (),
    people: Collection[str] = (),
    hosts: Collection[str] = (),
) -> list[Letter]:
    """
    Return the letters that are asked for.

    Parameters
    ----------
    letters
        All letters of the plan.
    kinds
        Slugs of kinds; none: all.
    people, hosts
        Codes of people and hosts; none of either: all letters.
    """
    return [
        letter
        for letter in letters
        if not kinds or letter.kind in kinds
        if not (people or hosts)
        or not set(people).isdisjoint(letter.people)
        or not set(hosts).isdisjoint(letter.hosts)
    ]


def filled(
    letters: Iterable[Letter],
    folder: Path,
    language: Language,
    templates: Path | None = None,
    *,
    force: bool = False,
) -> tuple[Mapping[Path, bytes], tuple[str, ...]]:
    """
    Return the letters as files, and the names of templates that were missing.

    Parameters
    ----------
    letters
        What they say.
    folder
        Where they will go.
    language
        The language of the shipped templates and of the names of files.
    templates
        A folder with an office's own templates.
    force
        Whether letters that are already there may be replaced.
    """
    try:
        from matcher.letters.rendering import Templates  # noqa: PLC0415 -- an extra
    except ModuleNotFoundError as missing:
        raise ExtraError("letters", missing) from missing
    paths = _paths(letters, folder, language)
    refuse_existing(paths, force=force)
    office = Templates(language, templates)
    files = {path: office.filled(letter) for path, letter in paths.items()}
    return files, tuple(office.missing)


def _paths(
    letters: Iterable[Letter], folder: Path, language: Language
) -> dict[Path, Letter]:
    """Return the letters by where they go: by kind and codes."""
    found: dict[Path, Letter] = {}
    taken: set[str] = set()
    for letter in letters:
        name = file_name(KINDS[letter.kind].name(language), *letter.codes)
        # Codes with hyphens may give one name twice; some systems ignore case.
        while name.casefold() in taken:
            name += "~"
        taken.add(name.casefold())
        found[folder / f"{name}.docx"] = letter
    return found
