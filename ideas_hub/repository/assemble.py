"""All content of a repository as one hub."""

from pathlib import Path

from ideas_hub.engine.cache import Cache
from ideas_hub.model.data_files import EvidenceFile
from ideas_hub.model.hub import Hub, in_reading_order
from ideas_hub.model.kinds import (
    CASE_STUDIES,
    COMMUNITIES,
    ENTRY_KINDS,
    HOME_PAGE,
    HUB_PAGES,
    IDEAS,
    LEARNING_POINTS,
    PROGRAMMES,
    PROSE,
    REGIONS,
    SOURCES,
    THEMES,
)
from ideas_hub.model.term import Lists
from ideas_hub.model.vocabulary import Vocabulary, in_label_order
from ideas_hub.problem import Problem
from ideas_hub.repository.consistency import find_inconsistencies
from ideas_hub.repository.raw_content import RawContent, read_raw_content


def read_hub(root: Path, cache: Cache | None = None) -> tuple[Hub, list[Problem]]:
    """Return the hub, and every problem that keeps content from it, in file and line order."""
    raw = read_raw_content(root, cache or Cache(None))
    return assemble(raw), sorted([*raw.problems, *find_inconsistencies(root, raw)], key=Problem.sort_key)


def assemble(raw: RawContent) -> Hub:
    """Return all content that can be trusted as a hub, without drafts.

    Where a file has a problem that must be fixed the hub lacks its entry: good enough to preview, not to publish.
    """
    published = {kind: [entry for entry in raw.documents[kind.id] if not entry.facts.draft] for kind in ENTRY_KINDS}
    return Hub(
        vocabulary=Vocabulary(
            in_label_order(raw.documents[THEMES.id]),
            in_label_order(raw.documents[REGIONS.id]),
            in_label_order(raw.documents[COMMUNITIES.id]),
            raw.lists or Lists(),
        ),
        case_studies=in_reading_order(published[CASE_STUDIES]),
        learning_points=in_reading_order(published[LEARNING_POINTS]),
        programmes=in_reading_order(published[PROGRAMMES]),
        ideas=in_reading_order(published[IDEAS]),
        projects={row.id: row for row in raw.projects},
        evidence=raw.evidence or EvidenceFile(),
        sources={source.id: source for source in raw.documents[SOURCES.id]},
        glossary=raw.glossary,
        pages={page.file: page for kind in (HOME_PAGE, HUB_PAGES) for page in raw.documents[kind.id]},
        prose={page.file: page for page in raw.documents[PROSE.id]},
        drawing=raw.drawing,
        nav=raw.nav,
        key_figures=tuple(figure for page in raw.documents[HOME_PAGE.id] for figure in page.facts.key_figures),
    )
