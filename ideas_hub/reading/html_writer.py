"""Events as HTML: what CommonMark and GitHub prescribe for each."""

import html
from collections.abc import Iterable
from urllib.parse import quote

from ideas_hub.reading.markdown import STEPS, Event

SAFE_IN_TARGETS = "!#$%&'()*+,-./:;=?@_~"
BLOCKS = {"Paragraph": "<p>", "Item": "<li>"}
TAGS = {
    "open": {"Emphasis": "<em>", "Strong": "<strong>", "Strikethrough": "<del>"},
    "close": {
        "Paragraph": "</p>\n",
        "Item": "</li>\n",
        "CodeBlock": "</code></pre>\n",
        "Link": "</a>",
        "Emphasis": "</em>",
        "Strong": "</strong>",
        "Strikethrough": "</del>",
    },
}
"""Parts that are the same few letters wherever they stand; the others have a method."""


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

    def write(self, events: Iterable[Event]) -> str:
        """Add events to what is written, and return all of it.

        A method is found by the name of its event: `write_text`, `open_heading`, `close_heading`.
        """
        out, images = self.out, self._images
        for event in events:
            kind, name = event.kind, event.name
            if kind == "text":
                self.write_text(event)  # half of all events, so without looking for the method
            elif kind not in STEPS:
                getattr(self, f"write_{kind}")(event)
            elif images and name != "Image":
                continue  # of an image only the words count
            elif kind == "open" and name in BLOCKS:
                self.new_line()
                out.append(BLOCKS[name])
            elif name in TAGS[kind]:
                out.append(TAGS[kind][name])
            else:
                getattr(self, f"{kind}_{name.lower()}")(event)
        return "".join(out)

    def new_line(self, _event: Event | None = None) -> None:
        """Start a new line unless one has just been started."""
        if self.out and not self.out[-1].endswith("\n"):
            self.out.append("\n")

    open_htmlblock = close_htmlblock = new_line

    def write_text(self, event: Event) -> None:
        self.out.append(escape(event.value))

    def write_code(self, event: Event) -> None:
        self.out.append(f"<code>{escape(event.value)}</code>")

    def write_html(self, event: Event) -> None:
        self.out.append(event.value)

    def write_break(self, event: Event) -> None:
        self.out.append("<br />\n" if event.name == "hard" else "\n")

    def write_rule(self, _event: Event) -> None:
        self.new_line()
        self.out.append("<hr />\n")

    def write_task(self, event: Event) -> None:
        checked = ' checked=""' if event.value else ""
        self.out.append(f'<input{checked} disabled="" type="checkbox"> ')

    def open_heading(self, event: Event) -> None:
        self.new_line()
        self.out.append(f"<h{event.value['level'][1]}>")

    def close_heading(self, event: Event) -> None:
        self.out.append(f"</h{event.value[1]}>\n")

    def open_blockquote(self, _event: Event) -> None:
        self.new_line()
        self.out.append("<blockquote>\n")

    def close_blockquote(self, _event: Event) -> None:
        self.new_line()
        self.out.append("</blockquote>\n")

    def open_codeblock(self, event: Event) -> None:
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

    def open_tablerow(self, event: Event) -> None:
        self._column = 0
        self._cell = "th" if event.name == "TableHead" else "td"
        self.out.append("<thead>\n<tr>\n" if self._cell == "th" else "<tr>\n")

    def close_tablerow(self, _event: Event) -> None:
        self.out.append("</tr>\n</thead>\n<tbody>\n" if self._cell == "th" else "</tr>\n")

    open_tablehead, close_tablehead = open_tablerow, close_tablerow

    def open_tablecell(self, _event: Event) -> None:
        alignment = self._alignments[self._column]
        align = "" if alignment == "None" else f' align="{alignment.lower()}"'
        self.out.append(f"<{self._cell}{align}>")

    def close_tablecell(self, _event: Event) -> None:
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
