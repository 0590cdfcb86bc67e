"""Letters as Word documents, from shipped templates and from an office's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document
from outgoing import material
from pages import template, texts

from docs.generate import PAGES, ROOT
from matcher.extras import TemplateFault
from matcher.language import LANGUAGES, Language
from matcher.letters.kinds import KINDS
from matcher.letters.letters import letters_of
from matcher.letters.rendering import SHIPPED, Templates

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.letters.facts import Letter


def letter(kind: str, language: Language = "en") -> Letter:
    """Return the first letter of a kind."""
    found = letters_of(material(language))
    return next(each for each in found if each.kind == kind)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_shipped_template_names_people_hosts_and_blanks(
    kind: str, language: Language
) -> None:
    """Every kind can be written in both languages, with blanks for names."""
    found = "\n".join(texts(Templates(language).filled(letter(kind, language))))
    said = letter(kind, language)
    assert [code for code in said.people if code not in found] == []
    assert "〔" in found
    assert "{{" not in found
    assert "{%" not in found


def test_a_notice_holds_what_its_person_must_know() -> None:
    """Host, days, bed, leader and local staff stand in the document."""
    found = texts(Templates("zh").filled(letter("dispatch", "zh")))
    for text in (
        "县医院儿科",
        "2023年3月11日至2023年3月30日",
        "驻地，女床1号",
        "副县长",
        "M-1",
    ):
        assert text in found


def test_what_a_posting_lacks_takes_no_row() -> None:
    """Who has no team and no leader reads nothing of teams and leaders."""
    alone = [each for each in letters_of(material()) if each.codes == ("Q-1", "n4")]
    found = texts(Templates("en").filled(alone[0]))
    assert "Lodging" in found
    assert not {"Team", "Contact leader", "Local staff to raise"} & set(found)


def test_an_invitation_has_a_row_for_each_guest() -> None:
    """The row of the template is repeated, numbered from 1."""
    host = [each for each in letters_of(material()) if each.codes == ("XV",)]
    made = Templates("en").filled(host[0])
    people = [text.split("\n")[0] for text in texts(made) if "〔name〕" in text]
    assert people[-3:] == ["P-2", "P-3", "P-3"]


def test_characters_of_markup_stand_as_they_are() -> None:
    """A name with & and < is text, not markup."""
    found = texts(Templates("en").filled(letter("card")))
    assert "City & <State> Hospital, 内科" in found


def test_the_same_letter_has_the_same_bytes() -> None:
    """Neither time nor order of making show in the file."""
    first = Templates("zh").filled(letter("card", "zh"))
    assert Templates("zh").filled(letter("card", "zh")) == first


def test_every_shipped_template_is_made_by_the_script() -> None:
    """No template was changed by hand: docs.generate knows each of them."""
    shipped = {path.relative_to(ROOT).as_posix() for path in SHIPPED.rglob("*.docx")}
    assert shipped == {name for name in PAGES if name.endswith(".docx")}
    assert len(shipped) == len(KINDS) * len(LANGUAGES)


@pytest.mark.parametrize(
    "path", sorted(SHIPPED.rglob("*.docx")), ids=lambda each: each.stem
)
def test_chinese_characters_have_chinese_fonts(path: Path) -> None:
    """Every style names a font for Chinese: that of official documents."""
    fonts = {
        style.name: str(style.element.rPr.rFonts.get(f"{{{NAMESPACE}}}eastAsia"))
        for style in Document(str(path)).styles
        if style.name != "Normal"
    }
    assert fonts["Body"] == "仿宋"
    assert fonts["Heading"] == "方正小标宋简体"
    assert "None" not in fonts.values()


NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


# --- an office's own templates --------------------------------------------------


def test_an_office_may_use_its_own_template(tmp_path: Path) -> None:
    """A file of the same name in its folder takes the place of the shipped one."""
    template(
        tmp_path / "contact-card.docx", "Ours: {{ person }}", "{{ posts[0].host }}"
    )
    office = Templates("en", tmp_path)
    assert texts(office.filled(letter("card"))) == ["Ours: P-1", "County hospital"]
    assert office.missing == []


def test_a_template_that_is_missing_is_told_once(tmp_path: Path) -> None:
    """The shipped one takes its place, and its name is kept to be told."""
    office = Templates("en", tmp_path)
    made = [office.filled(letter("card")) for _ in range(2)]
    assert made[0] == Templates("en").filled(letter("card"))
    assert office.missing == ["contact-card.docx"]


def test_an_unknown_placeholder_is_named_with_its_file(tmp_path: Path) -> None:
    """All unknown names are told at once, with those that are known."""
    path = tmp_path / "contact-card.docx"
    template(path, "{{ persn }} {{ phone }} {{ person }}")
    with pytest.raises(TemplateFault) as fault:
        Templates("en", tmp_path).filled(letter("card"))
    told = fault.value.text("en")
    assert told.startswith(f"{path}: ")
    assert "persn, phone" in told
    assert "They know: plan, person, home, home_department, posts." in told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{% for post in posts %}{{ post.phone }}{% endfor %}", "phone"),
        ("{{ person.__class__ }}", "__class__"),
        ("{{ posts[9] }}", "9"),
    ],
)
def test_an_unknown_field_is_named_with_its_file(
    tmp_path: Path, text: str, name: str
) -> None:
    """What is asked of an item must be there, and nothing behind it can be reached."""
    path = tmp_path / "contact-card.docx"
    template(path, text)
    with pytest.raises(TemplateFault) as fault:
        Templates("en", tmp_path).filled(letter("card"))
    assert str(path) in fault.value.text("zh")
    assert name in fault.value.text("zh")


@pytest.mark.parametrize(
    "text", ["{{ person }", "{% for post in posts %}", "{{ 1 + }}"]
)
def test_a_broken_placeholder_is_told_with_its_file(tmp_path: Path, text: str) -> None:
    """A slip in the template's language is an error of the template, not of ours."""
    path = tmp_path / "contact-card.docx"
    template(path, f"{text} {{{{ person }}}}")
    with pytest.raises(TemplateFault, match="cannot be read"):
        Templates("en", tmp_path).filled(letter("card"))


@pytest.mark.parametrize("content", [b"", b"plain text", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_word_document_is_told(tmp_path: Path, content: bytes) -> None:
    """A file that Word would not open is named."""
    path = tmp_path / "contact-card.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateFault, match="no Word document"):
        Templates("en", tmp_path).filled(letter("card"))
