"""How a page lies on a screen: what its first screens hold, how long it is, and what it folds away."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}

LAYOUT = """() => {
  const main = document.querySelector("main")
  const screens = element => (element.getBoundingClientRect().top + scrollY) / innerHeight
  const words = element => {
    const range = new Range()
    range.setStart(main, 0)
    range.setEndBefore(element)
    return range.toString().trim().split(/\\s+/).length
  }
  const headings = [...main.querySelectorAll("h2")].map(heading => {
    const first = heading.parentElement.querySelector("li, p")
    return [heading.textContent.trim(), [screens(heading), words(heading), first ? screens(first) : 0]]
  })
  return {
    screens: document.documentElement.scrollHeight / innerHeight,
    folds: main.querySelectorAll("details").length,
    headings: Object.fromEntries(headings),
  }
}"""
"""Lengths in screens from the top; the words of a heading are those of the main part before it."""

IN_PRINT = """() => {
  const main = document.querySelector("main")
  const folded = main.innerText
  main.querySelectorAll("details").forEach(fold => { fold.open = true })
  return [folded, main.innerText]
}"""


@dataclass(frozen=True)
class Place:
    """Where a part begins: in screens from the top, in words of the main part; and where its first item begins."""

    screen: float
    words: int
    first_item: float


@dataclass(frozen=True)
class Layout:
    """A page on one screen: its length in screens, how many parts are folded, and where each heading stands."""

    screens: float
    folds: int
    headings: dict[str, Place]


def layout(page: Page, size: ViewportSize = PHONE) -> Layout:
    """Measure a page on a screen of this size."""
    page.set_viewport_size(size)
    found = page.evaluate(LAYOUT)
    return Layout(found["screens"], found["folds"], {name: Place(*place) for name, place in found["headings"].items()})


ANSWER = {"worked": "What helped", "did_not_work": "What did not work"}
"""What a case study opens on: the fields of its data, and their headings."""


def case_study_faults(page: Page, row: dict[str, Any]) -> list[str]:
    """Return what does not hold of a case study that opens on its answer."""
    phone, desk = layout(page), layout(page, DESK)
    limits = {"screens": (phone.screens, 9), "folds": (phone.folds, 4)}
    for title in (title for name, title in ANSWER.items() if row.get(name)):
        limits[f"screens before {title}"] = phone.headings[title].screen, 2
        limits[f"screens of a desk before {title}"] = desk.headings[title].first_item, 1
    if row.get("did_not_work"):
        limits["words before what did not work"] = phone.headings[ANSWER["did_not_work"]].words, 150
    return [f"{what}: {found:.4g}, at most {most}" for what, (found, most) in limits.items() if found > most]


def hidden_in_print(page: Page) -> bool:
    """Return whether a fold keeps words from paper; the page stays as it would be printed."""
    page.emulate_media(media="print")
    folded, unfolded = page.evaluate(IN_PRINT)
    return bool(folded != unfolded)
