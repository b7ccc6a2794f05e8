"""The XML of a document's words, before it becomes HTML: what is hidden is taken out, what would be lost is put in.

mammoth reads no formula, no field of one part, no shape without an older copy of it, and no words in a fixed direction;
it does not know what is hidden, nor a heading by the level that its style has.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from ideas_hub.problem import excerpt

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
OF_WORDS = re.compile(r"word/(?:document|footnotes|endnotes)\d*\.xml", re.IGNORECASE)
STYLES = "word/styles.xml"
TRANSPARENT = {f"{W}{name}" for name in ("fldSimple", "bdo", "dir", "ruby", "rubyBase", "rt")}
"""Parts that only say how those within them look, or where they come from."""

BREAKS = {f"{W}cr", f"{W}br"}
SHAPE, SHAPE_WORDS, OLDER_COPY = f"{W}drawing", f"{W}txbxContent", "Fallback"
HEADING = re.compile(r"heading ([1-6])", re.IGNORECASE)
HIGHEST = 6  # levels of headings
OFF = {"0", "false", "off", "none"}


def prepared(members: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[str]]:
    """Return the members of a document whose words mammoth reads all, and notes on what was hidden.

    Raises xml.etree.ElementTree.ParseError.
    """
    styles = _Styles(next((raw for name, raw in members.items() if name.casefold() == STYLES), b""))
    ready, notes = dict(members), list[str]()
    for name, raw in members.items():
        if OF_WORDS.fullmatch(name):
            root = ET.fromstring(raw)  # noqa: S314 document types were refused
            notes += _without_hidden(root, styles)
            _put_in(root, styles)
            ready[name] = ET.tostring(root)
    return ready, notes


class _Styles:
    """What the styles of a document say, by their ids: whether words are hidden, and the level of a heading."""

    def __init__(self, raw: bytes) -> None:
        root = ET.fromstring(raw) if raw else ET.Element("none")  # noqa: S314 document types were refused
        styles = {str(style.get(f"{W}styleId")): style for style in root.iter(f"{W}style")}
        self.hidden = {name for name, style in styles.items() if _is_on(style.find(f"{W}rPr/{W}vanish"))}
        self.levels = {name: level for name in styles if (level := _level(name, styles))}
        self.known = {name for name, style in styles.items() if HEADING.match(_value(style.find(f"{W}name")))}


def _level(name: str, styles: Mapping[str, ET.Element]) -> int:
    """Return the level of the headings of a style, from 1, its own or that of the style it comes from; 0 for none."""
    for _ in range(len(styles)):
        style = styles.get(name)
        if style is None:
            return 0
        named = HEADING.fullmatch(_value(style.find(f"{W}name")))
        own = int(named[1]) if named else _outline(style)
        if own:
            return own
        name = _value(style.find(f"{W}basedOn"))
    return 0


def _outline(part: ET.Element) -> int:
    level = _value(part.find(f"{W}pPr/{W}outlineLvl"))
    return int(level) + 1 if level.isdecimal() and int(level) < HIGHEST else 0


def _value(part: ET.Element | None) -> str:
    return str(part.get(f"{W}val") or "") if part is not None else ""


def _is_on(part: ET.Element | None) -> bool:
    return part is not None and _value(part) not in OFF


def _without_hidden(root: ET.Element, styles: _Styles) -> Iterator[str]:
    """Take out the words that a reader does not see, and those that ask for others, and yield a note on them."""
    for around in list(root.iter()):
        for run in around.findall(f"{W}r"):
            own = run.find(f"{W}rPr/{W}vanish")
            hidden = _is_on(own) if own is not None else _value(run.find(f"{W}rPr/{W}rStyle")) in styles.hidden
            if hidden and (words := "".join(run.itertext()).strip()):
                yield f'Hidden words were left out: "{excerpt(words, 300)}".'
            if hidden:
                around.remove(run)
        for control in around.findall(f"{W}sdt"):
            if _is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr")):
                yield f'A place for an answer was empty: "{excerpt("".join(control.itertext()).strip(), 300)}".'
                around.remove(control)


def _put_in(root: ET.Element, styles: _Styles) -> None:
    """Change what mammoth would leave out into what it reads."""
    copied = {shape for copy in root.iter() if copy.tag.endswith("}AlternateContent") for shape in _shapes(copy)}
    for part in list(root.iter()):
        if part.tag in BREAKS and _kind(part) != "textWrapping":
            part.tag, part.attrib = f"{W}br", {}
        elif part.tag == f"{M}oMath":
            words = "".join(part.itertext())
            part.clear()
            part.tag = f"{W}r"
            ET.SubElement(part, f"{W}t").text = words
        elif part.tag in TRANSPARENT or part.tag == f"{M}oMathPara":
            part.tag = f"{W}smartTag"
        elif part.tag == SHAPE and part not in copied and (boxes := list(part.iter(SHAPE_WORDS))):
            part.tag = f"{W}pict"
            part[:] = boxes
        elif part.tag == f"{W}p":
            _make_heading(part, styles)


def _shapes(copy: ET.Element) -> Iterator[ET.Element]:
    """Yield the shapes of which an older copy stands beside them."""
    if any(one.tag.endswith(OLDER_COPY) for one in copy):
        yield from copy.iter(SHAPE)


def _kind(line_break: ET.Element) -> str:
    return str(line_break.get(f"{W}type") or "textWrapping") if line_break.tag == f"{W}br" else ""


def _make_heading(paragraph: ET.Element, styles: _Styles) -> None:
    """Give a paragraph the usual style of a heading, if it has the level of one."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = _value(style)
    level = _outline(paragraph) or styles.levels.get(name, 0)
    if level and name not in styles.known:
        around = paragraph.find(f"{W}pPr")
        if style is None and around is not None:
            style = ET.SubElement(around, f"{W}pStyle")
        if style is not None:
            style.set(f"{W}val", f"Heading{level}")
