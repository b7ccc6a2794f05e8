"""Is an SVG drawing nothing but a drawing?  At its own address a browser would run whatever script is in it."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
HREF = {"href", "{http://www.w3.org/1999/xlink}href"}
XML = "{http://www.w3.org/XML/1998/namespace}"
DRAWING = re.compile(
    "svg|g|defs|symbol|use|title|desc|style|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|textPath|marker"
    "|linearGradient|radialGradient|stop|clipPath|mask|pattern|filter|feBlend|feColorMatrix|feComposite|feFlood"
    "|feGaussianBlur|feMerge|feMergeNode|feOffset|feDropShadow"
)
"""The elements that draw, and neither run nor load nor change anything."""

DECLARATIONS = re.compile(r"<!DOCTYPE|<!ENTITY|<\?(?!xml\s)|<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8)", re.IGNORECASE)
LEADS_OUT = re.compile(r"url\(\s*[\"']?\s*(?!#)|@import|javascript:|expression\(|\\", re.IGNORECASE)
"""What loads or runs something, in an attribute or a style; CSS may hide any of it behind a backslash."""


def foreign_parts(content: bytes) -> list[str]:
    """Return what an SVG has that is more than a drawing, as it stands there; empty if it is one."""
    try:
        text = content.decode("utf-8-sig")
        if declaration := DECLARATIONS.search(text):
            return [declaration.group()]
        tree = ET.fromstring(text)  # noqa: S314 entities are refused above
    except (UnicodeDecodeError, ET.ParseError, ValueError):
        return ["what is not XML in UTF-8"]
    if tree.tag != f"{SVG}svg":
        return [f"<{_local(tree.tag)}>"]
    return list(dict.fromkeys(part for element in tree.iter() for part in _parts(element)))


def _parts(element: ET.Element) -> Iterator[str]:
    if not element.tag.startswith(SVG) or not DRAWING.fullmatch(_local(element.tag)):
        yield f"<{_local(element.tag)}>"
    elif _local(element.tag) == "style" and (found := LEADS_OUT.search(element.text or "")):
        yield found.group()
    for name, value in element.attrib.items():
        foreign = name.startswith("{") and name not in HREF and not name.startswith(XML)
        outside = name in HREF and not value.startswith("#")
        if foreign or outside or name.lower().startswith("on") or LEADS_OUT.search(value):
            yield f"{_local(name)}="


def _local(name: str) -> str:
    return name.rpartition("}")[2]
