"""Calls of functions whose modules are imported only when they are called."""

from functools import partial
from importlib import import_module
from typing import Any


def late(name: str, *arguments: object) -> "partial[Any]":
    """Return a call of one of the package's functions, "views.home.home_view", that imports its module.

    For what most builds reuse from the one before: importing all of it takes longer than they do otherwise.
    """
    return partial(_call, name, *arguments)


def _call(name: str, *arguments: object) -> Any:  # noqa: ANN401 whatever the function returns
    module, _, function = name.rpartition(".")
    return getattr(import_module(f"{__package__.partition('.')[0]}.{module}"), function)(*arguments)
