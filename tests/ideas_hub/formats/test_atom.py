"""What RFC 4287 asks of an Atom feed."""

import re
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def parsed(feed: bytes) -> ET.Element:
    return ET.fromstring(feed)  # noqa: S314 the feeds are our own


def test_each_atom_feed_has_what_the_standard_asks_for(feeds: dict[str, bytes]) -> None:
    """RFC 4287, sections 4.1.1 and 4.1.2: an id, a title and a date in every feed and entry; an author; links."""
    for path, feed in ((p, parsed(c)) for p, c in feeds.items() if p.endswith(".xml")):
        assert feed.tag == f"{ATOM}feed", path
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} >= {"self", "alternate"}
        for part in (feed, *feed.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(part.findall(f"{ATOM}{name}")) == 1, (path, name)
            assert RFC_3339.fullmatch(part.findtext(f"{ATOM}updated") or "")
            assert (part.findtext(f"{ATOM}id") or "").startswith("tag:mending-wales.invalid,2026:")


def test_an_empty_feed_is_valid_too(feeds: dict[str, bytes]) -> None:
    """A term that nothing carries yet can be followed: its feed has a date all the same."""
    feed = parsed(feeds["regions/mid-wales/feed.xml"])

    assert feed.findall(f"{ATOM}entry") == []
    assert RFC_3339.fullmatch(feed.findtext(f"{ATOM}updated") or "")
