"""The pages of prose, which another program renders: what they depend on, and how a build asks for them."""

from collections.abc import Callable
from typing import NamedTuple

from ideas_hub.site.renderer import Renderer


class ProsePages(NamedTuple):
    """The pages of prose.

    program: digest of the program that renders them, and of its settings.
    render: writes them into the site's folder, and deletes what else is in it.
    """

    program: bytes
    render: Callable[[], None]


def prose_key(renderer: Renderer, program: bytes) -> bytes:
    """Return the digest of all that the prose pages depend on.

    program: see `ProsePages`.
    """
    context = renderer.context
    pages = [context.prose_page(file) for file in context.hub.prose]
    inputs = [(page, context.page_heads.meta(page), context.hub.prose[page.source].article.html) for page in pages]
    return renderer.key(pages=inputs, links=context.repository_links, program=program)
