"""The sections of an entry: their order, their titles, and the facts that belong to each.

Page, Markdown copy, feed, shortlist and search all take them from here.
To move a section, move its name in SECTIONS; a title stands at its section, and nowhere else.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ideas_hub.model.kinds import EntryFacts


def _no_words(_facts: EntryFacts) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Section:
    """One section of an entry.

    id: the name of the field that it shows, where there is one.
    title: with {} in the place of what only the page knows, such as a count.
    anchor: of its heading on the page.
    words: gives the texts of an entry that this section shows and the search reads.
    search_field: the field of the search in which they count.
    in_contents: the list "On this page" names it.
    side_by_side: on a wide screen it stands beside a neighbour that does so too.
    """

    id: str
    title: str = ""
    anchor: str = ""
    words: Callable[[EntryFacts], Iterable[str]] = _no_words
    search_field: str = "body"
    in_contents: bool = False
    side_by_side: bool = False


def _requirements(facts: EntryFacts) -> Iterable[str]:
    box = facts.could_we_do_this
    return filter(None, (box.cost, box.people, box.time, box.place)) if box else ()


def _evidence(facts: EntryFacts) -> Iterable[str]:
    return (showing.how for showing in facts.evidenced_by if showing.how)


def _areas(facts: EntryFacts) -> Iterable[str]:
    return (name for area in facts.areas for name in (area.name, area.lead))


STATEMENT = Section("statement", "The lesson", "theLesson", lambda facts: (facts.statement,))
TRY_THIS = Section("try_this", "Try this", "stepsTitle", lambda facts: facts.try_this)
TAKEAWAYS = Section("takeaways", "What your group can take away", "stepsTitle", lambda facts: facts.takeaways)
COULD_WE_DO_THIS = Section("could_we_do_this", "Could we do this?", "couldWe", _requirements)
FIGURES = Section("figures", "In numbers", "inNumbers")
OFFER = Section("offer", "What it offered", "offerTitle", lambda facts: facts.offer)
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
TEACHES = Section("teaches", "What this teaches", "showsTitle", in_contents=True)
EVIDENCED_BY = Section("evidenced_by", "{} learned this", "showsTitle", _evidence, in_contents=True)
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
    EVIDENCED_BY,
    AIMS,
    NOTES,
    SOURCES,
)
"""In the order shown, on the page and everywhere else; what an entry does not have is left out."""
