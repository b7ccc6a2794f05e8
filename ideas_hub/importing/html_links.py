"""Links that lead somewhere from here, notes that something leads to, and words in the place of pictures and films."""

from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup

from ideas_hub.importing.html_parts import BLOCKS, tags
from ideas_hub.problem import excerpt

FILMS = ("iframe", "video", "audio", "embed", "source", "track")
MOST = 300  # characters of an address in a note


def tidy_pictures(tree: BeautifulSoup) -> Iterator[str]:
    """Take out pictures, films and the like, and yield a note on each."""
    for tag in tags(tree, ("img", *FILMS)):
        address = excerpt(tag.get("src") or tag.get("data-src") or tag.get("srcset") or "", MOST)
        words = " ".join(" ".join(dict.fromkeys(str(tag.get(name) or "") for name in ("alt", "title"))).split())
        what = "A picture" if tag.name == "img" else "A film or another page"
        if address or tag.name not in {"source", "track"}:
            yield f"{what} was left out: {address or 'without an address'}" + (f' ("{words}").' if words else ".")
        if tag.get_text(strip=True):
            tag.unwrap()
        else:
            tag.replace_with(" ")


def tidy_links(tree: BeautifulSoup, target_of: Callable[[str], str]) -> Iterator[str]:
    """Point each link to where it leads here; of one that leads nowhere the words stay, and a note has its address.

    target_of: returns the target, or "" for none.
    """
    for tag in tags(tree, ("a",)):
        href = " ".join(str(tag.get("href") or "").split())
        words = excerpt(tag.get_text(" "))
        target = target_of(href) if href else ""
        if target and words and tag.find([*BLOCKS]) is None and tag.find_parent("a") is None:
            tag.attrs = {
                "href": _written(target),
                **{name: value for name, value in tag.attrs.items() if name == "title"},
            }
            if target != href:
                yield f'The link "{words}" leads to {excerpt(target, MOST)} now; it was {excerpt(href, MOST)}.'
            continue
        if href:
            what = f'The words "{words}" are no longer a link' if words else "A link without words was left out"
            yield f"{what}: it led to {excerpt(href, MOST)}."
        tag.unwrap()


def _written(target: str) -> str:
    """Return a target in which no sign ends it too early for Markdown."""
    signs = " <>" if target.count("(") == target.count(")") else " <>()"
    return "".join(f"%{ord(sign):02X}" if sign in signs else sign for sign in target)


def tidy_notes(tree: BeautifulSoup) -> Iterator[str]:
    """Put the words of notes at the end; those that nothing leads to, or that are there twice, stay in the text."""
    mentioned = {tag.get("name") for tag in tags(tree, ("note",))}
    defined: set[str] = set()
    for tag in tags(tree, ("note_text",)):
        name = str(tag.get("name"))
        if name in mentioned and name not in defined:
            tree.append(tag.extract())
        else:
            yield f'Nothing linked to the note "{name}", so it is part of the text now.'
            tag.name = "div"
        defined.add(name)
    for tag in tags(tree, ("note",)):
        if tag.get("name") not in defined:
            tag.replace_with(f"[{tag.get('name')}]")
