"""What a page tells machines about itself: feeds to follow, structured data, a picture for shared links, how to cite it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed to follow.  type: its media type.  address: from the site's root."""

    title: str
    type: str
    address: str


@dataclass(frozen=True, slots=True)
class CardPicture:
    """The picture that stands for a page where a link to it is shared.  address: from the site's root.  Sizes in pixels."""

    address: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Meta:
    """What stands in a page's head, beside its title and description.

    link: the page's full address; "" where the site's own is not known.  card: None in a build without pictures.  terms: Dublin Core, as (name, content).
    json_ld: JSON that is safe within a script element.  markdown: the address of the same text as Markdown, or "".
    """

    type: str
    link: str
    card: CardPicture | None
    feeds: tuple[FeedLink, ...]
    terms: tuple[tuple[str, str], ...]
    json_ld: str
    markdown: str = ""


@dataclass(frozen=True, slots=True)
class CiteView:
    """How to cite an entry.

    text: in plain words.  bibtex, ris: the same for a reference manager.  short: the address that never changes, without its scheme, and short_link with it; "" where the
    site's own is not known or the entry has no number yet.  share_mail: a link that starts an email with it.  qr: the path of its QR code, drawn one wide, qr_size: the side of its square.
    """

    text: str
    bibtex: str
    ris: str
    short: str = ""
    short_link: str = ""
    share_mail: str = ""
    qr: str = ""
    qr_size: int = 0
