"""The pages of evidence: old addresses of figures, labels of charts, and how an estimate looks."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import is_too_wide
from tests.browser.conftest import Open

WIDE_SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("items-brought", "evidence/things/#items-brought"),
        ("chartFor-outcome", "evidence/things/#chartFor-outcome"),
        ("subject-things", "evidence/things/"),
        ("swansea-things-mended", "evidence/case-studies/#swansea-things-mended"),
    ],
)
def test_an_address_of_a_figure_from_before_leads_to_its_place_on_the_page_of_its_subject(
    open_page: Open, old: str, new: str
) -> None:
    page = open_page(f"evidence/#{old}")

    page.wait_for_url(f"**/{new}")
    if "#" in new:
        expect(page.locator(f"#{old}")).to_be_in_viewport()


def test_without_javascript_it_leads_to_the_link_to_that_page(open_page: Open) -> None:
    page = open_page("evidence/#items-brought", script=False)

    expect(page.get_by_role("link", name="What people brought").last).to_be_in_viewport()


def test_no_label_of_a_chart_is_cut_off_on_a_small_screen_with_wide_spacing(open_page: Open) -> None:
    """As WCAG 1.4.12 has it: a reader who spaces letters, words and lines out loses nothing."""
    page = open_page("evidence/things/", width="small", bypass_csp=True)
    page.add_style_tag(content=WIDE_SPACING)
    page.locator(".bars span").first.evaluate(
        "label => { label.textContent = 'Brought again after a while '.repeat(5) }"
    )
    parts = ".bars span, .bars b"
    cut = f"[...document.querySelectorAll('{parts}')].filter(part => part.scrollWidth > part.clientWidth + 1)"
    boxes = page.locator(parts).evaluate_all("parts => parts.map(part => part.getBoundingClientRect().toJSON())")

    assert page.evaluate(f"{cut}.filter(part => getComputedStyle(part).display !== 'inline').length") == 0
    assert all(label["right"] <= number["left"] for label, number in zip(boxes[::2], boxes[1::2], strict=True))
    assert not is_too_wide(page)


def test_what_people_answered_looks_different_from_a_count(open_page: Open) -> None:
    """By a word and by the line, so in any colours."""
    page = open_page("evidence/")
    answer, count = page.locator(".figures > li").nth(0), page.locator(".figures > li").nth(1)
    line = "item => getComputedStyle(item).borderBlockStartStyle"

    expect(answer).to_contain_text("People's own answers")
    assert {answer.evaluate(line), count.evaluate(line)} == {"dotted", "solid"}


def test_the_table_of_a_chart_is_open_on_paper(open_page: Open) -> None:
    page = open_page("evidence/things/")
    table = page.locator(".chart table")
    expect(table).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    expect(table).to_be_visible()
