"""Boxes of other systems, such as notes and warnings, as the five that GitHub has; their titles and words stay.

Docusaurus, Quarto and Pandoc open one with `:::tip` and close it with `:::`; MkDocs opens one with `!!! tip`, or a tab
with `===`, and indents what is in it; Obsidian starts a quotation with `[!name]- a title`; MyST writes one as code
whose language is in braces.
"""

import re
from collections.abc import Iterator

from ideas_hub.problem import excerpt

ALERTS = {
    **dict.fromkeys(("note", "info", "seealso", "abstract", "example", "quote", "details"), "note"),
    **dict.fromkeys(("tip", "hint", "success", "check", "done", "question", "faq", "help"), "tip"),
    **dict.fromkeys(("important", "attention"), "important"),
    **dict.fromkeys(("warning", "bug", "alert"), "warning"),
    **dict.fromkeys(("caution", "danger", "error", "failure"), "caution"),
}
"""GitHub's name for a kind of box, by the names of others; any other is a note."""

OPENING = re.compile(r"(?P<indent>[ \t]*):{3,}[ \t]*(?P<words>\S.*)")
CLOSING = re.compile(r"(?P<indent>[ \t]*):{3,}[ \t]*")
INDENTED = re.compile(r"(?P<indent>[ \t]*)(?P<signs>!!!|\?\?\?\+?|===[!+]?)[ \t]*(?P<words>[\w\"'].*)")
CALLOUT = re.compile(r"(?P<lead>[ \t]*(?:>[ \t]?)+)\[!(?P<name>[\w-]+)\](?P<rest>.*)")
NAME = re.compile(r"\{?\.?(?:callout-)?([\w-]+)\}?")
BRACED = re.compile(r"\{[\w-]+\}")
TITLE = re.compile(
    r"\[([^\]\n]+)\]|title=[\"']([^\"'\n]+)[\"']|(?<![=\w])\"([^\"]+)\"|(?<![=\w])'([^']+)'"
)  # fmt: skip
ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
GOVSPEAK = re.compile(r"\$(?:CTA|C|E|A|I|D|EndLegislativeList|LegislativeList)[ \t]*")
BECAME = "A box became one of GitHub's: {}"

DIRECTIVE = re.compile(r"(?P<indent>[ \t]*)(?P<signs>`{3,}+)[ \t]*\{(?P<name>[\w:-]+)\}[ \t]*(?P<title>.*)")
OPTION = re.compile(r"[ \t]*:(\w[\w-]*):[ \t]*(.*)")
FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
CODE_OF_MYST = re.compile(r"(?<!`)(`{3,}+)[ \t]*\{(?:code-block|code-cell|code|sourcecode)?\}[ \t]*")
PICTURES = frozenset({"figure", "image", "video", "iframe"})
HOLD_WORDS = frozenset(
    {"admonition", "dropdown", "epigraph", "pull-quote", "margin", "sidebar", "topic", "card", "tab-set"}
)


def with_known_boxes(text: str) -> tuple[str, list[str]]:
    """Return a text with its boxes as tags of our own around their words (see `html_tree`), and a note on each.

    Code must have been put out of the way.
    """
    reader = _BoxReader()
    for row in text.split("\n"):
        reader.read(row)
    return "\n".join([*reader.rows, "", *("</alert>" for _ in reader.indents)]), reader.notes


class _BoxReader:
    """Reads a text row by row.  indents: of the indented boxes that are open, in spaces."""

    def __init__(self) -> None:
        self.rows: list[str] = []
        self.notes: list[str] = []
        self.indents: list[int] = []

    def read(self, row: str) -> None:
        indent = len(row) - len(row.lstrip())
        while self.indents and row.strip() and indent <= self.indents[-1]:
            self.rows += ["", " " * (self.indents.pop() - 4 * len(self.indents)) + "</alert>", ""]
        for _ in self.indents:
            row = re.sub(r"^ {1,4}", "", row)
        if (start := CALLOUT.fullmatch(row)) and (start["rest"] or start["name"].casefold() not in ALERTS.values()):
            self.rows += _called_out(start["lead"], start["name"], start["rest"].lstrip("+- "))
            self.notes.append(BECAME.format(excerpt(row)))
        elif start := INDENTED.fullmatch(row):
            title = TITLE.search(start["words"])
            name = "note" if start["signs"].startswith("=") else start["words"].partition(" ")[0]
            self._open(start["indent"], f"{name} {title.group()}" if title else name, row)
            self.indents.append(indent)
        elif end := CLOSING.fullmatch(row):
            self.rows += ["", f"{end['indent']}</alert>", ""]
        elif start := OPENING.fullmatch(row):
            self._open(start["indent"], start["words"], row)
        elif GOVSPEAK.fullmatch(row):
            self.notes.append(f"Markup of another system was left out: {row.strip()}")
        else:
            self.rows.append(row)

    def _open(self, indent: str, words: str, row: str) -> None:
        self.rows += _opened(indent, words)
        self.notes.append(BECAME.format(excerpt(row)))


