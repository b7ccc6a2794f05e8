"""What is asked about a case study, in the words of a community group and in the order of asking.

A hub may ask in its own words: see `questions` in docs/vocabulary.yml.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """One question.

    path: the field that holds the answer, such as "could_we_do_this.cost", or "".
    heading: of the part of the text that the answer becomes.
    whole_text: the answer is all of the text.  With none of these, it is a note for the editor.
    required: for a part of the text; for a field, the model decides.
    public: asked in the public form too, which takes no pictures.
    adds_to: the fields whose terms the answer may name too, where there is no list to choose from or it is an old one.
    """

    path: str
    label: str
    help: str
    heading: str = ""
    whole_text: bool = False
    required: bool = False
    public: bool = True
    adds_to: tuple[str, ...] = ()


# fmt: off
WORDINGS = (
    Wording("title", "A title for your story",
        "Say what you did, and where."),
    Wording("summary", "Your story in one or two sentences",
        "What you did, for whom, and what came of it. It shows in lists and in search results."),
    Wording("organisation", "Your group or organisation", "The group that led the work."),
    Wording("place", "Where was it?", "The town, district or county. Please give no address and no postcode."),
    Wording("region", "Which region is that in?", "Choose the one where most of it happened."),
    Wording("themes", "What did people do?", "Choose what fits best."),
    Wording("communities", "Who was it for?", "Choose the people you had in mind when you planned it."),
    Wording("", "Is something missing from these lists?",
        "Tell us in your own words. An editor will find a place for it.",
        adds_to=("region", "themes", "communities")),
    Wording("", "What did you want to change?",
        "What was hard for people before?", heading="What they wanted to change"),
    Wording("", "What did you do?",
        "Say what happened, as you would tell a friend from another group.", heading="What they did", required=True),
    Wording("", "What changed?",
        "What was different for people afterwards, and how do you know? Use your own words.", heading="What changed"),
    Wording("", "How did you set it up?",
        "Who worked together? What did you need first?", heading="How they set it up"),
    Wording("", "What did the money make possible?",
        "Leave it empty if there was none.", heading="What the money made possible"),
    Wording("", "What happened next?", "Does it still run? What would you do now?", heading="What happened next"),
    Wording("worked", "What helped?", "One thing on each line."),
    Wording("did_not_work", "What did not work?",
        "One thing on each line, with what you did about it. This helps the next group most."),
    Wording("could_we_do_this.cost", "What did it cost?",
        "For another group that wants to do the same. Say what the money paid for."),
    Wording("could_we_do_this.cost_band", "About how much is that?", "Choose one."),
    Wording("could_we_do_this.people", "Who did it take?", "Staff, volunteers and partners, and how many. No names."),
    Wording("could_we_do_this.time", "How much time did it take?", "To set it up, and to run it."),
    Wording("could_we_do_this.place", "What kind of place did it need?", "A hall, a park, a kitchen, the internet."),
    Wording("status", "Does it still run?", "Choose one."),
    Wording("period.start", "When did it start?", "A year, or a year and a month, such as 2024-03."),
    Wording("period.end", "When did it end?", "Written the same way. Leave it empty if it still runs."),
    Wording("activities", "Which of these activities were part of it?", "Leave it empty if none fits."),
    Wording("delivery", "How did people take part?", "Choose all that fit."),
    Wording("partners", "Who were your partners?", "Organisations, one on each line. No names of people."),
    Wording("evidence", "How do you know what changed?", "Choose one."),
    Wording("", "Which numbers do you have?",
        "Say who counted, when, and how many people in all. An editor will ask if something is not clear."),
    Wording("search_terms", "Which other words might people search for?",
        "One on each line, such as a local name for the place."),
    Wording("image.file", "Which picture goes with it?",
        "Put the file into the folder case_studies/images and write its name here, such as walking.jpg.", public=False),
    Wording("image.alt", "What does the picture show?",
        "For people who cannot see it: who or what is in it, in one sentence.", public=False),
    Wording("image.credit", "Who took the picture?", "The name they want to be credited with.", public=False),
    Wording("image.licence", "Under which licence may it be shown?", "Such as CC-BY-4.0.", public=False),
    Wording("image.people", "Does the picture show people who can be recognised?", "Write yes or no.", public=False),
    Wording("consent.reference", "What is the number of the signed consent?",
        "Only if someone can be recognised, in the picture or the story. Such as AB-0042, never a name.", public=False),
    Wording("consent.expires", "On which day does that consent end?", "Such as 2028-08-31.", public=False),
)
# fmt: on

GROUPS = {
    "": "What an editor should know",
    **dict.fromkeys(("worked", "did_not_work"), "What helped, and what did not"),
    "could_we_do_this": "What another group would need",
    **dict.fromkeys(("status", "period", "activities", "delivery", "partners"), "When and how it was"),
    **dict.fromkeys(("evidence", "figures", "sources", "source", "section", "sections", "derivation"), "How we know"),
    **dict.fromkeys(
        ("themes", "communities", "regions", "search_terms", "synonyms", "broader", "aliases"), "How people find it"
    ),
    **dict.fromkeys(("image", "consent"), "A picture, and consent"),
}
"""The group of questions that a field belongs to, where its question may stay without an answer."""

STORY, MORE = "More of the story", "More about it"
"""The groups of the parts of a text, and of all others."""

NOT_ASKED = {
    "published": "it is the day the page first goes out",
    "language": "an editor sees which language a story is in",
    "source_date": "a group tells its own story; an editor adds a report where there is one",
    "period.start_of": "a group knows when its own work began",
    "updated": "a new page has not changed yet",
    "reviewed": "an editor writes the day of the check",
    "review_in_months": "two years suit most pages",
    "sources": "a group tells its own story; an editor adds a report where there is one",
    "notes": "they are an editor's",
    "redirect_from": "a new page has no old name",
    "allow_contact": "an editor decides, item by item",
    "draft": "a table's rows start as drafts, nothing else does",
    "aims": "they are those of one fund",
    "figures": "an editor writes each with its base and its source",
    "consent.withdrawn": "nobody withdraws what was just given",
}
"""Every other field of the model, with the reason why it is not asked for."""
