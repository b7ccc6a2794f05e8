"""Pages that lead on: from an entry's old addresses, and from the short address that it keeps for good."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import KINDS, WITHDRAWN, Register
from ideas_hub.views.page import Site


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page that leads to another.

    address: its own.  link: where it leads, seen from it.  canonical: the same with the site's address, where that is known.
    moved: False for a page that was taken down, which leads on to the list it stood in only when asked.
    """

    address: str
    title: str
    link: str
    canonical: str
    moved: bool = True


def redirects(hub: Hub, register: Register, site: Site) -> Iterator[Redirect]:
    """Yield the page at every old and every short address."""
    for entry in hub.entries:
        target = addresses.document(entry.kind, entry.id)
        number = register.number(entry)
        old = [addresses.document(entry.kind, name) for name in entry.facts.redirect_from]
        for address in [*old, *([addresses.short_link(number)] if number else [])]:
            link = addresses.relative(target, address)
            yield Redirect(address, entry.facts.title, link, f"{site.url}{target}" if site.url else link)
    for row in register.rows:
        if row.address == WITHDRAWN:
            kind = KINDS[row.kind]
            for address in (addresses.document(kind, row.id), addresses.short_link(row.number)):
                yield Redirect(
                    address,
                    f"See all {kind.plural}",
                    addresses.relative(addresses.index(kind), address),
                    "",
                    moved=False,
                )


def redirect_files(hub: Hub, register: Register, site: Site, environment: Environment) -> Iterator[tuple[str, bytes]]:
    """Yield each of these pages as (path, content)."""
    template = environment.get_template("hub/redirect.html")
    for view in redirects(hub, register, site):
        yield (
            addresses.output_file(view.address),
            template.render(view=view, site=site, root=addresses.root_of(view.address)).encode(),
        )
