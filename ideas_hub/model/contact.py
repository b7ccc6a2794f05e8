"""How readers reach the network that runs a hub."""

from dataclasses import dataclass

PAGE = "{page}"
"""In the address of a web form: the place of the title and address of the page that somebody writes about."""


@dataclass(frozen=True, slots=True)
class Contact:
    """The ways to reach a network without an account anywhere, as its settings have them; "" for each it does not have.

    form: the address of a web form, perhaps with PAGE in it.
    email: an address of the organisation, never a person's own.
    post: where a letter goes, on one line.
    """

    form: str = ""
    email: str = ""
    post: str = ""
