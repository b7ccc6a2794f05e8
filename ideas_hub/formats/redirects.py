"""Redirect pages at the old addresses of entries and at their permanent short links."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from ideas_hub.formats.publication import link_builder
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import ENTRY_KINDS_BY_ID, WITHDRAWN, Register
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
    """Yield a redirect for every old address, every short link and every withdrawn entry."""
    for entry in hub.entries:
        target = addresses.document(entry.kind, entry.id)
        number = register.number_of(entry)
        old = [addresses.document(entry.kind, old_id) for old_id in entry.facts.redirect_from]
        for address in [*old, *([addresses.short_link(number)] if number else [])]:
            link, canonical = addresses.relative(target, address), link_builder(address, site)(target)
            yield Redirect(address, entry.facts.title, link, canonical)
    for row in register.rows:
        if row.address == WITHDRAWN:
            kind = ENTRY_KINDS_BY_ID[row.kind]
            for address in (addresses.document(kind, row.id), addresses.short_link(row.number)):
                has_list = kind in hub.entry_kinds
                link = addresses.relative(addresses.index(kind) if has_list else addresses.FIND, address)
                text = f"See all {kind.plural}" if has_list else "Find what worked"
                yield Redirect(address, text, link, "", moved=False)


def redirect_files(hub: Hub, register: Register, site: Site, environment: Environment) -> Iterator[tuple[str, bytes]]:
    """Yield every redirect page as (path, content)."""
    template = environment.get_template("hub/redirect.html")
    for view in redirects(hub, register, site):
        yield (
            addresses.output_file(view.address),
            template.render(view=view, site=site, root=addresses.relative(addresses.HOME, view.address)).encode(),
        )
