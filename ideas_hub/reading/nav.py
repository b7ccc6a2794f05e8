"""The links of `nav` in mkdocs.yml: the last ones of the footer."""

from collections.abc import Iterator
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ideas_hub.model.page import NavLink
from ideas_hub.reading import text_file

SETTINGS_FILE = "mkdocs.yml"


def read_nav(root: Path) -> tuple[NavLink, ...]:
    """Return the links, without the headings between them; none if the file cannot be read, which MkDocs will say.

    Nodes, not values: tags such as `!ENV` mean something to MkDocs alone, and a node knows its line.
    """
    text, problems = text_file.read(root / SETTINGS_FILE, SETTINGS_FILE)
    try:
        settings = yaml.compose(text, yaml.CSafeLoader) if text_file.is_readable(problems) else None
    except yaml.YAMLError:
        settings = None
    pairs = settings.value if isinstance(settings, MappingNode) else []
    return tuple(link for key, value in pairs if key.value == "nav" for link in _links(value))


def _links(node: Node, words: str = "") -> Iterator[NavLink]:
    """Yield the links in a node; MkDocs lets them be nested as one likes."""
    if isinstance(node, ScalarNode) and node.value:
        yield NavLink(words, node.value, node.start_mark.line + 1)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _links(item)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _links(value, key.value)
