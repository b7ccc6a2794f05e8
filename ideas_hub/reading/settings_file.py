"""The settings that the hub reads from mkdocs.yml itself, with their lines; the others it takes from MkDocs.

What MkDocs makes of a setting it says itself.  Nodes, not values: tags such as `!ENV` mean something to MkDocs alone,
and a node knows its line.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ideas_hub.model.page import NavLink
from ideas_hub.problem import Problem
from ideas_hub.reading import text_file
from ideas_hub.reading.front_matter import parse_yaml

SETTINGS_FILE = "mkdocs.yml"
MKDOCS_TAG = re.compile(r"(?<=: )![A-Za-z]\S*")
ENVIRONMENT = "!ENV"
NULL = "tag:yaml.org,2002:null"


class Setting(NamedTuple):
    """A setting as it is written.  text: None for a list, or for more settings below its name."""

    text: str | None
    line: int


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """What the hub reads from the settings.

    nav: its links, without the headings between them.
    contact: below `extra`, by name; the name "" has what stands there instead of named settings.
    contact_line: 0 if there is no such setting.
    """

    site_name: str = ""
    nav: tuple[NavLink, ...] = ()
    contact: Mapping[str, Setting] = field(default_factory=dict)
    contact_line: int = 0


def read_settings_file(root: Path) -> tuple[SettingsFile, list[Problem]]:
    """Return the settings, and why they cannot be read."""
    text, problems = text_file.read(root, SETTINGS_FILE)
    if not text_file.is_readable(problems):
        return SettingsFile(), problems
    try:
        node = yaml.compose(text, yaml.CSafeLoader)
    except yaml.YAMLError:
        in_yaml = parse_yaml(MKDOCS_TAG.sub(" ", text), SETTINGS_FILE).problems
        return SettingsFile(), [*problems, *(in_yaml or [_no_settings("it cannot be read as settings.")])]
    if not isinstance(node, MappingNode):
        return SettingsFile(), [*problems, _no_settings("there are no settings in it.")]
    settings = _named(node)
    contact = _named(settings.get("extra")).get("contact")
    return SettingsFile(
        _text(settings["site_name"]) or "" if "site_name" in settings else "",
        tuple(_links(settings["nav"])) if "nav" in settings else (),
        _contact(contact) if contact else {},
        _line(contact) if contact else 0,
    ), problems


def _no_settings(message: str) -> Problem:
    return Problem(SETTINGS_FILE, 0, message, rule="settings", fix="Take the file back from git.")


def _named(node: Node | None) -> dict[str, Node]:
    """Return what stands below each name in a node."""
    pairs = node.value if isinstance(node, MappingNode) else ()
    return {key.value: value for key, value in pairs if isinstance(key, ScalarNode)}


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1


def _links(node: Node, words: str = "") -> Iterator[NavLink]:
    """Yield the links in a node; MkDocs lets them be nested as one likes."""
    if isinstance(node, ScalarNode) and node.value:
        yield NavLink(words, node.value, _line(node))
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _links(item)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _links(value, key.value)


def _contact(node: Node) -> dict[str, Setting]:
    if isinstance(node, MappingNode):
        return {name: Setting(_text(value), _line(value)) for name, value in _named(node).items()}
    return {"": Setting(_text(node), _line(node))} if _text(node) != "" else {}


def _text(node: Node) -> str | None:
    """Return the text of a setting, "" if it is empty; one from the environment is found as MkDocs finds it."""
    if node.tag == ENVIRONMENT:
        names = node.value if isinstance(node, SequenceNode) else [node]
        default = _text(names[-1]) if len(names) > 1 and isinstance(names[-1], ScalarNode) else ""
        variables = [str(one.value) for one in (names[:-1] or names)]
        return next((os.environ[name] for name in variables if name in os.environ), default)
    if not isinstance(node, ScalarNode):
        return None
    return "" if node.tag == NULL else str(node.value)
