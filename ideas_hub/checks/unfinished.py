"""Texts that wait to be written: none at all, a heading with nothing below it, and words that hold a place."""

from collections.abc import Iterator
from itertools import islice

from ideas_hub.checks.checked_file import CheckedFile
from ideas_hub.model.kinds import EVENTS
from ideas_hub.model.placeholders import SIGNS, placeholders_in
from ideas_hub.problem import Problem, Severity, excerpt
from ideas_hub.reading.documents import PAGE_KIND

WORDS = {"text", "code", "html", "footnote"}
"""The kinds of event that are words, or stand for them."""

PAGES_OF_LISTS = frozenset(PAGE_KIND)
EVENTS_FOLDER = f"{EVENTS.folder}/"
FACTS_THAT_SUFFICE = {"takeaways", "withdrawn"}
NO_TEXT = "there is no text below the facts."
HEADINGS_ALONE = "there are headings and no text."
NO_TEXT_FIX = "Say what people did and what came of it."
EMPTY_HEADING = 'there is nothing below the heading "{words}".'
EMPTY_HEADING_FIX = "Write what belongs there, or delete the heading."
PLACEHOLDER = '"{found}" is a placeholder.'
PLACEHOLDER_FIX = "Write the words, or delete it."
MAX_ROW = 400  # bytes of a heading that are looked at
MOST_IN_A_PASSAGE = 100  # twenty of a kind are shown


def find_empty_parts(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for an entry without a text, or else for each heading with nothing below it.

    Pages whose lists come from the hub may end with a heading.
    """
    body = checked.body
    if not checked.values or body.limit or not checked.file.endswith(".md") or checked.file in PAGES_OF_LISTS:
        return
    has_text = is_heading = False
    last: tuple[str, int] | None = None
    empty: list[int] = []
    for event in body.events:
        if event.name == "Heading":
            is_heading = event.kind == "open"
            if is_heading:
                empty += [last[1]] if last and last[0] >= event.value["level"] else []
                last = event.value["level"], event.start
        elif not is_heading and (event.kind in WORDS or event.name == "Image"):
            has_text, last = True, None
    if has_text:
        empty += [last[1]] if last else []
        yield from filter(None, (_empty_heading(checked, place) for place in empty))
    elif checked.is_entry and not (last is None and _may_have_none(checked)):
        message = HEADINGS_ALONE if last else NO_TEXT
        line = min(body.first_line, checked.raw.rstrip().count("\n") + 1)
        yield Problem(checked.file, line, message, fix=NO_TEXT_FIX, rule="no-text", severity=_severity(checked))


def _may_have_none(checked: CheckedFile) -> bool:
    """Return whether the facts may be all: an idea has its points, and an event says in its summary what happened."""
    return checked.file.startswith(EVENTS_FOLDER) or bool(checked.values.keys() & FACTS_THAT_SUFFICE)


def _empty_heading(checked: CheckedFile, place: int) -> Problem | None:
    row = checked.body.encoded[place : place + MAX_ROW].partition(b"\n")[0].decode("utf-8", "replace")
    if not (words := row.strip("# ")):
        return None  # `accessibility` reports it
    return Problem(
        checked.file,
        checked.body.line_at(place),
        EMPTY_HEADING.format(words=excerpt(words)),
        found=excerpt(row),
        fix=EMPTY_HEADING_FIX,
        rule="empty-heading",
        severity=Severity.SHOULD_FIX,
    )


def find_placeholders(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each place in the text that waits for its words."""
    for passage in checked.passages_with_any(SIGNS):
        if passage.shape != "value":  # the model refuses those
            for start, words in islice(placeholders_in(passage.text, checked.raw), MOST_IN_A_PASSAGE):
                yield _placeholder(checked, passage.line_at(start), words)


def _placeholder(checked: CheckedFile, line: int, words: str) -> Problem:
    found = excerpt(words)
    message, severity = PLACEHOLDER.format(found=found), _severity(checked)
    return Problem(checked.file, line, message, found=found, fix=PLACEHOLDER_FIX, rule="placeholder", severity=severity)


def _severity(checked: CheckedFile) -> Severity:
    """Return how much it matters: a draft may wait, as it is not published."""
    return Severity.SHOULD_FIX if checked.values.get("draft") is True else Severity.MUST_FIX
