"""Documents of word processors: the words that a reader of the document sees are there, and what is not is named."""

import re

import pytest

from ideas_hub.importing.refused_file import RefusedFileError
from ideas_hub.importing.word import word_as_html
from tests.ideas_hub.importing.converted import converted_html, refused
from tests.ideas_hub.importing.word_files import NAMES, W, item, paragraph, run, table, word_file

LINK = '<w:hyperlink r:id="rId9"><w:r><w:t>the words</w:t></w:r></w:hyperlink>'
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="Six people sing"/><a:graphic><a:graphicData>'
    '<pic:pic><pic:blipFill><a:blip r:embed="rIdPicture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
TEXT_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>"
    f"<wps:txbx><w:txbxContent>{paragraph('in a box')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
    f"{paragraph('in a box')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
NEW_TEXT_BOX = re.sub("</?mc:.*?>|<w:pict>.*</w:pict>", "", TEXT_BOX)
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>do not print</w:t></w:r>"
FOOTNOTES = (
    f"<w:footnotes {W}><w:footnote w:type='separator' w:id='-1'><w:p/></w:footnote>"
    f"<w:footnote w:id='2'>{paragraph('The note')}</w:footnote></w:footnotes>"
)
COMMENTS = f"<w:comments {W}><w:comment w:id='0' w:author='A'>{paragraph('is this true?')}</w:comment></w:comments>"


def markdown_of(raw: bytes) -> tuple[str, list[str]]:
    html, notes = word_as_html(raw)
    markdown, more = converted_html(html)
    assert refused(markdown) == []
    return markdown, [*notes, *more]


KEPT = {
    "headings": (
        (paragraph("Tea", style="Title"), paragraph("One", style="Heading1"), paragraph("Two", style="Heading2")),
        "## Tea\n\n## One\n\n### Two",
    ),
    "bold and italic in pieces": (
        (paragraph("a ", run("b", bold=True), run("c", bold=True), " ", run("d", italic=True)),),
        "a **bc** *d*",
    ),
    "lists": ((item("a"), item("b", 1), item("c", 1), item("d")), "- a\n  1. b\n  2. c\n- d"),
    "typed lists": ((paragraph("\uf0b7 a".replace("\uf0b7", "•")), paragraph("• b")), "- a\n- b"),
    "a table": (
        (table(("When", "People"), ("2024", "12 | 3")),),
        "| When | People |\n| --- | --- |\n| 2024 | 12 \\| 3 |",
    ),
    "a quotation": ((paragraph("a", style="Quote"),), "> a"),
    "a line break": ((paragraph(run("a"), "<w:r><w:br/></w:r>", run("b")),), "a\n\nb"),
    "a text box": ((paragraph("a", TEXT_BOX),), "a\n\nin a box"),
    "a text box of Word today": ((paragraph("a", NEW_TEXT_BOX),), "a\n\nin a box"),
    "a page break": ((paragraph(run("a"), "<w:r><w:br w:type='page'/></w:r>", run("b")),), "a\n\nb"),
    "a field": ((paragraph(f"<w:fldSimple w:instr=' TITLE '>{run('Tea')}</w:fldSimple>"),), "Tea"),
    "a formula": ((paragraph("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"),), "a=b"),
    "words in a fixed direction": ((paragraph(f"<w:bdo w:val='ltr'>{run('a')}</w:bdo>"),), "a"),
    "a heading in a style made from one": ((paragraph("One", style="Ours"),), "## One"),
    "a heading by its level": (
        (paragraph("a"), f"<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr>{run('One')}</w:p>"),
        "a\n\n## One",
    ),
    "signs": ((paragraph("1 &lt; 2 *a* _b_ &amp;amp; {{ c }}"),), "1 < 2 \\*a\\* \\_b\\_ &amp;amp; &#123;&#123; c }}"),
    "hard spaces and soft hyphens": ((paragraph("10\u00a0000 peo\u00adple"),), "10 000 people"),
    "headings in bold, where there are no others": (
        (paragraph(run("What we did", bold=True)), paragraph("Tea.")),
        "## What we did\n\nTea.",
    ),
}


