"""Markdown as GitHub reads it, as HTML with tags of our own for notes and boxes (see `html_tree`)."""

from ideas_hub.reading.html_writer import HtmlWriter, escape
from ideas_hub.reading.markdown import Event, MarkdownText, parse


def github_as_html(source: str, *, line_breaks: bool = False) -> str:
    """Return Markdown as HTML, its own HTML as it is.

    line_breaks: a new line is one on the page too, as in an issue.
    Raises ValueError if it has too many parts, or too many within each other, to be read.
    """
    return html_of(parse(source), line_breaks=line_breaks)


def html_of(text: MarkdownText, *, line_breaks: bool = False) -> str:
    """Return a parsed text as HTML, as `github_as_html` does."""
    if text.limit:
        raise ValueError(text.limit.message)
    return _Writer(line_breaks=line_breaks).write(text.events)


class _Writer(HtmlWriter):
    """Writes notes and boxes as tags of our own."""

    def __init__(self, *, line_breaks: bool) -> None:
        super().__init__()
        self._line_breaks = line_breaks

    def write_break(self, event: Event) -> None:
        super().write_break(event._replace(name="hard") if self._line_breaks else event)

    def write_footnote(self, event: Event) -> None:
        self.out.append(f'<note name="{escape(event.value)}"></note>')

    def open_footnotedefinition(self, event: Event) -> None:
        self.out.append(f'<note_text name="{escape(event.value)}">')

    def close_footnotedefinition(self, _event: Event) -> None:
        self.out.append("</note_text>\n")

    def open_blockquote(self, event: Event) -> None:
        self.out.append(f'<alert name="{escape(str(event.value).lower())}">' if event.value else "<blockquote>\n")

    def close_blockquote(self, event: Event) -> None:
        self.out.append("</alert>\n" if event.value else "</blockquote>\n")
