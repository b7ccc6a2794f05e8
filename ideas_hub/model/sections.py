"""The sections of an entry, and of a project: their order and their titles.

Page, Markdown copy, feed and shortlist all take them from here.
To move a section, move its name in SECTIONS; a title stands at its section, and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from ideas_hub.model.kinds import CASE_STUDIES, PROGRAMMES

Part: TypeAlias = Literal["answer", "facts", "story", "beside", "about"]
"""A part of an entry's page: what it opens on; the box of facts; the text; beside the text on a wide screen, else
below it; folded away at the end."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of an entry.

    id: the name of the field that it shows, where there is one.
    shape: of what it lists; each has a macro in the templates.
    anchor: of its heading on the page; it does not change with the title, as others link to it.
    part: of the page that it is in; a Markdown copy and a feed have all sections one after another.
    part_of_kind: the part on pages of some kinds, where it is another, by the id of the kind.
    shown: how many of its rows show, where there are more than one more; 0 for all.
    note: what to know of all that it lists.
    own_words: it is in the language of the entry, not in the hub's.
    in_short: what the fold at the end of a page calls it.
    """

    id: str
    shape: str
    title: str = ""
    anchor: str = ""
    part: Part = "story"
    note: str = ""
    shown: int = 0
    own_words: bool = False
    in_short: str = ""
    part_of_kind: Mapping[str, Part] = field(default_factory=dict, hash=False)

    def part_on(self, kind_id: str) -> Part:
        """Return the part of the page of a kind that it is in."""
        return self.part_of_kind.get(kind_id, self.part)


OUR_READING = "This is our reading. The source does not say so itself."

SHOWN = 3

STATEMENT = Section("statement", "sentence", "The lesson", "theLesson", "answer", own_words=True)
TRY_THIS = Section("try_this", "bullets", "Try this", "stepsTitle", "answer", "Our suggestions.", own_words=True)
JOINING = Section("joining", "web_pages", "How to join", "joiningTitle", "answer")
TAKEAWAYS = Section("takeaways", "bullets", "What your group can take away", "stepsTitle", "answer", own_words=True)
WORKED = Section("worked", "bullets", "What helped", "whatHelped", "answer", shown=SHOWN, own_words=True)
DID_NOT_WORK = Section(
    "did_not_work", "setbacks", "What did not work", "whatGotInTheWay", "answer", shown=SHOWN, own_words=True
)
FIGURES = Section(
    *("figures", "figures", "In numbers", "inNumbers", "facts"),
    part_of_kind={PROGRAMMES.id: "story"},  # it has too many for the box of facts
)
FACTS = Section("facts", "bullets", "What we know", "factsTitle")
OFFER = Section("offer", "bullets", "The offer in short", "offerTitle", own_words=True)
AMOUNTS = Section("amounts", "amounts", "The money", "moneyTitle")
TAKE_CARE = Section("take_care", "bullets", "What to watch out for", "takeCareTitle", own_words=True)
SAY_FIRST = Section("say_first", "bullets", "Before you start", "sayFirstTitle", own_words=True)
QUESTIONS = Section(
    "questions",
    "questions",
    "The questions",
    "questionsTitle",
    note="On paper, this page shows the questions alone, and what people read before them.",
    own_words=True,
)
BODY = Section("body", "body", own_words=True)
"""The text below the facts, with headings of its own."""
AREAS = Section("areas", "facts", "The areas", "areasTitle", own_words=True)
WORKS = Section("works", "evidence", "What it did", "worksTitle")
WORKED_WITH = Section("worked_with", "links", "Who it worked with", "workedWithTitle")
EVIDENCED_BY = Section("evidenced_by", "evidence", "Where the source shows this", "showsTitle")
WHERE_WE_SEE_IT = Section(
    "where_we_see_it", "evidence", "Where we see something similar", "weSeeTitle", note=OUR_READING
)
LEARNED = Section("learned", "evidence", "What we learned", "learnedTitle")
LEARNED_AT = Section("learned_at", "evidence", "Also learned at", "learnedAtTitle")
LESSONS = Section(
    "lessons",
    "evidence",
    "Lessons from this project",
    "lessonsTitle",
    "beside",
    "Our reading of the source, unless marked “in the source”.",
    shown=SHOWN,
)
LESSONS_THERE = Section(
    "lessons_there",
    "evidence",
    "Lessons from what it did",
    "lessonsTitle",
    "beside",
    "From work that it took part in. Our reading, unless marked “in the source”.",
    shown=SHOWN,
)
STEPS = Section(
    "steps",
    "steps",
    "The steps",
    "trailSteps",
    note="These steps are our suggestions. Under each one, see what it is based on.",
    own_words=True,
)
IN_TRAILS = Section(
    "in_trails",
    "evidence",
    "In these trails",
    "inTrails",
    "beside",
    shown=SHOWN,
    in_short="trails",
    part_of_kind={CASE_STUDIES.id: "about"},  # its page has no room for more beside its text
)
NEAREST = Section("nearest", "evidence", "The nearest projects in its region", "nearestTitle", "beside")
AIMS = Section("aims", "bullets", "Programme aims", "aimsTitle", "about", in_short="aims")
NOTES = Section("notes", "bullets", "Notes from the editor", "notesTitle", "about", in_short="notes")
SOURCES = Section("sources", "links", "Sources", "sourcesTitle", "about", in_short="sources")

SECTIONS = (
    STATEMENT,
    TRY_THIS,
    TAKEAWAYS,
    JOINING,
    WORKED,
    DID_NOT_WORK,
    FACTS,
    FIGURES,
    OFFER,
    AMOUNTS,
    TAKE_CARE,
    SAY_FIRST,
    QUESTIONS,
    BODY,
    STEPS,
    AREAS,
    WORKS,
    WORKED_WITH,
    EVIDENCED_BY,
    WHERE_WE_SEE_IT,
    LEARNED,
    LEARNED_AT,
    LESSONS,
    LESSONS_THERE,
    IN_TRAILS,
    NEAREST,
    AIMS,
    NOTES,
    SOURCES,
)
"""In the order shown, on the page and everywhere else; what an entry does not have is left out."""