@pytest.mark.parametrize(("parts", "markdown"), KEPT.values(), ids=KEPT)
def test_what_a_reader_sees_is_kept(parts: tuple[str, ...], markdown: str) -> None:
    assert markdown_of(word_file(*parts))[0] == markdown


def test_a_link_keeps_its_address() -> None:
    raw = word_file(paragraph(LINK), links={"rId9": "https://a.example/b"})

    assert markdown_of(raw) == ("[the words](https://a.example/b)", [])


@pytest.mark.parametrize("hidden", [HIDDEN, HIDDEN.replace("vanish", "rStyle w:val='Unseen'")])
def test_hidden_words_are_left_out_with_a_note(hidden: str) -> None:
    assert markdown_of(word_file(paragraph("a", hidden))) == ("a", ['Hidden words were left out: "do not print".'])


def test_an_empty_place_for_an_answer_is_none() -> None:
    asks = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"

    assert markdown_of(word_file(paragraph("a", asks))) == ("a", ['A place for an answer was empty: "Click here".'])


def test_an_address_with_a_space_or_a_bracket_stays_a_link() -> None:
    raw = word_file(paragraph(LINK), links={"rId9": "https://a.example/b c)"})

    assert markdown_of(raw)[0] == "[the words](https://a.example/b%20c%29)"


def test_a_picture_is_left_out_with_a_note() -> None:
    assert markdown_of(word_file(paragraph("a", PICTURE))) == (
        "a",
        ['A picture was left out: without an address ("Six people sing").'],
    )


def test_a_footnote_stays_one() -> None:
    reference = "<w:r><w:footnoteReference w:id='2'/></w:r>"

    raw = word_file(paragraph("a", reference), more={"word/footnotes.xml": FOOTNOTES})

    assert markdown_of(raw)[0] == "a[^1]\n\n[^1]: The note"


def test_tracked_changes_are_taken_as_accepted() -> None:
    raw = word_file(
        paragraph("a ", "<w:ins w:id='1'><w:r><w:t>new</w:t></w:r></w:ins>"
                  "<w:del w:id='2'><w:r><w:delText>old</w:delText></w:r></w:del>")
    )  # fmt: skip

    assert markdown_of(raw) == (
        "a new",
        ["Changes were tracked: what was deleted is left out, what was added is in the text."],
    )


def test_comments_are_left_out_with_a_note() -> None:
    mark = "<w:commentRangeStart w:id='0'/><w:r><w:t>a</w:t></w:r><w:r><w:commentReference w:id='0'/></w:r>"

    raw = word_file(paragraph(mark), more={"word/comments.xml": COMMENTS})

    assert markdown_of(raw) == ("a", ["Comments beside the text were left out: 1."])


def test_the_top_and_the_foot_of_pages_are_named() -> None:
    raw = word_file(paragraph("a"), more={"word/footer1.xml": f"<w:ftr {W}>{paragraph('Page 1')}</w:ftr>"})

    assert markdown_of(raw) == ("a", ["Headers and footers were left out."])


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"PK\x03\x04 no zip", "damaged"),
        (word_file(more={"word/document.xml": "<w:document </>"}), "XML is damaged"),
        (word_file(more={"word/document.xml": f"<w:document {NAMES}><w:body>"}), "cannot be read"),
        (
            word_file(more={"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>'}),
            "document type",
        ),
        (
            word_file(more={"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>'.encode("utf-16")}),
            "document type",
        ),
        (word_file("<w:p/>" * 40_000), "too many parts"),
        (word_file(paragraph("tea " * 500_000)), "too many parts"),
        (word_file(more={"word/styles.xml": " " * 9_000_000}), "unpacked it has 9 MB"),
    ],
)
def test_a_hostile_or_damaged_document_is_refused(raw: bytes, message: str) -> None:
    with pytest.raises(RefusedFileError, match=message):
        word_as_html(raw)
