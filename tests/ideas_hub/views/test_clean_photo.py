"""The page that cleans photos hands over to its script what counts as what."""

import json
import re

from ideas_hub.model.hub import Hub
from ideas_hub.photos.accept import ENDINGS
from ideas_hub.views.clean_photo import clean_photo_view
from ideas_hub.views.page import Link


def test_the_page_takes_the_kinds_of_photo_that_the_hub_takes(hub: Hub) -> None:
    view = clean_photo_view(hub)

    assert view.page.address == "contribute/clean-photo/"
    assert view.page.breadcrumb == (Link("Home", ""), Link("Contribute", "contribute/"))
    assert view.kinds == "image/jpeg,image/png,image/webp,image/gif"
    assert {ending: ENDINGS[ending] for kind, _, _, ending in json.loads(view.rules)["signatures"]} == {
        ".jpg": "JPEG",
        ".png": "PNG",
        ".webp": "WEBP",
        ".gif": "GIF",
    }


def test_the_patterns_hold_nothing_that_only_python_reads(hub: Hub) -> None:
    """No named group, no flag in the pattern, no anchor of Python's own."""
    rules = json.loads(clean_photo_view(hub).rules)
    patterns = [rules["places"], rules["serials"], rules["encodersNote"], rules["xmp"]["telling"]]

    for pattern in (*patterns, *rules["needed"].values()):
        assert not re.search(r"\(\?(?!:|=|!)|\\[AZ]", pattern)
