"""The picture that represents a page where a link to it is shared: 1200 by 630 pixels.

A title is set as large as fits and broken between words only.  Arabic script has its own font.  For a title in a script
that no font here has, the picture shows the hub's name instead: never boxes in place of letters.
"""

import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, features

from ideas_hub.engine.file_cache import FileCache
from ideas_hub.engine.incremental import OutputFile
from ideas_hub.engine.key import make_key
from ideas_hub.engine.parallel import run_all
from ideas_hub.formats.card_text import (
    ARABIC_FONT,
    LATIN_FONTS,
    LINE_HEIGHT,
    can_set,
    fit_lines,
    is_rtl,
    line_width,
    set_line,
)
from ideas_hub.model import addresses
from ideas_hub.model.data_files import Project
from ideas_hub.model.hub import AnyEntry, AnyRow, Hub
from ideas_hub.model.kinds import EVENTS, IDEAS, LEARNING_POINTS, ORGANISATIONS, PROGRAMMES, PROJECTS, REGIONS, TOOLS
from ideas_hub.reading.hidden_characters import HIDDEN
from ideas_hub.views.meta import CardPicture
from ideas_hub.views.page import Site

WIDTH, HEIGHT, EDGE = 1200, 630, 80
TEXT_WIDTH, TITLE_TOP, TITLE_HEIGHT = WIDTH - 2 * EDGE, 200, 290
COLOURS = 64  # enough for smooth letters; a picture of a few kilobytes
PAPER, INK, SOFT, BAND, SUN, PINK = "#ffffff", "#261a20", "#56464e", "#43112d", "#ffb84d", "#f0a8c8"
KIND_COLOURS = {
    LEARNING_POINTS.id: "#b45a12",
    PROGRAMMES.id: "#4c7a1a",
    IDEAS.id: "#1f6f8b",
    TOOLS.id: "#4b3289",
    EVENTS.id: "#8c2f5d",
}
THEME_COLOURS = ("#c2387c", "#4c7a1a", "#b45a12", "#1f6f8b", "#7a1248", "#4b3289", "#0f6b5c", "#8a5a00", "#0b57d0")
# the centres of the petals in docs/assets/img/mark.svg
PETALS = ((24, 5.5), (38.5, 12.5), (42, 28.1), (32, 40.7), (16, 40.7), (6, 28.1), (9.5, 12.5))
MIN_JOBS_TO_FORK = 24


@dataclass(frozen=True, slots=True)
class SocialCard:
    """What a picture shows.

    label: the kind of page.
    place: where, or "".
    colour: of the page's theme or kind, as "#rrggbb".
    """

    label: str
    title: str
    place: str
    colour: str
    site: str


def entry_card(entry: AnyEntry, hub: Hub, site: Site) -> SocialCard:
    """Return what the picture of an entry shows."""
    themes = entry.facts.themes
    colour = KIND_COLOURS.get(entry.kind.id) or theme_colour(themes[0] if themes else entry.kind.id)
    return SocialCard(entry.kind.label, entry.facts.title, _place(entry, hub), colour, site.name)


def row_card(row: AnyRow, hub: Hub, site: Site) -> SocialCard:
    """Return what the picture of a project or an organisation shows."""
    facts = row.facts
    is_project = isinstance(facts, Project)
    label, tint = ("Project", next(iter(facts.themes), PROJECTS)) if is_project else ("Organisation", ORGANISATIONS)
    return SocialCard(label, facts.title, _place(row, hub), theme_colour(tint), site.name)


def _place(entry: AnyEntry | AnyRow, hub: Hub) -> str:
    regions = ", ".join(term.facts.label for term in hub.terms_of(entry, REGIONS))
    return " · ".join(dict.fromkeys(filter(None, (entry.facts.place, regions))))


def theme_colour(theme: str) -> str:
    """Return a theme's colour, derived from its id alone: a new theme changes no other's."""
    return THEME_COLOURS[hashlib.sha256(theme.encode()).digest()[0] % len(THEME_COLOURS)]


