"""Templates and shortcodes of other systems: what they say is kept as words, what they do is named in a note.

Hugo writes {{< name ... >}} and {{% name %}}; Jekyll, Eleventy and Nunjucks {% name %} and {{ value }}; Middleman
<%= value %>; MDX {/* comment */} and rows of import and export; WordPress [name setting="..."] and [/name].
"""

import re
from collections.abc import Mapping, Sequence

from ideas_hub.problem import excerpt

MOST = 2_000  # characters of a template
SHOWN = 300  # characters of one in a note
TEMPLATE = re.compile(
    rf"\{{\{{(?P<double>(?:(?!\}}\}}|\{{\{{).){{0,{MOST}}}?)\}}\}}|\{{%(?P<tag>(?:(?!%\}}|\{{%).){{0,{MOST}}}?)%\}}"
    rf"|<%(?P<erb>(?:(?!%>|<%).){{0,{MOST}}}?)%>|\{{/\*(?P<comment>(?:(?!\*/|\{{/\*).){{0,{MOST}}}?)\*/\}}",
    re.DOTALL,
)
COMMENT = re.compile(
    r"\{%-?\s*comment\s*-?%\}((?:(?!\{%-?\s*comment\b).)*?)\{%-?\s*endcomment\s*-?%\}"
    r"|\{\{<\s*comment\s*>\}\}((?:(?!\{\{<\s*comment\b).)*?)\{\{<\s*/comment\s*>\}\}"
    r"|\{::comment\}((?:(?!\{::comment).)*?)\{:/(?:comment)?\}"
    r"|%%((?:(?!%%).){1,2000})%%"
    r"|(?:(?<=\n\n)|\A)(%[ ][^\n]*(?:\n%[ ][^\n]*)*)",
    re.DOTALL,
)
"""Matches a comment of Jekyll, Hugo, kramdown, Obsidian or MyST."""

BRACKETS = re.compile(
    r"\[(?P<closes>/?)(?P<name>[a-z][\w-]*)"
    r"(?P<settings>(?:\s+[\w-]+\s*=\s*(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\]\"']+)){0,40})\s*/?\](?![(:])"
)
"""Matches what may be a shortcode of WordPress."""

OF_A_PROGRAM = re.compile(
    r"^(?:import\s(?:(?:(?!\n\n)[^'\";]){0,400}?\sfrom\s+)?['\"][^'\"\n]+['\"];?"
    r"|export\s+(?:const|default|let|function)\b(?:[^\n]*[{\[(]\n(?:[^\n}\])][^\n]*\n|\n){0,100}[}\])]+;?|[^\n]*))$",
    re.MULTILINE,
)
PARAMETER = re.compile(r"(?:([\w-]+)\s*[=:]\s*)?(?:\"((?:\\.|[^\"\\])*)\"|'((?:\\.|[^'\\])*)'|“([^”]*)”)")
VARIABLE = re.compile(r"(?:(?:page|site|current_page|\$?frontmatter|data|[Pp]arams|metadata)\.|\.)*([\w-]+)")
IN_TARGET = re.compile(r"(?:\]\(\s*<?|(?:href|src)\s*=\s*[\"']?)[^\s()\"'<>]*\Z")
BEFORE = 200  # characters in which a target would have started
LEADS = frozenset({"ref", "relref", "link", "post_url", "url_for", "url", "doc", "asset_path"})
PICTURES = re.compile(
    r"im(?:g|age)|fig|video|youtube|vimeo|tweet|twitter|picture|photo|gallery|asset|icon|embed", re.IGNORECASE
)
SAYS = frozenset(
    {"caption", "text", "title", "quote", "cite", "content", "summary", "label", "description", "heading", "figcaption"}
)
"""Parameters whose words readers see."""

LINKS = frozenset({"href", "url", "link", "to"})
ADDRESS = re.compile(r"(?:https?:)?/{1,2}\S+|\.{0,2}/\S*|[\w./-]+\.\w{2,5}|#\S*")
CLOSING = re.compile(r"/|end|else\b|elsif\b")


