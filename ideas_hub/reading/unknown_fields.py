"""What to tell an editor about a field that its record does not have."""

from ideas_hub.model.fields_at import fields_at
from ideas_hub.problem import excerpt, nearest
from ideas_hub.reading.failures import Failure, Message

WORDS_AFTER_A_COMMA = "If the words belong to those before them, put quotes around the whole text."
CUTS_A_NUMBER = 'the comma before "{name}" cuts a number in two.'
WITHOUT_COMMA = 'Write the number without it, such as 1119. What readers see, such as "1,119", goes in display.'
NO_FIELD = '"{name}" is not a field we know.'
CHECK_SPELLING = "Check the spelling, or leave it out."
AS_READERS_SAY = {"lesson": "learning_point", "story": "case_study"}
"""The words that readers see for some fields."""


def unknown_field(failure: Failure) -> Message:
    """Return what to say of a name that no field of the record has; it may be what stands behind a comma."""
    if failure.value is None and failure.name.isdecimal():
        return Message(CUTS_A_NUMBER.format(name=excerpt(failure.name)), WITHOUT_COMMA)
    allowed = tuple(fields_at(failure.path, failure.record))
    said = AS_READERS_SAY.get(failure.name.casefold(), "")
    near = said if said in allowed else nearest(failure.name, allowed)
    return Message(
        NO_FIELD.format(name=excerpt(failure.name)),
        "" if near else WORDS_AFTER_A_COMMA if failure.value is None else CHECK_SPELLING,
        allowed,
        near,
    )


def no_such_question(failure: Failure) -> Message:
    """Return what to say of words for a question that is not asked, as no case study has its field."""
    allowed = failure.context["fields"]
    return Message(f'"{failure.found}" is not a field of a case study.', "", allowed, nearest(failure.found, allowed))
