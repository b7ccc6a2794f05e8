"""The site around the pages: its name, its menu and what its commands were told about where it will live."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ideas_hub.model import addresses
from ideas_hub.site.assets import THEME_SCRIPT, security_policy
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import (CASE_STUDIES, COMMUNITIES, IDEAS, LEARNING_POINTS, PROGRAMMES, REGIONS, THEMES)
from ideas_hub.views.page import Link, Site


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set from outside.

    url: the site's full address with a slash at its end, or "" when nobody has said it; canonical links and the sitemap need it.
    cards: whether pictures for shared links are drawn, which costs more than all the rest of a first build; a preview of a
    link names its picture by its full address, so without `url` there are none.
    edit: what an edit link starts with ("https://HOST/OWNER/NAME/edit/main/"), or "".
    """

    name: str = "Ideas Hub"
    strapline: str = "What worked, for people like ours, near us"
    url: str = ""
    edit: str = ""
    cards: bool = True


class MkDocsSettings(Protocol):
    """The settings file of the site, as the generator read it."""

    site_name: str
    site_url: str | None
    repo_url: str | None

    @property
    def extra(self) -> Mapping[str, Any]:
        """Settings that the generator itself does not know."""


def read_settings(configured: MkDocsSettings) -> Settings:
    """Return what the settings file, the environment and the command say of the site."""
    repository = (configured.repo_url or "").rstrip("/")
    return Settings(
        name=configured.site_name,
        url=configured.site_url or "",
        edit=f"{repository}/edit/{configured.extra['branch']}/" if repository else "",
        cards=configured.extra.get("cards", True),
    )


def site_view(settings: Settings, hub: Hub, assets: dict[str, str]) -> Site:
    """Return what stands around every page; a kind with no entries is not in the menu."""
    menu = [Link("Find", addresses.FIND), Link("Case studies", addresses.index(CASE_STUDIES))]
    menu += [Link("Learning points", addresses.index(LEARNING_POINTS))] if hub.learning_points else []
    menu += [
        Link("Themes", addresses.index(THEMES)),
        Link("Regions", addresses.index(REGIONS)),
        Link("Communities", addresses.index(COMMUNITIES)),
    ]
    footer = [
        Link("Shortlist", addresses.SHORTLIST),
        *([Link("Projects", addresses.PROJECTS)] if hub.projects else []),
        *([Link("Programmes", addresses.index(PROGRAMMES))] if hub.programmes else []),
        *([Link("Ideas", addresses.index(IDEAS))] if hub.ideas else []),
        *([Link("Evidence", addresses.EVIDENCE)] if hub.evidence.figures else []),
        Link("Sources", addresses.SOURCES),
        Link("Glossary", addresses.GLOSSARY),
        Link("Data", addresses.DATA),
        Link("About", "about/"),
        Link("Contribute", "contribute/"),
        Link("Accessibility", "accessibility/"),
        Link("Privacy", "privacy/"),
    ]
    return Site(
        settings.name,
        settings.strapline,
        settings.url,
        settings.edit,
        tuple(menu),
        tuple(footer),
        assets,
        security_policy(THEME_SCRIPT),
        THEME_SCRIPT,
        has_cards=settings.cards and bool(settings.url),
    )
