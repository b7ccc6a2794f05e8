"""Links from one page of the site to another: they are relative, and so work wherever the site is."""

import posixpath
from functools import lru_cache


@lru_cache(maxsize=20_000)  # a page's menu alone asks for twenty, the same on every page of a folder
def relative(target: str, page: str) -> str:
    """Return the link from one page to an address; "./" for the page itself."""
    path, hash_sign, fragment = target.partition("#")
    if hash_sign and path == page:
        return f"#{fragment}"
    here, there = page.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    link = "../" * (len(here) - shared) + "/".join(there[shared:])
    return f"{link or './'}{hash_sign}{fragment}"


def resolved(link: str, page: str) -> str | None:
    """Return the address that a link on a page leads to, the inverse of `relative`; None if it leads out of the site.

    The fragment stays: "#n" on "evidence/" is "evidence/#n".
    """
    path, hash_sign, fragment = link.partition("#")
    if ":" in path.partition("/")[0] or path.startswith("/"):
        return None
    if not path:
        return f"{page}{hash_sign}{fragment}"
    target = posixpath.normpath(posixpath.join(page if page.endswith("/") else posixpath.dirname(page), path))
    if target.startswith(".."):
        return None
    folder = "" if target == "." else target + ("/" if path.endswith(("/", ".")) else "")
    return f"{folder}{hash_sign}{fragment}"
