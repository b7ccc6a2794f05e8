"""Each kind of content that can be made from answers: its record, and where it is written."""

from dataclasses import dataclass

from ideas_hub.model.data_files import EvidenceFigure
from ideas_hub.model.fields import Record
from ideas_hub.model.kinds import (
    CASE_STUDIES,
    COMMUNITIES,
    ENTRY_KINDS,
    EVENTS,
    IDEAS,
    LEARNING_POINTS,
    PART_FILES,
    PROGRAMMES,
    REGIONS,
    SOURCES,
    THEMES,
    TOOLS,
    TRAILS,
    VOCABULARY_KINDS,
    Kind,
)
from ideas_hub.model.row_kinds import ORGANISATION_ROWS, PROJECT_ROWS, RowKind
from ideas_hub.model.term import GlossaryTerm
from ideas_hub.reading.data_files import EVIDENCE_FILE, GLOSSARY_FILE
from ideas_hub.reading.references import REFERENCES


@dataclass(frozen=True, slots=True)
class NewKind:
    """A kind of content.

    id: as it is named after scripts/new.
    named_after: the fields that its id is made from, the first that makes one.
    kind: of the document that it becomes; None for what is added to a data file.
    file: that data file; "" for a document.
    part: its key in PART_FILES, if a hub may be without it.
    references, within: where `REFERENCES` has its fields, and what stands before their names there.
    """

    id: str
    record: type[Record]
    named_after: tuple[str, ...]
    kind: Kind | None = None
    file: str = ""
    part: str = ""
    references: str = ""
    within: str = ""

    @property
    def name(self) -> str:
        """What it is called: "lesson"."""
        return self.kind.singular if self.kind else self.id.replace("-", " ")

    @property
    def folder(self) -> str:
        """Where its documents are; "" for what is added to a data file."""
        return self.kind.folder if self.kind else ""

    @property
    def can_wait(self) -> bool:
        """Whether it can be marked as a draft, which is not published."""
        return self.kind in ENTRY_KINDS

    @property
    def page(self) -> str:
        """The file of the page that lists its kind, if a hub may be without it; else ""."""
        return PART_FILES.get(self.part, "")

    def listed_in(self, path: str) -> str:
        """Return the list that a field's values are ids of, such as "themes"; "" if none."""
        references = REFERENCES.get(self.references, {})
        return references.get(f"{self.within}{path}") or references.get(f"{self.within}{path}.*", "")


def _document(kind: Kind, *named_after: str) -> NewKind:
    return NewKind(kind.slug, kind.record, named_after, kind=kind, part=kind.id, references=kind.id)


CASE_STUDY = _document(CASE_STUDIES, "title", "organisation")
GLOSSARY_WORD = NewKind("glossary-word", GlossaryTerm, ("term",), file=GLOSSARY_FILE, part="glossary")


def _row(kind: RowKind, *named_after: str) -> NewKind:
    return NewKind(kind.singular, kind.record, named_after, file=kind.file, part=kind.id, references=kind.id)


PROJECT = _row(PROJECT_ROWS, "organisation", "project_name")
ORGANISATION = _row(ORGANISATION_ROWS, "name")
FIGURE = NewKind(
    "figure",
    EvidenceFigure,
    ("label",),
    file=EVIDENCE_FILE,
    part="evidence",
    references="evidence",
    within="figures.*.",
)

NEW_KINDS = (
    CASE_STUDY,
    _document(LEARNING_POINTS, "title"),
    _document(PROGRAMMES, "title"),
    _document(IDEAS, "title"),
    _document(TOOLS, "title"),
    _document(TRAILS, "title"),
    _document(EVENTS, "title"),
    *(_document(kind, "label") for kind in (THEMES, COMMUNITIES, REGIONS)),
    _document(SOURCES, "title", "credit"),
    GLOSSARY_WORD,
    PROJECT,
    ORGANISATION,
    FIGURE,
)
"""In the order offered, the most usual first."""

TERM_FOLDERS = tuple(kind.folder for kind in VOCABULARY_KINDS)
"""Terms of every kind share the addresses below /find/, so no two have one name."""
