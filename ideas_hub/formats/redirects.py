"""Redirect pages at the old addresses of entries and projects, and at the permanent short ones of entries."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from ideas_hub.formats.publication import link_builder
from ideas_hub.model import addresses, links
from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry, Withdrawn
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import Register
from ideas_hub.model.row_kinds import ROW_KINDS
from ideas_hub.views.page import Site


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page that redirects to another.

    address: of the redirect itself.
    link: the target, relative to the redirect.
    canonical: the target as an absolute link if the site's address is known, else the same as `link`.
    moved: False for a withdrawn entry, whose page only links to the list it was in.
    """

    address: str
    title: str
    link: str
    canonical: str
    moved: bool = True


def redirects(hub: Hub, register: Register, site: Site) -> Iterator[Redirect]:
    """Yield a redirect for every old and every short address, also of what was taken down."""
    for address, target, title in _moved(hub, register):
        yield Redirect(address, title, links.relative(target, address), link_builder(address, site)(target))
    for address, list_address, plural in _taken_down(hub, register):
        target, text = (list_address, f"See all {plural}") if list_address else (addresses.FIND, "Find what worked")
        yield Redirect(address, text, links.relative(target, address), "", moved=False)


def _moved(hub: Hub, register: Register) -> Iterator[tuple[str, str, str]]:
    """Yield each further address of what is there, with its own one and its title."""
    for kind in ROW_KINDS:
        for row in hub.rows(kind).values():
            for old in row.facts.redirect_from:
                yield addresses.row(kind.id, old), addresses.row(kind.id, row.id), row.facts.title
    for entry in hub.entries:
        for address in _other_addresses(entry, register):
            yield address, addresses.document(entry.kind, entry.id), entry.facts.title


def _taken_down(hub: Hub, register: Register) -> Iterator[tuple[str, str, str]]:
    """Yield each address of what was taken down, with that of the list it was in, "" if that is gone, and its name."""
    for kind in ROW_KINDS:
        for gone in hub.rows_taken_down.get(kind.id, ()):
            for old in (gone.id, *gone.facts.redirect_from):
                yield addresses.row(kind.id, old), f"{kind.id}/" if hub.rows(kind) else "", kind.id
    for entry in hub.withdrawn:
        listed = addresses.index(entry.kind) if entry.kind in hub.entry_kinds else ""
        for address in (addresses.document(entry.kind, entry.id), *_other_addresses(entry, register)):
            yield address, listed, entry.kind.plural


def _other_addresses(entry: Document[Entry] | Document[Withdrawn], register: Register) -> list[str]:
    """Return the addresses of an entry's old ids, and the short addresses of all its ids, each once."""
    old = [addresses.document(entry.kind, one) for one in entry.facts.redirect_from]
    ids = (*entry.facts.redirect_from, entry.id)
    short = dict.fromkeys(addresses.short_link(register.short_name(entry.kind.id, one)) for one in ids)
    return [*old, *short]


def redirect_files(hub: Hub, register: Register, site: Site, environment: Environment) -> Iterator[tuple[str, bytes]]:
    template = environment.get_template("hub/redirect.html")
    for view in redirects(hub, register, site):
        yield (
            addresses.output_file(view.address),
            template.render(view=view, site=site, root=links.relative(addresses.HOME, view.address)).encode(),
        )
