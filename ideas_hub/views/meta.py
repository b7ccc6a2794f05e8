"""What a page tells machines about itself: its feeds, structured data, preview picture and citation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed to follow.

    type: its media type.
    address: from the site's root.
    """

    title: str
    type: str
    address: str


@dataclass(frozen=True, slots=True)
class CardPicture:
    """The picture in the preview of a shared link.

    address: from the site's root.
    width, height: in pixels.
    """

    address: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class MetaTerm:
    """What a page says of itself to a library, and in the same words to whoever shows a preview of its link.

    name: in Dublin Core, such as "DCTERMS.title".
    property: in Open Graph, such as "og:title"; "" if it has none.
    """

    name: str
    property: str
    content: str


@dataclass(frozen=True, slots=True)
class Meta:
    """The metadata in a page's head, apart from its title and description.

    link: the page's full address; "" if the site's own is not configured.
    card: None in a build without pictures.
    terms: what its structured data does not say in a form that libraries read.
    json_ld: JSON that is safe within a script element.
    markdown: the address of the same text as Markdown, or "".
    """

    type: str
    link: str
    card: CardPicture | None
    feeds: tuple[FeedLink, ...]
    terms: tuple[MetaTerm, ...]
    json_ld: str
    markdown: str = ""


@dataclass(frozen=True, slots=True)
class CiteView:
    """How to cite and share an entry.

    text: in plain words.
    bibtex, ris: the same for a reference manager.
    short: the address that never changes, without its scheme; "" if the site's own is not configured or the entry
    has no number yet.
    short_link: the same address with its scheme.
    share_mail, share_whatsapp: links that start a message with it.
    qr: the address of a picture of its QR code, or "".
    """

    text: str
    bibtex: str
    ris: str
    short: str = ""
    short_link: str = ""
    share_mail: str = ""
    share_whatsapp: str = ""
    qr: str = ""
