"""The fields that a record has at a path of values."""

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ideas_hub.model.value_paths import ValuePath


def fields_at(path: ValuePath, record: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields that are known where the path ends."""
    model: type[BaseModel] | None = record
    steps = [part for part in path[:-1] if isinstance(part, str)]
    for part in steps[:-1] if path and isinstance(path[-1], int) else steps:
        if model and part in model.model_fields:
            model = _model_in(model.model_fields[part].annotation)
    return model.model_fields if model else {}


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in found if model), None)
