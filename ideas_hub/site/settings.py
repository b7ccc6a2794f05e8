"""The site's name, address and options, and the header and footer of every page."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import (
    CASE_STUDIES,
    ENTRY_KINDS,
    EVENTS,
    EVIDENCE,
    GLOSSARY,
    IDEAS,
    LEARNING_POINTS,
    ORGANISATIONS,
    PROGRAMMES,
    PROJECTS,
    SETBACKS,
    SOURCES,
    TOOLS,
    TRAILS,
    VOCABULARY_KINDS,
)
from ideas_hub.reading.files import is_there
from ideas_hub.site.assets import THEME_SCRIPT, security_policy
from ideas_hub.views.page import Link, LinkGroup, Site, page_link

ANY_HUB = "hub"
"""The short name where no letter of the name can be in one."""
PART_LINKS = {
    **{kind.id: Link(kind.plural_label, addresses.index(kind)) for kind in (*ENTRY_KINDS, SOURCES)},
    SETBACKS: Link("What did not work", addresses.SETBACKS),
    EVIDENCE: Link("Evidence", addresses.EVIDENCE),
    PROJECTS: Link("Projects", addresses.PROJECTS),
    ORGANISATIONS: Link("Organisations", addresses.ORGANISATIONS),
    GLOSSARY: Link("Glossary", addresses.GLOSSARY),
}
"""The pages in the header and the footer that a hub may not have."""

BROWSED = (TRAILS.id, PROGRAMMES.id, IDEAS.id, TOOLS.id, EVENTS.id)
LOOKED_UP = (EVIDENCE, PROJECTS, ORGANISATIONS, SOURCES.id)

CORRECT_FILE = "docs/contribute/correct.md"
CORRECTION_FORM = "2-correct-a-page.yml"
FORMS = {
    "1-share-a-story.yml": "Share a story",
    "4-send-a-file.yml": "Send a file",
    CORRECTION_FORM: "Correct a page",
    "3-take-something-down.yml": "Ask to take something down",
}
"""The forms of the repository, each with its name, for those that are there."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Options from mkdocs.yml, the environment and the command line.

    short_name: in names of files and in the ids of feeds, which must not change when the name does.
    url: the site's full address, ending in a slash; "" if unknown. Canonical links and the sitemap need it.
    repository: its address on GitHub, without a slash at its end; "" if unknown.
    branch: the one that is published.
    cards: draw social cards, which cost more than the rest of a first build. They need `url`.
    live_reload: the pages are for `mkdocs serve`, which puts a script into each.
    """

    name: str = ""
    short_name: str = ANY_HUB
    strapline: str = ""
    url: str = ""
    repository: str = ""
    branch: str = "main"
    cards: bool = True
    live_reload: bool = False

    @property
    def edit(self) -> str:
        """The start of every edit link ("https://HOST/OWNER/NAME/edit/main/"), or ""."""
        return f"{self.repository}/edit/{self.branch}/" if self.repository else ""

    @property
    def new_file(self) -> str:
        """The start of GitHub's page for a new file in a folder ("https://HOST/OWNER/NAME/new/main/"), or ""."""
        return f"{self.repository}/new/{self.branch}/" if self.repository else ""

    @property
    def corrections(self) -> str:
        """The form for corrections on GitHub, which anybody can read; "" without a repository."""
        return self.form(CORRECTION_FORM) if self.repository else ""

    def form(self, file: str) -> str:
        return f"{self.repository}/issues/new?template={file}"


class MkDocsSettings(Protocol):
    """The fields of MkDocs' configuration that the hub reads."""

    site_name: str
    site_description: str | None
    site_url: str | None
    repo_url: str | None

    @property
    def extra(self) -> Mapping[str, Any]:
        """Settings that MkDocs does not define."""


def read_settings(config: MkDocsSettings) -> Settings:
    """Return the settings in MkDocs' configuration."""
    from ideas_hub.drafting.draft import slug  # noqa: PLC0415 a build that has them already needs no drafts

    return Settings(
        name=config.site_name,
        short_name=slug(str(config.extra.get("short_name", config.site_name))) or ANY_HUB,
        strapline=config.site_description or config.site_name,
        url=config.site_url or "",
        repository=(config.repo_url or "").rstrip("/"),
        branch=config.extra.get("branch", "main"),
        cards=config.extra.get("cards", True),
        live_reload=config.extra.get("live_reload", False),
    )


def site_view(settings: Settings, hub: Hub, assets: dict[str, str], mark: bytes = b"") -> Site:
    """Return what every page shows of the site.

    assets: the address of each asset, by file name.
    mark: the hub's mark, as SVG.
    """
    return Site(
        settings.name,
        settings.short_name,
        settings.strapline,
        settings.url,
        settings.edit,
        settings.new_file,
        tuple(_menu(hub)),
        tuple(_footer(hub)),
        assets,
        security_policy(THEME_SCRIPT, live_reload=settings.live_reload),
        THEME_SCRIPT,
        has_social_cards=settings.cards and bool(settings.url),
        contact=hub.contact,
        corrections=settings.corrections or (addresses.CORRECT if CORRECT_FILE in hub.prose else addresses.CONTRIBUTE),
        mark=mark,
    )


def repository_links(settings: Settings, root: Path) -> list[Link]:
    """Return links to the forms of the repository on GitHub and to the folder of case studies; none without it."""
    if not settings.repository:
        return []
    forms = [
        Link(words, settings.form(file))
        for file, words in FORMS.items()
        if is_there(root, f".github/ISSUE_TEMPLATE/{file}")
    ]
    folder = f"{settings.repository}/tree/{settings.branch}/{CASE_STUDIES.folder}"
    return [*forms, Link("The folder with the case studies", folder)]


def _menu(hub: Hub) -> list[Link]:
    return [
        Link("Find", addresses.FIND),
        Link("Case studies", addresses.index(CASE_STUDIES)),
        *_part_links(hub, LEARNING_POINTS.id, SETBACKS, EVIDENCE, ORGANISATIONS),
        Link("Contribute", addresses.CONTRIBUTE),
    ]


def _footer(hub: Hub) -> list[LinkGroup]:
    """Return the parts of the hub in groups; the last ends with the pages that the settings name."""
    terms = (Link(kind.plural_label, addresses.index(kind)) for kind in VOCABULARY_KINDS)
    correct = [Link("Correct a page", addresses.CORRECT)] if CORRECT_FILE in hub.prose else []
    pages = ((words, hub.own_pages.get(f"docs/{file}")) for words, file, _ in hub.nav)
    links = ((words, page_link(page)) for words, page in pages if page)
    named = (Link(words or link.text, link.address) for words, link in links)
    groups = (
        LinkGroup("Browse", (*terms, *_part_links(hub, *BROWSED))),
        LinkGroup("Facts and figures", (*_part_links(hub, *LOOKED_UP), Link("Data", addresses.DATA))),
        LinkGroup(
            "Take part", (Link("Contribute", addresses.CONTRIBUTE), *correct, Link("Saved pages", addresses.SHORTLIST))
        ),
        LinkGroup("Help", (*_part_links(hub, GLOSSARY), *named)),
    )
    return [group for group in groups if group.links]


def _part_links(hub: Hub, *parts: str) -> list[Link]:
    return [PART_LINKS[part] for part in parts if part in hub.parts]
