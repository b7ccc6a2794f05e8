"""Problems between files: ids that are unknown or used twice, and what is missing or leads nowhere."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import (
    NEEDED_FILES,
    PAGE_KINDS,
    PART_FILES,
    VOCABULARY_KINDS,
)
from ideas_hub.model.place import Place
from ideas_hub.model.term import Term
from ideas_hub.model.value_paths import line_of
from ideas_hub.photos.originals import NOT_THERE
from ideas_hub.problem import Problem, excerpt, nearest
from ideas_hub.reading.data_files import EVIDENCE_FILE
from ideas_hub.reading.documents import files_of
from ideas_hub.reading.files import file_names, find_obstacle, is_there
from ideas_hub.reading.near_words import KnownIds
from ideas_hub.reading.places import PLACES_FILE
from ideas_hub.reading.references import find_unknown_ids, with_ids_in_brackets
from ideas_hub.reading.settings_file import SETTINGS_FILE
from ideas_hub.repository.evidence_links import find_unfounded, find_unnamed_sections
from ideas_hub.repository.known_ids import known_ids
from ideas_hub.repository.raw_content import FileResult, RawContent
from ideas_hub.repository.records import files_in_doubt, records_with_ids
from ideas_hub.repository.row_faults import find_row_faults


def find_inconsistencies(root: Path, raw: RawContent) -> list[Problem]:
    """Return what is wrong in the files of a repository, and between them."""
    known = known_ids(root, raw)
    broken = {one.file: (one.kind.id, one.parsed.values) for one in raw.broken}
    return [
        *(with_ids_in_brackets(one, *broken.get(one.file, ("", {})), known) for one in raw.problems),
        *_repeated_terms(term for kind in VOCABULARY_KINDS for term in raw.documents[kind.id]),
        *_terms_in_the_way(raw),
        *_broader_than_themselves(raw),
        *find_row_faults(raw),
        *_repeated_figures(raw),
        *_reserved_subjects(raw),
        *_unknown_ids(raw, known),
        *_unknown_regions(raw.places, known),
        *find_unfounded(raw),
        *find_unnamed_sections(raw),
        *_missing_pictures(root, raw.broken),
    ]


def _reserved_subjects(raw: RawContent) -> Iterator[Problem]:
    """Report a subject of the evidence that would take the page of the figures of case studies."""
    taken = addresses.OF_CASE_STUDIES
    if raw.evidence and taken in raw.evidence.subjects:
        yield Problem(
            EVIDENCE_FILE,
            line_of(("subjects", taken), raw.evidence_lines),
            f'"{taken}" is a name that the site uses itself.',
            field=f"subjects.{taken}",
            found=taken,
            rule="reserved-id",
            fix="Give the subject another id.",
        )


def _unknown_ids(raw: RawContent, known: Mapping[str, KnownIds]) -> Iterator[Problem]:
    files = (files_in_doubt(raw, what, ids.__contains__) for what, ids in known.items())
    for record in records_with_ids(raw, set().union(*files)):
        yield from find_unknown_ids(*record, known)


def _unknown_regions(places: Mapping[int, Place], known: Mapping[str, KnownIds]) -> Iterator[Problem]:
    """Report places whose region is unknown; what to say of a region is worked out once.  places: by line."""
    for region in {place.region for place in places.values()}.difference(known.get("regions", ())):
        problems = list(find_unknown_ids("places", {"region": region}, {}, PLACES_FILE, known))
        lines = (line for line, place in places.items() if place.region == region)
        yield from (replace(problem, line=line) for line in lines for problem in problems)


def _repeated_figures(raw: RawContent) -> Iterator[Problem]:
    """Report figures that are in more than one file: pages that show them could disagree."""
    first = dict.fromkeys(raw.evidence.figures if raw.evidence else (), EVIDENCE_FILE)
    for study, figure in raw.cited_figures():
        other = first.setdefault(str(figure.id), study.file)
        if other != study.file:
            line = next((study.lines[path] for path in study.lines if path[-1:] == ("id",) and path[0] == "figures"), 1)
            yield Problem(
                study.file,
                line,
                f'"{figure.id}" is already the id of a figure in {other}.',
                field="figures",
                found=str(figure.id),
                rule="repeated-id",
                fix="Keep the figure in one of the two files.",
            )


def _repeated_terms(terms: Iterable[Document[Term]]) -> Iterator[Problem]:
    """Report ids of more than one theme, region or community: terms of every kind share the addresses below /find/."""
    first: dict[str, Document[Term]] = {}
    for term in terms:
        if (other := first.setdefault(term.id, term)) is not term:
            yield Problem(
                term.file,
                0,
                f'"{term.id}" is already the name of {other.file}.',
                found=term.id,
                rule="repeated-id",
                fix="Give one of the two files another name.",
            )


def _terms_in_the_way(raw: RawContent) -> Iterator[Problem]:
    """Report a term below /find/ that has the address of the places there."""
    for term in (term for kind in VOCABULARY_KINDS for term in raw.documents[kind.id]):
        if raw.places and f"{addresses.FIND}{term.id}/" == addresses.PLACES:
            message = f'"{term.id}" is the name of the page of all places.'
            yield Problem(term.file, 0, message, found=term.id, rule="repeated-id", fix="Give the file another name.")


def _broader_than_themselves(raw: RawContent) -> Iterator[Problem]:
    """Report a term that is broader than itself, by its own page or by way of others."""
    broader = {(kind.id, term.id): term.facts.broader for kind in VOCABULARY_KINDS for term in raw.documents[kind.id]}
    for kind in VOCABULARY_KINDS:
        for term in raw.documents[kind.id]:
            above, way = term.facts.broader, [term.id]
            while above and above not in way:
                way.append(above)
                above = broader.get((kind.id, above))
            if above == term.id and min(way) == term.id:
                message = f"it leads back to this page: {' → '.join([*way, term.id])}."
                yield Problem(
                    term.file,
                    line_of(("broader",), term.lines),
                    message,
                    field="broader",
                    found=str(term.facts.broader),
                    rule="broader",
                    fix="Name a wider term, or delete the line.",
                )


def _missing_pictures(root: Path, broken: Iterable[FileResult]) -> Iterator[Problem]:
    """Report the missing pictures of entries whose facts have other mistakes too, so that one run reports them all."""
    for file, kind, _, parsed, *_ in broken:
        image = parsed.values.get("image")
        name = image.get("file") if isinstance(image, dict) else None
        pictures = file_names(root, f"{kind.folder}/images") if isinstance(name, str) else ()
        if isinstance(name, str) and name not in pictures:
            yield Problem(
                file,
                line_of(("image", "file"), parsed.lines),
                f'the picture "{excerpt(name)}" {NOT_THERE}',
                field="image.file",
                found=excerpt(name),
                nearest=(near := nearest(name, pictures)),
                rule="missing-picture",
                fix="Write its name as it is there." if near else f"Put the file in {kind.folder}/images.",
            )


def find_missing_pages(hub: Hub, root: Path) -> Iterator[Problem]:
    """Yield a problem for each page that is not there: one that every hub needs, or that of a part with content."""
    reasons = dict.fromkeys(NEEDED_FILES, "every hub needs it")
    reasons |= {PART_FILES[part]: f"this hub has {part.replace('-', ' ')} to show on it" for part in sorted(hub.parts)}
    for file, reason in reasons.items():
        if not is_there(root, file):
            yield Problem(
                file,
                0,
                f"this page is missing, and {reason}.",
                rule="missing-page",
                fix="Write its title and summary between two lines of ---, and below them what readers should know. "
                "The folder tests/hubs/repair-cafes has one to copy.",
            )


def find_nav_problems(hub: Hub, root: Path) -> Iterator[Problem]:
    """Yield a problem for each link of the nav that leads to no page of the hub."""
    there = (file for file, kind in files_of(root).items() if kind in PAGE_KINDS and file not in PART_FILES.values())
    needed = (*NEEDED_FILES, *(PART_FILES[part] for part in hub.parts))  # `find_missing_pages` names one not there
    pages = [file.removeprefix("docs/") for file in dict.fromkeys((*there, *needed))]
    for link in hub.nav:
        if link.file not in pages and not find_obstacle(root, f"docs/{link.file}"):
            yield Problem(
                SETTINGS_FILE,
                link.line,
                f'"{excerpt(link.file)}" is not a page of this hub.',
                field="nav",
                found=excerpt(link.file),
                nearest=nearest(link.file, pages),
                rule="broken-link",
                fix="Write the path of a page below docs/, such as about.md.",
            )
