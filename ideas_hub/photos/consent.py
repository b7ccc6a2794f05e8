"""May an entry's picture be shown today?  A consent is a reference number and a last day, never a name."""

from datetime import date

from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry
from ideas_hub.model.value_paths import line_of
from ideas_hub.problem import Problem, Severity

RULE = "consent"
WITHDRAWN = (
    "Take the picture and its `image` out of the repository; an editor can also have it removed from the history."
)
ASK_AGAIN = "Ask the people again and write the new day, or take the picture out."
STORY_WITHDRAWN = (
    "Take the story down (`withdrawn:` and the day, in place of all that its file holds), "
    "or tell it so that nobody can be recognised."
)
STORY_ASK_AGAIN = "Ask the people again and write the new day, or tell it so that nobody can be recognised."


def reason_to_withhold(entry: Document[Entry], today: date) -> Problem | None:
    """Return why an entry's picture may not be shown, or None if it may.

    A picture of people needs consent.
    A consent that has ended withholds the picture, whatever it was given for; on its last day it still holds.
    Without a picture there is nothing to withhold, but an ended consent is a problem still.
    """
    picture, consent = entry.facts.image, entry.facts.consent
    if consent is None:
        return _no_consent(entry, picture.file) if picture and picture.people else None
    left_out = "so the picture is left out" if picture else "and nothing is left out: this page has no picture"
    if consent.withdrawn:
        message = f"the consent {consent.reference} was withdrawn, {left_out}."
        return _ended(entry, "withdrawn", message, WITHDRAWN if picture else STORY_WITHDRAWN)
    if consent.expires < today:
        message = f"the consent {consent.reference} ran out on {consent.expires.isoformat()}, {left_out}."
        return _ended(entry, "expires", message, ASK_AGAIN if picture else STORY_ASK_AGAIN)
    return None


def unknown_people(entry: Document[Entry]) -> Problem | None:
    """Return a problem if an entry does not say whether its picture shows people: a program cannot see that."""
    picture = entry.facts.image
    if picture is None or picture.people is not None or entry.facts.consent:
        return None
    return Problem(
        entry.file,
        line_of(("image", "people"), entry.lines),
        "it does not say whether the picture shows people who can be recognised.",
        field="image.people",
        fix="Add `people: true` and the `consent`, or `people: false`.",
        rule=RULE,
        severity=Severity.SHOULD_FIX,
    )


def _no_consent(entry: Document[Entry], picture: str) -> Problem:
    return Problem(
        entry.file,
        line_of(("image", "people"), entry.lines),
        f"the picture {picture} shows people, and no consent is named.",
        field=RULE,
        fix="Add their consent's number and last day, never a name; or use another picture.",
        rule=RULE,
        example="consent: {reference: AB-0042, expires: 2027-08-31}",
    )


def _ended(entry: Document[Entry], field: str, message: str, fix: str) -> Problem:
    line = line_of((RULE, field), entry.lines)
    return Problem(entry.file, line, message, field=f"{RULE}.{field}", fix=fix, rule=RULE, severity=Severity.SHOULD_FIX)
