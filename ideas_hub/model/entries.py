"""The facts of case studies, learning points, programmes and ideas.

A case study is what one group did, for whom, where, and what came of it.
A learning point is what carries over to the next group, with the projects that show it.
A programme: who ran it, who paid, what it offered, and whether it is still open.
An idea is a short article on something that a group can take away.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ideas_hub.model.absent_facts import (
    NoCaseStudyFacts,
    NoEventFacts,
    NoIdeaFacts,
    NoLearningPointFacts,
    NoPlace,
    NoProgrammeFacts,
    NoToolFacts,
    NoTrailFacts,
    NoWhoFor,
)
from ideas_hub.model.fields import (
    CodeReference,
    Day,
    Entry,
    Evidence,
    Flag,
    Moment,
    Number,
    Period,
    Record,
    Reference,
    Status,
)
from ideas_hub.model.figure import Figure
from ideas_hub.model.setback import WrittenSetback
from ideas_hub.model.text_fields import Line, Sentence


class Requirements(Record):
    """What another group would need, in plain words."""

    cost: Sentence | None = None
    people: Sentence | None = None
    time: Sentence | None = None
    place: Sentence | None = None


class CouldWeDoThis(Requirements):
    """What another group would need, in plain words.  cost_band: an id of `cost_bands` in docs/vocabulary.yml."""

    cost_band: Reference | None = None


class CaseStudy(
    NoWhoFor, NoLearningPointFacts, NoProgrammeFacts, NoIdeaFacts, NoToolFacts, NoEventFacts, NoTrailFacts, Entry
):
    """The front matter of a file in case_studies/."""

    organisation: Line
    place: Line
    region: Reference
    themes: Annotated[tuple[Reference, ...], Field(min_length=1, max_length=3)]
    communities: Annotated[tuple[Reference, ...], Field(min_length=1, max_length=4)]
    status: Status = "unknown"
    partners: tuple[Line, ...] = ()
    period: Period | None = None
    activities: tuple[Reference, ...] = ()
    delivery: tuple[Reference, ...] = ()
    aims: tuple[CodeReference, ...] = ()
    could_we_do_this: CouldWeDoThis | None = None
    worked: tuple[Sentence, ...] = ()
    did_not_work: tuple[WrittenSetback, ...] = ()
    evidence: Evidence | None = None
    figures: tuple[Figure, ...] = ()

    @property
    def regions(self) -> tuple[str, ...]:
        """Its one region, as other kinds list theirs."""
        return (self.region,)

    @property
    def says_what_did_not_work(self) -> bool:
        """Whether it says what got in the way of its group."""
        return bool(self.did_not_work)


Basis = Literal["stated", "inferred"]


class NamesEntry(Record):
    """Evidence, which names exactly one entry.  kinds: the fields that can name it, one for each kind."""

    kinds: ClassVar[tuple[str, ...]] = ()

    def entries(self) -> Iterator[tuple[str, str]]:
        """Yield the kind and the id of each entry that it names; a sound one names one."""
        yield from ((kind, entry_id) for kind in self.kinds if (entry_id := getattr(self, kind)))


class Showing(NamesEntry):
    """An entry that shows a learning point; exactly one of case_study, project and programme.

    basis: `stated` where the source itself ties it to the point, `inferred` where we read it so.
    """

    kinds = ("case_study", "project", "programme")

    case_study: Reference | None = None
    project: Reference | None = None
    programme: Reference | None = None
    basis: Basis
    section: Line | None = None
    how: Sentence | None = None


class LearningPoint(
    NoPlace,
    NoWhoFor,
    NoCaseStudyFacts,
    NoProgrammeFacts,
    NoIdeaFacts,
    NoToolFacts,
    NoEventFacts,
    NoTrailFacts,
    Entry,
):
    """The front matter of a file in docs/learning-points/.  number: as the source counts; none for a section lesson."""

    regions: ClassVar[tuple[()]] = ()
    status: ClassVar[str] = ""

    kind: Literal["enabler", "barrier", "recommendation", "section-lesson"]
    number: Annotated[int, Field(strict=True, ge=1)] | None = None
    group: Line | None = None
    statement: Sentence
    try_this: tuple[Sentence, ...] = ()
    audience: Annotated[tuple[Reference, ...], Field(min_length=1)]
    topics: Annotated[tuple[Reference, ...], Field(min_length=1, max_length=3)]
    themes: Annotated[tuple[Reference, ...], Field(max_length=3)] = ()
    communities: Annotated[tuple[Reference, ...], Field(max_length=4)] = ()
    evidenced_by: tuple[Showing, ...] = ()
    figures: tuple[Reference, ...] = ()

    @property
    def says_what_did_not_work(self) -> bool:
        """Whether it is about what gets in the way."""
        return self.kind == "barrier"

    def shown_by(self, basis: Basis) -> tuple[Showing, ...]:
        """Return the evidence that the source ties to it, or that we do."""
        return tuple(showing for showing in self.evidenced_by if showing.basis == basis)


class Amount(Record):
    """A sum of money, with the pot it comes from and the date it was true.  value: pounds."""

    display: Line
    value: Number
    up_to: Flag = False
    covers: Sentence
    as_of: Moment | None = None
    source: Reference
    section: Line | None = None


class Relation(Record):
    """How one programme stands to another, in words."""

    programme: Reference
    how: Sentence


class Area(Record):
    """A place that a programme worked in, and who led there."""

    name: Line
    lead: Line
    note: Sentence | None = None


class Programme(
    NoPlace, NoCaseStudyFacts, NoLearningPointFacts, NoIdeaFacts, NoToolFacts, NoEventFacts, NoTrailFacts, Entry
):
    """The front matter of a file in docs/programmes/."""

    owner: tuple[Line, ...] = ()
    funder: tuple[Line, ...] = ()
    launched: Moment | None = None
    closes: Moment | Day | None = None
    status: Literal["open", "closed", "completed", "unknown"]
    closed_note: Sentence | None = None
    amounts: tuple[Amount, ...] = ()
    part_of: Reference | None = None
    related: tuple[Relation, ...] = ()
    who_for: Sentence
    offer: tuple[Sentence, ...] = ()
    areas: tuple[Area, ...] = ()
    figures: tuple[Reference, ...] = ()
    regions: tuple[Reference, ...] = ()
    themes: tuple[Reference, ...] = ()
    communities: tuple[Reference, ...] = ()


class Author(Record):
    """Who wrote a source, in the role and organisation that the source names."""

    name: Line
    role: Line | None = None
    organisation: Line | None = None


class Idea(
    NoPlace,
    NoWhoFor,
    NoCaseStudyFacts,
    NoLearningPointFacts,
    NoProgrammeFacts,
    NoToolFacts,
    NoEventFacts,
    NoTrailFacts,
    Entry,
):
    """The front matter of a file in docs/ideas/."""

    status: ClassVar[str] = ""

    authors: Annotated[tuple[Author, ...], Field(min_length=1)]
    takeaways: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    programmes: tuple[Reference, ...] = ()
    regions: tuple[Reference, ...] = ()
    themes: tuple[Reference, ...] = ()
    communities: tuple[Reference, ...] = ()
    figures: tuple[Reference, ...] = ()
