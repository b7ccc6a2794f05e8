"""A case study: what one group did, for whom, where, and what came of it."""

from typing import Annotated

from pydantic import Field

from ideas_hub.model.absent_facts import NoIdeaFacts, NoLearningPointFacts, NoProgrammeFacts
from ideas_hub.model.fields import Code, Entry, Evidence, Figure, Id, Line, Period, Record, Sentence, Status


class CouldWeDoThis(Record):
    """What another group would need, in plain words.  cost_band: an id of `cost_bands` in docs/vocabulary.yml."""

    cost: Sentence | None = None
    people: Sentence | None = None
    time: Sentence | None = None
    place: Sentence | None = None
    cost_band: Id | None = None


class CaseStudy(NoLearningPointFacts, NoProgrammeFacts, NoIdeaFacts, Entry):
    """The front matter of a file in case_studies/."""

    organisation: Line
    place: Line
    region: Id
    themes: Annotated[tuple[Id, ...], Field(min_length=1, max_length=3)]
    communities: Annotated[tuple[Id, ...], Field(min_length=1, max_length=4)]
    status: Status = "unknown"
    partners: tuple[Line, ...] = ()
    period: Period | None = None
    activities: tuple[Id, ...] = ()
    delivery: tuple[Id, ...] = ()
    aims: tuple[Code, ...] = ()
    could_we_do_this: CouldWeDoThis | None = None
    worked: tuple[Sentence, ...] = ()
    did_not_work: tuple[Sentence, ...] = ()
    evidence: Evidence | None = None
    figures: tuple[Figure, ...] = ()

    @property
    def regions(self) -> tuple[str, ...]:
        """Its one region, as other kinds list theirs."""
        return (self.region,)
