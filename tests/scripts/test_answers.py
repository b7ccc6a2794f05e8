"""scripts/lib/preview/answers.py: the list of mistakes on each page of the preview."""

from preview.answers import OWN_FILES, problem_panel

from ideas_hub.problem import Problem

MISTAKE = Problem("case_studies/a.md", 4, "region: <b>north</b> is not a region.", rule="reference")


def test_a_page_lists_what_must_be_fixed() -> None:
    """The words of a file are text, never mark-up."""
    panel = problem_panel([MISTAKE])

    assert "<h2>1 to mend before this can be published</h2>" in panel
    assert "case_studies/a.md:4: region: &lt;b&gt;north&lt;/b&gt; is not a region." in panel
    assert "<b>" not in panel
    assert 'role="alert"' in panel


def test_without_mistakes_there_is_no_panel() -> None:
    assert problem_panel(()) == ""


def test_the_script_and_the_style_are_files_of_their_own() -> None:
    """The pages' security policy forbids them inside a page."""
    assert set(OWN_FILES) == {"preview.js", "preview.css"}
    assert all(OWN_FILES.values())
