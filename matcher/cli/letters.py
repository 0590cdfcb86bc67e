"""``matcher letters``: letters of a plan as Word documents."""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.cli import options
from matcher.cli.clean import clean_material
from matcher.cli.face import this_face
from matcher.cli.outputs import claim
from matcher.language import mark
from matcher.letters.kinds import KINDS
from matcher.letters.letters import letters_of
from matcher.letters.writing import chosen, filled
from matcher.plan.files import write_together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matcher.cli.face import Face
    from matcher.letters.facts import Letter
    from matcher.scenario import Scenario

_SHIPPED = mark("{name} is not in {folder}: the shipped template was used.")


@click.command(
    "letters",
    help=mark(
        "Write letters for the plan file PLAN of SCENARIO into OUT, as Word documents: "
        "notices of dispatch, invitations to hosts' guests and to speakers, handover "
        "documents, contact cards and medal lists. Names, telephone numbers and "
        "document numbers, which no plan knows, are left as 〔blanks〕. Needs the "
        "extra letters. Of a plan that the judge finds fault with, nothing is "
        "written, and the exit status is 6."
    ),
)
@options.scenario
@options.plan
@options.overlays
@options.output
@click.option(
    "--template",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help=mark(
        "Folder with your own Word templates, named as the shipped ones; for what it "
        "lacks the shipped one is used."
    ),
)
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(tuple(KINDS)),
    multiple=True,
    help=mark("Only letters of this kind; may be given more than once."),
)
@click.option(
    "--only",
    metavar="person:CODE|host:CODE",
    multiple=True,
    help=mark(
        "Only letters about this person or this host; may be given more than once."
    ),
)
@options.force
@options.as_json
@options.common
def command(
    scenario: Path,
    plan: Path,
    overlays: tuple[Path, ...],
    output: Path,
    *,
    template: Path | None,
    kinds: tuple[str, ...],
    only: tuple[str, ...],
    force: bool,
) -> None:
    """Write letters."""
    face = this_face()
    claim(output, (), force=force)
    material = clean_material(face, scenario, plan, overlays)
    people, hosts = _named(face, only, material.scenario)
    letters = chosen(letters_of(material), kinds, people, hosts)
    language = material.words.language
    files, missing = filled(letters, output, language, template, force=force)
    write_together(files, force=force)
    for name in missing:
        face.tell(face.translate(_SHIPPED, name=name, folder=template))
    if face.as_json:
        outputs = [str(path) for path in files]
        face.emit("letters", {"outputs": outputs, "shipped": missing})
        return
    for line in _lines(face, letters):
        click.echo(line)
    if files:
        click.echo(face.translate(mark("Written: {path}"), path=output))


def _named(
    face: Face, only: Sequence[str], scenario: Scenario
) -> tuple[list[str], list[str]]:
    """Return the people and the hosts that were asked for."""
    leavers = (each.person for each in scenario.leavers)
    known = {
        "person": (*scenario.person, *leavers),
        "host": tuple(dict.fromkeys(each.unit for each in scenario.needs)),
    }
    found: dict[str, list[str]] = {what: [] for what in known}
    for wish in only:
        what, _colon, code = wish.partition(":")
        if what not in known:
            text = mark("Write person:CODE or host:CODE after --only, not {wish}.")
            raise click.UsageError(face.translate(text, wish=wish))
        if code not in known[what]:
            raise click.UsageError(_unknown(face, wish, code, known[what]))
        found[what].append(code)
    return found["person"], found["host"]


def _unknown(face: Face, wish: str, code: str, known: Sequence[str]) -> str:
    if near := get_close_matches(code, known, n=1):
        text = mark(
            "--only {wish}: the scenario has no such code. Did you mean {near}?"
        )
        return face.translate(text, wish=wish, near=near[0])
    return face.translate(
        mark("--only {wish}: the scenario has no such code."), wish=wish
    )


def _lines(face: Face, letters: Sequence[Letter]) -> list[str]:
    """Return how many letters of each kind there are."""
    counts = Counter(letter.kind for letter in letters)
    if not counts:
        return [face.translate(mark("The plan has no such letter."))]
    return [
        f"{KINDS[kind].name(face.language)}: {count}" for kind, count in counts.items()
    ]
