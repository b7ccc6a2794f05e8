"""The pages that exist once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from ideas_hub.drafting.paper_form import paper_form_view
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
from ideas_hub.views.clean_photo import clean_photo_view
from ideas_hub.views.events import events_view
from ideas_hub.views.evidence import evidence_view
from ideas_hub.views.glossary import glossary_view
from ideas_hub.views.home import home_view
from ideas_hub.views.learning_points import learning_points_view
from ideas_hub.views.organisations import organisations_view
from ideas_hub.views.partners import partners_view
from ideas_hub.views.projects import projects_view
from ideas_hub.views.review import review_view
from ideas_hub.views.setbacks import setbacks_view
from ideas_hub.views.shortlist import shortlist_view
from ideas_hub.views.sources import sources_view
from ideas_hub.views.terms import terms_view
from ideas_hub.views.trails import trails_view


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
    every = [
        SinglePage(addresses.HOME, "home.html", partial(home_view, hub)),
        SinglePage(
            addresses.index(LEARNING_POINTS),
            "learning_points.html",
            partial(learning_points_view, hub),
            LEARNING_POINTS.id,
        ),
        SinglePage(addresses.index(EVENTS), "events.html", partial(events_view, hub), EVENTS.id),
        SinglePage(addresses.index(TRAILS), "trails.html", partial(trails_view, hub), TRAILS.id),
        SinglePage(addresses.PROJECTS, "projects.html", partial(projects_view, hub), PROJECTS),
        SinglePage(addresses.ORGANISATIONS, "organisations.html", partial(organisations_view, hub), ORGANISATIONS),
        SinglePage(addresses.PARTNERS, "partners.html", partial(partners_view, hub), PARTNERS),
        *(SinglePage(addresses.index(kind), "terms.html", partial(terms_view, kind, hub)) for kind in VOCABULARY_KINDS),
        SinglePage(addresses.EVIDENCE, "evidence.html", partial(evidence_view, hub), EVIDENCE),
        SinglePage(addresses.SETBACKS, "setbacks.html", partial(setbacks_view, hub), SETBACKS),
        SinglePage(addresses.SOURCES, "sources.html", partial(sources_view, hub), SOURCES.id),
        SinglePage(addresses.GLOSSARY, "glossary.html", partial(glossary_view, hub), GLOSSARY),
        SinglePage(addresses.SHORTLIST, "shortlist.html", partial(shortlist_view, hub)),
        SinglePage(addresses.CLEAN_PHOTO, "clean_photo.html", partial(clean_photo_view, hub)),
        SinglePage(addresses.PAPER_FORM, "paper_form.html", partial(paper_form_view, hub)),
        SinglePage(addresses.REVIEW, "review.html", partial(review_view, hub, today), today=today),
    ]
    return [page for page in every if page.part in {"", *hub.parts}]
