"""One value that a record refused, and what to tell an editor about it."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ideas_hub.model.value_paths import ValuePath, as_written
from ideas_hub.problem import excerpt


@dataclass(frozen=True, slots=True)
class Failure:
    """One value that a record refused.

    error_type: pydantic's name for the kind of error.
    path: where the value is in the file.
    context: the rule's own values, such as `max_length`.
    text: pydantic's message.
    """

    error_type: str
    record: type[BaseModel]
    path: ValuePath
    value: object
    context: dict[str, Any]
    text: str

    @property
    def name(self) -> str:
        """The name of the field, or of the field that the item belongs to."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    @property
    def found(self) -> str:
        """The value as an editor would write it, on one short line."""
        return excerpt(as_written(self.value))


@dataclass(frozen=True, slots=True)
class Message:
    """A failure in an editor's words; the fields are those of a Problem."""

    text: str
    fix: str = ""
    allowed: tuple[str, ...] = ()
    nearest: str = ""
