"""Documents of Word, LibreOffice and Google Docs (.docx) as HTML with tags of our own for notes (see `html_tree`).

mammoth does the work: it keeps headings, lists, links, tables, bold and notes, takes tracked changes as accepted, and
leaves comments out.  It gets to see the parts of the file that hold words, and nothing else.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from ideas_hub.importing import archives
from ideas_hub.importing.html_parts import HEADINGS
from ideas_hub.importing.refused_file import MEGABYTE, RefusedFileError, read_bytes
from ideas_hub.importing.word_xml import OF_WORDS, prepared

MEMBERS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/[\w-]+\.xml|word/_rels/[\w-]+\.xml\.rels", re.IGNORECASE
)
MOST_BYTES = 64 * MEGABYTE  # of a file, most of them pictures
MOST_BYTES_OF_WORDS = 8 * MEGABYTE  # of these members, unpacked: a book of 500 pages

STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""
SAVE_AS = 'In the program that made it, choose "Save as" and then Word Document (.docx).'
MOST_PARTS = 5_000  # paragraphs, cells and line breaks: a book of 250 pages
MOST_LETTERS = MEGABYTE  # in bytes; four times what the text of a page may have
PART = re.compile(rb"<w:(?:p|tc|br|cr)[\s/>]")
TAG = re.compile(rb"<[^>]*>")
DELETED = re.compile(rb"<w:(?:del|moveFrom)[\s>]")
COMMENT = re.compile(rb"<w:comment[\s>]")
NOTE_ID = re.compile(r"(?:footnote|endnote)-(?:ref-)?\d+$")
BOLD_HEADING = re.compile(r"[^\n]{1,80}(?<![.!:;,])")


def read_members(path: Path) -> dict[str, bytes]:
    """Return the parts of a document's file that hold words.  Raises RefusedFileError."""
    return members_in(read_bytes(path, MOST_BYTES))


def members_in(raw: bytes) -> dict[str, bytes]:
    """Return the parts of a file with these bytes, as `read_members` does."""
    if not raw.startswith(archives.START):
        raise RefusedFileError("this is no document of Word (.docx).", SAVE_AS, rule="file-kind")
    members = archives.read_members(raw, MEMBERS, MOST_BYTES_OF_WORDS)
    if not any(name.casefold().startswith("word/document") for name in members):
        raise RefusedFileError("this is no document of Word (.docx).", SAVE_AS, rule="file-kind")
    _refuse_long(content for name, content in members.items() if OF_WORDS.fullmatch(name))
    return members


def _refuse_long(contents: Iterable[bytes]) -> None:
    """Raise RefusedFileError for more words or parts than a page can have, before they take time and memory."""
    for xml in contents:
        if len(PART.findall(xml)) > MOST_PARTS or len(TAG.sub(b"", xml)) > MOST_LETTERS:
            raise RefusedFileError(
                "it has too many parts to be read.", "Split it into several files.", rule="file-size"
            )


def word_as_html(raw: bytes) -> tuple[str, list[str]]:
    """Return a document as HTML, and notes on what is not in it.  Raises RefusedFileError."""
    members = members_in(raw)
    import mammoth  # noqa: PLC0415 it takes a while, and only documents need it

    try:
        ready, hidden = prepared(members)
        result = mammoth.convert_to_html(
            archives.rebuilt(ready),
            style_map=STYLES,
            convert_image=mammoth.images.img_element(lambda _image: {"src": ""}),
            id_prefix="",
        )
    except Exception as error:
        raise RefusedFileError("it cannot be read as a document.", archives.SAVE_AGAIN, rule="document") from error
    tree = BeautifulSoup(result.value, "html.parser")
    _mark_notes(tree)
    notes = [*hidden, *_left_out(members)]
    if not tree.find([*HEADINGS]) and (count := _bold_as_headings(tree)):
        notes.append(f"Rows of bold words became headings: {count}.")
    return str(tree), notes


def _left_out(members: dict[str, bytes]) -> list[str]:
    words = {name.casefold(): content for name, content in members.items()}
    comments = sum(len(COMMENT.findall(content)) for name, content in words.items() if name == "word/comments.xml")
    notes = [f"Comments beside the text were left out: {comments}."] if comments else []
    if any(DELETED.search(content) for name, content in words.items() if name.startswith("word/document")):
        notes.append("Changes were tracked: what was deleted is left out, what was added is in the text.")
    if any(re.match(r"word/(?:header|footer)\d*\.xml", name) and b"<w:t" in content for name, content in words.items()):
        notes.append("Headers and footers were left out.")
    return notes


def _mark_notes(tree: BeautifulSoup) -> None:
    """Put tags of our own in the place of notes, and of the numbers that lead to them, counted from 1."""
    names: dict[str, str] = {}
    for link in tree.find_all("a", href=NOTE_ID):
        target = str(link["href"])
        if "-ref-" in target:
            link.decompose()  # the arrow that leads back
            continue
        name = names.setdefault(target.lstrip("#"), str(len(names) + 1))
        around = link.parent if link.parent is not None and link.parent.name == "sup" else link
        around.replace_with(tree.new_tag("note", attrs={"name": name}))
    for item in tree.find_all("li", id=NOTE_ID):
        place = item.parent
        item.attrs = {"name": names.get(str(item["id"]), str(item["id"]))}
        item.name = "note_text"
        if place is not None and not place.find("li"):
            place.unwrap()


def _bold_as_headings(tree: BeautifulSoup) -> int:
    """Make a heading of each paragraph that is bold words alone, where a document has no headings; return how many."""
    count = 0
    for paragraph in tree.find_all("p", recursive=False):
        words, bold = paragraph.get_text().strip(), paragraph.find("strong")
        if isinstance(bold, Tag) and bold.get_text().strip() == words and BOLD_HEADING.fullmatch(words):
            paragraph.name = "h2"
            count += 1
    return count