def _called_out(lead: str, name: str, title: str) -> Iterator[str]:
    """Yield the rows that start a box of GitHub, its title in bold.  lead: the signs of a quotation before it."""
    yield from (
        "" if lead.strip() == ">" else lead[: lead.rindex(">")],
        f"{lead}[!{ALERTS.get(name.casefold(), 'note').upper()}]",
    )
    if title:
        yield from (f"{lead}**{title}**", lead)


def _opened(indent: str, words: str) -> Iterator[str]:
    """Yield the rows that open a box, its title in bold.

    words: the name of its kind, then its title.
    """
    found = NAME.match(words)
    name = found[1].casefold() if found else ""
    titles = [next(filter(None, groups)) for groups in TITLE.findall(words)]
    rest = (
        words[found.end() :]
        if found and (name in ALERTS or BRACED.fullmatch(found.group()))
        else ""
        if ATTRIBUTES.search(words)
        else words
    )
    title = titles[0] if titles else ATTRIBUTES.sub("", rest).strip()
    yield from ("", f'{indent}<alert name="{ALERTS.get(name, "note")}">', "")
    if title and title.casefold() not in ALERTS:
        yield from (f"{indent}**{title}**", "")


def open_directives(text: str) -> tuple[str, list[str]]:
    """Return a text in which directives of MyST that hold words are boxes, and notes; other code stays as it is."""
    reader = _DirectiveReader()
    for row in text.split("\n"):
        reader.read(row)
    return "\n".join([*reader.rows, *("</alert>" for _ in reader.ends)]), reader.notes


class _DirectiveReader:
    """Reads a text row by row.

    ends: the rows that end the directives that are open.
    code: what the row that ends the code starts with; "" outside of code.
    has_options: the rows of a directive that set its options have not ended.
    """

    def __init__(self) -> None:
        self.rows: list[str] = []
        self.notes: list[str] = []
        self.ends: list[str] = []
        self.code = ""
        self.has_options = False

    def read(self, row: str) -> None:
        start = DIRECTIVE.fullmatch(row)
        if self.code:
            self.rows.append(row)
            self.code = "" if set(row.strip()) == {self.code[0]} and row.strip().startswith(self.code) else self.code
        elif start and start["name"].casefold() in {*ALERTS, *PICTURES, *HOLD_WORDS}:
            self.rows += _directive(start["indent"], start["name"].casefold(), start["title"].strip())
            self.ends.append(start["signs"])
            self.has_options = True
            self.notes.append(f"A block of another system became part of the text: {excerpt(row, 300)}")
        elif self.ends and row.strip() == self.ends[-1]:
            self.rows += ["", f"{row[: len(row) - len(row.lstrip())]}</alert>", ""]
            self.ends.pop()
        elif self.has_options and OPTION.fullmatch(row):
            self.notes.append(f"A setting of that block was left out: {excerpt(row.strip(), 300)}")
        else:
            self.has_options = self.has_options and not row.strip()
            fence = FENCE.match(row)
            self.code = fence[1] if fence else ""
            self.rows.append(CODE_OF_MYST.sub(r"\1", row) if fence else row)


def _directive(indent: str, name: str, title: str) -> Iterator[str]:
    if name in PICTURES:
        address = title.replace('"', "%22")
        yield from ("", f'{indent}<div><img src="{address}">', "")
    else:
        kind = name if name in ALERTS else "note"
        yield from _opened(indent, f'{kind} "{title}"' if title else kind)
