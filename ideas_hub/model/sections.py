"""The sections of an entry, and of a project: their order and their titles.

Page, Markdown copy, feed and shortlist all take them from here.
To move a section, move its name in SECTIONS; a title stands at its section, and nowhere else.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """One section of an entry.

    id: the name of the field that it shows, where there is one.
    shape: of what it lists; each has a macro in the templates.
    anchor: of its heading on the page.
    in_contents: the list "On this page" names it.
    side_by_side: on a wide screen it stands beside a neighbour that does so too.
    note: what to know of all that it lists.
    own_words: it is in the language of the entry, not in the hub's.
    """

    id: str
    shape: str
    title: str = ""
    anchor: str = ""
    in_contents: bool = False
    side_by_side: bool = False
    note: str = ""
    own_words: bool = False


OUR_READING = "This is our own reading. The source tells of the work, but does not tie it to the lesson."

STATEMENT = Section("statement", "sentence", "The lesson", "theLesson", own_words=True)
TRY_THIS = Section(
    "try_this", "bullets", "Try this", "stepsTitle", note="These steps are our suggestions.", own_words=True
)
LEARNED = Section("learned", "evidence", "What we learned", "learnedTitle", in_contents=True)
JOINING = Section("joining", "web_pages", "How to join", "joiningTitle", in_contents=True)
TAKEAWAYS = Section("takeaways", "bullets", "What your group can take away", "stepsTitle", own_words=True)
FACTS = Section("facts", "bullets", "What we know of it", "factsTitle")
COULD_WE_DO_THIS = Section("could_we_do_this", "facts", "Could we do this?", "couldWe", own_words=True)
FIGURES = Section("figures", "figures", "In numbers", "inNumbers")
OFFER = Section("offer", "bullets", "The offer in short", "offerTitle", own_words=True)
AMOUNTS = Section("amounts", "amounts", "The money", "moneyTitle")
BODY = Section("body", "body", own_words=True)
"""The text below the facts, with headings of its own."""
TAKE_CARE = Section("take_care", "bullets", "What to mind", "takeCareTitle", in_contents=True, own_words=True)
SAY_FIRST = Section("say_first", "bullets", "Before you start", "sayFirstTitle", in_contents=True, own_words=True)
QUESTIONS = Section(
    "questions",
    "questions",
    "The questions",
    "questionsTitle",
    in_contents=True,
    note="On paper, this page shows the questions alone, and what people read before them.",
    own_words=True,
)
AREAS = Section("areas", "facts", "The areas", "areasTitle", own_words=True)
WORKED = Section("worked", "bullets", "What helped", "whatHelped", in_contents=True, side_by_side=True, own_words=True)
DID_NOT_WORK = Section(
    "did_not_work",
    "bullets",
    "What got in the way",
    "whatGotInTheWay",
    in_contents=True,
    side_by_side=True,
    own_words=True,
)
EVIDENCE = Section("evidence", "sentence", "How we know", "howWeKnow")
TEACHES = Section("teaches", "evidence", "Lessons that the source shows in it", "showsTitle", in_contents=True)
LESSONS_WE_SEE = Section(
    "lessons_we_see", "evidence", "Lessons that we see in it", "weSeeTitle", in_contents=True, note=OUR_READING
)
EVIDENCED_BY = Section("evidenced_by", "evidence", "Where the source shows this", "showsTitle", in_contents=True)
WHERE_WE_SEE_IT = Section(
    "where_we_see_it", "evidence", "Where we see something like it", "weSeeTitle", in_contents=True, note=OUR_READING
)
WORKS = Section("works", "evidence", "What it did", "worksTitle", in_contents=True)
WORKED_WITH = Section("worked_with", "links", "Who it worked with", "workedWithTitle", in_contents=True)
LESSONS_THERE = Section(
    "lessons_there",
    "evidence",
    "Lessons from what it did",
    "lessonsTitle",
    in_contents=True,
    note="A source shows each of them in work that it took part in, or we see it there.",
)
LEARNED_AT = Section("learned_at", "evidence", "Also learned at", "learnedAtTitle", in_contents=True)
AIMS = Section("aims", "bullets", "The aims behind it", "aimsTitle")
NOTES = Section("notes", "bullets", "Notes from the editor", "notesTitle")
SOURCES = Section("sources", "links", "Sources", "sourcesTitle", in_contents=True)
NEAREST = Section("nearest", "evidence", "The nearest projects in its region", "nearestTitle")

SECTIONS = (
    STATEMENT,
    TRY_THIS,
    TAKEAWAYS,
    JOINING,
    FACTS,
    COULD_WE_DO_THIS,
    FIGURES,
    OFFER,
    AMOUNTS,
    TAKE_CARE,
    SAY_FIRST,
    QUESTIONS,
    BODY,
    AREAS,
    WORKS,
    WORKED_WITH,
    LESSONS_THERE,
    WORKED,
    DID_NOT_WORK,
    EVIDENCE,
    TEACHES,
    LESSONS_WE_SEE,
    EVIDENCED_BY,
    WHERE_WE_SEE_IT,
    LEARNED,
    LEARNED_AT,
    AIMS,
    NOTES,
    SOURCES,
    NEAREST,
)
"""In the order shown, on the page and everywhere else; what an entry does not have is left out."""
