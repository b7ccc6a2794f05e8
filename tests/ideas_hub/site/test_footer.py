"""partials/site.html: the foot of a page asks whether it was useful, and says in one sentence how to answer."""

from dataclasses import replace

import pytest
from jinja2 import Environment

from ideas_hub.model.contact import Contact
from ideas_hub.views.page import Page, Site
from tests.site.page_reader import PageReader

FORM, EMAIL, POST = (
    {"form": "https://forms.example/tell"},
    {"email": "hello@mending.example"},
    {"post": "1 High Street"},
)
TELL = "Tell us"


def footer(site: Site, templates: Environment) -> str:
    around = templates.get_template("partials/site.html").module
    html: str = around.footer(site, Page("Title", "Summary", "find/"), "../")  # type: ignore[attr-defined]
    return html


@pytest.mark.parametrize(
    ("contact", "sentence", "links"),
    [
        (FORM, "Was this page useful? Tell us on our form (https://forms.example/tell).", [TELL]),
        (EMAIL, "Was this page useful? Tell us by e-mail to hello@mending.example.", [TELL]),
        (POST, "Was this page useful? Tell us by post to 1 High Street.", []),
        (
            EMAIL | POST,
            "Was this page useful? Tell us by e-mail to hello@mending.example or by post to 1 High Street.",
            [TELL],
        ),
        (
            FORM | EMAIL | POST,
            (
                "Was this page useful? Tell us on our form (https://forms.example/tell), "
                "by e-mail to hello@mending.example or by post to 1 High Street."
            ),
            [TELL, "hello@mending.example"],
        ),
    ],
)
def test_the_sentence_names_each_way_once(
    contact: dict[str, str], sentence: str, links: list[str], site: Site, templates: Environment
) -> None:
    """Its first words are the link, but where there is only a letter to write."""
    page = PageReader(footer(replace(site, contact=Contact(**contact)), templates))
    tell = page.one("aside", aria_label="Your view")

    assert tell.text.replace(" ,", ",").replace(" .", ".") == sentence
    assert [link.text for link in page.all("a") if "aside" in link.ancestors] == links


@pytest.mark.parametrize(
    ("corrections", "link"),
    [
        ("contribute/correct/", "../contribute/correct/?page=find/"),
        ("https://git.example/a/b/issues/new?template=c.yml",
         "https://git.example/a/b/issues/new?template=c.yml&page=Title%20%28https%3A%2F%2Fhub.example%2Ffind%2F%29"),
    ],
)  # fmt: skip
def test_without_a_way_it_leads_to_the_correction_of_this_page(
    corrections: str, link: str, site: Site, templates: Environment
) -> None:
    told = replace(site, contact=Contact(), url="https://hub.example/", corrections=corrections)
    page = PageReader(footer(told, templates))

    assert [a["href"] for a in page.all("a") if a.text == TELL] == [link]


def test_an_editor_can_go_straight_to_the_file_of_a_page(site: Site, templates: Environment) -> None:
    edit = "https://git.example/a/b/edit/main/"
    around = templates.get_template("partials/site.html").module
    page = Page("Title", "Summary", "find/", source="docs/find.md")
    html = around.footer(replace(site, edit=edit), page, "../")  # type: ignore[attr-defined]

    assert [a["href"] for a in PageReader(html).all("a") if a.text == "Edit this page"] == [f"{edit}docs/find.md"]
    assert "Edit this page" not in footer(replace(site, edit=edit), templates)
