"""The output groups of what stands in tables: a page for each row, and the lists of organisations."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from ideas_hub.engine.late import late
from ideas_hub.model import addresses
from ideas_hub.model.kinds import ORGANISATIONS, PROJECTS
from ideas_hub.model.row_kinds import ROW_KINDS
from ideas_hub.site.output_groups import OutputGroup, content_group, facts_group, pages
from ideas_hub.site.renderer import Renderer, View


def row_groups(renderer: Renderer) -> Iterator[OutputGroup]:
    """Yield the page of each project and of each organisation."""
    hub = renderer.context.hub
    views: Mapping[str, Callable[[], Iterable[View]]] = {
        PROJECTS: late("views.projects.project_views", hub),
        ORGANISATIONS: late("views.organisations.organisation_views", hub),
    }
    for kind in ROW_KINDS:
        files = partial(pages, "entry.html", views[kind.id], renderer)
        paths = tuple(addresses.row(kind.id, row_id) for row_id in hub.rows(kind))
        yield facts_group(renderer, kind.id, paths, files, indexed=True)


def organisation_groups(renderer: Renderer) -> Iterator[OutputGroup]:
    """Yield the organisations of each sector and role, what each two sectors did together, and each region's table."""
    hub = renderer.context.hub
    lists = partial(pages, "organisations.html", late("views.organisations.narrower_views", hub), renderer)
    folders = (f"{addresses.ORGANISATIONS}sector/", f"{addresses.ORGANISATIONS}role/")
    yield facts_group(renderer, "organisations", folders, lists, indexed=True)
    together = partial(pages, "partners.html", late("views.partners.pair_views", hub), renderer)
    yield facts_group(renderer, "pairs", (addresses.PARTNERS,), together, indexed=True)
    yield content_group(renderer, "regions", "regions/", late("formats.region_tables.region_tables", hub))
