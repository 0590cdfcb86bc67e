"""What stands in every letter, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs.pages.word import paragraph

if TYPE_CHECKING:
    from matcher.language import Language


def optional(name: str, comma: str = ", ") -> str:
    """Return a placeholder behind a comma; where it is blank, without."""
    return f"{{% if {name} %}}{comma}{{{{ {name} }}}}{{% endif %}}"


class Voice:
    """
    What stands in every letter, in one language.

    Parameters
    ----------
    language
        The language of the letter.
    """

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, chinese: str, english: str) -> str:
        """Return the text in the language."""
        return chinese if self.language == "zh" else english

    def top(self, sender: str, title: str, *, number: bool = True) -> list[str]:
        """Return the head in red, the number of the document and its title."""
        found = [paragraph(sender, "Head")]
        if number:
            found.append(
                paragraph(self("〔发文字号〕", "〔document number〕"), "Number")
            )
        return [*found, paragraph(title, "Heading")]

    def end(self, signer: str) -> list[str]:
        """Return who signs, and the date, left to the office."""
        day = self("〔　　　　〕年〔　　〕月〔　　〕日", "〔date〕")
        return [paragraph(signer, "Sign"), paragraph(day, "Day")]

    @property
    def contact(self) -> str:
        """Whom to call: no plan knows."""
        return self("〔姓名〕　电话〔号码〕", "〔name〕, telephone 〔number〕")

    @property
    def where(self) -> str:
        """The host of a posting, with its department."""
        return self(
            "{{ post.host }}{{ post.department }}",
            "{{ post.host }}" + optional("post.department"),
        )

    @property
    def counted(self) -> tuple[str, str, int]:
        """The column with the number of the row."""
        return self("序号", "No."), "{{ loop.index }}", 660

    def somebody(self, post: str) -> tuple[str, str, int]:
        """Return the column with a person's code and a blank for the name."""
        name = self("〔姓名〕", "〔name〕")
        text = f"{{{{ {post}.person }}}}\n{name}"
        return self("代号和姓名", "Code and name"), text, 1370

    def term(self, post: str) -> tuple[str, str, int]:
        """Return the column with the first and the last day on post."""
        text = f"{{{{ {post}.first_day }}}}\n{{{{ {post}.last_day }}}}"
        return self("任期首日、末日", "First and last day"), text, 1920
