"""partials/site.html: the foot of a page says in one sentence how to reach the network, whichever ways it has."""

from dataclasses import replace

import pytest
from jinja2 import Environment

from ideas_hub.model.contact import Contact
from ideas_hub.views.page import Page, Site
from tests.site.page_reader import PageReader

FORM, EMAIL, POST = {"form": "https://forms.example/tell"}, {"email": "hello@mending.example"}, {"post": "1 High Street"}
TELL = "Tell us about this page"


def footer(site: Site, templates: Environment) -> str:
    around = templates.get_template("partials/site.html").module
    html: str = around.footer(site, Page("Title", "Summary", "find/"), "../")  # type: ignore[attr-defined]
    return html


@pytest.mark.parametrize(
    ("contact", "sentence", "links"),
    [
        (FORM, "Tell us about this page on our form (https://forms.example/tell).", [TELL]),
        (EMAIL, "Tell us about this page by e-mail to hello@mending.example.", [TELL]),
        (POST, "Tell us about this page by post to 1 High Street.", []),
        (EMAIL | POST, "Tell us about this page by e-mail to hello@mending.example or by post to 1 High Street.", [TELL]),
        (
            FORM | EMAIL | POST,
            "Tell us about this page on our form (https://forms.example/tell), by e-mail to hello@mending.example "
            "or by post to 1 High Street.",
            [TELL, "hello@mending.example"],
        ),
    ],
)
def test_the_sentence_names_each_way_once(
    contact: dict[str, str], sentence: str, links: list[str], site: Site, templates: Environment
) -> None:
    """Its first words are the link, but where there is only a letter to write."""
    page = PageReader(footer(replace(site, contact=Contact(**contact)), templates))
    tell = page.one("p", **{"class": "tell"})

    assert tell.text.replace(" ,", ",").replace(" .", ".") == sentence
    assert [link.text for link in page.all("a") if "p" in link.ancestors][:-2] == links


def test_without_a_way_there_is_no_sentence(site: Site, templates: Environment) -> None:
    assert "Tell us" not in footer(replace(site, contact=Contact()), templates)
