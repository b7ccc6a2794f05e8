"""Organisations: a row of docs/organisations/organisations.csv each, and how a name in a text finds its row."""

import re
import unicodedata
from functools import lru_cache
from typing import ClassVar, Literal

from ideas_hub.model.fields import Id, Record, Reference, WebAddress
from ideas_hub.model.text_fields import Line, Note, Sentence

Role = Literal["led", "partner", "funder", "national-body", "evaluator", "researcher", "platform"]
LEGAL_FORMS = ("limited", "ltd", "cic", "cio", "plc")
"""What a name may end in or not, as its writer likes."""


class Organisation(Record):
    """An organisation that the sources or the stories name.

    sector: an id of `sectors` in docs/vocabulary.yml; none where nobody says it.
    about: what it is or did, as far as a source says.
    roles: those that no link shows; who leads, takes part or pays is read from projects, stories and programmes.
    projects, programmes: others that it was involved in, such as one that it evaluated.
    source: the one that says most of it; sections: of that source; more_sources: ids of others that name it.
    """

    themes: ClassVar[tuple[()]] = ()
    communities: ClassVar[tuple[()]] = ()

    id: Id
    name: Line
    aliases: tuple[Line, ...] = ()
    sector: Reference | None = None
    places: tuple[Line, ...] = ()
    region: Reference | None = None
    about: Sentence | None = None
    roles: tuple[Role, ...] = ()
    projects: tuple[Reference, ...] = ()
    programmes: tuple[Reference, ...] = ()
    website: WebAddress | None = None
    source: Reference | None = None
    sections: tuple[Line, ...] = ()
    more_sources: tuple[Reference, ...] = ()
    notes: tuple[Note, ...] = ()
    redirect_from: tuple[Id, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called, the best known first."""
        return (self.name, *self.aliases)

    @property
    def title(self) -> str:
        """The title of its page."""
        return self.name

    @property
    def summary(self) -> str:
        """What it is or did; "" if no source says it."""
        return self.about or ""

    @property
    def regions(self) -> tuple[str, ...]:
        """Its one region, as entries list theirs; none if nobody says it."""
        return (self.region,) if self.region else ()

    @property
    def place(self) -> str:
        """Where it is, in words."""
        return ", ".join(self.places)


@lru_cache(maxsize=100_000)  # a partner is looked up for every page and table that has its name
def name_key(name: str) -> str:
    """Return what the names of one organisation have in common, however a writer spells them.

    Case, accents, points and apostrophes do not matter, nor "&" or "and", "The" before it, "Ltd" or "CIC" behind it.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace("&", " and "))
    words = re.findall(r"\w+", re.sub(r"[.'\u2019\u0300-\u036f]", "", plain))
    if len(words) > 1 and words[0] == "the":
        del words[0]
    if len(words) > 1 and words[-1] in LEGAL_FORMS:
        del words[-1]
    return " ".join(words)
