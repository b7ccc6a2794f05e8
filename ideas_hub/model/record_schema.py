"""The JSON Schema of a record: which facts it has, and how long and how many they may be."""

from functools import cache
from typing import Any

from ideas_hub.model.fields import Record


@cache  # several files need each, and pydantic takes 10 ms
def record_schema(record: type[Record]) -> dict[str, Any]:
    """Return the JSON Schema of a record; shared, so never changed."""
    return record.model_json_schema()
