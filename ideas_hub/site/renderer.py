"""A sheet becomes a page: its view meets its template."""

import hashlib
import io
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ideas_hub.model import addresses
from ideas_hub.engine.cache import code_version
from ideas_hub.engine.incremental import OutputFile
from ideas_hub.formats import markdown_copies
from ideas_hub.formats.page_meta import PageHeads
from ideas_hub.site.pages import PageSpec
from ideas_hub.model.card import Card
from ideas_hub.views.page import Page, Site

TEMPLATES = "overrides"
KEPT_CARDS = 20_000  # each at three or four depths


def template_environment(root: Path, compiled: Path | None = None) -> Environment:
    """Return the templates' environment: autoescape on, and a value that is not there is a mistake.

    compiled: a folder where templates wait as code for the next build.
    """
    environment = Environment(
        loader=FileSystemLoader(root / TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,  # each build has its own
    )
    environment.filters["markdown_text"] = markdown_copies.escape_markdown
    environment.globals["card_html"] = lru_cache(maxsize=KEPT_CARDS)(partial(_card_html, environment))
    return enable_bytecode_cache(environment, compiled)


def enable_bytecode_cache(environment: Environment, compiled: Path | None) -> Environment:
    """Let an environment keep its templates as code for the next build.  compiled: the folder for that; None: they are not kept."""
    if compiled:
        compiled.mkdir(parents=True, exist_ok=True)
        environment.bytecode_cache = FileSystemBytecodeCache(str(compiled))
    return environment


def _card_html(environment: Environment, card: Card, root: str) -> Markup:
    """Return an entry's card, which stands on a dozen lists and is the same on each of one depth."""
    made: Markup = environment.get_template("partials/parts.html").module.card(card, root)  # type: ignore[attr-defined]
    return made


@dataclass(frozen=True)
class Renderer:
    """Makes the pages of one site."""

    root: Path
    environment: Environment
    site: Site
    heads: PageHeads

    def page(self, sheet: PageSpec) -> OutputFile:
        """Return a page's file, which is rendered only when it is asked for."""
        shown = self._shown(sheet.page, sheet.view)
        return OutputFile(
            addresses.output_file(sheet.page.address), self.key(sheet.template, shown), partial(self._render, sheet.template, shown)
        )

    def render(self, template: str, page: Page, view: object) -> bytes:
        """Return a page's HTML.  template: below overrides/hub/."""
        return self._render(template, self._shown(page, view))

    def _render(self, template: str, shown: Mapping[str, Any]) -> bytes:
        found = self.environment.get_template(f"hub/{template}")
        return found.render(site=self.site, root=self._root_of(shown["page"]), **shown).encode()

    def key_of_page(self, template: str, page: Page, view: object, beside: object = None) -> bytes:
        """Return the digest of all that a page shows.  beside: what files that share its key show and the page does not."""
        return self.key(template, self._shown(page, view), beside)

    def _shown(self, page: Page, view: object) -> dict[str, object]:
        return {"page": page, "view": view, "meta": self.heads.meta(page, view), "cite": self.heads.cite(view)}

    def key(self, *shown: object) -> bytes:
        """Return the digest of what is shown, of the site around it, and of the templates and the code that show it."""
        return hashlib.sha256(self._around + stable_bytes(shown)).digest()

    @cached_property
    def _around(self) -> bytes:
        sources = (path.read_bytes() for path in sorted((self.root / TEMPLATES).rglob("*")) if path.is_file())
        digests = b"".join(hashlib.sha256(source).digest() for source in sources)
        return hashlib.sha256(code_version().encode() + digests + stable_bytes(self.site)).digest()

    def _root_of(self, page: Page) -> str:
        # GitHub Pages serves 404.html at any depth, so its links start from the site's own address
        at_any_depth = page.address == addresses.NOT_FOUND and self.site.url
        return f"/{self.site.url.split('/', 3)[3]}" if at_any_depth else page.root


def stable_bytes(value: object) -> bytes:
    """Return bytes that are the same for equal values made of dataclasses, tuples, mappings, text and numbers."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    pickler.fast = True  # without it the bytes also tell which equal parts happen to be one object
    pickler.dump(value)
    return out.getvalue()
