"""Events as HTML: what CommonMark and GitHub prescribe for each."""

import html
from collections.abc import Callable, Iterable
from urllib.parse import quote

from ideas_hub.reading.markdown import STEPS, Event

Handlers = dict[str, Callable[[Event], None]]
SAFE_IN_TARGETS = "!#$%&'()*+,-./:;=?@_~"
BLOCKS = {"Paragraph": "<p>", "Item": "<li>"}
STARTS = {"Emphasis": "<em>", "Strong": "<strong>", "Strikethrough": "<del>"}
ENDS = {
    "Paragraph": "</p>\n",
    "Item": "</li>\n",
    "CodeBlock": "</code></pre>\n",
    "Link": "</a>",
    "Emphasis": "</em>",
    "Strong": "</strong>",
    "Strikethrough": "</del>",
}


def escape(words: str) -> str:
    """Return words as they are written in HTML, in text and in attributes."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def escape_target(target: str) -> str:
    """Return a link's target as an attribute; what an address may not hold is percent-encoded."""
    return html.escape(quote(target, safe=SAFE_IN_TARGETS, errors="surrogatepass"), quote=False)


def title_of(details: dict[str, str]) -> str:
    """Return the title attribute of a link or an image, or ""."""
    return f' title="{escape(details["title"])}"' if details["title"] else ""


class HtmlWriter:
    """Writes the HTML of one text, exactly as the specification's examples have it."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._lists: list[str] = []
        self._images: list[tuple[Event, int]] = []
        self._alignments: tuple[str, ...] = ()
        self._column = 0
        self._cell = "td"

    def writers(self) -> Handlers:
        """Return what writes each kind of event that neither opens nor closes a part."""
        return {
            "text": self.text, "code": self.code, "html": self.raw_html, "break": self.line_break,
            "rule": self.rule, "task": self.task,
        }  # fmt: skip

    def openers(self) -> Handlers:
        """Return what opens each part that takes more than the same few letters."""
        return {
            "Heading": self.open_heading, "BlockQuote": self.open_quote, "CodeBlock": self.open_code,
            "HtmlBlock": self.new_line, "List": self.open_list, "Table": self.open_table, "TableHead": self.open_row,
            "TableRow": self.open_row, "TableCell": self.open_cell, "Link": self.open_link, "Image": self.open_image,
        }  # fmt: skip

    def closers(self) -> Handlers:
        """Return what closes each part that takes more than the same few letters."""
        return {
            "Heading": self.close_heading, "BlockQuote": self.close_quote, "HtmlBlock": self.new_line,
            "List": self.close_list, "Table": self.close_table, "TableHead": self.close_row,
            "TableRow": self.close_row, "TableCell": self.close_cell, "Image": self.close_image,
        }  # fmt: skip

    def write(self, events: Iterable[Event]) -> str:
        """Add events to what is written, and return all of it.

        The tables of methods are local: as attributes they would make the writer refer to itself and outlive its text.
        """
        out, images = self.out, self._images
        writers, openers, closers = self.writers(), self.openers(), self.closers()
        for event in events:
            kind, name = event.kind, event.name
            if kind not in STEPS:
                writers[kind](event)
            elif images and name != "Image":
                continue  # of an image only the words count
            elif kind == "open":
                if name in BLOCKS:
                    self.new_line()
                    out.append(BLOCKS[name])
                elif name in STARTS:
                    out.append(STARTS[name])
                else:
                    openers[name](event)
            elif name in ENDS:
                out.append(ENDS[name])
            else:
                closers[name](event)
        return "".join(out)

    def new_line(self, _event: Event | None = None) -> None:
        """Start a new line unless one has just been started."""
        if self.out and not self.out[-1].endswith("\n"):
            self.out.append("\n")

    def text(self, event: Event) -> None:
        self.out.append(escape(event.value))

    def code(self, event: Event) -> None:
        self.out.append(f"<code>{escape(event.value)}</code>")

    def raw_html(self, event: Event) -> None:
        self.out.append(event.value)

    def line_break(self, event: Event) -> None:
        self.out.append("<br />\n" if event.name == "hard" else "\n")

    def rule(self, _event: Event) -> None:
        self.new_line()
        self.out.append("<hr />\n")

    def task(self, event: Event) -> None:
        checked = ' checked=""' if event.value else ""
        self.out.append(f'<input{checked} disabled="" type="checkbox"> ')

    def open_heading(self, event: Event) -> None:
        self.new_line()
        self.out.append(f"<h{event.value['level'][1]}>")

    def close_heading(self, event: Event) -> None:
        self.out.append(f"</h{event.value[1]}>\n")

    def open_quote(self, _event: Event) -> None:
        self.new_line()
        self.out.append("<blockquote>\n")

    def close_quote(self, _event: Event) -> None:
        self.new_line()
        self.out.append("</blockquote>\n")

    def open_code(self, event: Event) -> None:
        self.new_line()
        language = event.value["Fenced"].split(" ")[0] if isinstance(event.value, dict) else ""
        self.out.append(f'<pre><code class="language-{escape(language)}">' if language else "<pre><code>")

    def open_list(self, event: Event) -> None:
        self.new_line()
        self._lists.append("ul" if event.value is None else "ol")
        start = "" if event.value in {None, 1} else f' start="{event.value}"'
        self.out.append(f"<{self._lists[-1]}{start}>\n")

    def close_list(self, _event: Event) -> None:
        self.new_line()
        self.out.append(f"</{self._lists.pop()}>\n")

    def open_table(self, event: Event) -> None:
        self.new_line()
        self._alignments = event.value
        self.out.append("<table>\n")

    def close_table(self, _event: Event) -> None:
        self.out.append("</tbody>\n</table>\n")

    def open_row(self, event: Event) -> None:
        self._column = 0
        self._cell = "th" if event.name == "TableHead" else "td"
        self.out.append("<thead>\n<tr>\n" if self._cell == "th" else "<tr>\n")

    def close_row(self, _event: Event) -> None:
        self.out.append("</tr>\n</thead>\n<tbody>\n" if self._cell == "th" else "</tr>\n")

    def open_cell(self, _event: Event) -> None:
        alignment = self._alignments[self._column]
        align = "" if alignment == "None" else f' align="{alignment.lower()}"'
        self.out.append(f"<{self._cell}{align}>")

    def close_cell(self, _event: Event) -> None:
        self.out.append(f"</{self._cell}>\n")
        self._column += 1

    def open_link(self, event: Event) -> None:
        details = event.value
        scheme = "mailto:" if details["link_type"] == "Email" else ""
        self.out.append(f'<a href="{escape_target(scheme + details["dest_url"])}"{title_of(details)}>')

    def open_image(self, event: Event) -> None:
        self._images.append((event, len(self.out)))

    def close_image(self, _event: Event) -> None:
        """Write an image when its words are known; of an image within another only the words count."""
        opened, start = self._images.pop()
        if not self._images:
            words, details = "".join(self.out[start:]).replace("\n", " "), opened.value
            source = escape_target(details["dest_url"])
            self.out[start:] = [f'<img src="{source}" alt="{words}"{title_of(details)} />']
