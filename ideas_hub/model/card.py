"""A card: an entry in a few lines, the same on every list, in the finder and in search results."""

from typing import NamedTuple

from ideas_hub.model.languages import Language


class Card(NamedTuple):
    """One entry on a list.

    kind: a kind's id; kind_label: "Case study".  address: from the site's root.  byline: organisation and place, or "".
    tags: labels of its terms.  date: in words; "" if unknown.
    language: of title and summary, where that is not the hub's.
    picture: the address of the drawing of its theme; "" if it has none.
    """

    kind: str
    kind_label: str
    title: str
    address: str
    summary: str
    byline: str
    tags: tuple[str, ...]
    date: str
    language: Language | None = None
    picture: str = ""
