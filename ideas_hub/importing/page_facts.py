"""The facts above the text of a page of another system, in YAML, TOML or JSON, as words by name."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import TypeAlias

import yaml

from ideas_hub.problem import excerpt

Fact: TypeAlias = str | tuple[str, ...]
"""Words as written, or several of them."""

MOST_FACTS = 300
MOST_WORDS = 3_000  # values, those within lists apart
MAX_DEPTH = 20
MOST_WITHIN = 100  # values within each other that are loaded at all
BLOCKS = (
    re.compile(r"---[ \t]*\n(?P<facts>.*?)\n?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL),
    re.compile(r"\+\+\+[ \t]*\n(?P<facts>.*?)\n?\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL),
    re.compile(r"(?P<facts>\{[ \t]*\n.*?\n\})[ \t]*(?:\n|\Z)", re.DOTALL),
)
LOOSE = re.compile(r"^(?P<name>[A-Za-z][\w-]*)[ \t]*[:=][ \t]*(?P<value>.*)$")
LOOSE_ITEM = re.compile(r"^[ \t]+-[ \t]+(.*)$|^-[ \t]+(.*)$")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was found.

    file: its path in the folder, with forward slashes.
    facts: by name; text: below them.
    notes: on what of it could not be read.
    """

    file: str
    facts: Mapping[str, Fact]
    text: str
    notes: tuple[str, ...] = ()

    def items(self, name: str) -> tuple[str, ...]:
        """Return the items of a fact, one of a single value, none of one that it does not have."""
        fact = self.facts.get(name, ())
        return _items(fact)


def _items(fact: Fact) -> tuple[str, ...]:
    return fact if isinstance(fact, tuple) else (fact,)


RESOLVED = {"tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"}
KINDS_OF_NODE = {yaml.ScalarNode: "str", yaml.SequenceNode: "seq", yaml.MappingNode: "map"}


class _Loader(yaml.CSafeLoader):
    """Reads dates, numbers and what has a tag of a program as the words that they are written in."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> object:  # noqa: FBT001, FBT002 as PyYAML has it
        if not node.tag.startswith("tag:yaml.org,2002:"):
            node.tag = f"tag:yaml.org,2002:{KINDS_OF_NODE[type(node)]}"
        return super().construct_object(node, deep)


_Loader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in found if tag in RESOLVED]
    for sign, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def split_page(text: str) -> tuple[dict[str, Fact], str, list[str]]:
    """Return the facts of a page by their names, its text, and notes.

    What is within another fact is named after both: "photo.alt".  A page without facts has its text alone.
    """
    text = text.lstrip("\ufeff").replace("\r\n", "\n")
    block = next(filter(None, (pattern.match(text) for pattern in BLOCKS)), None)
    if not block:
        return {}, text, []
    body = text[block.end() :]
    try:
        values = _loaded(text[:1], block["facts"])
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        loose = dict(_loose_facts(block["facts"]))
        reason = excerpt(str(error).partition("\n")[0])
        return loose, body, [f"Its facts are not written as they should be ({reason}), so that some may be missing."]
    facts: dict[str, Fact] = {}
    for name, fact in islice(_flat(values), MOST_WORDS):
        facts[name] = (*_items(facts[name]), *_items(fact)) if name in facts else fact
    return facts, body, [f"Only the first {MOST_FACTS} of its facts were read."] if len(facts) >= MOST_FACTS else []


def _loaded(sign: str, facts: str) -> Mapping[str, object]:
    """Return the values of a block of facts.  Raises ValueError or yaml.YAMLError if they cannot be read."""
    if sign == "+":
        return tomllib.loads(facts)
    if sign == "{":
        values = json.loads(facts)
    else:
        _refuse_yaml(facts)
        values = yaml.load(facts, _Loader)  # noqa: S506 a safe loader
    if not isinstance(values, dict | None):
        raise TypeError("they are no names with values")
    return values or {}


def _refuse_yaml(facts: str) -> None:
    """Raise ValueError for values used twice, or nested so deeply that the loader would end the program."""
    depth = 0
    for event in yaml.parse(facts, yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or depth > MOST_WITHIN:
            message = "a value is used twice, or nested too deeply"
            raise ValueError(message)


def _flat(values: Mapping[str, object], within: str = "", depth: int = 0) -> Iterator[tuple[str, Fact]]:
    """Yield each fact with its name, what is within another after it; empty ones are left out."""
    count = 0
    for name, value in values.items():
        if (count := count + 1) > MOST_FACTS or depth > MAX_DEPTH:
            return
        path = f"{within}{name}"
        if isinstance(value, dict):
            yield from _flat(value, f"{path}.", depth + 1)
        elif isinstance(value, list | tuple):
            items = tuple(filter(None, map(_words, value[:MOST_FACTS])))
            yield from [(path, items)] if items else []
            for inner in value[:MOST_FACTS]:
                if isinstance(inner, dict):
                    yield from _flat(inner, f"{path}.", depth + 1)
                elif isinstance(inner, list | tuple):
                    yield from _flat({str(name): inner}, within, depth + 1)
        elif words := _words(value):
            yield path, words


def _words(value: object) -> str:
    """Return a value as words; "" for none and for what has parts of its own."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _loose_facts(facts: str) -> Iterator[tuple[str, Fact]]:
    """Yield what can be read of facts that are not written as they should be: a name, a colon, and words."""
    name, items = "", list[str]()
    for row in [*facts.split("\n"), "end:"]:
        if fact := LOOSE.match(row):
            if name and items:
                yield name, tuple(items)
            name, items = fact["name"], []
            if words := fact["value"].strip().strip("\"'"):
                yield name, words
                name = ""
        elif name and (item := LOOSE_ITEM.match(row)):
            items.append((item[1] or item[2]).strip().strip("\"'"))
