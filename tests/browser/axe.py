"""axe-core, and what it has to find on a page: nothing."""

from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

WCAG: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {rule: {"enabled": True} for rule in ("label-content-name-mismatch", "target-size")},
}
CONTRAST: dict[str, Any] = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""What may change with the colours."""
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
ENLARGED = "html { font-size: 200% !important }"
"""What readers may do to text (WCAG 1.4.12 and 1.4.4)."""

WITH_STYLE = """css => {
  document.adoptedStyleSheets = [new CSSStyleSheet()]
  document.adoptedStyleSheets[0].replaceSync(css)
}"""
MISNAMED = """[...document.querySelectorAll("a[aria-label], button[aria-label]")].filter(control => {
  const words = text => text.toLowerCase().replace(/[^\\p{L}\\p{N}]+/gu, " ").trim()
  const lines = control instanceof SVGElement ? [...control.querySelectorAll("text")].map(line => line.textContent) : []
  const shown = lines.join(" ") || control.innerText || ""
  return control.checkVisibility() && !words(control.ariaLabel).includes(words(shown))
}).map(control => control.outerHTML.slice(0, 120))"""
"""Controls that have another name than the words that they show: axe does not look into drawings."""


def violations(page: Page, options: dict[str, Any] = WCAG) -> list[str]:
    """Return what breaks WCAG 2.2 A or AA, or axe's best practice: the rule and the element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8"))
    found = page.evaluate(
        "options => axe.run(options).then(results => results.violations)", options | {"resultTypes": ["violations"]}
    )
    return [f"{rule['id']}: {node['target']} {node['html'][:120]}" for rule in found for node in rule["nodes"]]


def is_too_wide(page: Page, style: str = "") -> bool:
    """Return whether the page scrolls sideways, with a reader's own style if one is given."""
    page.evaluate(WITH_STYLE, style)
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
