"""Bytes become text, whichever program saved them."""

import pytest

from ideas_hub.importing.text_encoding import decode

TEXT = "title,place\nCaf\u00e9 \u2013 it\u2019s \u00a35,Conwy\n"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_unicode_is_read_without_a_note(raw: bytes) -> None:
    """With or without a mark, in both orders, with the line ends of every system."""
    assert decode(raw) == (TEXT, "")


@pytest.mark.parametrize(("encoding", "name"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman")])
def test_what_is_not_unicode_is_read_as_what_it_is_with_a_note(encoding: str, name: str) -> None:
    text, note = decode(TEXT.encode(encoding))

    assert text == TEXT
    assert name in note


def test_lines_that_end_as_those_of_old_macs_are_theirs() -> None:
    """No apostrophe is needed to know one."""
    assert decode("a,b\rCaf\u00e9,c\r".encode("mac_roman")).text == "a,b\nCaf\u00e9,c\n"


def test_a_capital_letter_of_windows_is_no_apostrophe_of_a_mac() -> None:
    assert decode("MUIST\u00d5 \u00d5un".encode("cp1252")).text == "MUIST\u00d5 \u00d5un"


def test_a_few_letters_of_windows_in_unicode_are_read_by_themselves() -> None:
    """Two files were put together: read as Windows-1252, all others would be two letters each."""
    text, note = decode("Caf\u00e9,".encode() + "\u00a35".encode("cp1252"))

    assert text == "Caf\u00e9,\u00a35"
    assert "UTF-8, but for some letters" in note


def test_no_bytes_are_an_empty_text() -> None:
    assert [decode(raw).text for raw in (b"", b"\xef\xbb\xbf", b"\xff\xfe")] == ["", "", ""]
