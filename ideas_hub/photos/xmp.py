"""Which properties of an XMP packet tell of people or places; those that programs note of their work do not."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

UNREADABLE = "XMP that cannot be read"
RDF, META, XML = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "adobe:ns:meta/", "http://www.w3.org/XML/1998/namespace"
ADOBE = "http://ns.adobe.com/"
TECHNICAL = {
    f"{ADOBE}tiff/1.0/",
    f"{ADOBE}exif/1.0/",
    f"{ADOBE}exif/1.0/aux/",
    "http://cipa.jp/exif/1.0/",
    f"{ADOBE}xap/1.0/",
    f"{ADOBE}xap/1.0/mm/",
    f"{ADOBE}xap/1.0/sType/ResourceEvent#",
    f"{ADOBE}xap/1.0/sType/ResourceRef#",
    f"{ADOBE}photoshop/1.0/",
    f"{ADOBE}hdr-gain-map/1.0/",
    "http://purl.org/dc/elements/1.1/",
}
"""The namespaces that note how a picture was made, but for TELLING; a property of any other one is telling."""

HARMLESS = {RDF, META, XML, f"{ADOBE}camera-raw-settings/1.0/", f"{ADOBE}xmp/note/"}
TELLING = re.compile(
    r"GPS|Serial|Owner|Artist|Author|Credit|Copyright|Description|Headline|Caption|Keyword|City|^State$|Country|Location"
    r"|Comment|Instructions|^[Ss]ource$|UniqueID|filePath|MakerNote|Nickname|Categor|^Title|Person|Identifier|BaseURL|URL"
    r"|Photographer|Transmission|^(?:creator|title|subject|rights|contributor|publisher|identifier|relation|coverage)$"
)


def telling_properties(packet: bytes) -> list[str]:
    """Return the names of the telling properties of a packet that have a value, each once."""
    packet = packet.strip(b"\0 \t\r\n")
    if not packet:
        return []
    if b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        return [UNREADABLE]
    try:
        tree = ET.fromstring(packet)  # noqa: S314 entities are refused above
    except (ET.ParseError, ValueError, LookupError):
        return [UNREADABLE]
    return list(dict.fromkeys(local for space, local in _properties(tree) if _is_telling(space, local)))


def _properties(tree: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield (namespace, name) of each property with a value: an attribute, or the nearest element around a text."""
    elements = [(tree, tree.tag)]
    while elements:
        element, around = elements.pop()
        own = around if element.tag.startswith(f"{{{RDF}}}") else element.tag
        yield from (_split(name) for name, value in element.attrib.items() if value.strip())
        if (element.text or "").strip():
            yield _split(own)
        elements += [(child, own) for child in reversed(element)]


def _split(name: str) -> tuple[str, str]:
    space, _, local = name.removeprefix("{").rpartition("}")
    return space, local


def _is_telling(space: str, local: str) -> bool:
    return space not in HARMLESS and bool(space not in TECHNICAL or TELLING.search(local))
