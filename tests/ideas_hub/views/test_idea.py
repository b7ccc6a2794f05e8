"""The page of an idea."""

from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.model.sections import FIGURES, TAKEAWAYS
from ideas_hub.repository.load import read_hub
from ideas_hub.views.entries import idea_view
from ideas_hub.views.page import Fact, Link
from tests.ideas_hub.conftest import lay_tree

IDEA = """\
---
title: Open after work
summary: Later hours bring people who work shifts.
published: 2026-01-04
sources: [{source: parts-evaluation}]
authors: [{name: Robin Quill, role: fixer}, {name: Sam Thimble, organisation: Tick Tock and Friends}]
takeaways: [Ask who works shifts.]
programmes: [parts-fund]
themes: [tools-electrics]
communities: [tight-budgets]
regions: [south-wales]
figures: [items-brought]
---

A short text.
"""


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    """The small hub has no ideas of its own."""
    root: Path = lay_tree(tmp_path_factory.mktemp("ideas"))
    (root / "docs/ideas").mkdir()
    (root / "docs/ideas/open-after-work.md").write_text(IDEA, encoding="utf-8")
    return read_hub(root)[0]


def test_the_box_says_who_wrote_it_when_and_about_what(hub: Hub) -> None:
    assert idea_view(hub.ideas["open-after-work"], hub).facts == (
        Fact("From a text by", "Robin Quill, fixer; Sam Thimble, Tick Tock and Friends", id="who"),
        Fact("Date of the text", "October 2025"),
        Fact("Programmes", links=(Link("Spare Parts Fund", "programmes/parts-fund/"),)),
        Fact("Themes", links=(Link("Tools and electrics", "themes/tools-electrics/"),), id="what"),
        Fact("Communities", links=(Link("People on a tight budget", "communities/tight-budgets/"),), id="for"),
        Fact("Where", links=(Link("South Wales", "regions/south-wales/"),), id="where"),
    )


def test_what_a_group_can_take_away_comes_first(hub: Hub) -> None:
    view = idea_view(hub.ideas["open-after-work"], hub)

    assert view.sections[0] == (TAKEAWAYS, ("Ask who works shifts.",))
    assert [figure.number for figure in view.rows(FIGURES)] == ["1,312"]
