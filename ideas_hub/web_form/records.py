"""What a record takes, as data: for a script that says of a value what the record would say."""

import types
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import AfterValidator, BeforeValidator, StringConstraints, WrapValidator
from pydantic.fields import FieldInfo

from ideas_hub.model.fields import Period, Record
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.reading.near_words import KnownIds
from ideas_hub.reading.references import REFERENCES
from ideas_hub.reading.validation import RULES
from ideas_hub.reading.validation_messages import MESSAGES, WORDS, labels_of


def case_study_data(known: Mapping[str, KnownIds]) -> dict[str, Any]:
    """Return what a case study's facts may be, for a script: its fields, and the ids that they may name.

    known: ids by what they belong to; what it has beside those that a case study names is left out.
    rules: the rule that each kind of failure breaks, where that is not its own name.
    """
    references = REFERENCES[CASE_STUDIES.id]
    named = {what: known[what] for what in references.values() if what in known}
    return {
        "folder": CASE_STUDIES.folder,
        "fields": fields_of(CASE_STUDIES.record),
        "references": references,
        "known": {what: _listed(ids) for what, ids in named.items()},
        "rules": {kind: RULES[kind] for kind in sorted({*MESSAGES, *WORDS}) if kind in RULES},
    }


def _listed(known: KnownIds) -> dict[str, Any]:
    """Return the ids of a kind with what else each is called; places are left out, as there are thousands."""
    listed = {"ids": list(known), "names": {known_id: names for known_id, names in known.names() if names}}
    return {**listed, "renamed": dict(known.renamed), "gone": known.gone}


def fields_of(record: type[Record]) -> dict[str, Any]:
    """Return each field of a record with what it takes.

    is: text, date, int, bool, number, choice, list or record.
    by: the model's own functions that look at it, by name.  Everything else is named as in the model and in pydantic.
    """
    return {
        name: {"needed": field.is_required(), **_kind_of(field.annotation, field.metadata)}
        for name, field in record.model_fields.items()
    }


def _kind_of(annotation: object, metadata: Iterable[object] = ()) -> dict[str, Any]:
    limits = {name: value for one in _flat(metadata) for name, value in _limits(one).items()}
    wrapped = next((one for one in metadata if isinstance(one, WrapValidator)), None)
    if wrapped:  # a plain sentence, or a record
        text, record = map(_kind_of, get_args(wrapped.json_schema_input_type))
        return {**record, "text": text}
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _kind_of(arguments[0], (*arguments[1:], *metadata))
    if get_origin(annotation) in {Union, types.UnionType}:
        given = [one for one in arguments if one is not type(None)]
        one = {"is": "number"} if len(given) > 1 else _kind_of(given[0])
        return {**one, **({"null": True} if len(given) < len(arguments) else {})}
    if get_origin(annotation) is tuple:
        return {"is": "list", "items": _kind_of(arguments[0]), **limits}
    return _one_value(annotation) or {"is": getattr(annotation, "__name__", ""), **limits, "by": _functions(metadata)}


def _one_value(annotation: object) -> dict[str, Any]:
    """Return what a choice or a record is, nothing for any other kind."""
    if get_origin(annotation) is Literal:
        return {"is": "choice", "choices": dict(labels_of(get_args(annotation)))}
    if isinstance(annotation, type) and issubclass(annotation, Record):
        in_order = {"in_order": True} if annotation is Period else {}
        return {"is": "record", "fields": fields_of(annotation), **in_order}
    return {}


def _flat(metadata: Iterable[object]) -> Iterable[object]:
    for one in metadata:
        yield from one.metadata if isinstance(one, FieldInfo) else (one,)


def _limits(one: object) -> dict[str, Any]:
    if isinstance(one, StringConstraints):
        given = {"min_length": one.min_length, "max_length": one.max_length, "pattern": one.pattern}
        return {name: value for name, value in {**given, "strip": one.strip_whitespace}.items() if value is not None}
    kinds = {MinLen: "min_length", MaxLen: "max_length", Ge: "ge", Le: "le"}
    return {name: getattr(one, name) for kind, name in kinds.items() if isinstance(one, kind)}


def _functions(metadata: Iterable[object]) -> list[str]:
    """Return the names of the functions that look at a value, in order, but for the one that knows comments of YAML."""
    ours = [one.func.__name__ for one in metadata if isinstance(one, BeforeValidator | AfterValidator)]
    return [name for name in ours if name != "whole"]
