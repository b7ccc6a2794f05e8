"""Cache keys: digests of everything that determines a value, part by part, each part with its name."""

import io
import pickle
import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("jinja2", "nh3", "pydantic", "pyromark", "pystemmer", "python-frontmatter", "pyyaml")
"""The libraries that shape what this package stores: the one thing that the engine knows of its users."""


def make_key(**parts: object) -> bytes:
    """Return the SHA-256 of named parts: the same parts have the same key in every build.

    parts: dataclasses, records, tuples, mappings, text, bytes and numbers.  No sets: their order changes.
    """
    out = io.BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    pickler.fast = True  # no memoisation, so that equal values pickle to equal bytes
    pickler.dump(parts)
    return sha256(out.getvalue()).digest()


@cache
def code_version() -> str:
    """Return a digest of the source of the package around this one, of the interpreter and of LIBRARIES.

    Computed once: a process that runs on keeps the version it started with.
    """
    digest = sha256()
    package = Path(__file__).parent.parent
    for path in sorted(path for path in package.rglob("*") if path.suffix in {".py", ".yml", ".json", ".txt"}):
        digest.update(path.read_bytes())
    digest.update(" ".join([sys.version, *(f"{name} {version(name)}" for name in LIBRARIES)]).encode())
    return digest.hexdigest()
