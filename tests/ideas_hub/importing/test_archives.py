"""Zip-based files: what is wanted of an honest one, and the refusal of one that is made to harm."""

import io
import re
import struct
import warnings
import zipfile

import pytest

from ideas_hub.importing.archives import MOST_MARKS, MOST_MEMBERS, member_names, read_members, rebuilt
from ideas_hub.importing.refused_file import RefusedFileError

WANTED = re.compile(r"words/.*")
MOST_BYTES = 100_000
XML = '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>'


def zipped(members: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def refusal(raw: bytes) -> str:
    with pytest.raises(RefusedFileError) as refused:
        read_members(raw, WANTED, MOST_BYTES)
    return str(refused.value)


def test_only_the_wanted_members_are_read() -> None:
    """What is not wanted may be as large as it likes: it is never unpacked."""
    raw = zipped({"words/a.xml": "<a/>", "media/film.mp4": bytes(10 * MOST_BYTES), "words/b.txt": "b"})

    assert read_members(raw, WANTED, MOST_BYTES) == {"words/a.xml": b"<a/>", "words/b.txt": b"b"}
    assert member_names(raw) == {"words/a.xml", "media/film.mp4", "words/b.txt"}


def test_a_file_is_put_together_again_from_its_members() -> None:
    members = {"words/a.xml": b"<a/>"}

    assert read_members(rebuilt(members).getvalue(), WANTED, MOST_BYTES) == members


def test_a_bomb_is_refused_unopened() -> None:
    assert "the limit is" in refusal(zipped({"words/a.txt": bytes(MOST_BYTES + 1)}))
    assert "the limit is" in refusal(zipped({f"words/{number}.txt": bytes(MOST_BYTES // 10) for number in range(11)}))


def test_a_bomb_that_says_it_is_small_is_refused() -> None:
    """Its headers say ten bytes; no more than that is unpacked."""
    raw = bytearray(zipped({"words/a.txt": bytes(MOST_BYTES * 10)}))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<L", raw, raw.find(signature) + at, 10)

    assert "damaged" in refusal(bytes(raw))


def test_members_that_overlap_are_refused() -> None:
    """Each of them would be unpacked from the same bytes."""
    raw = bytearray(zipped({"words/a.txt": bytes(5000), "words/b.txt": bytes(5000)}))
    second = raw.find(b"PK\x01\x02", raw.find(b"PK\x01\x02") + 1)
    struct.pack_into("<L", raw, second + 42, 0)

    assert "overlap" in refusal(bytes(raw))


def test_a_member_that_is_there_twice_is_refused() -> None:
    """Two programs could read two different files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("words/a.txt", "a")
        archive.writestr("words/A.txt", "b")

    assert "there twice" in refusal(out.getvalue())


def test_thousands_of_members_are_refused() -> None:
    assert f"{MOST_MEMBERS:,}" in refusal(zipped(dict.fromkeys(map(str, range(MOST_MEMBERS + 1)), "")))


def test_a_member_behind_a_password_is_refused() -> None:
    raw = bytearray(zipped({"words/a.txt": "a"}))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.find(signature) + at] |= 1

    assert "password" in refusal(bytes(raw))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packing_that_no_office_program_uses_is_refused(method: int) -> None:
    """Python would unpack it without a limit."""
    assert "no office program" in refusal(zipped({"words/a.txt": bytes(5000)}, method))


@pytest.mark.parametrize(
    "xml",
    [
        XML.encode(),
        XML.encode("utf-8-sig"),
        XML.encode("utf-16"),
        b"\xfe\xff" + XML.encode("utf-16-be"),
        XML.encode("utf-16-le"),
        b"<?xml version='1.0' encoding='cp037'?>" + "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode("cp037"),
        b"<!-- " + b" " * 20_000 + b" --><!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
    ],
)
def test_xml_with_a_document_type_is_refused(xml: bytes) -> None:
    """Only there can words be defined that stand for a billion others, or for a file; in every encoding."""
    assert "document type" in refusal(zipped({"words/a.xml": xml}))


def test_the_word_alone_is_no_document_type() -> None:
    xml = b"<a><![CDATA[<!DOCTYPE a>]]> &lt;!ENTITY</a>"

    assert read_members(zipped({"words/a.xml": xml}), WANTED, MOST_BYTES) == {"words/a.xml": xml}


def test_more_elements_than_any_honest_file_has_are_refused() -> None:
    """They are small in bytes and large in memory."""
    with pytest.raises(RefusedFileError, match="too many parts"):
        read_members(zipped({"words/a.xml": b"<a>" + b"<b/>" * MOST_MARKS + b"</a>"}), WANTED, 10 * MOST_MARKS)


@pytest.mark.parametrize("cut", [10, 60, -30])
def test_half_a_file_is_damaged(cut: int) -> None:
    assert "damaged" in refusal(zipped({"words/a.txt": "a" * 100})[:cut])


def test_xml_that_is_none_is_damaged() -> None:
    assert "damaged" in refusal(zipped({"words/a.xml": "<a <"}))
