"""A Markdown copy of every entry, next to its page, and llms.txt, which lists the copies.

Source: https://llmstxt.org.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from jinja2 import Environment

from ideas_hub.formats.citing import page_dates
from ideas_hub.formats.publication import link_builder
from ideas_hub.model import addresses, links
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import GLOSSARY, SETBACKS, SOURCES
from ideas_hub.views.entry_page import EntryView
from ideas_hub.views.page import Link, Site, link_to

SPECIAL = re.compile(r"([\\`*_\[\]])")
ENTITY = re.compile(r"&(?=#?\w+;)")
AT_START = re.compile(r"^(\d{0,9})(?=[#+>~-]|(?<=\d)[.)])")
EMPTY_ROWS = re.compile(r"\A(?:[ \t]*\n)+")
LINK = re.compile(
    r"(?P<before>\]\(|^[ ]{0,3}\[[^\]\n]+\]:[ ]+)(?P<path><[^<>\n#]*|[^\s<>)#]+)(?=[\s)>#]|$)", re.MULTILINE
)


@lru_cache(maxsize=5000)  # most words on a page are labels, which thousands of pages share
def escape_markdown(text: str) -> str:
    """Return text escaped for Markdown, on one line."""
    plain = ENTITY.sub("&amp;", " ".join(text.split())).replace("<", "&lt;")
    return AT_START.sub(r"\1\\", SPECIAL.sub(r"\\\1", plain))


def _linked_body(entry: AnyEntry, page: str) -> str:
    """Return an entry's text, its links to files of the repository replaced by links to their pages."""
    targets = {}
    for link in entry.links:
        address = addresses.of_file(link.file)
        if address is not None:
            targets[link.target.partition("#")[0]] = links.relative(address, page)

    def linked(match: re.Match[str]) -> str:
        path = match["path"]
        bracket = "<" if path.startswith("<") else ""
        address = targets.get(path.removeprefix("<"))
        return match.group() if address is None else f"{match['before']}{bracket}{address}"

    body = EMPTY_ROWS.sub("", entry.body.rstrip())
    body = LINK.sub(linked, body) if targets else body
    return f"***\n\n{body}" if body[:1].isspace() else body  # code would otherwise belong to the list above it


def markdown_copy(view: EntryView, entry: AnyEntry, site: Site, environment: Environment) -> bytes:
    """Return an entry as Markdown, with everything on its page.  view: that of its page."""
    text = environment.get_template("hub/entry.md").render(
        view=view,
        page=view.page,
        root=view.page.root,
        link=site.canonical(view.page),
        body=_linked_body(entry, view.page.address),
        dates=page_dates(entry),
    )
    return _tidy(text).encode()


def llms_txt(hub: Hub, site: Site, environment: Environment) -> Iterator[tuple[str, bytes]]:
    """Yield llms.txt, which lists the Markdown copy of every entry, as (path, content)."""
    link = link_builder(addresses.HOME, site)
    sections = [
        (
            kind.plural_label,
            [(entry.facts, link(addresses.markdown_copy(link_to(entry).address))) for entry in hub.of_kind(kind)],
        )
        for kind in hub.entry_kinds
    ]
    further = (
        (SETBACKS, Link("What did not work", link(addresses.SETBACKS)), "what got in the way, by topic"),
        (SOURCES.id, Link("Sources", link(addresses.SOURCES)), "the documents that the facts come from"),
        (GLOSSARY, Link("Glossary", link(addresses.GLOSSARY)), "words that a reader may not know"),
    )
    text = environment.get_template("hub/llms.txt").render(
        site=site,
        sections=sections,
        root=link(addresses.HOME),
        further=[(page, about) for part, page, about in further if part in hub.parts],
    )
    yield "llms.txt", _tidy(text).encode()


def _tidy(text: str) -> str:
    """Return text with at most one empty line in a row, and a line feed at its end."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip() + "\n"
