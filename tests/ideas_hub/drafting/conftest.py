"""The issue form as GitHub shows it, and the text of an issue that was opened with it."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
import yaml

from ideas_hub.drafting.issue_form import story_form
from ideas_hub.drafting.questions import form_questions
from ideas_hub.model.hub import Hub

Fill = Callable[[Mapping[str, str]], str]

STORY = {
    "title": "Singing: together, in “Conwy”",
    "summary": "A choir for newcomers. It's free: yes, really #1.",
    "organisation": "O'Brien & Daughters",
    "place": "Ynys Môn, Łódź & Bath",
    "region": "North Wales",
    "themes": "Mending clothes, Tools and electrics",
    "communities": "Newcomers",
    "what-they-did": "We met on Mondays.\n\n- Tea\n- Songs",
    "worked": "- A warm welcome: tea for all.\n* Short songs.",
    "could-we-do-this-cost": "About £20 a week",
    "could-we-do-this-cost-band": "Under £100",
    "status": "It has ended",
    "period-start": "2024-03",
    "period-end": "2025",
    "activities": "Soldering",
    "evidence": "We saw it, and people told us",
    "partners": "Conwy Choirs; and friends",
}


@pytest.fixture(scope="session")
def form(hub: Hub) -> dict[str, Any]:
    """The issue form, as GitHub reads it."""
    read: dict[str, Any] = yaml.safe_load(story_form(form_questions(hub)))
    return read


@pytest.fixture(scope="session")
def fill(form: dict[str, Any]) -> Fill:
    """Answer the form by the ids of its questions; return the text of the issue that GitHub makes."""

    def filled(answers: Mapping[str, str]) -> str:
        parts = []
        for element in form["body"]:
            if element["type"] == "checkboxes":
                answer = "\n".join(f"- [X] {option['label']}" for option in element["attributes"]["options"])
            elif element["type"] == "markdown":
                continue
            else:
                answer = answers.get(element["id"], "") or "_No response_"
            parts.append(f"### {element['attributes']['label']}\n\n{answer}")
        return "\n\n".join(parts)

    return filled


@pytest.fixture
def story() -> dict[str, str]:
    """What a group might answer."""
    return dict(STORY)
