"""The ways to reach the network, as a page shows them: each link has the page's title and address in it."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from ideas_hub.model import addresses
from ideas_hub.model.contact import PAGE, Contact

PAGES = (addresses.CONTRIBUTE, "accessibility/", "privacy/")
"""The pages that tell how to reach the network, above their text."""

BREAK = "\r\n"  # between lines of a message: RFC 6068, section 5
UNPRINTABLE = re.compile(r"[\s\0-\x1f\x7f-\x9f]+")


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach the network.

    name: "Web form", "E-mail" or "Post".
    words: before the address, in a sentence.
    link: "" for a letter.
    address: as one writes it down.
    """

    name: str
    words: str
    link: str
    address: str

    @property
    def is_form(self) -> bool:
        """Whether the address is one that nobody types if they can follow the link."""
        return self.name == "Web form"


def correction_form(form: str, title: str, address: str) -> str:
    """Return the address of the form for corrections, with the page filled in.

    form: its address, with a query.
    """
    return f"{form}&page={_quoted(_page_words(title, address))}"


def ways_to_write(contact: Contact, site_name: str, title: str, address: str) -> tuple[Way, ...]:
    """Return each way there is, to write about a page.

    address: of the page, the full one if the site's own is known.
    """
    about = _one_line(title)
    form = contact.form.replace(PAGE, _quoted(_page_words(title, address)))
    subject = about if about == site_name else f"{site_name}: {about}"
    text = BREAK.join((f"About the page: {about}", address, "", ""))
    mail = f"mailto:{quote(contact.email, safe='@+')}?subject={_quoted(subject)}&body={_quoted(text)}"
    ways = (
        Way("Web form", "on our form", form, _without_page(contact.form)),
        Way("E-mail", "by e-mail to", mail, contact.email),
        Way("Post", "by post to", "", contact.post),
    )
    return tuple(way for way in ways if way.address)


def _one_line(title: str) -> str:
    return UNPRINTABLE.sub(" ", title).strip()


def _page_words(title: str, address: str) -> str:
    return f"{_one_line(title)} ({address})" if address else _one_line(title)


def _quoted(text: str) -> str:
    return quote(text, safe="")


def _without_page(form: str) -> str:
    """Return the address of a form without what the link fills in, short enough to be typed from paper."""
    start, _, query = form.partition("?")
    kept = "&".join(part for part in query.split("&") if PAGE not in part)
    return f"{start}?{kept}" if kept else start
