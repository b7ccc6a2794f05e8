"""ideas_hub/views/contact.py: a message begins with the page that it is about, whatever its title is."""

from email.parser import Parser
from urllib.parse import parse_qs, urlsplit

import pytest

from ideas_hub.model.contact import Contact
from ideas_hub.views.contact import ways_to_write

ALL = Contact("https://forms.example/tell?id=7&page={page}", "hello@mending.example", "1 High Street, Newtown")
ADDRESS = "https://hub.example/themes/a/"
ODD = [
    'Tea & "toast" <b>at</b> 50% off? #1 = a+b',
    "Gwnïo yn y Bala: 修理 🧵",
    "Kettles%0D%0ABcc: jo@evil.example",
    "&bcc=jo@evil.example&body=x",
]


def fields(link: str) -> dict[str, str]:
    """Return what a link fills in, as a mail program or a form reads it: each name once, and a plus is a plus."""
    found = parse_qs(urlsplit(link).query.replace("+", "%2B"), keep_blank_values=True, strict_parsing=True)
    assert all(len(values) == 1 for values in found.values())
    return {name: values[0] for name, values in found.items()}


@pytest.mark.parametrize("title", ODD)
def test_a_message_is_about_the_page(title: str) -> None:
    """Its title and address are filled in as they are, and nothing of the title acts."""
    form, mail, _ = ways_to_write(ALL, "Mending Wales", title, ADDRESS)

    assert mail.link.startswith("mailto:hello@mending.example?subject=")
    assert fields(mail.link) == {
        "subject": f"Mending Wales: {title}",
        "body": f"About the page: {title}\r\n{ADDRESS}\r\n\r\n",
    }
    assert fields(form.link) == {"id": "7", "page": f"{title} ({ADDRESS})"}


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028", "\0"])
def test_a_line_break_in_a_title_adds_no_header(line_break: str) -> None:
    _, mail, _ = ways_to_write(ALL, "Mending", f"Kettles{line_break}Bcc: jo@evil.example", ADDRESS)

    subject = fields(mail.link)["subject"]
    assert subject == "Mending: Kettles Bcc: jo@evil.example"
    assert Parser().parsestr(f"Subject: {subject}\n\n").keys() == ["Subject"]


def test_on_paper_a_form_has_an_address_that_can_be_typed() -> None:
    """Without what the link fills in."""
    for written, shown in (
        ("https://forms.example/tell?id=7&page={page}", "https://forms.example/tell?id=7"),
        ("https://forms.example/tell?page={page}", "https://forms.example/tell"),
        ("https://forms.example/tell", "https://forms.example/tell"),
    ):
        (form,) = ways_to_write(Contact(form=written), "Mending", "Kettles", ADDRESS)
        assert form.address == shown


def test_there_are_the_ways_that_the_network_has() -> None:
    assert ways_to_write(Contact(), "Mending", "Kettles", ADDRESS) == ()
    assert [way.name for way in ways_to_write(Contact(post="1 High Street"), "Mending", "Kettles", "")] == ["Post"]
    assert [way.name for way in ways_to_write(ALL, "Mending", "Kettles", "")] == ["Web form", "E-mail", "Post"]
