"""scripts/lib/serve.py: the panel of mistakes on each page of the preview."""

from serve import problem_panel

from ideas_hub.problem import Problem

MISTAKE = Problem("case_studies/a.md", 4, "region: <b>north</b> is not a region.", rule="reference")


def test_a_page_lists_what_must_be_fixed() -> None:
    """The words of a file are text, never mark-up."""
    panel = problem_panel([MISTAKE])

    assert "<h2>1 to mend before this can be published</h2>" in panel
    assert "case_studies/a.md:4: region: &lt;b&gt;north&lt;/b&gt; is not a region." in panel
    assert "<b>" not in panel


def test_without_mistakes_there_is_no_panel() -> None:
    assert problem_panel(()) == ""
