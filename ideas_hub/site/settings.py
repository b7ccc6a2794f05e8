"""The site's name, address and options, and the header and footer of every page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES, COMMUNITIES, IDEAS, LEARNING_POINTS, PROGRAMMES, REGIONS, THEMES
from ideas_hub.site.assets import THEME_SCRIPT, live_reload_policy, security_policy
from ideas_hub.views.page import Link, Site


@dataclass(frozen=True, slots=True)
class Settings:
    """Options from mkdocs.yml, the environment and the command line.

    url: the site's full address, ending in a slash; "" if unknown. Canonical links and the sitemap need it.
    edit: the start of every edit link ("https://HOST/OWNER/NAME/edit/main/"), or "".
    cards: draw social cards, which cost more than the rest of a first build. They need `url`.
    live_reload: the pages are for `mkdocs serve`, which puts a script into each.
    """

    name: str = "Ideas Hub"
    strapline: str = "What worked, for people like ours, near us"
    url: str = ""
    edit: str = ""
    cards: bool = True
    live_reload: bool = False


class MkDocsSettings(Protocol):
    """The fields of MkDocs' configuration that the hub reads."""

    site_name: str
    site_url: str | None
    repo_url: str | None

    @property
    def extra(self) -> Mapping[str, Any]:
        """Settings that MkDocs does not define."""


def read_settings(config: MkDocsSettings) -> Settings:
    """Return the settings in MkDocs' configuration."""
    repository = (config.repo_url or "").rstrip("/")
    return Settings(
        name=config.site_name,
        url=config.site_url or "",
        edit=f"{repository}/edit/{config.extra['branch']}/" if repository else "",
        cards=config.extra.get("cards", True),
        live_reload=config.extra.get("live_reload", False),
    )


def site_view(settings: Settings, hub: Hub, assets: dict[str, str]) -> Site:
    """Return what every page shows of the site.

    assets: the address of each asset, by file name.
    """
    return Site(
        settings.name,
        settings.strapline,
        settings.url,
        settings.edit,
        tuple(_menu(hub)),
        tuple(_footer(hub)),
        assets,
        live_reload_policy() if settings.live_reload else security_policy(THEME_SCRIPT),
        THEME_SCRIPT,
        has_cards=settings.cards and bool(settings.url),
    )


def _menu(hub: Hub) -> list[Link]:
    return [
        Link("Find", addresses.FIND),
        Link("Case studies", addresses.index(CASE_STUDIES)),
        *([Link("Learning points", addresses.index(LEARNING_POINTS))] if hub.learning_points else []),
        Link("Themes", addresses.index(THEMES)),
        Link("Regions", addresses.index(REGIONS)),
        Link("Communities", addresses.index(COMMUNITIES)),
    ]


def _footer(hub: Hub) -> list[Link]:
    return [
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
