"""What did not work: one thing that got in the way of a group, and what the group did about it."""

from collections.abc import Callable
from typing import Annotated

from pydantic import ConfigDict, TypeAdapter, WrapValidator

from ideas_hub.model.fields import Record, Reference
from ideas_hub.model.text_fields import Sentence


class Setback(Record):
    """One thing that did not work.

    what: what happened.
    topic: an id of `topics` in docs/vocabulary.yml.
    response: what the group did about it, or would do now.
    """

    what: Sentence
    topic: Reference | None = None
    response: Sentence | None = None


SENTENCE: TypeAdapter[str] = TypeAdapter(Sentence, config=ConfigDict(defer_build=True))


def _read(value: object, as_record: Callable[[object], Setback]) -> Setback:
    """Return a setback from a mapping, or from a plain sentence; a mapping of other words is a sentence with colons."""
    if isinstance(value, Setback) or (isinstance(value, dict) and value.keys() & Setback.model_fields.keys()):
        return as_record(value)
    return Setback(what=SENTENCE.validate_python(value))


WrittenSetback = Annotated[Setback, WrapValidator(_read, json_schema_input_type=Sentence | Setback)]
"""As editors write it: a plain sentence, or a mapping."""


def setback_anchor(topic: str | None) -> str:
    """Return the anchor of a topic on the page of what did not work; None is what has no topic."""
    return f"topic-{topic}" if topic else "otherThings"
