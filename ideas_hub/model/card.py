"""A card: an entry in a few lines, the same on every list, in the finder and in search results."""

from typing import NamedTuple

from ideas_hub.model.languages import Language

SHOWN_TAGS = 2


class Card(NamedTuple):
    """One entry on a list.

    kind: a kind's id; kind_label: "Case study".  address: from the site's root.
    byline: its place, or what else tells it from others; "" if nothing does.
    tags: labels of its terms, those that tell most first.
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
    language: Language | None = None
    picture: str = ""

    @property
    def main_tags(self) -> tuple[str, ...]:
        """The tags that a list shows."""
        return self.tags[:SHOWN_TAGS]
