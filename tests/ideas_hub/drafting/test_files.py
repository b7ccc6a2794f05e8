"""A file that somebody sends becomes drafts, whatever it is and whatever it is called."""

import pytest

from ideas_hub.drafting.files import drafts_of_file
from ideas_hub.model.hub import Hub
from tests.ideas_hub.importing.word_files import paragraph, word_file
from tests.ideas_hub.importing.workbooks import workbook

STORY = word_file(paragraph("Tea", style="Title"), paragraph("We met."))
FILES = {
    "a document": ("story.docx", STORY),
    "a document with another name": ("story", STORY),
    "a workbook": ("stories.xlsx", workbook([("title", "What did you do?"), ("Tea", "We met.")])),
    "a table": ("stories.csv", "title,What did you do?\nTea,We met.\n".encode("utf-16")),
    "a page": ("tea.md", b"---\ntitle: Tea\n---\n\nWe met.\n"),
    "Markdown without facts": ("tea.md", b"# Tea\n\nWe met.\n"),
    "a text": ("tea.txt", b"A title for your story: Tea\n\nWe met."),
}


@pytest.mark.parametrize(("name", "raw"), FILES.values(), ids=FILES)
def test_every_kind_of_file_becomes_an_unfinished_draft(name: str, raw: bytes, hub: Hub) -> None:
    drafts, _, problems = drafts_of_file(name, raw, hub)

    assert problems == []
    assert [(draft.values["title"], draft.values["draft"]) for draft in drafts] == [("Tea", True)]
    assert drafts[0].body.endswith("We met.\n")


def test_a_document_without_a_title_is_called_what_its_file_is(hub: Hub) -> None:
    (draft,), _, _ = drafts_of_file("tea_in-bangor.txt", b"We met.", hub)

    assert draft.values["title"] == "Tea in bangor"
    assert draft.editor_notes == ("The document has no title, so it is named after its file.",)


def test_a_text_of_an_old_program_is_read_and_a_note_says_how(hub: Hub) -> None:
    drafts, notes, _ = drafts_of_file("tea.txt", "Title: Café\n\nIt\u2019s £5.".encode("cp1252"), hub)

    assert (drafts[0].values["title"], drafts[0].body) == ("Café", "It\u2019s £5.\n")
    assert len(notes) == 1
    assert "Windows-1252" in notes[0]


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("story.pdf", b"%PDF-1.7", "story.pdf: this is a PDF file"),
        ("story.doc", b"\xd0\xcf\x11\xe0", "story.doc: this is an old file of Excel or Word"),
        ("story.docx", b"PK\x03\x04", "story.docx: it is damaged"),
        ("tea.txt", b"<div>" * 5_000, "tea.txt: its parts are nested too deeply to be read."),
        ("table.csv", b"Shoe size\n39\n", "table.csv: none of its headings is a question that we ask."),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(name: str, raw: bytes, message: str, hub: Hub) -> None:
    drafts, _, problems = drafts_of_file(name, raw, hub)

    assert drafts == []
    assert [str(problem)[: len(message)] for problem in problems] == [message]
