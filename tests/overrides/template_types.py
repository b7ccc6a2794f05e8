"""What a template asks of its values: each attribute, followed through loops, macros, imports and includes."""

import inspect
import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes

from ideas_hub.views.evidence_links import EvidenceLink
from ideas_hub.views.figures import FigureView
from ideas_hub.views.page import Fact, Link
from ideas_hub.views.setbacks import SetbackView
from ideas_hub.views.tools import QuestionGroup
from ideas_hub.views.trails import StepView
from tests.conftest import ROOT

TEMPLATES = ROOT / "overrides"
UNKNOWN = Any
"""The type of what cannot be followed: the result of a filter, a value of JSON."""

ROW_OF_SHAPE: Mapping[str, type] = {
    "sentence": str,
    "bullets": str,
    "setbacks": SetbackView,
    "facts": Fact,
    "figures": FigureView,
    "amounts": FigureView,
    "evidence": EvidenceLink,
    "links": Link,
    "questions": QuestionGroup,
    "steps": StepView,
    "web_pages": str,
    "body": str,
}
"""What a section lists, by its shape."""


@dataclass(frozen=True)
class Macros:
    """The macros of a template that was imported."""

    of: "Template"


@dataclass(frozen=True)
class Table:
    """A mapping written in a template: of shapes to macros, or of ids to classes."""

    values: Mapping[object, nodes.Node]


@dataclass
class Findings:
    """What was asked of each class, and what it does not have, as "Class.attribute in template"."""

    used: set[tuple[type, str]] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    walked: set[object] = field(default_factory=set)


def element_of(kind: Any) -> Any:
    """Return the type of the elements of a tuple, a list or a mapping's values."""
    args = get_args(kind)
    if get_origin(kind) in (tuple, list):
        return args[0]
    return args[-1] if args and issubclass(get_origin(kind) or object, Mapping) else UNKNOWN


def without_none(kind: Any) -> Any:
    if isinstance(kind, types.UnionType) or get_origin(kind) is Union:
        left = [one for one in get_args(kind) if one is not type(None)]
        return left[0] if len(left) == 1 else UNKNOWN
    return kind


def attribute_of(alias: Any, name: str) -> Any:
    """Return the type of a field or property, or of what a method returns.  Raises: AttributeError."""
    owner = get_origin(alias) or alias
    own = getattr(owner, name) if name not in get_type_hints(owner) else None
    hints = get_type_hints(own.fget if isinstance(own, property) else own) if own is not None else None
    kind = hints.get("return", UNKNOWN) if hints is not None else get_type_hints(owner)[name]
    given = dict(zip(getattr(owner, "__parameters__", ()), get_args(alias), strict=False))
    return without_none(given.get(kind, kind))  # the facts of a Document[Source] are those of a source


class Template:
    """A template, to be read with the types of its values."""

    def __init__(self, name: str, source: str | None = None) -> None:
        self.name = name
        text = (TEMPLATES / name).read_text(encoding="utf-8") if source is None else source
        self.tree = Environment(autoescape=True, trim_blocks=True).parse(text)
        self.macros = {macro.name: macro for macro in self.tree.find_all(nodes.Macro)}

    def read(self, values: Mapping[str, Any], findings: Findings) -> None:
        """Add what the template asks of these values, given as name and type."""
        _Reader(self, dict(values), findings).block(self.tree.body)


class _Reader:
    def __init__(self, template: Template, values: dict[str, Any], findings: Findings) -> None:
        self.template, self.values, self.findings = template, values, findings

    def block(self, body: list[nodes.Node]) -> None:
        for node in body:
            self.statement(node)

    def statement(self, node: nodes.Node) -> None:
        match node:
            case nodes.Macro():
                return  # read where it is called, with the types of what it is given
            case nodes.Import(template=nodes.Const(value=name), target=target):
                self.values[target] = Macros(Template(name))
            case nodes.Include(template=nodes.Const(value=name)) | nodes.Extends(template=nodes.Const(value=name)):
                Template(name).read(self.values, self.findings)
            case nodes.Assign(target=nodes.Name(name=name), node=value):
                self.values[name] = self.expression(value)
            case nodes.For():
                self.loop(node)
            case nodes.Expr():
                self.expression(node)
            case _:
                self.block(list(node.iter_child_nodes()))

    def loop(self, node: nodes.For) -> None:
        element = element_of(self.expression(node.iter))
        targets = [node.target] if isinstance(node.target, nodes.Name) else list(node.target.iter_child_nodes())
        parts = [element] if len(targets) == 1 else list(get_args(element)) or [UNKNOWN] * len(targets)
        self.values |= {target.name: part for target, part in zip(targets, parts, strict=True)}  # type: ignore[attr-defined]
        if node.test:
            self.expression(node.test)
        self.block([*node.body, *node.else_])

    def expression(self, node: nodes.Node) -> Any:
        match node:
            case nodes.Name(name=name):
                return self.values.get(name, self.template.macros.get(name, UNKNOWN))
            case nodes.Getattr(node=owner, attr=attribute):
                return self.attribute(self.expression(owner), attribute)
            case nodes.Getitem(node=owner, arg=key):
                self.expression(key)
                found = self.expression(owner)
                return found if isinstance(found, Table) else element_of(found)
            case nodes.Dict(items=items):
                return Table({pair.key.as_const(): pair.value for pair in items})
            case nodes.Call():
                return self.call(node)
        for child in node.iter_child_nodes():
            self.expression(child) if isinstance(child, nodes.Expr) else self.statement(child)
        return UNKNOWN

    def attribute(self, alias: Any, name: str) -> Any:
        if isinstance(alias, Macros):
            return (alias, name)
        if not inspect.isclass(owner := get_origin(alias) or alias) or owner is UNKNOWN or owner in (str, tuple):
            return UNKNOWN
        if name not in get_type_hints(owner) and not hasattr(owner, name):
            self.findings.missing.add(f"{owner.__name__}.{name} in {self.template.name}")
            return UNKNOWN
        self.findings.used.add((owner, name))
        return attribute_of(alias, name)

    def call(self, node: nodes.Call) -> Any:
        target = self.expression(node.node)
        given = [self.expression(argument) for argument in node.args]
        for argument in node.kwargs:
            self.expression(argument.value)
        if isinstance(target, Table):  # a macro for each shape of section
            for shape, row in ROW_OF_SHAPE.items():
                self.macro(self.template, self.expression(target.values[shape]), [tuple[row, ...]])  # type: ignore[valid-type]
        elif isinstance(target, nodes.Macro):
            self.macro(self.template, target, given)
        elif isinstance(target, tuple):
            module, name = target
            self.macro(module.of, module.of.macros[name], given)
        else:
            return target  # a method: its type is what it returns
        return UNKNOWN

    def macro(self, template: Template, macro: nodes.Macro, given: list[Any]) -> None:
        """Read a macro with the types of its arguments, once for each."""
        key = (template.name, macro.name, *map(repr, given))
        if key not in self.findings.walked:
            self.findings.walked.add(key)
            names = [argument.name for argument in macro.args]
            known = self.values if template is self.template else {}
            _Reader(template, {**known, **dict(zip(names, given, strict=False))}, self.findings).block(macro.body)
