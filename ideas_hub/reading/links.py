"""Where a link of a text leads: a page of this hub, a place on the page, or elsewhere."""

import html
import posixpath
import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote

import nh3

from ideas_hub.model import addresses, links
from ideas_hub.model.row_kinds import ROW_KINDS_BY_FILE
from ideas_hub.problem import excerpt

SCHEMES = ("http", "https", "mailto", "tel")
WEB_ADDRESS = re.compile(r"https?://(?:[^/?#@\\]*@)?\w[\w.-]*(?::\d{1,5})?(?:[/?#].*)?", re.IGNORECASE | re.DOTALL)
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
FILE_ENDINGS = (
    "md|markdown|html?|csv|pdf|jpe?g|png|gif|webp|svg|heic|txt|docx?|xlsx?|pptx?|od[tsp]|rtf|(?:ya?|x)ml|json|zip"
)
START_WITH_HTTPS = "Start it with https://."
NO_FILES = (
    (re.compile(r"$"), "has no address.", "Write one between the brackets, or leave the brackets out."),
    (re.compile(r".*\{[{%]", re.DOTALL), "holds a template, which is not used in texts.", "Write the address itself."),
    (re.compile(r"[/\\]{2}"), "is not a whole address.", START_WITH_HTTPS),
    (re.compile(r".*\\", re.DOTALL), "has a \\ in it.", "Write / instead."),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+$"), "is read as the name of a file.", "Start it with mailto:."),
    (
        re.compile(
            rf"(?i)(?:www\.|https?(?:;/*|//)|(?:[\w-]+\.)+(?!(?:{FILE_ENDINGS})(?![\w-]))[a-z]{{2,}}(?:[/?#:]|$))"
        ),
        "is read as the name of a file.",
        START_WITH_HTTPS,
    ),
)
"""What a target is that names no file, though it has no scheme: how it starts, what is wrong and what to write."""
LED_THROUGH = (
    r"(?i)https?://(?:(?:(?:www\.)?google\.[a-z.]{2,6}/url|[\w.-]+\.safelinks\.protection\.outlook\.com/"
    r"|(?:lm?|www|m)\.(?:facebook|instagram)\.com/(?:l\.php)?|(?:www\.)?(?:youtube\.com/redirect|duckduckgo\.com/l/"
    r"|linkedin\.com/(?:safety/go|redir/redirect)|slack-redir\.net/link)|statics\.teams\.cdn\.office\.net/[\w./-]*)"
    r"\?(?:[^#]*?&)?(?:q|url|u|uddg)=(?P<in_query>https?(?::|%3A)[^&#\s]+)"
    r"|urldefense(?:\.proofpoint)?\.com/v3/__(?P<in_path>https?:.+?)__;)"
)
"""Addresses of services that note who follows a link, and the address that they lead to."""
ON_GITHUB = (
    r"(?i)https?://(?:github\.com(?:/[^/]+){2}/(?:blob|blame|edit|raw)|raw\.githubusercontent\.com(?:/[^/]+){2})/[^?#]*?"
    r"\b(?P<file>(?:case_studies|docs/[\w-]+)/(?!index\.md)[^/?#]+\.md)(?:[?#]|$)"
)
"""A file that may be one of this hub, where people edit it and not where they read it."""
IGNORED_BY_BROWSERS = dict.fromkeys([*range(0x21), 0x7F])  # `java script:` is a script to them
FAULT = 'the link "{target}" {fault}'
OTHER_KIND = (
    "is of a kind that is not published.",
    "Link to a page that starts with https://, or to a file of this hub.",
)
LEADS_THROUGH = "leads through another site.", "Write the address itself: {real}"
NOT_WHOLE = "is not a whole address.", "Copy it again from the browser."
LONGEST_ADDRESS = 300  # characters that a message shows


class Link(NamedTuple):
    """A link as it is published.

    href: "" for one that is refused.
    file: the repository's file that it names, or that it may name on GitHub, or "".
    fault, fix: why it is refused and what to write, else "".
    """

    href: str
    file: str = ""
    is_external: bool = False
    fault: str = ""
    fix: str = ""


def resolve_link(target: str, file: str) -> Link:
    """Return where a target leads, as written in a file of the repository."""
    target = target.strip()
    if scheme := SCHEME.match(target.translate(IGNORED_BY_BROWSERS)):
        return _with_scheme(target, scheme[1].casefold())
    for pattern, fault, fix in NO_FILES:
        if pattern.match(target):
            return _refused(target, fault, fix)
    path, hash_sign, fragment = target.partition("#")
    place = f"{hash_sign}{unicodedata.normalize('NFC', fragment)}"  # as the ids of headings are
    if not path:
        return Link(place)
    named = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    address = addresses.of_file(named)
    if rows := ROW_KINDS_BY_FILE.get(named):  # each of them has a page
        address, place = addresses.row(rows.id, fragment) if fragment else f"{rows.id}/", ""
    if address is None:
        return Link("" if path.startswith("/") else target, named)
    return Link(links.relative(f"{address}{place}", addresses.of_file(file) or ""), named)


def has_other_scheme(target: str) -> bool:
    """Return whether a target starts with a scheme that is not published, such as that of a script."""
    scheme = SCHEME.match(target.strip().translate(IGNORED_BY_BROWSERS))
    return bool(scheme and scheme[1].casefold() not in SCHEMES)


def _with_scheme(target: str, scheme: str) -> Link:
    if scheme not in SCHEMES:
        return _refused(target, *OTHER_KIND)
    if scheme not in {"http", "https"}:
        return Link(target)
    if "http" in target[1:] and (through := re.match(LED_THROUGH, target)):
        real = through["in_path"] or unquote(through["in_query"])
        fault, fix = LEADS_THROUGH
        return _refused(target, fault, fix.format(real=excerpt(real, LONGEST_ADDRESS)))
    if WEB_ADDRESS.fullmatch(target) and _is_kept(target):
        on_github = re.match(ON_GITHUB, target) if "github" in target else None
        return Link(target, on_github["file"] if on_github else "", is_external=True)
    return _refused(target, *NOT_WHOLE)


def _refused(target: str, fault: str, fix: str) -> Link:
    return Link("", fault=FAULT.format(target=excerpt(target), fault=fault), fix=fix)


def _is_kept(target: str) -> bool:
    """Return whether nh3 keeps an address; of one in other scripts it drops what no browser would follow."""
    return target.isascii() or "href" in nh3.clean(f'<a href="{html.escape(target)}">', link_rel=None)
