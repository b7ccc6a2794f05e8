"""The sections of an entry: their order, their titles, and the facts that belong to each.

Page, Markdown copy, feed, shortlist and search all take them from here.
To move a section, move its name in SECTIONS; a title stands at its section, and nowhere else.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from ideas_hub.model.entries import Basis
from ideas_hub.model.kinds import EntryFacts


def _no_words(_facts: EntryFacts) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Section:
    """One section of an entry.

    id: the name of the field that it shows, where there is one.
    anchor: of its heading on the page.
    words: gives the texts of an entry that this section shows and the search reads.
    search_field: the field of the search in which they count.
    in_contents: the list "On this page" names it.
    side_by_side: on a wide screen it stands beside a neighbour that does so too.
    note: what to know of all that it lists.
    """

    id: str
    title: str = ""
    anchor: str = ""
    words: Callable[[EntryFacts], Iterable[str]] = _no_words
    search_field: str = "body"
    in_contents: bool = False
    side_by_side: bool = False
    note: str = ""


def _requirements(facts: EntryFacts) -> Iterable[str]:
    box = facts.could_we_do_this
    return filter(None, (box.cost, box.people, box.time, box.place)) if box else ()


def _evidence(basis: Basis, facts: EntryFacts) -> Iterable[str]:
    return (showing.how for showing in facts.evidenced_by if showing.how and showing.basis == basis)


def _areas(facts: EntryFacts) -> Iterable[str]:
    return (name for area in facts.areas for name in (area.name, area.lead))


OUR_READING = "This is our own reading. The source tells of the work, but does not tie it to the lesson."

STATEMENT = Section("statement", "The lesson", "theLesson", lambda facts: (facts.statement,))
TRY_THIS = Section(
    "try_this", "Try this", "stepsTitle", lambda facts: facts.try_this, note="These steps are our suggestions."
)
TAKEAWAYS = Section("takeaways", "What your group can take away", "stepsTitle", lambda facts: facts.takeaways)
COULD_WE_DO_THIS = Section("could_we_do_this", "Could we do this?", "couldWe", _requirements)
FIGURES = Section("figures", "In numbers", "inNumbers")
OFFER = Section("offer", "The offer in short", "offerTitle", lambda facts: facts.offer)
AMOUNTS = Section("amounts", "The money", "moneyTitle")
BODY = Section("body")
"""The text below the facts, with headings of its own; the search reads it as it stands."""
AREAS = Section("areas", "The areas", "areasTitle", _areas, search_field="names")
WORKED = Section("worked", "What helped", "whatHelped", lambda facts: facts.worked, in_contents=True, side_by_side=True)
DID_NOT_WORK = Section(
    "did_not_work",
    "What got in the way",
    "whatGotInTheWay",
    lambda facts: facts.did_not_work,
    in_contents=True,
    side_by_side=True,
)
EVIDENCE = Section("evidence", "How we know", "howWeKnow")
TEACHES = Section("teaches", "Lessons that the source shows in it", "showsTitle", in_contents=True)
LESSONS_WE_SEE = Section(
    "lessons_we_see", "Lessons that we see in it", "weSeeTitle", in_contents=True, note=OUR_READING
)
EVIDENCED_BY = Section(
    "evidenced_by", "Where the source shows this", "showsTitle", partial(_evidence, "stated"), in_contents=True
)
WHERE_WE_SEE_IT = Section(
    "where_we_see_it",
    "Where we see something like it",
    "weSeeTitle",
    partial(_evidence, "inferred"),
    in_contents=True,
    note=OUR_READING,
)
AIMS = Section("aims", "The aims behind it", "aimsTitle")
NOTES = Section("notes", "Notes from the editor", "notesTitle")
SOURCES = Section("sources", "Sources", "sourcesTitle", in_contents=True)

SECTIONS = (
    STATEMENT,
    TRY_THIS,
    TAKEAWAYS,
    COULD_WE_DO_THIS,
    FIGURES,
    OFFER,
    AMOUNTS,
    BODY,
    AREAS,
    WORKED,
    DID_NOT_WORK,
    EVIDENCE,
    TEACHES,
    LESSONS_WE_SEE,
    EVIDENCED_BY,
    WHERE_WE_SEE_IT,
    AIMS,
    NOTES,
    SOURCES,
)
"""In the order shown, on the page and everywhere else; what an entry does not have is left out."""
