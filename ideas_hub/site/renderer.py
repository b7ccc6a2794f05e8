"""Render pages with Jinja, and compute their cache keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol
from xml.sax.saxutils import escape

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from ideas_hub.engine.file_cache import FileCache
from ideas_hub.engine.incremental import OutputFile
from ideas_hub.engine.key import code_version, make_key
from ideas_hub.formats.markdown_copies import escape_markdown
from ideas_hub.model import addresses
from ideas_hub.model.card import Card
from ideas_hub.model.languages import has_right_to_left
from ideas_hub.reading.files import list_files, read_file
from ideas_hub.repository.design import TEMPLATES
from ideas_hub.site.context import BuildContext
from ideas_hub.views.page import Page

CARDS_CACHED = 20_000  # each at three or four depths


class View(Protocol):
    """What a page shows, whichever page it is."""

    @property
    def page(self) -> Page:
        """Its title, address and breadcrumb."""


def template_environment(root: Path, bytecode_dir: Path | None = None) -> Environment:
    """Return the Jinja environment: autoescape on, undefined names are errors.

    bytecode_dir: see `enable_bytecode_cache`.
    """
    environment = Environment(
        loader=FunctionLoader(partial(_template, root)),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,  # each build has its own
    )
    environment.filters["markdown_text"] = escape_markdown
    environment.filters["xml_text"] = _xml_text
    environment.tests["right_to_left"] = has_right_to_left
    for shape in ("card", "line"):
        environment.globals[f"{shape}_html"] = lru_cache(maxsize=CARDS_CACHED)(partial(_card_html, environment, shape))
    return enable_bytecode_cache(environment, bytecode_dir)


def _template(root: Path, name: str) -> tuple[str, str, None] | None:
    """Return a template's text and path; None if there is none, or if it is no ordinary file."""
    file = f"{TEMPLATES}/{name}"
    content = None if ".." in name.split("/") else read_file(root, file)
    return (content.decode(), str(root / file), None) if isinstance(content, bytes) else None


def enable_bytecode_cache(environment: Environment, folder: Path | None) -> Environment:
    """Let an environment store compiled templates in a folder for later builds; None changes nothing."""
    if folder:
        environment.bytecode_cache = _StoredBytecode(FileCache(folder))
    return environment


class _StoredBytecode(BytecodeCache):
    """Compiled templates, each with a checksum; Jinja's own file store stops at a damaged one."""

    def __init__(self, files: FileCache) -> None:
        self._files = files

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is stored, if anything."""
        if stored := self._files.get(bucket.key):
            bucket.bytecode_from_string(stored)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store a template that was compiled."""
        self._files.put(bucket.key, bucket.bytecode_to_string())


def _xml_text(text: str) -> Markup:
    """Return text for an XML element, in which quotes stay as they are."""
    return Markup(escape(text))  # noqa: S704 escaped


def _card_html(environment: Environment, shape: str, card: Card, root: str) -> Markup:
    """Return the HTML of a card, whole or as a line; cached, because it appears on many lists of the same depth."""
    html: Markup = getattr(environment.get_template("partials/parts.html").module, shape)(card, root)
    return html


@dataclass(frozen=True)
class Renderer:
    """Renders the pages of one build."""

    context: BuildContext

    @cached_property
    def environment(self) -> Environment:
        return template_environment(self.context.root, self.context.bytecode_dir("hub"))

    def page(self, template: str, view: View) -> OutputFile:
        """Return a page's output file; it is rendered only when needed.

        template: its path below overrides/hub/.
        """
        variables = self._variables(view)
        path, key = addresses.output_file(view.page.address), self.key(template=template, **variables)
        return OutputFile(path, key, partial(self._render, template, variables))

    def render(self, template: str, view: View) -> bytes:
        return self._render(template, self._variables(view))

    def _render(self, template: str, variables: Mapping[str, Any]) -> bytes:
        root, site = self._root_of(variables["page"]), self.context.site
        return self.environment.get_template(f"hub/{template}").render(site=site, root=root, **variables).encode()

    def _variables(self, view: View) -> dict[str, object]:
        page, heads = view.page, self.context.page_heads
        return {"page": page, "view": view, "meta": heads.meta(page, view), "cite": heads.cite(page)}

    def key(self, **parts: object) -> bytes:
        """Return the key of what is made from these parts, and from the site, the templates and the code."""
        return make_key(rendering=self._rendering, **parts)

    @cached_property
    def _rendering(self) -> bytes:
        root = self.context.root
        templates = [
            sha256(repr(read_file(root, file)).encode()).digest() for file in list_files(root, TEMPLATES).files
        ]
        return make_key(code=code_version(), templates=templates, site=self.context.site)

    def _root_of(self, page: Page) -> str:
        # GitHub Pages serves 404.html at any depth, so its links start from the site's own address
        url = self.context.site.url
        return f"/{url.split('/', 3)[3]}" if url and page.address == addresses.NOT_FOUND else page.root
