"""All ids by what they belong to, with what readers call each: what a wrong id is compared with."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ALL_KINDS, CASE_STUDIES, REGIONS, SOURCES, VOCABULARY_KINDS, Kind
from ideas_hub.model.place import named_places
from ideas_hub.model.row_kinds import PROJECT_ROWS
from ideas_hub.model.value_paths import values_at_path
from ideas_hub.reading.data_files import EVIDENCE_FILE, LISTS_FILE
from ideas_hub.reading.documents import NOT_DOCUMENTS
from ideas_hub.reading.files import file_names, find_obstacle
from ideas_hub.reading.near_words import KnownIds, tidy
from ideas_hub.repository.raw_content import RawContent

NAMES = ("label", "title", "project_name", "credit", "name", "aliases.*", "synonyms.*", "organisation")
"""The fields with what readers call something, the best known first."""
WAS_TAKEN_DOWN = "If it was a project that was taken down, take it out here."
WENT_WITH_ITS_PAGE = "If it was a figure of a page that was taken down, take it out here."


def known_ids(root: Path, raw: RawContent) -> dict[str, KnownIds]:
    """Return all ids by what they belong to.

    What a file that could not be read holds is left out altogether, so that one mistake is not reported again by each
    file that names it.
    """
    return {
        kind.plural: KnownIds(
            _ids_in_folder(root, kind.folder),
            partial(_names, _facts(raw, kind)),
            _renamed(_facts(raw, kind)),
            places=partial(named_places, raw.places.values() if kind is REGIONS else ()),
        )
        for kind in ALL_KINDS
        if not find_obstacle(root, kind.folder)
    } | dict(_known_in_data(raw, {problem.file for problem in raw.problems}))


def known_in(hub: Hub) -> dict[str, KnownIds]:
    """Return the ids that a case study may name in a hub without mistakes, as `known_ids` does, but for the places."""
    documents: dict[Kind, Mapping[str, Document[Any]]] = {
        **{kind: hub.vocabulary.of_kind(kind) for kind in VOCABULARY_KINDS},
        SOURCES: hub.sources,
    }
    facts = {kind.plural: [(one, found[one].facts) for one in sorted(found)] for kind, found in documents.items()}
    tables = {name: [*values.items()] for name, values in hub.vocabulary.lists if isinstance(values, dict)}
    return {
        what: KnownIds([known_id for known_id, _ in some], partial(_names, some), _renamed(some))
        for what, some in {**facts, **tables}.items()
    }


def _known_in_data(raw: RawContent, mistaken: Collection[str]) -> Iterator[tuple[str, KnownIds]]:
    """Yield the ids of the data files by what they belong to.  mistaken: files that may lack some."""
    if raw.lists and LISTS_FILE not in mistaken:
        tables = [(name, values) for name, values in raw.lists if isinstance(values, dict)]
        yield from ((name, KnownIds(values, partial(_names, values.items()))) for name, values in tables)
    if raw.evidence and EVIDENCE_FILE not in mistaken:
        yield "subjects", KnownIds(raw.evidence.subjects, partial(_names, raw.evidence.subjects.items()))
        if not any(f"{file}/".startswith(f"{CASE_STUDIES.folder}/") for file in mistaken):
            figures = {**raw.evidence.figures, **{str(figure.id): figure for _, figure in raw.cited_figures()}}
            gone = WENT_WITH_ITS_PAGE if any(one.kind is CASE_STUDIES for one in raw.withdrawn) else ""
            yield "figures", KnownIds(figures, partial(_names, figures.items()), gone=gone)
    rows = {row.id: row.facts for row in raw.projects}
    if PROJECT_ROWS.file not in mistaken and len(rows) == len(raw.projects):  # each id once
        gone = WAS_TAKEN_DOWN if len(rows) < len(raw.rows[PROJECT_ROWS.id]) else ""
        yield PROJECT_ROWS.id, KnownIds(rows, partial(_names, rows.items()), _renamed(rows.items()), gone=gone)


def _ids_in_folder(root: Path, folder: str) -> list[str]:
    """Return the ids of a folder's files, including those with mistakes, so that one mistake is not reported twice.

    A file whose name cannot be one has the id that it should be renamed to.
    """
    return [
        tidy(stem := name.removesuffix(".md")) or stem
        for name in file_names(root, folder)
        if name.endswith(".md") and name not in NOT_DOCUMENTS
    ]


def _facts(raw: RawContent, kind: Kind) -> list[tuple[str, object]]:
    """Return the facts of each file of a kind by its id, also of those that are not valid."""
    broken = [(Path(one.file).stem, one.parsed.values) for one in raw.broken if one.kind is kind]
    return [*((document.id, document.facts) for document in raw.documents[kind.id]), *broken]


def _names(values: Iterable[tuple[str, object]]) -> Iterator[tuple[str, list[str]]]:
    """Yield each id with what readers call it.  values: a label, or facts, by id."""
    for known_id, facts in values:
        names = [name for field in NAMES for _, name in values_at_path(facts, field.split("."))]
        yield known_id, [facts] if isinstance(facts, str) else [name for name in names if isinstance(name, str)]


def _renamed(facts: Iterable[tuple[str, object]]) -> dict[str, str]:
    """Return the id that took the place of each old one."""
    olds = ((new, old) for new, values in facts for _, old in values_at_path(values, ("redirect_from", "*")))
    return {old: new for new, old in olds if isinstance(old, str)}
