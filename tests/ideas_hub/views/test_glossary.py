"""The glossary."""

from ideas_hub.model.hub import Hub
from ideas_hub.views.glossary import glossary_view


def test_words_are_in_alphabetical_order_with_what_they_mean(hub: Hub) -> None:
    view = glossary_view(hub)

    assert view.page.address == "glossary/"
    assert [word.term for _, word in view.words] == ["Darning", "Fixer", "PAT", "Repair café"]
    assert view.words[0] == ("darning", hub.glossary["darning"])
    assert view.words[3][1].more == "Most are free, and have a tin for coins."
