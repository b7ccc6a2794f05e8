"""What every page has: links, facts, its place in the site, and the header and footer of the site."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ideas_hub.model import addresses, links
from ideas_hub.model.contact import Contact
from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry
from ideas_hub.model.hub import Hub
from ideas_hub.model.languages import Language
from ideas_hub.model.page import PageRecord
from ideas_hub.model.term import Term
from ideas_hub.views.contact import Way, correction_form, ways_to_write


@dataclass(frozen=True, slots=True)
class Link:
    """A link.

    address: from the site's root.
    count: how many entries it leads to; None where that is not shown.
    language: of the text, where that is not the hub's.
    """

    text: str
    address: str
    count: int | None = None
    language: Language | None = None


HOME_BREADCRUMB = (Link("Home", addresses.HOME),)
CONTRIBUTE_BREADCRUMB = (*HOME_BREADCRUMB, Link("Contribute", addresses.CONTRIBUTE))


def page_link(page: Document[PageRecord]) -> Link:
    """Return a link to one of the hub's own pages, by its title."""
    return Link(page.facts.title, addresses.of_file(page.file) or addresses.HOME)


def is_in_guide(address: str) -> bool:
    """Return whether a page is one of the guide for editors, below the page that opens it."""
    return address.startswith(addresses.CONTRIBUTE) and address != addresses.CONTRIBUTE


def link_to(entry: Document[Entry]) -> Link:
    """Return a link to an entry, by its title."""
    return Link(entry.facts.title, addresses.document(entry.kind, entry.id), language=entry.facts.other_language)


def term_link(term: Document[Term], count: int | None = None) -> Link:
    """Return a link to a term's page, by its label."""
    return Link(term.facts.label, addresses.document(term.kind, term.id), count)


def phrase_link(words: str, term: Document[Term]) -> Link:
    """Return a link to a term's page as "More for newcomers" or "All pages in Wales"."""
    return Link(f"{words} {term.facts.phrase}", addresses.document(term.kind, term.id))


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of an entry: a label, then text, links or both, or the address of a website.

    id: by which formats find it, whatever its label; "" if none needs to.
    language: of the text, where that is not the hub's.
    """

    label: str
    text: str = ""
    links: tuple[Link, ...] = ()
    id: str = ""
    website: str = ""
    language: Language | None = None


def non_empty(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts that have a text, a link or a website, in the same order."""
    return tuple(fact for fact in facts if fact.text or fact.links or fact.website)


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """A heading with a list of links.

    anchor: identifies the section within its page.
    """

    title: str
    links: tuple[Link, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The facts of a page itself.

    title: the text of its one h1.
    description: a plain sentence or two, for search engines and previews.
    address: from the site's root.
    breadcrumb: links from the home page down to this one, without the page itself.
    source: the file an editor would change.
    intro: safe HTML above a list.
    subject: what it is about, in the browser's title, where another page has the same title.
    """

    title: str
    description: str
    address: str
    breadcrumb: tuple[Link, ...] = ()
    source: str = ""
    intro: str = ""
    robots: str = ""
    subject: str = ""

    @property
    def root(self) -> str:
        """The relative link from this page to the site's root."""
        return links.relative(addresses.HOME, self.address)


def hub_page(file: str, address: str, hub: Hub, breadcrumb: tuple[Link, ...] = HOME_BREADCRUMB) -> Page:
    """Return the page whose title, summary and introduction stand in an editor's file."""
    text = hub.pages[file]
    return Page(text.facts.title, text.facts.summary, address, breadcrumb, file, text.article.html)


@dataclass(frozen=True, slots=True)
class Site:
    """Site-wide page furniture: name, menu, footer, assets.

    short_name: in names of files, and in ids that never change.
    url: the site's own address, with a slash at its end; "" if not configured.
    edit: the start of every edit link; "" if not configured.
    corrections: where readers can say what is wrong on a page: a form elsewhere, with a query, or a page of the site.
    footer: every part of the hub, in groups.
    assets: the published address of each asset, by the name that templates use.
    mark: its mark, as SVG.
    contact: how readers reach the network.
    """

    name: str
    short_name: str
    strapline: str
    url: str
    edit: str
    new_file: str
    menu: tuple[Link, ...]
    footer: tuple[LinkGroup, ...]
    assets: dict[str, str]
    policy: str
    theme_script: str
    has_social_cards: bool = True
    contact: Contact = field(default_factory=Contact)
    corrections: str = addresses.CONTRIBUTE
    mark: bytes = b""

    def edit_link(self, page: Page) -> str:
        """Return where to change a page's file; "" where that is not known."""
        return f"{self.edit}{page.source}" if self.edit and page.source else ""

    def correction_link(self, page: Page) -> str:
        """Return where a reader can say what is wrong on a page, if the network has no way of its own for it."""
        if "://" in self.corrections:
            return correction_form(self.corrections, page.title, self.canonical(page) or page.address)
        return f"{page.root}{self.corrections}?page={page.address}"

    def ways_to_write(self, page: Page) -> tuple[Way, ...]:
        """Return how a reader can tell the network about a page; none if its settings have no way."""
        return ways_to_write(self.contact, self.name, page.title, self.canonical(page) or page.address)

    def canonical(self, page: Page) -> str:
        """Return a page's full address, or "" if the site's own is not configured."""
        return f"{self.url}{page.address}" if self.url else ""
