"""What is asked for a case study, in the words of a community group, in the order in which it is asked."""

from dataclasses import dataclass
from enum import Enum, auto


class Where(Enum):
    """Who is asked a question: everyone, or only those who hold the file and can add a picture to it."""

    EVERYWHERE = auto()
    NOT_IN_THE_FORM = auto()


@dataclass(frozen=True, slots=True)
class Wording:
    """One question.

    path: the field that holds the answer, such as "could_we_do_this.cost".  heading: for a part of the text, the heading it
    stands under instead.  With neither, the answer is for the editor who looks at the draft.  needed: for a part of the text.
    """

    label: str
    help: str
    path: str = ""
    heading: str = ""
    needed: bool = False
    where: Where = Where.EVERYWHERE


WORDINGS = (
    Wording(
        "A title for your story", "Say what you did, and where. For example: Walking together in Somerset.", "title"
    ),
    Wording(
        "Your story in one or two sentences",
        "What you did, for whom, and what came of it. It shows in lists and in search results.",
        "summary",
    ),
    Wording("Your group or organisation", "The group that led the work.", "organisation"),
    Wording("Where was it?", "The town, district or county. Please give no address and no postcode.", "place"),
    Wording("Which NHS region is that in?", 'Choose "Across England" if it was in many places.', "region"),
    Wording("What did people do?", "Choose what fits best.", "themes"),
    Wording("Who was it for?", "Choose the people you had in mind when you planned it.", "communities"),
    Wording("Is something missing from these lists?", "Tell us in your own words. An editor will find a place for it."),
    Wording("What did you want to change?", "What was hard for people before?", heading="What they wanted to change"),
    Wording(
        "What did you do?",
        "Say what happened, as you would tell a friend from another group.",
        heading="What they did",
        needed=True,
    ),
    Wording("How did you set it up?", "Who worked together? What did you need first?", heading="How they set it up"),
    Wording(
        "What changed?",
        "What was different for people afterwards, and how do you know? Use your own words.",
        heading="What changed",
    ),
    Wording(
        "What did the money make possible?", "Leave it empty if there was none.", heading="What the money made possible"
    ),
    Wording("What happened next?", "Does it still run? What would you do now?", heading="What happened next"),
    Wording("What helped?", "One thing on each line.", "worked"),
    Wording("What did not work?", "One thing on each line. This helps the next group most.", "did_not_work"),
    Wording(
        "What did it cost?",
        "For another group that wants to do the same. Say what the money paid for.",
        "could_we_do_this.cost",
    ),
    Wording("About how much is that?", "Choose one.", "could_we_do_this.cost_band"),
    Wording("Who did it take?", "Staff, volunteers and partners, and how many. No names.", "could_we_do_this.people"),
    Wording("How much time did it take?", "To set it up, and to run it.", "could_we_do_this.time"),
    Wording("What kind of place did it need?", "A hall, a park, a kitchen, the internet.", "could_we_do_this.place"),
    Wording("Does it still run?", "Choose one.", "status"),
    Wording("When did it start?", "A year, or a year and a month, such as 2024-03.", "period.start"),
    Wording("When did it end?", "Written the same way. Leave it empty if it still runs.", "period.end"),
    Wording("Which of these activities were part of it?", "Leave it empty if none fits.", "activities"),
    Wording("How did people take part?", "Choose all that fit.", "delivery"),
    Wording("Who were your partners?", "Organisations, one on each line. No names of people.", "partners"),
    Wording("How do you know what changed?", "Choose one.", "evidence"),
    Wording(
        "Which numbers do you have?",
        "Say who counted, when, and how many people in all. An editor will ask if something is not clear.",
    ),
    Wording(
        "Which other words might people search for?",
        "One on each line, such as a local name for the place.",
        "search_terms",
    ),
    Wording(
        "Which picture goes with it?",
        "Put the file into the folder case_studies/images and write its name here, such as walking.jpg.",
        "image.file",
        where=Where.NOT_IN_THE_FORM,
    ),
    Wording(
        "What does the picture show?",
        "For people who cannot see it: who or what is in it, in one sentence.",
        "image.alt",
        where=Where.NOT_IN_THE_FORM,
    ),
    Wording(
        "Who took the picture?", "The name they want to be credited with.", "image.credit", where=Where.NOT_IN_THE_FORM
    ),
    Wording("Under which licence may it be shown?", "Such as CC-BY-4.0.", "image.licence", where=Where.NOT_IN_THE_FORM),
    Wording(
        "Does the picture show people who can be recognised?",
        "Write yes or no.",
        "image.people",
        where=Where.NOT_IN_THE_FORM,
    ),
    Wording(
        "What is the number of the signed consent?",
        "Only if someone can be recognised, in the picture or the story. Such as TC-0042, never a name.",
        "consent.reference",
        where=Where.NOT_IN_THE_FORM,
    ),
    Wording(
        "On which day does that consent end?", "Such as 2028-08-31.", "consent.expires", where=Where.NOT_IN_THE_FORM
    ),
)

CHOICES = {
    "status": {"running": "It is running", "ended": "It has ended", "unknown": "I do not know"},
    "evidence": {
        "own-experience": "We saw it, and people told us",
        "measured": "We measured it: people were counted, or filled in a form",
        "independent-evaluation": "Somebody from outside studied it",
    },
}
"""The answers to choose from where the model, and not the vocabulary, has them."""

FILLED_IN = "published"
"""The field that is not asked for and yet needed: the day on which the draft is made."""

NOT_ASKED = {
    FILLED_IN: "it is the day of the draft",
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
"""Every other field of the model, and why nobody is asked for it."""
