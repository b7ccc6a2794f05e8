"""What texts may link to is what the pages have."""

from ideas_hub.model import addresses
from ideas_hub.repository.anchors import EVERYWHERE, listed_anchors, template_anchors
from ideas_hub.repository.load import load_repository
from tests.conftest import SMALL_HUB
from tests.site.page_reader import Pages

HEADINGS = {"h2", "h3"}


def test_every_heading_may_be_linked_to(pages: Pages) -> None:
    """A template cannot add a heading that `repository.anchors` does not know."""
    hub = load_repository(SMALL_HUB, cached=False).hub
    listed = listed_anchors(hub)
    missing = {}
    for document in hub.documents:
        address = (addresses.of_file(document.file) or "").partition("#")[0]
        known = {*EVERYWHERE, *document.article.anchors, *template_anchors(document), *listed.get(document.file, ())}
        ids = {element["id"] for element in pages[address].elements if element.tag in HEADINGS}
        if document.kind.id != "sources" and (unknown := ids - known - {""}):
            missing[address] = unknown
    assert missing == {}


def test_what_is_listed_stands_on_the_page_of_the_list(pages: Pages) -> None:
    """No link to it leads nowhere."""
    hub = load_repository(SMALL_HUB, cached=False).hub
    for file, anchors in listed_anchors(hub).items():
        if file in hub.pages:
            ids = {element["id"] for element in pages[addresses.of_file(file) or ""].elements}
            assert set(anchors) <= ids, file
