"""The kinds of document: folder, record and names of each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from ideas_hub.model.entries import CaseStudy, Idea, LearningPoint, Programme
from ideas_hub.model.event import Event
from ideas_hub.model.fields import Record
from ideas_hub.model.page import EvidenceRecord, HomeRecord, PageRecord
from ideas_hub.model.source import Source
from ideas_hub.model.term import Term
from ideas_hub.model.tool import Tool
from ideas_hub.model.trail import Trail

EntryFacts: TypeAlias = CaseStudy | LearningPoint | Programme | Idea | Tool | Event | Trail
"""The facts of an entry of any kind."""


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of document; there is one value of each, and it equals no other.

    id: also its folder in addresses and the name of its data file.
    folder: of its files, from the repository's root.
    singular, plural: what readers call it.
    data_name: what data and commands call it, if not the same.
    """

    id: str
    folder: str
    record: type[Record]
    singular: str
    plural: str
    data_name: str = ""

    @property
    def slug(self) -> str:
        """The kind's name in commands and in names of files, which never changes: "case-study"."""
        return (self.data_name or self.singular).replace(" ", "-")

    @property
    def name_in_facts(self) -> str:
        """The field in which the facts of others name one: "case_study"."""
        return self.slug.replace("-", "_")

    @property
    def label(self) -> str:
        """The kind's name on a card: "Case study"."""
        return self.singular[:1].upper() + self.singular[1:]

    @property
    def plural_label(self) -> str:
        """The name of the kind's list: "Case studies"."""
        return self.plural[:1].upper() + self.plural[1:]

    def __reduce__(self) -> tuple["Callable[[str], Kind]", tuple[str]]:
        """Unpickle to the module-level singleton, so that `is` comparisons hold."""
        return kind_named, (self.id,)


CASE_STUDIES = Kind("case-studies", "case_studies", CaseStudy, "case study", "case studies")
LEARNING_POINTS = Kind("learning-points", "docs/learning-points", LearningPoint, "lesson", "lessons", "learning point")
PROGRAMMES = Kind("programmes", "docs/programmes", Programme, "programme", "programmes")
IDEAS = Kind("ideas", "docs/ideas", Idea, "idea", "ideas")
TOOLS = Kind("tools", "docs/tools", Tool, "tool", "tools")
EVENTS = Kind("events", "docs/events", Event, "event", "events")
TRAILS = Kind("trails", "docs/trails", Trail, "trail", "trails")
THEMES = Kind("themes", "docs/themes", Term, "theme", "themes")
REGIONS = Kind("regions", "docs/regions", Term, "region", "regions")
COMMUNITIES = Kind("communities", "docs/communities", Term, "community", "communities")
SOURCES = Kind("sources", "docs/sources", Source, "source", "sources")

ENTRY_KINDS = (CASE_STUDIES, LEARNING_POINTS, TRAILS, PROGRAMMES, IDEAS, TOOLS, EVENTS)
VOCABULARY_KINDS = (THEMES, REGIONS, COMMUNITIES)
ALL_KINDS = (*ENTRY_KINDS, *VOCABULARY_KINDS, SOURCES)

HOME_PAGE = Kind("home", "docs", HomeRecord, "page", "pages")
EVIDENCE_PAGE = Kind("evidence-page", "docs", EvidenceRecord, "page", "pages")
HUB_PAGES = Kind("pages", "docs", PageRecord, "page", "pages")
"""Pages whose text is written by an editor and whose lists come from the hub: the finder, each index."""

PROSE = Kind("prose", "docs", PageRecord, "page", "pages")
"""Pages that are text alone, such as the one about accessibility."""

PAGE_KINDS = (HOME_PAGE, EVIDENCE_PAGE, HUB_PAGES, PROSE)

HOME_FILE, CONTRIBUTE_FILE = "docs/index.md", "docs/contribute/index.md"
HUB_PAGE_FILES = (
    "docs/find.md",
    "docs/shortlist.md",
    "docs/data.md",
    "docs/contribute/clean-photo.md",
    "docs/contribute/form.md",
    "docs/contribute/write.md",
    "docs/contribute/review.md",
    "docs/case-studies/index.md",
    "docs/themes/index.md",
    "docs/regions/index.md",
    "docs/communities/index.md",
)
NEEDED_FILES = (HOME_FILE, *HUB_PAGE_FILES, CONTRIBUTE_FILE)
"""The pages of every hub: each page has a link to some of them."""

PROJECTS, ORGANISATIONS, PARTNERS = "projects", "organisations", "partners"
EVIDENCE, GLOSSARY, PLACES, SETBACKS = "evidence", "glossary", "places", "what-did-not-work"
PART_FILES = {
    LEARNING_POINTS.id: "docs/learning-points/index.md",
    PROGRAMMES.id: "docs/programmes/index.md",
    IDEAS.id: "docs/ideas/index.md",
    TOOLS.id: "docs/tools/index.md",
    EVENTS.id: "docs/events/index.md",
    TRAILS.id: "docs/trails/index.md",
    PROJECTS: "docs/projects/index.md",
    ORGANISATIONS: "docs/organisations/index.md",
    PARTNERS: "docs/organisations/partners.md",
    EVIDENCE: "docs/evidence.md",
    SOURCES.id: "docs/sources/index.md",
    GLOSSARY: "docs/glossary.md",
    PLACES: "docs/find/places.md",
    SETBACKS: "docs/what-did-not-work.md",
}
"""The parts that a hub may leave out, each with its page.  Without content the page is not published, nor linked."""


def kind_named(kind_id: str) -> Kind:
    """Return the kind with this id.  Raises: StopIteration if there is none."""
    return next(kind for kind in (*ALL_KINDS, *PAGE_KINDS) if kind.id == kind_id)
