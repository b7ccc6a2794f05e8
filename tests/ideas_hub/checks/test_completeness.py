"""The one field that an entry should have next."""

from dataclasses import replace
from datetime import date

from ideas_hub.checks.completeness import SUGGESTIONS, suggest_next_field
from ideas_hub.checks.hub_context import HubContext
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.problem import Severity


def suggested(hub: Hub) -> dict[str, list[str]]:
    problems = list(suggest_next_field(HubContext(hub, date(2026, 11, 27), {})))
    assert all(problem.severity is Severity.IDEA for problem in problems)
    return {file: [p.field for p in problems if p.file == file] for file in {p.file for p in problems}}


def test_an_entry_is_asked_for_one_next_thing_only(hub: Hub) -> None:
    """One thing to add is a wish; ten are a reproach."""
    assert suggested(hub)["case_studies/soldering.md"] == ["did_not_work"]


def test_the_most_useful_field_that_an_entry_lacks_comes_first(hub: Hub) -> None:
    study = hub.case_studies["soldering"]
    facts = study.facts.model_copy(update={"did_not_work": ("Too few irons.",), "sources": ()})
    changed = replace(hub, case_studies={study.id: replace(study, facts=facts)})

    assert suggested(changed)["case_studies/soldering.md"] == ["evidence"]


def test_an_entry_with_every_field_is_asked_for_nothing(hub: Hub) -> None:
    study = hub.case_studies["soldering"]
    full = {suggestion.field: ("x",) for suggestion in SUGGESTIONS["case-studies"]}
    changed = replace(hub, case_studies={study.id: replace(study, facts=study.facts.model_copy(update=full))})

    assert "case_studies/soldering.md" not in suggested(changed)


def test_every_suggested_field_is_a_field_of_its_kind() -> None:
    fields = {kind.id: set(kind.record.model_fields) for kind in ENTRY_KINDS}

    for kind, suggestions in SUGGESTIONS.items():
        assert {suggestion.field for suggestion in suggestions} <= fields[kind]