def without_shortcodes(text: str, facts: Mapping[str, object]) -> tuple[str, list[str]]:
    """Return a text without templates, and a note on each that did more than to show a value.

    facts: of the page, whose values a template may show.
    """
    notes = [
        f'A comment that readers never saw was left out: "{excerpt(next(filter(None, match.groups()), ""), SHOWN)}".'
        for match in COMMENT.finditer(text)
    ]
    text = COMMENT.sub("", text)
    notes += [f"A line of program code was left out: {excerpt(row, SHOWN)}" for row in OF_A_PROGRAM.findall(text)]

    def replaced(match: re.Match[str]) -> str:
        template = _Template(match)
        words = template.value_shown(facts)
        if words is None:
            words = template.words
            notes.append(f"Markup of another system was left out: {excerpt(match.group(), SHOWN)}")
        return words

    text, more = _without_brackets(TEMPLATE.sub(replaced, OF_A_PROGRAM.sub("", text)))
    return text, [*notes, *more]


def _without_brackets(text: str) -> tuple[str, list[str]]:
    """Return a text without shortcodes in square brackets, those with settings or an end, and a note on each."""
    opened, closed = (
        {match["name"] for match in BRACKETS.finditer(text) if bool(match["closes"]) == closes}
        for closes in (False, True)
    )
    notes: list[str] = []

    def replaced(match: re.Match[str]) -> str:
        is_paired = match["name"] in opened & closed
        if not is_paired and (match["closes"] or not match["settings"]):
            return match.group()
        if not match["closes"]:
            notes.append(f"Markup of another system was left out: {excerpt(match.group(), SHOWN)}")
        return ""

    return BRACKETS.sub(replaced, text), notes


class _Template:
    """One template.

    inner: what stands between its brackets.
    parameters: each with its name, or "".
    """

    def __init__(self, match: re.Match[str]) -> None:
        self._match = match
        found = next(part for part in match.groupdict().values() if part is not None)
        self._inner = found.strip("<>%=-# \n")
        self._name = self._inner.split(maxsplit=1)[0] if self._inner else ""
        groups = PARAMETER.findall(self._inner)
        self._parameters: Sequence[tuple[str, str]] = [(key, next(filter(None, rest), "")) for key, *rest in groups]

    def value_shown(self, facts: Mapping[str, object]) -> str | None:
        """Return what it does no more than to show: a value, an address, or nothing; None if it does something else."""
        inner = self._inner
        if self._match["comment"] is not None:
            return None
        if IN_TARGET.search(self._match.string, max(0, self._match.start() - BEFORE), self._match.start()):
            return self._address()
        if CLOSING.match(inner):
            return ""
        variable = VARIABLE.fullmatch(inner.partition("|")[0].strip())
        if variable and isinstance(value := facts.get(variable[1], facts.get(variable[1].lower())), str | int):
            return str(value)
        is_text = inner[:1] in {'"', "'"} and self._parameters and not ADDRESS.fullmatch(self._parameters[0][1])
        return self._parameters[0][1] if is_text else None

    def _address(self) -> str:
        """Return the part of an address that it stands for; "" where that is the address of the site."""
        if self._parameters:
            return self._parameters[0][1]
        return self._inner.split()[1] if self._name in LEADS and len(self._inner.split()) > 1 else ""

    @property
    def words(self) -> str:
        """What a shortcode says to readers: words among its parameters, as a link where they have an address."""
        if self._match["comment"] is not None:
            return ""
        words = [value.replace('\\"', '"') for key, value in self._parameters if self._is_said(key.casefold(), value)]
        address = next((value for key, value in self._parameters if key in LINKS), "")
        if address and words:
            return f"[{' '.join(words)}]({address})"
        row = self._match.string[self._match.string.rfind("\n", 0, self._match.start()) + 1 : self._match.start()]
        apart = "\n\n"
        return f"{apart}{apart.join(words)}{apart}" if words and not row.strip(" \t>-*") else " ".join(words)

    def _is_said(self, key: str, value: str) -> bool:
        if not re.search(r"\w", value) or ADDRESS.fullmatch(value):
            return False
        return key in SAYS or (not key and " " in value and not PICTURES.search(self._name))
