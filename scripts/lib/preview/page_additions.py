"""What each page of the preview has beside what readers will see.

The script is a file of its own, so that the pages' security policy holds in the preview too.
"""

import html
from collections.abc import Sequence
from pathlib import Path

from ideas_hub.problem import Problem, printable
from preview.live_site import Site

FOLDER = Path(__file__).parent
OWN_FILES = {name: (FOLDER / name).read_bytes() for name in ("preview.js", "preview.css")}
"""Content by path below the site's root."""

RENDERING_FAILED = (
    b"<!doctype html><html lang=en><title>Preview</title><body><h1>This page could not be rendered</h1>"
    b"<p>The reason is in the terminal where the preview was started.</p></body></html>"
)


def with_additions(page: bytes, site: Site) -> bytes:
    """Return a page with the list of what must be fixed, and the script that loads it again after a change."""
    before, body, after = page.partition(b"</body>")
    style = '<link rel="stylesheet" href="/preview.css">'
    script = f'<script src="/preview.js" data-token="{site.token}"></script>'
    return before + f"{style}{problem_panel(site.preview.context.blocking)}{script}".encode() + body + after


def problem_panel(problems: Sequence[Problem]) -> str:
    """Return the HTML that lists what must be fixed; "" if there is nothing."""
    if not problems:
        return ""
    rows = "".join(f"<li>{html.escape(printable(str(problem)))}</li>" for problem in problems)
    heading = f"<h2>{len(problems)} to mend before this can be published</h2>"
    return f'<section id="previewProblems" role="alert" tabindex="0">{heading}<ul>{rows}</ul></section>'
