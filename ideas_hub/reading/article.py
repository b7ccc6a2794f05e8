"""A text as an article: safe HTML, its headings, its words, and the files that it links to.

What GitHub's Preview shows is what is published, or the line is refused (`refusals`); nothing is stripped in silence.
Two nets lie behind the refusals: raw HTML is never written, and nh3 lets only the tags and attributes below through.
"""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

import nh3

from ideas_hub.model import addresses, links
from ideas_hub.model.document import Article, FileLink
from ideas_hub.model.languages import has_right_to_left
from ideas_hub.reading.glossary_links import GLOSSARY, Form, link_first_uses
from ideas_hub.reading.html_writer import HtmlWriter, escape, escape_target, title_of
from ideas_hub.reading.links import SCHEMES, resolve_link
from ideas_hub.reading.markdown import NOTE, Event, MarkdownText
from ideas_hub.reading.prose import Prose
from ideas_hub.reading.raw_html import ALLOWED_HTML

TAGS = "p h2 h3 h4 h5 h6 ul ol li strong em del code pre blockquote a hr br sup sub div span table thead tbody tr th td"
ATTRIBUTES = {
    "*": {"id"},
    "a": {"href", "title", "class", "rel"},
    "ol": {"start"},
    "div": {"class", "role", "aria-label", "tabindex"},
    "span": {"role", "aria-label"},
    "th": {"scope", "align"},
    "td": {"align"},
}
BLOCKS = ("p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "th", "td")


def _cleaner(added: Mapping[str, Mapping[str, str]]) -> nh3.Cleaner:
    """Return a cleaner that lets the tags and attributes above through.  added: attributes with values, by tag."""
    return nh3.Cleaner(
        tags=set(TAGS.split()),
        attributes=ATTRIBUTES,
        set_tag_attribute_values=added,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


CLEANER, CLEANER_BOTH_WAYS = _cleaner({}), _cleaner({tag: {"dir": "auto"} for tag in BLOCKS})
"""In a text with any letter that runs from the right, each block finds its own direction."""
CONTENTS_LEVEL = 2
LETTERS_MARKS_NUMBERS = "LMN"  # of any script: the first letters of their categories in Unicode


def convert(text: MarkdownText, prose: Prose, file: str, forms: Sequence[Form] = ()) -> Article:
    """Return a text as an article.

    prose: of the text; what is searched.
    file: its path from the repository's root, which links are relative to.
    forms: of the glossary's words, the longest first; the first use of each word becomes a link to its meaning.
    """
    events = _notes_last(text.events) if "[^" in text.source else text.events
    writer = _ArticleWriter(text, file)
    cleaner = CLEANER_BOTH_WAYS if has_right_to_left(text.source) else CLEANER
    html = cleaner.clean(writer.write(link_first_uses(events, forms) if forms else events))
    words = "\n".join([passage.text for passage in prose.passages])
    return Article(html, tuple(writer.contents), tuple(writer.links), words, tuple(writer.ids))


def _notes_last(events: Sequence[Event]) -> list[Event]:
    """Return events with the text first and then its notes, in the order in which it mentions them, as on GitHub."""
    notes: dict[str, list[Event]] = {}
    body: list[Event] = []
    targets = [body]  # a note may hold another
    for event in events:
        if event.name != NOTE:
            targets[-1].append(event)
        elif event.kind == "open":
            targets.append(notes.setdefault(event.value, []))
        else:
            targets.pop()
    for label in dict.fromkeys(event.value for event in events if event.kind == "footnote"):
        place = notes[label][0].start if notes[label] else 0
        body += [Event("open", NOTE, label, place, place), *notes[label], Event("close", NOTE, label, place, place)]
    return body


@lru_cache(maxsize=1_000)  # most entries have the same headings
def slug_of(words: str) -> str:
    """Return a heading's words as an id, the one that GitHub gives it: a link copied there leads to the same place.

    Where no letter or number is left, as of an emoji, it is a hash of the words: GitHub would only count such headings.
    """
    lower = unicodedata.normalize("NFC", words.lower())
    kept = (sign for sign in lower if sign in " -_" or unicodedata.category(sign)[0] in LETTERS_MARKS_NUMBERS)
    slug = "".join(kept).replace(" ", "-")
    return slug if slug.strip("-") else f"h-{hashlib.sha256(words.encode()).hexdigest()[:6]}"


class _ArticleWriter(HtmlWriter):
    """Adds ids, resolved links, glossary links and collected footnotes to the HTML.

    contents: the headings of level 2, as (anchor, words).
    links: to files of the repository, and to places on the page itself.
    """

    def __init__(self, text: MarkdownText, file: str) -> None:
        super().__init__()
        self.contents: list[tuple[str, str]] = []
        self.links: list[FileLink] = []
        self._text, self._file = text, file
        self._heading = 0
        self._heading_words: list[str] = []
        self.ids: dict[str, int] = {}
        self._mentions = Counter(event.value for event in text.events if event.kind == "footnote")
        self._note_numbers = {label: number for number, label in enumerate(self._mentions, 1)}
        self._marks: Counter[str] = Counter()

    def write_text(self, event: Event) -> None:
        self._heading_words.append(event.value)
        self.out.append(escape(event.value))

    def write_code(self, event: Event) -> None:
        self._heading_words.append(event.value)
        super().write_code(event)

    def write_break(self, event: Event) -> None:
        self._heading_words.append(" ")
        super().write_break(event)

    def write_html(self, event: Event) -> None:
        """Write the few tags that are allowed; every other one is refused."""
        if event.value.lower() in ALLOWED_HTML:
            self.out.append(event.value.lower())

    def write_task(self, event: Event) -> None:
        """Write a task's box as a sign with a name: nobody can tick it on a page."""
        sign, name = ("\u2611", "done") if event.value else ("\u2610", "not done")
        self.out.append(f'<span role="img" aria-label="{name}">{sign}</span> ')

    def open_blockquote(self, event: Event) -> None:
        """Open a quotation; an alert starts with its name."""
        super().open_blockquote(event)
        if event.value:
            self.out.append(f"<p><strong>{event.value}</strong></p>\n")

    def open_heading(self, _event: Event) -> None:
        """Keep the place of a heading: its id depends on the words to come."""
        self.new_line()
        self._heading = len(self.out)
        self._heading_words.clear()

    def close_heading(self, event: Event) -> None:
        inner, words = "".join(self.out[self._heading :]), "".join(self._heading_words).strip()
        level, anchor = int(event.value[1]), self._unique(slug_of(words))
        self.out[self._heading :] = [f'<h{level} id="{anchor}">{inner}</h{level}>\n']
        if level == CONTENTS_LEVEL:
            self.contents.append((anchor, words))

    def _unique(self, slug: str) -> str:
        """Return an id that no heading above has, as GitHub does: the second of two that are alike ends in -1."""
        anchor = slug
        while anchor in self.ids:
            self.ids[slug] += 1
            anchor = f"{slug}-{self.ids[slug]}"
        self.ids[anchor] = 0
        return anchor

    def open_table(self, event: Event) -> None:
        """Open a table in a box that scrolls on a narrow screen, by keyboard too."""
        self.new_line()
        self.out.append('<div class="table" role="group" aria-label="Table" tabindex="0">')
        super().open_table(event)

    def close_table(self, event: Event) -> None:
        super().close_table(event)
        self.out.append("</div>\n")

    def open_tablecell(self, event: Event) -> None:
        super().open_tablecell(event)
        self.out[-1] = self.out[-1].replace("<th", '<th scope="col"')

    def open_link(self, event: Event) -> None:
        """Open a link, resolved from this file; one that is refused leads nowhere."""
        target = event.value["dest_url"]
        if event.value["link_type"] == GLOSSARY:
            page = addresses.of_file(self._file) or ""
            self.out.append(f'<a class="word" href="{links.relative(addresses.glossary(target), page)}">')
            return
        link = resolve_link(f"mailto:{target}" if event.value["link_type"] == "Email" else target, self._file)
        if link.file or link.href.startswith("#"):
            self.links.append(FileLink(link.file or self._file, target, self._text.line_at(event.start)))
        href = f' href="{escape_target(link.href)}"' if link.href else ""
        external = ' rel="external"' if link.is_external else ""
        self.out.append(f"<a{href}{title_of(event.value)}{external}>")

    def write_footnote(self, event: Event) -> None:
        """Write the number of a note, in the order of first mention, as a link to it."""
        self._marks[event.value] += 1
        number, again = self._note_numbers[event.value], _again(self._marks[event.value])
        self.out.append(
            f'<sup id="fnref{again}:{number}"><a class="footnote-ref" href="#fn:{number}">{number}</a></sup>'
        )

    def open_footnotedefinition(self, event: Event) -> None:
        """Open a note; all of them are one list at the end."""
        number = self._note_numbers[event.value]
        self.new_line()
        start = '<div class="footnote">\n<hr />\n<ol>\n' if number == 1 else ""
        self.out.append(f'{start}<li id="fn:{number}">\n')

    def close_footnotedefinition(self, event: Event) -> None:
        """Close a note with a way back to each of its mentions."""
        number = self._note_numbers[event.value]
        ways_back = "".join(_way_back(number, count) for count in range(1, self._mentions[event.value] + 1))
        is_paragraph = self.out[-1] == "</p>\n"
        self.out[-1:] = ["\u00a0", ways_back, "</p>\n"] if is_paragraph else [self.out[-1], ways_back]
        self.out.append("</li>\n</ol>\n</div>\n" if number == len(self._mentions) else "</li>\n")


def _again(count: int) -> str:
    return "" if count == 1 else str(count)


def _way_back(number: int, count: int) -> str:
    again = _again(count)
    words = f"back to the text {again}".strip()
    title = f"Back to note {number} in the text"
    return f'<a class="footnote-backref" href="#fnref{again}:{number}" title="{title}">{words}</a> '
