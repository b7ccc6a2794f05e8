"""How readers reach the network that runs a hub, as the small hub's settings say it."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.conftest import SITE_URL, build
from tests.site.page_reader import PageReader, Pages, Read, reader_of
from tests.site.page_rules import full_pages

EMAIL = "hello@mending-wales.example"
TITLE = '"Kettles" & toasters < 50%0ABcc: me &body=#1+2'


def tell(page: PageReader) -> str:
    """Return what a page says at its end about telling the network about it."""
    return page.one("aside", aria_label="Your view").text.replace(" ,", ",").replace(" .", ".")


def mail_to(page: PageReader) -> dict[str, list[str]]:
    """Return what the e-mail link at a page's end fills in."""
    (link,) = {link["href"] for link in page.all("a") if link.text == EMAIL and "aside" in link.ancestors}
    return parse_qs(urlsplit(link).query, strict_parsing=True)


def test_the_foot_of_each_page_tells_how_to_write_about_it(pages: Pages) -> None:
    """By any of the ways, in words that also hold on paper; the links have the page's own title and address."""
    for address, page in full_pages(pages).items():
        title = page.one("meta", property="og:title")["content"]
        assert tell(page) == (
            f"Was this page useful? Tell us on our form (https://forms.example/mending-wales), by e-mail to {EMAIL} "
            "or by post to Mending Wales, 1 Example Street, Newtown."
        ), address
        subject = (
            f"Mending Wales: {title}" if title != "Mending Wales" else title
        )  # that of the home page, or its own record
        assert mail_to(page)["subject"] == [subject], address
        assert f"{SITE_URL}{address}" in mail_to(page)["body"][0].split("\r\n"), address
        (form,) = {link["href"] for link in page.all("a") if link.text == "Tell us"}
        assert parse_qs(urlsplit(form).query) == {"page": [f"{title} ({SITE_URL}{address})"]}, address


@pytest.mark.parametrize("address", ["contribute/", "accessibility/", "privacy/"])
def test_the_pages_that_are_about_it_say_it_above_their_text(page: Read, address: str) -> None:
    panel = page(address).one("section", aria_labelledby="writeToUs").text

    assert panel.startswith("Write to us You need no account for this. Web form: Fill in our form")
    assert f"E-mail: {EMAIL}" in panel
    assert panel.endswith("Post: Mending Wales, 1 Example Street, Newtown")


def test_other_pages_of_words_do_not(page: Read) -> None:
    assert not page("about/").all("section", aria_labelledby="writeToUs")


def test_odd_characters_in_a_title_stay_words(repository: Path, tmp_path: Path) -> None:
    """In the HTML and in the message alike: no second field, no mark-up, and a percent sign is one."""
    study = repository / "case_studies/soldering.md"
    text = study.read_text(encoding="utf-8").split("\n")
    text[1] = f"title: '{TITLE}'"
    study.write_text("\n".join(text), encoding="utf-8")
    run = build(repository, tmp_path / "site", "--no-cards")
    assert run.returncode == 0, run.stderr
    page = reader_of(tmp_path / "site")("case-studies/soldering/")

    assert page.mistakes == []
    assert page.one("h1").text == TITLE
    assert mail_to(page) == {
        "subject": [f"Mending Wales: {TITLE}"],
        "body": [f"About the page: {TITLE}\r\n{SITE_URL}case-studies/soldering/\r\n\r\n"],
    }
