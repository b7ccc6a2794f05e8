"""Footnotes, collected at the end of a text in the order in which it mentions them, as GitHub shows them."""

from collections.abc import Sequence

from ideas_hub.reading.markdown import NOTE, Event


def notes_last(events: Sequence[Event]) -> list[Event]:
    """Return events with the text first and then each note that it mentions, wherever that stands in the file."""
    notes: dict[str, list[Event]] = {}
    body: list[Event] = []
    targets = [body]  # a note may hold another
    for event in events:
        if event.name != NOTE:
            targets[-1].append(event)
        elif event.kind == "open":
            targets.append(notes.setdefault(event.value, []))
        else:
            targets.pop()
    for label in dict.fromkeys(event.value for event in events if event.kind == "footnote"):
        place = notes[label][0].start if notes[label] else 0
        body += [Event("open", NOTE, label, place, place), *notes[label], Event("close", NOTE, label, place, place)]
    return body