def cards(hub: Hub, site: Site) -> dict[str, SocialCard]:
    """Return the card of the home page, every entry, project, organisation and term, by the address of the page."""
    home = SocialCard("", site.strapline, "", THEME_COLOURS[0], site.name)
    entries = {addresses.document(entry.kind, entry.id): entry_card(entry, hub, site) for entry in hub.entries}
    terms = {
        addresses.document(term.kind, term.id): SocialCard(
            term.kind.label, term.facts.label, "", theme_colour(term.id), site.name
        )
        for term in hub.vocabulary.terms()
    }
    rows = {address: row_card(row, hub, site) for address, row in hub.row_by_address.items()}
    return {addresses.HOME: home, **entries, **rows, **terms}


def card_picture(page: str, cards_by_page: dict[str, SocialCard]) -> CardPicture:
    """Return the picture of a page: its own, else that of the page above it, else the home page's."""
    parents = (parent for parent in cards_by_page if parent and page.startswith(parent))
    address = page if page in cards_by_page else next(parents, addresses.HOME)
    card = cards_by_page[address]
    words = [f"{card.label}: {card.title}" if card.label else f"{card.site}: {card.title}", card.place]
    return CardPicture(addresses.card_picture(address), ". ".join(word for word in words if word), WIDTH, HEIGHT)


def draw(card: SocialCard) -> bytes:
    """Return a card as PNG; equal cards give equal bytes."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, WIDTH, 120), fill=BAND)
    picture.paste(_mark(64), (EDGE, 28))
    set_line(pen, card.site, (EDGE + 84, 60), (36, PAPER))
    pen.rectangle((0, HEIGHT - 28, WIDTH, HEIGHT), fill=card.colour)
    pen.rectangle((EDGE, 152, EDGE + 64, 160), fill=card.colour)
    if card.label and can_set(card.label):
        set_line(pen, card.label, (EDGE + 84, 156), (30, SOFT))
    _title(pen, HIDDEN.sub("", card.title), card)
    place = HIDDEN.sub("", card.place)
    if place and can_set(place):
        size, lines = fit_lines(place, width=TEXT_WIDTH, height=48)
        set_line(pen, lines[0], (EDGE, 552), (min(size, 34), SOFT))
    out = io.BytesIO()
    picture.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG", compress_level=6)
    return out.getvalue()


def _title(pen: ImageDraw.ImageDraw, title: str, card: SocialCard) -> None:
    """Set the title; if the fonts lack any of its letters, set the hub's name instead."""
    size, lines = fit_lines(title if can_set(title) else card.site, width=TEXT_WIDTH, height=TITLE_HEIGHT)
    top = TITLE_TOP + (TITLE_HEIGHT - len(lines) * size * LINE_HEIGHT) / 2
    rtl = is_rtl(" ".join(lines))
    for place, line in enumerate(lines):
        left = WIDTH - EDGE - line_width(line, size) if rtl else EDGE
        set_line(pen, line, (left, top + (place + 0.5) * size * LINE_HEIGHT), (size, INK), rtl=rtl)


@lru_cache(maxsize=1)
def _mark(side: int) -> Image.Image:
    """Return the hub's mark, drawn four times as large and scaled down: Pillow does not antialias circles."""
    scale = 4 * side / 48
    mark = Image.new("RGB", (4 * side, 4 * side), BAND)
    pen = ImageDraw.Draw(mark)
    for place, (x, y) in enumerate(PETALS):
        pen.ellipse([value * scale for value in (x - 4.5, y - 4.5, x + 4.5, y + 4.5)], fill=SUN if place == 1 else PINK)
    pen.ellipse([value * scale for value in (13, 13, 35, 35)], fill=PAPER)
    return mark.resize((side, side), Image.Resampling.LANCZOS)


@lru_cache(maxsize=1)
def _drawing_key() -> bytes:
    """Return the key of the code, fonts and library that draw cards."""
    files = (Path(__file__), Path(__file__).with_name("card_text.py"), *LATIN_FONTS, ARABIC_FONT)
    return make_key(files=[file.read_bytes() for file in files], pillow=PIL.__version__, raqm=features.check("raqm"))


def social_card_files(cards_by_page: Mapping[str, SocialCard], cache: FileCache) -> Iterator[OutputFile]:
    """Yield every picture, those that are not cached drawn in worker processes."""
    keys = {page: make_key(drawing=_drawing_key(), card=card) for page, card in cards_by_page.items()}
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
