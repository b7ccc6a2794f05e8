"""Addresses that stand in a text without marks: GitHub shows them as links (GFM 0.29, section 6.9)."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

ADDRESS = re.compile(
    r"(?<![A-Za-z])(?i:https?|ftp)://[^\s<]+|(?<![^\s*_~(])www\.[^\s<]+"
    r"|(?a:(?P<mail>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?<![-_\d])(?![\w@-])))"
)
SCHEME = re.compile(r"^\w+://")
DOMAIN = re.compile(r"[\w.-]+")
TRAILING = "?!.,:*_~'\""
SIGNS_OF_ADDRESSES = ("/", "@", "www.")  # one character is found five times as fast as two
MAX_ADDRESS = 1_000  # a longer one is not an address that anybody follows
BARE = "Bare"
"""The type of a link that is an address without marks."""
MISREAD = "Misread"
"""The type of one that ends elsewhere on GitHub."""


class FoundLink(NamedTuple):
    """Words of an event that become a link.  details: as an open link has them."""

    start: int
    end: int
    details: dict[str, str]


def find_addresses(words: str, as_written: str, what_follows: str = "") -> Iterator[FoundLink]:
    """Yield the bare addresses in words.

    as_written: their Markdown, in which GitHub looks for addresses before it looks for marks.
    what_follows: the Markdown after it, into which the last address may go on.
    """
    runs = takewhile(lambda run: run.start() < len(as_written), ADDRESS.finditer(as_written + what_follows))
    on_github = {address_in(run.group()) for run in runs if len(run.group()) <= MAX_ADDRESS}
    for match in ADDRESS.finditer(words):
        if len(match.group()) > MAX_ADDRESS:
            continue
        is_mail = match["mail"] is not None
        if not (address := match.group() if is_mail else address_in(match.group())):
            continue
        target = address if is_mail else whole_address(address)
        link_type = "Email" if is_mail else BARE if address in on_github else MISREAD
        details = {"link_type": link_type, "dest_url": target, "title": "", "id": ""}
        yield FoundLink(match.start(), match.start() + len(address), details)


def address_in(run: str) -> str:
    """Return the bare address at the start of a run without spaces, or "" (GFM 0.29, section 6.9).

    The last two parts of its domain may have no _, and the punctuation that ends the sentence around it stays out.
    """
    domain = DOMAIN.match(SCHEME.sub("", run))
    if domain is None or "_" in "".join(domain.group().split(".")[-2:]):
        return ""
    return _without_trailing(run)


def whole_address(address: str) -> str:
    """Return a bare address with its scheme."""
    return f"http://{address}" if address.startswith("www.") else address


def _without_trailing(address: str) -> str:
    unopened = address.count(")") - address.count("(")
    while True:
        if address[-1] == ";":
            before, _, name = address.rpartition("&")
            address = f"{before};" if before and name[:-1].isalpha() else address
        elif address[-1] == ")" and unopened > 0:
            unopened -= 1
        elif address[-1] not in TRAILING:
            return address
        address = address[:-1]
