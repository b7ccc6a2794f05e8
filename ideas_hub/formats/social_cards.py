"""The picture that represents a page where a link to it is shared: 1200 by 630 pixels."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from ideas_hub.engine.file_cache import FileCache
from ideas_hub.engine.incremental import OutputFile
from ideas_hub.engine.key import make_key
from ideas_hub.engine.parallel import run_all
from ideas_hub.formats.card_drawing import HEIGHT, WIDTH, SocialCard, draw, drawing_key
from ideas_hub.model import addresses
from ideas_hub.model.data_files import Project
from ideas_hub.model.document import Document
from ideas_hub.model.hub import AnyEntry, AnyRow, Hub
from ideas_hub.model.kinds import (
    CASE_STUDIES,
    EVENTS,
    HOME_FILE,
    IDEAS,
    LEARNING_POINTS,
    PROGRAMMES,
    PROJECTS,
    REGIONS,
    THEMES,
    TOOLS,
    TRAILS,
)
from ideas_hub.model.term import Term
from ideas_hub.views.meta import CardPicture
from ideas_hub.views.page import Site
from ideas_hub.views.pictures import picture_id

COLOURS = {
    CASE_STUDIES.id: "#f07db1",
    LEARNING_POINTS.id: "#f2a45f",
    PROGRAMMES.id: "#9fcb6b",
    IDEAS.id: "#7fc6e0",
    TOOLS.id: "#ffb84d",
    EVENTS.id: "#c9b8ff",
    TRAILS.id: "#f4b6d2",
    PROJECTS: "#b96a93",
}
"""Of kinds, as lists have them on dark pages."""

OTHER_COLOUR = "#f07db1"
MIN_JOBS_TO_FORK = 24


def cards(hub: Hub, site: Site) -> dict[str, SocialCard]:
    """Return the card of the home page, every entry, project, organisation and term, by the address of the page."""
    home = hub.pages[HOME_FILE].facts
    blank = SocialCard("", site.strapline, "", home.summary, OTHER_COLOUR, site.name, _drawing((), hub), site.mark)
    entries = {addresses.document(entry.kind, entry.id): entry_card(entry, hub, blank) for entry in hub.entries}
    rows = {address: row_card(row, hub, blank) for address, row in hub.row_by_address.items()}
    terms = {addresses.document(term.kind, term.id): term_card(term, hub, blank) for term in hub.vocabulary.terms()}
    return {addresses.HOME: blank, **entries, **rows, **terms}


def entry_card(entry: AnyEntry, hub: Hub, blank: SocialCard) -> SocialCard:
    """Return what the picture of an entry shows.  blank: a card of the same site."""
    facts, kind = entry.facts, entry.kind
    return replace(
        blank,
        label=kind.label,
        title=facts.title,
        place=_line(facts.title, facts.organisation, _where(entry, hub)),
        summary=facts.summary,
        colour=COLOURS.get(kind.id, OTHER_COLOUR),
        drawing=_drawing(facts.themes, hub),
    )


def row_card(row: AnyRow, hub: Hub, blank: SocialCard) -> SocialCard:
    """Return what the picture of a project or an organisation shows.  blank: a card of the same site."""
    facts, where = row.facts, _where(row, hub)
    is_project = isinstance(facts, Project)
    return replace(
        blank,
        label="Project" if is_project else "Organisation",
        title=facts.title,
        place=_line(facts.title, facts.name, where),
        summary="" if facts.summary in where else facts.summary,
        colour=COLOURS[PROJECTS] if is_project else OTHER_COLOUR,
        drawing=_drawing(facts.themes, hub),
    )


def term_card(term: Document[Term], hub: Hub, blank: SocialCard) -> SocialCard:
    """Return what the picture of a theme, a region or a community shows.  blank: a card of the same site."""
    facts, themes = term.facts, (term.id,) if term.kind is THEMES else ()
    drawing = _drawing(themes, hub)
    return replace(blank, label=term.kind.label, title=facts.label, summary=facts.definition, drawing=drawing)


def _drawing(themes: Iterable[str], hub: Hub) -> bytes:
    return hub.vocabulary.illustrations.get(picture_id(themes, hub), b"")


def _where(entry: AnyEntry | AnyRow, hub: Hub) -> str:
    """Return the place; where none is known, the regions."""
    return entry.facts.place or ", ".join(term.facts.label for term in hub.terms_of(entry, REGIONS))


def _line(title: str, who: str, where: str) -> str:
    """Return who and where on one line, without what the title says."""
    return ", ".join(dict.fromkeys(one for one in (who, where) if one and one != title))


def card_picture(page: str, cards_by_page: dict[str, SocialCard]) -> CardPicture:
    """Return the picture of a page: its own, else that of the page above it, else the home page's."""
    parents = (parent for parent in cards_by_page if parent and page.startswith(parent))
    address = page if page in cards_by_page else next(parents, addresses.HOME)
    card = cards_by_page[address]
    words = [f"{card.label}: {card.title}" if card.label else f"{card.site}: {card.title}", card.place]
    return CardPicture(addresses.card_picture(address), ". ".join(word for word in words if word), WIDTH, HEIGHT)


def social_card_files(cards_by_page: Mapping[str, SocialCard], cache: FileCache) -> Iterator[OutputFile]:
    """Yield every picture, those that are not cached drawn in worker processes."""
    keys = {page: make_key(drawing=drawing_key(), card=card) for page, card in cards_by_page.items()}
    missing = {keys[page]: card for page, card in cards_by_page.items() if not cache.has(keys[page].hex())}
    jobs = [partial(_draw_into, cache, key.hex(), card) for key, card in missing.items()]
    run_all(jobs, min_jobs=MIN_JOBS_TO_FORK)
    cache.drop_unused(key.hex() for key in keys.values())
    for page, card in cards_by_page.items():
        render = partial(_read_or_draw, cache, keys[page].hex(), card)
        yield OutputFile(addresses.card_picture(page), keys[page], render)


def _draw_into(cache: FileCache, name: str, card: SocialCard) -> None:
    cache.put(name, draw(card))


def _read_or_draw(cache: FileCache, name: str, card: SocialCard) -> bytes:
    return cache.get(name) or draw(card)
