"""Redirect pages at the old addresses of entries and projects, and at the permanent short ones of entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment

from ideas_hub.formats.publication import link_builder
from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry, Withdrawn
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import Register
from ideas_hub.model.row_kinds import ROW_KINDS, RowKind
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
    for kind in ROW_KINDS:
        yield from _row_redirects(kind, hub, site)
    for entry in hub.entries:
        target = addresses.document(entry.kind, entry.id)
        for address in _other_addresses(entry, register):
            link, canonical = addresses.relative(target, address), link_builder(address, site)(target)
            yield Redirect(address, entry.facts.title, link, canonical)
    for gone in hub.withdrawn:
        has_list = gone.kind in hub.entry_kinds
        target, text = (
            (addresses.index(gone.kind), f"See all {gone.kind.plural}")
            if has_list
            else (addresses.FIND, "Find what worked")
        )
        for address in (addresses.document(gone.kind, gone.id), *_other_addresses(gone, register)):
            yield Redirect(address, text, addresses.relative(target, address), "", moved=False)


def _row_redirects(kind: RowKind, hub: Hub, site: Site) -> Iterator[Redirect]:
    rows, address_of = hub.rows(kind), partial(addresses.row, kind.id)
    for row in rows.values():
        target = address_of(row.id)
        for address in map(address_of, row.facts.redirect_from):
            link, canonical = addresses.relative(target, address), link_builder(address, site)(target)
            yield Redirect(address, row.facts.title, link, canonical)
    target, text = (f"{kind.id}/", f"See all {kind.id}") if rows else (addresses.FIND, "Find what worked")
    for gone in hub.rows_taken_down.get(kind.id, ()):
        for address in map(address_of, (gone.id, *gone.facts.redirect_from)):
            yield Redirect(address, text, addresses.relative(target, address), "", moved=False)


def _other_addresses(entry: Document[Entry] | Document[Withdrawn], register: Register) -> list[str]:
    """Return the addresses of an entry's old ids, and the short addresses of all its ids, each once."""
    old = [addresses.document(entry.kind, one) for one in entry.facts.redirect_from]
    ids = (*entry.facts.redirect_from, entry.id)
    short = dict.fromkeys(addresses.short_link(register.short_name(entry.kind.id, one)) for one in ids)
    return [*old, *short]


def redirect_files(hub: Hub, register: Register, site: Site, environment: Environment) -> Iterator[tuple[str, bytes]]:
    """Yield every redirect page as (path, content)."""
    template = environment.get_template("hub/redirect.html")
    for view in redirects(hub, register, site):
        yield (
            addresses.output_file(view.address),
            template.render(view=view, site=site, root=addresses.relative(addresses.HOME, view.address)).encode(),
        )
