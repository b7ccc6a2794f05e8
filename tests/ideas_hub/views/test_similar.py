"""Similar entries, with the reason in words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment

from ideas_hub.model.hub import Hub
from ideas_hub.repository.load import read_hub
from ideas_hub.search.similarity import Similar, Similarity, TermRef
from ideas_hub.views.entries import entry_view
from ideas_hub.views.entry_page import EntryExtras
from ideas_hub.views.page import Link
from ideas_hub.views.similar import SimilarView, reason, similar_views, term_phrase

Reasons = Callable[..., dict[str, str]]


@pytest.fixture
def reasons(tree: Path) -> Reasons:
    """Leave one case study, write variants of it, and return the reasons for those similar to it, by title."""
    for study in (tree / "case_studies").glob("*.md"):
        if study.stem != "soldering":
            study.unlink()

    def read(**changes: dict[str, str]) -> dict[str, str]:
        first = (tree / "case_studies/soldering.md").read_text()
        for name, replaced in changes.items():
            text = first
            for old, new in {"Soldering together in Conwy": name.capitalize(), **replaced}.items():
                assert old in text
                text = text.replace(old, new)
            (tree / f"case_studies/{name}.md").write_text(text)
        hub = read_hub(tree)[0]
        similar = Similarity(hub).similar_to(hub.case_studies["soldering"])
        return {one.link.text: one.reason for one in similar_views(similar, hub)}

    return read


def test_the_reason_names_what_both_have_in_common(reasons: Reasons) -> None:
    """Shared terms as readers know them, the rarest first."""
    found = reasons(
        boats={
            "themes: [tools-electrics, mending-clothes]": "themes: [tools-electrics]",
            "region: north-wales": "region: mid-wales",
        },
        songs={
            "themes: [tools-electrics, mending-clothes]": "themes: [mending-clothes]",
            "[newcomers]": "[young-newcomers]",
        },
    )
    assert found == {
        "Boats": "Also for newcomers; about tools and electrics; soldering",
        "Songs": "Also about mending clothes, in North Wales and soldering",
    }


def test_every_entry_with_a_shared_term_has_a_reason(hub: Hub) -> None:
    similarity = Similarity(hub)
    found = [one for entry in hub.entries for one in similarity.similar_to(entry)]

    assert sum(bool(one.terms) for one in found) > len(found) / 2
    assert all(reason(one, hub).startswith("Also ") == bool(one.terms) for one in found)


def test_without_a_shared_term_there_is_no_reason(hub: Hub) -> None:
    assert reason(Similar("case-studies/soldering/", 0.5, ()), hub) == ""


def test_a_reason_names_three_terms_at_most(hub: Hub) -> None:
    terms = (
        ("communities", "newcomers"),
        ("communities", "gone"),
        ("delivery", "face-to-face"),
        ("regions", "north-wales"),
        ("activities", "darning"),
    )
    similar = Similar("case-studies/soldering/", 0.5, terms)

    assert reason(similar, hub) == "Also for newcomers, face to face and in North Wales"


@pytest.mark.parametrize(
    ("term", "phrase"),
    [
        (("themes", "mending-clothes"), "about mending clothes"),
        (("regions", "gone"), ""),
        (("activities", "darning"), "darning"),
        (("activities", "gone"), ""),
        (("topics", "safety"), "about safety"),
        (("topics", "gone"), ""),
        (("delivery", "on-the-road"), "on the road"),
        (("delivery", "gone"), ""),
    ],
)
def test_a_term_reads_as_it_follows_also(hub: Hub, term: TermRef, phrase: str) -> None:
    assert term_phrase(term, hub) == phrase


def test_the_page_shows_title_and_reason_as_text(hub: Hub, templates: Environment) -> None:
    similar = SimilarView(Link("Home <b>", ""), "Also online & <b>")
    view = entry_view(hub.case_studies["soldering"], hub, EntryExtras(similar=(similar,)))
    html = templates.get_template("hub/similar.html").render(view=view, root="../../")

    assert '<a href="../../" dir="auto">Home &lt;b&gt;</a>' in html
    assert '<p class="small" dir="auto">Also online &amp; &lt;b&gt;</p></li>' in html


def test_the_page_has_no_empty_line_in_place_of_a_reason(hub: Hub, templates: Environment) -> None:
    similar = SimilarView(Link("Home", ""), "")
    view = entry_view(hub.case_studies["soldering"], hub, EntryExtras(similar=(similar,)))

    html = templates.get_template("hub/similar.html").render(view=view, root="../../")

    assert '<a href="../../" dir="auto">Home</a></li>' in html


def test_entries_that_share_a_partner_on_record_say_with_whom(hub: Hub) -> None:
    assert term_phrase(("partners", "second-slice"), hub) == "with Second Slice Society"
