"""What is asked about every other kind than case studies: a question for each field of its record.

A field without words of its own is asked for by its name, with what `FIELD_DESCRIPTIONS` says of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ideas_hub.drafting.kinds import NewKind
from ideas_hub.drafting.wording import NOT_ASKED, Wording
from ideas_hub.model.field_descriptions import FIELD_DESCRIPTIONS
from ideas_hub.model.kinds import EVENTS
from ideas_hub.model.labels import LABELS

TEXT = Wording(
    "", "The text of its page", "What readers should know, as you would say it to them.", whole_text=True, required=True
)

FIRST = ("title", "summary", "label")
ONE_ON_EACH_LINE = "One on each line."
EVERY: Mapping[str, tuple[str, str]] = {
    "title": ("Its title", "In a few words."),
    "summary": ("What is it, in one or two sentences?", "It shows in lists and in search results."),
    "label": ("What is it called?", "As it should appear in lists."),
    "themes": ("Which themes does it belong to?", "Choose what fits best."),
    "communities": ("Who is it for?", "Choose the people it is meant for."),
    "regions": ("Which regions is it about?", "Choose all that fit."),
    "region": ("Which region is it in?", "Choose the one where most of it happens."),
    "search_terms": ("Which other words might people search for?", ONE_ON_EACH_LINE),
    "sources": ("Where do its facts come from?", "One source on each line."),
    "source": ("Which source is it from?", "Choose one."),
    "figures": ("Which figures does it show?", "Choose those of the figures that the hub has."),
}
TERM: Mapping[str, tuple[str, str]] = {
    "phrase": (
        'How does it read after "Case studies"?',
        "So that a heading reads well. For example: for carers, in the north, about music.",
    ),
    "definition": ("What does it mean here?", "One or two sentences."),
    "synonyms": ("Which other words mean the same?", f"People find it by them. {ONE_ON_EACH_LINE}"),
    "broader": ("Is it a part of a wider one?", "Choose the wider one."),
    "code": ("What is its official code?", "Where it has one."),
}
WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "learning-point": {
        "kind": ("What kind of lesson is it?", "Choose one."),
        "number": ("Which number does it have in its source?", "Digits only, such as 3."),
        "group": ("Which heading is it under in its source?", "As the source prints it."),
        "statement": ("What is the lesson, in one sentence?", "Say what helps, or what gets in the way."),
        "try_this": ("What could a group try?", f"Small steps. {ONE_ON_EACH_LINE}"),
        "audience": ("Who is it useful for?", "Choose all that fit."),
        "topics": ("What is it about?", "Choose what fits best."),
    },
    "programme": {
        "owner": ("Who runs it?", f"The organisations. {ONE_ON_EACH_LINE}"),
        "funder": ("Who pays for it?", f"The organisations. {ONE_ON_EACH_LINE}"),
        "launched": ("When did it start?", "A year, a month or a day, such as 2024-03."),
        "closes": ("When does it close, or when did it?", "Written the same way."),
        "status": ("Is it still open?", "Choose one."),
        "closed_note": ("What should people know, now that it is not open?", "One or two sentences."),
        "part_of": ("Which programme does it belong to?", "Choose one."),
        "related": ("Which other programmes have to do with it?", "One on each line, and how."),
        "who_for": ("Who can use it?", "In one or two sentences."),
        "offer": ("What does it offer?", ONE_ON_EACH_LINE),
        "areas": ("Where did it work, and who led there?", "One place on each line."),
    },
    "idea": {
        "authors": ("Who wrote it?", "One author on each line, as the source names them."),
        "takeaways": ("What can a group take away?", ONE_ON_EACH_LINE),
        "programmes": ("Which programmes is it about?", "Choose all that fit."),
    },
    "tool": {
        "who_for": ("Who can use it?", "In one or two sentences."),
        "say_first": (
            "What should people read before they answer?",
            f"Why you ask, and that they may leave questions out. {ONE_ON_EACH_LINE}",
        ),
        "questions": ("What does it ask?", "One question on each line. Without answers there is room to write."),
        "take_care": ("What should a group watch out for?", ONE_ON_EACH_LINE),
    },
    "trail": {
        "steps": (
            "What are the steps, in order?",
            "One on each line: its title, what to do and why, and the lessons that it is based on.",
        ),
        "could_we_do_this.cost": ("What does it all cost?", "As far as a source says."),
        "could_we_do_this.people": ("How many people does it need?", "As far as a source says."),
        "could_we_do_this.time": ("How much time does it take?", "As far as a source says."),
        "could_we_do_this.place": ("What kind of place does it need?", "As far as a source says."),
        "could_we_do_this.cost_band": ("About how much is that?", "Choose one."),
    },
    "event": {
        "kind": ("What kind of event is it?", "A milestone is what changed for people, and nothing to go to."),
        "when.start": ("When is it, or when was it?", "A year, a month or a day, such as 2026-12-03."),
        "when.end": ("When does it end, or when did it?", "Written the same way. Only if it is longer than that."),
        "when.season": ("Which season was it in?", "Only if your source names a season, and you wrote a year."),
        "when.start_time": ("At what time does it start?", "Such as 18:30. Only if you wrote a day."),
        "when.end_time": ("At what time does it end?", "Such as 20:00."),
        "place": ("Where is it?", "The town, or the name of the place. Please give no address and no postcode."),
        "online": ("Can people take part online?", "Write yes or no."),
        "region": ("Which region is it in?", "Choose one."),
        "held_by": ("Who organises it?", f"Organisations, no names of people. {ONE_ON_EACH_LINE}"),
        "who_for": ("Who can come?", "In one sentence."),
        "joining": (
            "How can people join?",
            "The address of a public page. Only if it is still to come.",
        ),
        "learned": ("What did people learn there?", "Choose the lessons that it led to."),
        "themes": ("Which themes does it belong to?", "Choose what fits best."),
        "communities": ("Which people is it about?", "Choose the people it is meant for."),
    },
    "theme": TERM,
    "community": TERM,
    "region": TERM,
    "source": {
        "authors": ("Who wrote it?", f"As it names them. {ONE_ON_EACH_LINE}"),
        "credit": ("How is its author named in short?", 'As below a figure, such as "Smith and Jones".'),
        "publisher": ("Who published it?", "The organisation."),
        "source_date": ("What is its date?", "As precise as it says: 2024, 2024-03 or 2024-03-31."),
        "source_date_note": ("What is there to say of its date?", "In a few words."),
        "website": ("Which website does it print?", "Such as https://www.example.org."),
        "pages": ("How many pages does it have?", "Digits only."),
        "licence_note": ("Under what terms may we use it?", "In one or two sentences."),
        "cite": ("How should it be cited?", "Author, year, title and publisher, as plain text."),
    },
    "glossary-word": {
        "term": ("Which word is it?", "As it should appear in the glossary."),
        "forms": ("How is it written in a text?", f"Every form, the plural too. {ONE_ON_EACH_LINE}"),
        "meaning": ("What does it mean?", "In one or two plain sentences."),
        "more": ("What else is there to say?", "One more sentence or two."),
    },
    "project": {
        "organisation": ("Which organisation is it?", "The group that led the work."),
        "project_name": ("What is the project called?", "If it has a name of its own."),
        "aliases": ("Which other names does it have?", ONE_ON_EACH_LINE),
        "report_region": ("Which region does its source print?", "Only where the source counts regions of its own."),
        "reach": ("Which area was it for?", "In your own words."),
        "place": ("Where is it?", "The town, district or county: never an address."),
        "local_authority": ("Which council areas is it in?", ONE_ON_EACH_LINE),
        "latitude": ("How far north is the place?", "Degrees, rounded to the town, such as 51.88."),
        "longitude_west": ("How far west of Greenwich is it?", "Degrees, such as 0.42."),
        "longitude_east": ("How far east of Greenwich is it?", "Degrees, such as 1.3."),
        "status": ("Was it funded?", "Choose one."),
        "case_study": ("Which case study is about it?", "Choose one."),
        "partners": ("Who took part?", f"Names of organisations, if it has no case study. {ONE_ON_EACH_LINE}"),
        "funders": ("Who paid for it, as well as its programme?", f"Names of organisations. {ONE_ON_EACH_LINE}"),
        "documented": ("How much does the source say of it?", "Choose one."),
        "facts": ("What does the source say of it?", f"In your own words. {ONE_ON_EACH_LINE}"),
        "sections": ("Where in the source is it?", f"The sections. {ONE_ON_EACH_LINE}"),
        "notes": ("What should readers know of these facts?", f"An editor's notes. {ONE_ON_EACH_LINE}"),
    },
    "organisation": {
        "name": ("What is it called?", "As it writes its own name."),
        "aliases": ("Which other names does it have?", f"Short ones too. {ONE_ON_EACH_LINE}"),
        "sector": ("Which sector is it in?", "Choose one."),
        "places": ("Where is it?", f"Towns, districts or counties: never an address. {ONE_ON_EACH_LINE}"),
        "about": ("What is it?", "In one or two sentences, as far as a source says."),
        "roles": ("Which other roles does it have?", "Leave it out where a story or a project shows it."),
        "projects": ("Which other projects was it involved in?", "Not as lead, partner or funder."),
        "programmes": ("Which other programmes was it involved in?", "Not as owner or funder."),
        "website": ("What is its public website?", "Only if a source prints it, such as https://www.example.org."),
        "source": ("Which source says most of it?", "Choose one."),
        "sections": ("Where in the source is it?", f"The sections. {ONE_ON_EACH_LINE}"),
        "more_sources": ("Which other sources name it?", "Choose all that fit."),
        "notes": ("What should readers know of these facts?", f"An editor's notes. {ONE_ON_EACH_LINE}"),
    },
    "figure": {
        "label": ("What is it a number of?", "In a few words, such as: Things brought to be mended."),
        "value": ("Which number is it?", "Digits only, such as 1312."),
        "display": ("How is it printed?", 'As readers should see it, such as "1,312" or "58.5%".'),
        "unit": ("What is counted?", "Such as people, things or percent."),
        "statistic": ("What sort of number is it?", "Choose one."),
        "how_known": ("How is it known?", "Leave it out for what was counted or measured."),
        "base": ("Who or what was counted?", "In words. Never give a number without it."),
        "base_n": ("How many does it rest on?", "Digits only. Leave it out if the source does not say."),
        "subject": ("What is it about?", "Choose one."),
        "section": ("Where in the source is it?", "The section or page."),
        "caveat": ("What should readers keep in mind?", "One sentence or two."),
        "as_of": ("When was it true?", "A year, a month or a day, such as 2024-03."),
        "derivation": ("How was it worked out?", "Only for an estimate."),
        "project": ("Which project is it about?", "Only if it is about a single one."),
    },
}

BY_HAND: Mapping[str, tuple[str, str]] = {
    "case-study": (
        "You can add figures by hand: what was counted, of how many, and where that is printed.",
        "docs/contribute/example.md#figures-and-sources",
    ),
    "learning-point": (
        "Add by hand which stories and projects show it, below evidenced_by.",
        "docs/contribute/learning-point.md#an-example",
    ),
    "programme": (
        "You can add by hand how much money there was, below amounts.",
        "docs/contribute/figure.md#say-how-much-money-there-was",
    ),
}
"""For each kind, what is asked for nowhere and written by hand, and the place in the guide that shows how."""

LATER = "an editor writes it into the file, when there is something to write"
NEVER_ASKED: Mapping[str, Mapping[str, str]] = {
    "learning-point": {"evidenced_by": "an editor names each showing with its basis and its section"},
    "programme": {"amounts": "an editor writes each with what it covers and its source"},
    "theme": {"code": "only regions have one"},
    "community": {"code": "only regions have one"},
    "project": {"id": "it is made from the organisation's name", "redirect_from": "a new project has no old name"},
    "organisation": {"id": "it is made from its name", "redirect_from": "a new organisation has no old id"},
    "figure": {"id": "its key in the file is its id"},
}
"""For each kind, the fields that are not asked for, with the reason; beside those of every entry."""

ENTRY_FIELDS = {**NOT_ASKED, "image": LATER, "consent": LATER}


def record_wordings(kind: NewKind) -> Iterator[Wording]:
    """Yield the question for each field of a kind's record; for a page of its own also its text.

    The order is that of the words above; a field without any comes last.
    """
    not_asked = {**(ENTRY_FIELDS if kind.can_wait else {}), **NEVER_ASKED.get(kind.id, {})}
    own = WORDS.get(kind.id, {})
    in_parts = {path.partition(".")[0] for path in own if "." in path}
    for path in dict.fromkeys((*FIRST, *own, *kind.record.model_fields)):
        known = path.partition(".")[0] in kind.record.model_fields and path not in in_parts
        if known and (path in own or path in EVERY or path not in not_asked):
            by_name = (f"{path.replace('_', ' ').capitalize()}?", FIELD_DESCRIPTIONS.get(path, ""))
            label, hint = own.get(path) or EVERY.get(path) or by_name
            yield Wording(path, label, hint)
    if kind.kind:
        yield replace(TEXT, required=kind.kind is not EVENTS)


CHOICE_LABELS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("case-study", "status"): LABELS["status_answers"],
    ("case-study", "evidence"): LABELS["evidence_answers"],
    ("learning-point", "kind"): LABELS["kind_of_point"],
    ("programme", "status"): LABELS["programme_status"],
    ("event", "kind"): LABELS["kind_of_event"],
}
"""The labels of values that the model lists, by kind and field; any other value reads as it is written."""
