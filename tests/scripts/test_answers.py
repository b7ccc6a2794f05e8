"""scripts/lib/preview/answers.py: what the preview says on each page."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from preview.answers import OWN_FILES, problem_panel, reason_of

from ideas_hub.problem import Problem

MISTAKE = Problem("case_studies/a.md", 4, "region: <b>north</b> is not a region.", rule="reference")


def test_a_page_lists_what_must_be_fixed() -> None:
    """The words of a file are text, never mark-up."""
    panel = problem_panel([MISTAKE])

    assert "<h2>1 to fix before this can be published</h2>" in panel
    assert "case_studies/a.md:4: region: &lt;b&gt;north&lt;/b&gt; is not a region." in panel
    assert "<b>" not in panel
    assert 'role="alert"' in panel


def test_without_mistakes_there_is_no_panel() -> None:
    assert problem_panel(()) == ""


def test_why_the_last_change_is_not_shown_comes_first() -> None:
    panel = problem_panel([MISTAKE], "mkdocs.yml: <b>nav</b>\nis no list")

    assert (
        "cannot be shown as it is now</h2><ul><li>mkdocs.yml: &lt;b&gt;nav&lt;/b&gt;</li><li>is no list</li>" in panel
    )
    assert panel.index("is no list") < panel.index("1 to fix")


@pytest.mark.parametrize("line", ["{% if %}", "{{ nothing.more }}"])
def test_a_reason_names_the_place_in_a_template(tmp_path: Path, line: str) -> None:
    """Whether it cannot be read at all, or fails only when it is filled in."""
    (tmp_path / "page.html").write_text('{% include "part.xml" %}', encoding="utf-8")
    (tmp_path / "part.xml").write_text(f"<p>\n{line}", encoding="utf-8")
    environment = Environment(loader=FileSystemLoader(tmp_path), undefined=StrictUndefined, autoescape=True)
    with pytest.raises(TemplateError) as caught:
        environment.get_template("page.html").render()

    assert reason_of(caught.value).startswith(f"{tmp_path}/part.xml:2: ")
    assert reason_of(caught.value).endswith(str(caught.value))


def test_the_script_and_the_style_are_files_of_their_own() -> None:
    """The pages' security policy forbids them inside a page."""
    assert set(OWN_FILES) == {"preview.js", "preview.css"}
    assert all(OWN_FILES.values())
