"""What every page has: its title, its place in the site, and the site around it."""

from dataclasses import dataclass
from typing import Any

from ideas_hub.model import addresses
from ideas_hub.model.document import Document


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address, and how many entries are there where that is known."""

    text: str
    address: str
    count: int | None = None


def link_to(entry: Document[Any]) -> Link:
    """Return a link to an entry, by its title."""
    return Link(entry.facts.title, addresses.document(entry.kind, entry.id))


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a facts box: a label, and words or links (or both, the words first)."""

    label: str
    text: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with links below it; `more` leads to the links that were left out."""

    title: str
    links: tuple[Link, ...]
    note: str = ""
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page's own facts.

    title: the one h1.  description: one plain sentence or two, for search engines and previews.  address: from the site's
    root.  trail: the way here from the home page, without the page itself.  source: the file an editor would change.
    intro: safe HTML above a list.
    """

    title: str
    description: str
    address: str
    trail: tuple[Link, ...] = ()
    source: str = ""
    intro: str = ""
    robots: str = ""

    @property
    def root(self) -> str:
        """The link from this page to the site's root."""
        return addresses.root_of(self.address)


@dataclass(frozen=True, slots=True)
class Site:
    """What stands around every page.

    url: the site's own address with a slash at its end, or "" when nobody has said it.  edit: the start of an edit link, or "".
    assets: the published address of each asset by the name templates use.
    """

    name: str
    strapline: str
    url: str
    edit: str
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    assets: dict[str, str]
    policy: str
    theme_script: str
    has_cards: bool = True

    def edit_link(self, page: Page) -> str:
        """Return where a change to a page's file can be proposed."""
        return f"{self.edit}{page.source}" if self.edit else f"{page.root}contribute/?file={page.source}"

    def canonical(self, page: Page) -> str:
        """Return a page's full address, or "" when the site's own is not known."""
        return f"{self.url}{page.address}" if self.url else ""
