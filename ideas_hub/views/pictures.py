"""The picture of a theme, and so of whatever carries one: a drawing of the hub's own in docs/assets/illustrations."""

from collections.abc import Iterable

from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import THEMES
from ideas_hub.model.term import GENERAL, Term


def picture_id(themes: Iterable[str], hub: Hub) -> str:
    """Return the id of the first theme that has a picture of its own, else `GENERAL`; "" in a hub without pictures."""
    return next((name for name in (*themes, GENERAL) if name in hub.vocabulary.illustrations), "")


def picture_of(themes: Iterable[str], hub: Hub) -> str:
    """Return the address of the picture of a theme, or of an entry by its themes; "" in a hub without pictures."""
    name = picture_id(themes, hub)
    return addresses.fingerprinted(f"{name}.svg", hub.vocabulary.illustrations[name]) if name else ""


def picture_of_term(term: Document[Term], hub: Hub) -> str:
    """Return the address of the picture of a theme; "" for a term of another kind."""
    return picture_of((term.id,), hub) if term.kind is THEMES else ""
