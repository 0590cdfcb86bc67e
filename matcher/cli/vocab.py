"""``matcher vocab``: list and search areas, titles, specialties and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matcher.cli import options
from matcher.cli.face import Face, this_face
from matcher.cli.tables import show_table
from matcher.language import mark
from matcher.vocabulary import VOCABULARIES, Entry, Vocabulary, fold, nearest, search

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Column = tuple[str, Callable[[Entry], str]]


@click.command(
    "vocab",
    help=mark(
        "List the entries of VOCABULARY with their codes, names and aliases, any of "
        "which a table may use. Without VOCABULARY the vocabularies are listed with "
        "their sources and versions."
    ),
)
@click.argument(
    "slug",
    metavar="[VOCABULARY]",
    required=False,
    type=click.Choice(list(VOCABULARIES)),
)
@click.option(
    "--search",
    "text",
    metavar="TEXT",
    help=mark(
        "Only the entries that TEXT names, by code or name, or that hold it, the best "
        "first; without VOCABULARY those of all."
    ),
)
@options.as_json
@options.common
def command(slug: str | None, text: str | None) -> None:
    """List and search vocabularies."""
    face = this_face()
    # A blank names nothing: what there is, is listed.
    if text is not None and fold(text):
        _find(face, slug, text)
    elif slug is not None:
        _list(face, VOCABULARIES[slug])
    else:
        _overview(face)


def _find(face: Face, slug: str | None, text: str) -> None:
    slugs = (slug,) if slug else None
    hits = search(text, slugs, most=None)
    near = () if hits else nearest(text, slugs)
    if face.as_json:
        found = {"entries": _documents(hits), "nearest": _documents(near)}
        face.emit("vocab", {"search": text, **found})
        return
    if not hits:
        click.echo(face.translate(mark("Nothing is called {name}."), name=text))
    if hits or near:
        title = mark("Entries found") if hits else mark("Nearest")
        _show(face, face.translate(title), hits or near)


def _list(face: Face, vocabulary: Vocabulary) -> None:
    facts = _facts(face, vocabulary)
    if face.as_json:
        listed = {"entries": _documents(vocabulary.entries)}
        face.emit("vocab", {"vocabulary": facts, **listed})
        return
    _show(face, str(facts["title"]), vocabulary.entries, tree=True)
    origin = mark("Source: {source}, version {version}")
    click.echo(face.translate(origin, **facts))
    if facts["note"]:
        click.echo(facts["note"])


def _overview(face: Face) -> None:
    facts = [_facts(face, each) for each in VOCABULARIES.values()]
    if face.as_json:
        face.emit("vocab", {"vocabularies": facts})
        return
    keys = ("vocabulary", "title", "count", "source", "version")
    show_table(
        face.translate(mark("Vocabularies")),
        (
            face.translate(mark("Vocabulary")),
            face.translate(mark("Title")),
            face.translate(mark("Entries")),
            face.translate(mark("Source")),
            face.translate(mark("Version")),
        ),
        [[each[key] for key in keys] for each in facts],
        numbers=(2,),
        wide=(3, 4),
    )


def _facts(face: Face, vocabulary: Vocabulary) -> Mapping[str, object]:
    chinese = face.language == "zh"
    return {
        "vocabulary": vocabulary.slug,
        "title": vocabulary.title if chinese else vocabulary.title_en,
        "source": vocabulary.source if chinese else vocabulary.source_en,
        "version": vocabulary.version,
        "note": vocabulary.note if chinese else vocabulary.note_en,
        "specialties": vocabulary.specialties,
        "count": len(vocabulary.entries),
    }


def _documents(entries: Sequence[Entry]) -> list[Mapping[str, object]]:
    return [{**vars(entry), "level": entry.level or None} for entry in entries]


def _show(
    face: Face, title: str, entries: Sequence[Entry], *, tree: bool = False
) -> None:
    parents = {entry.code: entry.parent for entry in entries} if tree else {}
    columns = _columns(face, entries, parents)
    show_table(
        title,
        [head for head, _ in columns],
        [[value(entry) for _, value in columns] for entry in entries],
        wide=range(1, len(columns)),
    )


def _columns(
    face: Face, entries: Sequence[Entry], parents: Mapping[str, str]
) -> list[Column]:
    """Return the columns in which anything stands."""
    columns: list[Column] = [
        (mark("Code"), lambda entry: _indent(entry, parents) + entry.code),
        (mark("Vocabulary"), lambda entry: "" if parents else entry.vocabulary),
        (mark("Name"), lambda entry: entry.name),
        (mark("English"), lambda entry: entry.name_en),
        (mark("Level"), lambda entry: str(entry.level or "")),
        (mark("Sector"), lambda entry: entry.sector),
        (mark("Aliases"), lambda entry: "；".join(entry.aliases)),
        (mark("Old codes"), lambda entry: "；".join(entry.old_codes)),
    ]
    return [
        (face.translate(head), value)
        for head, value in columns
        if any(map(value, entries))
    ]


def _indent(entry: Entry, parents: Mapping[str, str]) -> str:
    """Return two blanks for each entry above this one, if there is a tree at all."""
    blanks, parent = "", parents.get(entry.code)
    while parent:
        blanks, parent = blanks + "  ", parents[parent]
    return blanks
