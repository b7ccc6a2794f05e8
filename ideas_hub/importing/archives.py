"""Members of zip-based files, such as .xlsx and .docx, read so that no file costs more than it may.

A small file can hold terabytes (zip bombs), say less than it holds, hold one member many times over, or define words
that stand for a billion others (XML entities).  Whatever does is refused before anything else reads it.
"""

import io
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ideas_hub.importing.refused_file import MEGABYTE, RefusedFileError

START = b"PK\x03\x04"
"""The first bytes of a zip-based file."""

OF_WORD = "word/document.xml"
"""The member by which a zip-based file is a document of Word."""

LISTED = b"PK\x01\x02"  # stands before each member in the list of them, whatever the list's own count says
MOST_MEMBERS = 2_000
MOST_MARKS = 300_000  # elements and attributes, which cost far more memory than their bytes
ENCRYPTED = 1  # a bit of a member's flags
LOCAL_HEADER = 30  # bytes, without the name
XML = re.compile(r".*\.(?:xml|rels|vml)", re.IGNORECASE | re.DOTALL)
XML_ENCODINGS = {"utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "iso-8859-1"}
"""Those that the parser reads by itself; in others a mark need not be the byte that it seems."""

PIECE = 4096  # bytes of XML at a time, until its first element
DAMAGED = (BadZipFile, OSError, EOFError, ValueError, LookupError, RuntimeError, struct.error, zlib.error)
SAVE_AGAIN = "Open it, save it again under another name, and use that."


def read_members(raw: bytes, wanted: re.Pattern[str], most_bytes: int) -> dict[str, bytes]:
    """Return the wanted members of a zip-based file by name, in the file's order.

    wanted: matches all of a member's name.
    most_bytes: of all wanted members together, inflated.

    Raises RefusedFileError if the file is damaged or encrypted, if it would inflate to more, or if it is made to harm:
    members that overlap or are there twice, XML with a document type or entities.
    """
    if raw.count(LISTED) > MOST_MEMBERS:
        raise _trap(f"it has more than {MOST_MEMBERS:,} files in it.")
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            everything = archive.infolist()
            _refuse_overlaps(everything)
            members = [member for member in everything if wanted.fullmatch(member.filename)]
            _refuse_members(members, most_bytes)
            contents = {member.filename: _content(archive, member) for member in members}
    except DAMAGED as error:
        raise RefusedFileError("it is damaged, or not all of it is there.", SAVE_AGAIN, rule="archive") from error
    _refuse_xml({name: content for name, content in contents.items() if XML.fullmatch(name)})
    return contents


def member_names(raw: bytes) -> frozenset[str]:
    """Return the names of all members, which say what kind of file it is; none if it is damaged."""
    if raw.count(LISTED) > MOST_MEMBERS:
        return frozenset()
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            return frozenset(archive.namelist())
    except DAMAGED:
        return frozenset()


def rebuilt(members: dict[str, bytes]) -> io.BytesIO:
    """Return a zip-based file in memory with these members alone."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    out.seek(0)
    return out


def _content(archive: ZipFile, member: ZipInfo) -> bytes:
    """Return a member's bytes; asked for all of them, zipfile would inflate more than the member says it has."""
    with archive.open(member) as opened:
        return opened.read(member.file_size + 1)


def _refuse_overlaps(members: Iterable[ZipInfo]) -> None:
    places = sorted((one.header_offset, one.compress_size) for one in members)
    if any(start + LOCAL_HEADER + size > following for (start, size), (following, _) in pairwise(places)):
        raise _trap("two of the files in it overlap.")


def _refuse_members(members: list[ZipInfo], most_bytes: int) -> None:
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise RefusedFileError("it is protected by a password.", "Take the password off.", rule="archive")
    if any(member.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for member in members):
        raise RefusedFileError("it is packed in a way that no office program uses.", SAVE_AGAIN, rule="archive")
    if max(Counter(member.filename.casefold() for member in members).values(), default=0) > 1:
        raise _trap("one of the files in it is there twice.")
    if (size := sum(member.file_size for member in members)) > most_bytes:
        raise RefusedFileError(
            f"unpacked it has {size / MEGABYTE:,.0f} MB of words; the limit is {most_bytes // MEGABYTE} MB.",
            "Split it into several files.",
            rule="file-size",
        )


def _refuse_xml(contents: dict[str, bytes]) -> None:
    if sum(map(count_marks, contents.values())) > MOST_MARKS:
        raise RefusedFileError("it has too many parts to be read.", "Split it into several files.", rule="file-size")
    for content in contents.values():
        _refuse_document_type(content)


def count_marks(xml: bytes) -> int:
    """Return how many elements and attributes there are in XML, about: less-than signs and equals signs."""
    return xml.count(b"<") + xml.count(b"=")


def _refuse_document_type(content: bytes) -> None:
    """Raise RefusedFileError if XML has a document type, the one place for entities, before its first element."""
    reached: list[str] = []

    def refuse(*_: object) -> None:
        raise _trap("there is a document type in it, which no office program writes.")

    def refuse_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in XML_ENCODINGS:
            refuse()

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.XmlDeclHandler = refuse_encoding
    parser.StartElementHandler = lambda name, _: reached.append(name)
    try:
        for start in range(0, len(content), PIECE):
            parser.Parse(content[start : start + PIECE], False)  # noqa: FBT003 expat takes no keywords
            if reached:
                return
    except expat.ExpatError as error:
        raise RefusedFileError("its XML is damaged.", SAVE_AGAIN, rule="archive") from error


def _trap(message: str) -> RefusedFileError:
    return RefusedFileError(message, f"It may be made to harm. {SAVE_AGAIN}", rule="archive")
