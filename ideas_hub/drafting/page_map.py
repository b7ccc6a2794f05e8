"""The map of an import: what other people's pages call their facts, and which of our terms theirs are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, Field

from ideas_hub.drafting.kinds import NEW_KINDS, NewKind
from ideas_hub.drafting.questions import questions
from ideas_hub.drafting.yaml_text import scalar
from ideas_hub.importing.page_facts import Page
from ideas_hub.importing.personal_data import without_personal_data
from ideas_hub.model.fields import Record, WebPage
from ideas_hub.model.hub import Hub
from ideas_hub.model.value_paths import Lines
from ideas_hub.problem import Problem, excerpt, nearest
from ideas_hub.reading import text_file
from ideas_hub.reading.front_matter import parse_yaml
from ideas_hub.reading.validation import validate

OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "name", "linkTitle", "heading"),
    "summary": (
        "summary",
        "description",
        "excerpt",
        "deck",
        "lead",
        "intro",
        "subtitle",
        "tagline",
        "meta_description",
    ),
    "organisation": ("organisation", "organization", "charity", "company", "partner"),
    "place": ("place", "location", "town", "city", "where"),
    "region": ("region", "area"),
    "themes": ("themes", "topics", "tags", "categories", "keywords"),
    "communities": ("communities", "audience", "audiences", "beneficiaries", "tags", "categories", "keywords"),
    "source_date": ("source_date", "date", "publishDate", "pubDate", "published", "created"),
    "language": ("language", "lang", "locale"),
}
"""What others call a fact, where the map does not say; the first that a page has."""


NAMES_OF_TERMS = ("tags", "categories", "topics", "keywords", "audience")
MAP = """
To say more about these pages, write a map such as this, and give it with --map:

kind: case-study
fields:  # ours: theirs
  summary: description
{facts}
terms:  # theirs: ours
{terms}
always:  # what is the same for all of them
  organisation:
  place:
  region:
  themes: []
  communities: []
leave_out: []  # facts that need no note
"""


def _names(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_names), Field(max_length=20)]


class PageMap(Record):
    """A map, as its file has it.

    kind: what the pages become, as named after scripts/new.
    site: where the pages are, for links among them that are not brought in.
    fields: for each of our fields, the names of theirs.
    terms: for each of their terms, the id of ours.
    always: a value for each of our fields that a page says nothing of.
    leave_out: names of theirs that need no note.
    """

    kind: str = "case-study"
    site: WebPage | None = None
    fields: Mapping[str, Names] = Field(default_factory=dict)
    terms: Mapping[str, str] = Field(default_factory=dict)
    always: Mapping[str, Any] = Field(default_factory=dict)
    leave_out: Names = ()

    def names_of(self, field: str) -> tuple[str, ...]:
        """Return what the pages call a field."""
        return self.fields.get(field) or OTHER_NAMES.get(field, (field,))

    @property
    def new_kind(self) -> NewKind:
        """The kind that the pages become."""
        return next(kind for kind in NEW_KINDS if kind.id == self.kind)


def read_map(raw: bytes, file: str, hub: Hub) -> tuple[PageMap, list[Problem]]:
    """Return the map in a file, and what is wrong with it.  hub: whose terms it names."""
    text, problems = text_file.decode(raw, file)
    if problems:
        return PageMap(), problems
    parsed = parse_yaml(text, file)
    names = _Names(file, parsed.lines)
    if unknown := [name for name in parsed.values if name not in PageMap.model_fields]:
        return PageMap(), [names.unknown((name,), "", "a field", tuple(PageMap.model_fields)) for name in unknown]
    page_map, problems = validate(parsed, PageMap, file)
    if page_map is None:
        return PageMap(), problems
    return page_map, [*problems, *(names.find_unknown_fields(page_map) or names.find_unknown_terms(page_map, hub))]


class _Names(NamedTuple):
    """The names in a map, and the line of each."""

    file: str
    lines: Lines

    def find_unknown_fields(self, page_map: PageMap) -> list[Problem]:
        """Return a problem for a kind, and each field of it, that there is not."""
        kinds = tuple(kind.id for kind in NEW_KINDS if kind.can_wait)
        if page_map.kind not in kinds:
            return [self.unknown(("kind", page_map.kind), "kind", "a kind that a page can become", kinds)]
        known = tuple(page_map.new_kind.record.model_fields)
        return [
            self.unknown((part, name), part, "a field", known)
            for part, names in (("fields", page_map.fields), ("always", page_map.always))
            for name in names
            if name.partition(".")[0] not in known
        ]

    def find_unknown_terms(self, page_map: PageMap, hub: Hub) -> list[Problem]:
        """Return a problem for each term or other choice of ours that there is not."""
        asked = questions(hub, page_map.new_kind)
        choices = {question.wording.path: tuple(question.choices) for question in asked if question.choices}
        every = tuple(dict.fromkeys(choice for some in choices.values() for choice in some))
        in_terms = [
            self.unknown(("terms", theirs, ours), "terms", "a term of ours", every)
            for theirs, ours in page_map.terms.items()
            if ours not in every
        ]
        return in_terms + [
            self.unknown(("always", path, str(choice)), f"always.{path}", "one of our choices", choices[path])
            for path, given in page_map.always.items()
            for choice in (given if isinstance(given, list) else [given])
            if path in choices and choice is not None and choice not in choices[path]
        ]

    def unknown(self, path: tuple[str, ...], field: str, what: str, known: tuple[str, ...]) -> Problem:
        """Return the problem of a name that there is not, the last of a path; it has the line of what is on its way."""
        line = next((self.lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.lines), 1)
        return Problem(
            self.file,
            line,
            f'"{excerpt(path[-1])}" is not {what}.',
            field=field,
            found=path[-1],
            allowed=known,
            nearest=nearest(path[-1], known),
            rule="unknown-fact",
        )


def map_to_start_from(pages: Sequence[Page]) -> str:
    """Return a map to fill in, with the facts that pages have, the most frequent first, and the terms among them."""
    counts = Counter(name for page in pages for name in page.facts)
    terms = Counter(item for page in pages for name in NAMES_OF_TERMS for item in page.items(name))
    known = {other: name for name, others in OTHER_NAMES.items() for other in others}
    facts = [
        f"  # {name}: on {count} pages{f', read as {known[name]}' if name in known else ''}"
        for name, count in counts.most_common(40)
    ]
    rows = [f"  # {scalar(term)}: an-id" for term, _ in terms.most_common(40)]
    return without_personal_data(MAP.format(facts="\n".join(facts), terms="\n".join(rows)))[0]
