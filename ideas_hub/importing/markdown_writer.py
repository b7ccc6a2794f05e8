"""A tree of HTML as Markdown that GitHub and the hub read alike, one paragraph a line.

markdownify does the work; here is what it escapes too much or too little of, and what it would leave as HTML.
The tree must have been tidied (see `html_tree`): every paragraph in a <p>, tables in even rows.
"""

# ruff: noqa: ARG002 markdownify calls every method with the same three
import re

import markdownify
from bs4 import BeautifulSoup, Tag

from ideas_hub.reading.emoji_names import EMOJI_NAMES
from ideas_hub.reading.markdown import parse
from ideas_hub.reading.refusals import DRAWN

SIGN = re.compile(r"\\(?=[!-/:-@\[-`{-~])|\\$|[`*\[\]]|(?<=\[)\^|(?<![^\W_])_|_(?![^\W_])|(?<=_)_")
"""What would be a mark of Markdown wherever it stands; an underscore within a word is none."""
ENTITY = re.compile(r"&(?=#?\w+;)")
OF_TAGS = re.compile(r"<(?=[A-Za-z/!?])")
OF_TEMPLATES = re.compile(r"\{(?=[{%:#.<]|\s?[\w-]+\s?=)|(?<=\{)\{")
OF_WORDPRESS = re.compile(r"\\\[(?=[a-z_]+ [a-z_]+=|/[a-z_]+\\\])")
EMOJI = re.compile(r"(?<![\w:]):([a-z0-9_+-]+:)(?!\w)")
PAIRS = ("~", "$", "^", "==", "++", "%%")
"""Signs of which two do something to the words between them, here or in other systems."""
AT_START = re.compile(r"[#>]|%%|\.\.\s|[-+=]+(?:\s|$)|:{1,3}(?:\s|$|\w)|!!!|\?\?\?|///")
BOX_SIGNS = ":!?/.%"
"""Signs that still look like the start of a box of other systems with a backslash before them."""

NUMBER = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")
ADDRESS = re.compile(r"(\bhttps?://[\w-]+\.[^\s<>()\[\]\"'`*\\|]*[\w/])")
SPACE = re.compile(r"\s+")
LANGUAGE = re.compile(r"[A-Za-z][\w+#-]*")
FENCE = re.compile("^`{3,}", re.MULTILINE)


def write_markdown(tree: BeautifulSoup) -> str:
    """Return a tidied tree as Markdown, without an empty line at either end.

    Raises ValueError if it has more parts, or more within each other, than a text of the hub may have.
    """
    text: str = _Writer(
        heading_style=markdownify.ATX,
        bullets="-",
        escape_misc=True,
        sub_symbol="<sub>",
        sup_symbol="<sup>",
        newline_style=markdownify.BACKSLASH,
        code_language_callback=_language,
        wrap=True,  # which takes time in step with a row of spaces, where the other way takes its square
        wrap_width=None,
    ).convert_soup(tree)
    markdown = re.sub(r"\n{3,}", "\n\n", re.sub(r"(?<![ \t])[ \t]+$", "", text, flags=re.MULTILINE)).strip()
    if limit := parse(markdown).limit:
        raise ValueError(limit.message)
    return markdown


def escape_words(words: str) -> str:
    """Return words in which no sign acts as Markdown, but at the start of a line (see `escape_start`)."""
    words = SIGN.sub(r"\\\g<0>", words)
    words = OF_TEMPLATES.sub("&#123;", OF_TAGS.sub(r"\\<", ENTITY.sub("&amp;", words)))
    words = OF_WORDPRESS.sub("&#91;", words)
    words = EMOJI.sub(_no_emoji, words)
    for sign in PAIRS:
        if words.count(sign) > 1:
            words = re.sub(rf"(?<!\\){re.escape(sign)}", "".join(rf"\\{one}" for one in sign), words)
    return words


def _no_emoji(match: re.Match[str]) -> str:
    return f"&#58;{match[1]}" if match[1][:-1] in EMOJI_NAMES else match.group()


def escape_start(words: str) -> str:
    """Return words that stand at the start of a line, where a sign could make a heading, a list or a box of them."""
    if number := NUMBER.match(words):
        return f"{number.group()}\\{words[number.end() :]}"
    if AT_START.match(words):
        return f"&#{ord(words[0])};{words[1:]}" if words[0] in BOX_SIGNS else f"\\{words}"
    return words


def _language(pre: Tag) -> str:
    """Return the language of code for its first row; "" for one that GitHub would draw."""
    code = pre.find("code")
    classes = [*(pre.get("class") or ()), *((code.get("class") or ()) if isinstance(code, Tag) else ())]
    names = [name.removeprefix("language-") for name in classes if str(name).startswith("language-")]
    return next((name for name in names if LANGUAGE.fullmatch(name) and name not in DRAWN), "")


def _name(tag: Tag) -> str:
    """Return the name of a note or a box; letters, digits and hyphens alone, as anybody's HTML may have such a tag."""
    return re.sub(r"[^\w-]+", "-", str(tag.get("name") or "note"))


class _Writer(markdownify.MarkdownConverter):
    """The converter with our own escapes.  Its methods are found by the names of tags."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Return words with every sign as itself; what is an address to GitHub anyway is marked as one."""
        words = SPACE.sub(" ", text)
        if "a" in parent_tags or "://" not in words:
            return escape_words(words)
        parts = ADDRESS.split(words)
        return "".join(f"<{part}>" if place % 2 else escape_words(part) for place, part in enumerate(parts))

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return str(super().convert_p(el, escape_start(text.strip()), parent_tags))  # type: ignore[misc] # its types lack it

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write an item; its own words may stand in it without a paragraph."""
        first = next((child for child in el.children if isinstance(child, Tag) or str(child).strip()), None)
        words = text.strip() if isinstance(first, Tag) else escape_start(text.strip())
        return str(super().convert_li(el, words, parent_tags))  # type: ignore[misc] # its types lack it

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f" {SPACE.sub(' ', text).strip().replace('|', chr(92) + '|')} |"

    convert_th = convert_td

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write code between rows of more backticks than any row of it starts with."""
        fence = "`" * max(3, *(len(row) + 1 for row in FENCE.findall(text)), 3)
        language = _language(el)
        return f"\n\n{fence}{language}\n{text.strip(chr(10))}\n{fence}\n\n" if text.strip() else ""

    def convert_task(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return "[x]" if el.get("checked") else "[ ]"

    def convert_sign(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\\{el.get('name')}"

    def convert_note(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"[^{_name(el)}]"

    def convert_note_text(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write the words of a note; its later paragraphs are indented."""
        return f"\n\n[^{_name(el)}]: {text.strip().replace(chr(10), chr(10) + '    ')}\n\n"

    def convert_alert(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        rows = f"[!{_name(el).upper()}]\n{text.strip()}".split("\n")
        return "\n\n{}\n\n".format("\n".join(f"> {row}".rstrip() for row in rows))
