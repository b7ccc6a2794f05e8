"""The pages that exist once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from ideas_hub.engine.late import late
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import (
    EVENTS,
    EVIDENCE,
    GLOSSARY,
    LEARNING_POINTS,
    ORGANISATIONS,
    PARTNERS,
    PROJECTS,
    SETBACKS,
    SOURCES,
    TRAILS,
    VOCABULARY_KINDS,
)
from ideas_hub.site.output_groups import OutputGroup, facts_group, pages
from ideas_hub.site.renderer import Renderer, View


@dataclass(frozen=True, slots=True)
class SinglePage:
    """A page that exists once.

    template: its path below overrides/hub/.
    part: of the hub, without which there is no such page; "" if every hub has it.
    today: the day that it depends on, if any.
    """

    address: str
    template: str
    build_view: Callable[[], View]
    part: str = ""
    today: date | None = None

    def group(self, renderer: Renderer) -> OutputGroup:
        path = addresses.output_file(self.address)
        files = partial(pages, self.template, self._views, renderer)
        return facts_group(renderer, self.template, (path,), files, indexed=True, today=self.today)

    def _views(self) -> Iterator[View]:
        yield self.build_view()


def single_pages(hub: Hub, today: date) -> list[SinglePage]:
    """Return the pages that exist once, but for the finder's and that of the data, which come with their files."""
    every = [*_lists(hub), *_others(hub, today)]
    return [page for page in every if page.part in {"", *hub.parts}]


def _lists(hub: Hub) -> list[SinglePage]:
    terms = [(addresses.index(kind), late("views.terms.terms_view", kind, hub)) for kind in VOCABULARY_KINDS]
    return [
        *(SinglePage(address, "terms.html", view) for address, view in terms),
        SinglePage(
            addresses.index(LEARNING_POINTS),
            "learning_points.html",
            late("views.learning_points.learning_points_view", hub),
            LEARNING_POINTS.id,
        ),
        SinglePage(addresses.index(EVENTS), "events.html", late("views.events.events_view", hub), EVENTS.id),
        SinglePage(addresses.index(TRAILS), "trails.html", late("views.trails.trails_view", hub), TRAILS.id),
        SinglePage(addresses.PROJECTS, "projects.html", late("views.projects.projects_view", hub), PROJECTS),
        SinglePage(
            addresses.ORGANISATIONS,
            "organisations.html",
            late("views.organisations.organisations_view", hub),
            ORGANISATIONS,
        ),
        SinglePage(addresses.PARTNERS, "partners.html", late("views.partners.partners_view", hub), PARTNERS),
    ]


def _others(hub: Hub, today: date) -> list[SinglePage]:
    return [
        SinglePage(addresses.HOME, "home.html", late("views.home.home_view", hub)),
        SinglePage(addresses.EVIDENCE, "evidence.html", late("views.evidence.evidence_view", hub), EVIDENCE),
        SinglePage(addresses.SETBACKS, "setbacks.html", late("views.setbacks.setbacks_view", hub), SETBACKS),
        SinglePage(addresses.SOURCES, "sources.html", late("views.sources.sources_view", hub), SOURCES.id),
        SinglePage(addresses.GLOSSARY, "glossary.html", late("views.glossary.glossary_view", hub), GLOSSARY),
        SinglePage(addresses.SHORTLIST, "shortlist.html", late("views.shortlist.shortlist_view", hub)),
        SinglePage(addresses.CLEAN_PHOTO, "clean_photo.html", late("views.clean_photo.clean_photo_view", hub)),
        SinglePage(addresses.PAPER_FORM, "paper_form.html", late("drafting.paper_form.paper_form_view", hub)),
        SinglePage(addresses.REVIEW, "review.html", late("views.review.review_view", hub, today), today=today),
    ]
