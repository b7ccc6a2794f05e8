"""ideas_hub/site/output_groups.py: what each group of files depends on."""

from dataclasses import replace
from itertools import chain

import pytest

from ideas_hub.model.document import FileLink
from ideas_hub.site.build import output_groups
from ideas_hub.site.context import BuildContext
from ideas_hub.site.entry_groups import entry_groups
from ideas_hub.site.output_groups import OutputGroup, feed_group
from ideas_hub.site.renderer import Renderer
from ideas_hub.site.settings import Settings
from tests.conftest import SITE_URL
from tests.ideas_hub.site.conftest import Edit

STUDY = "case-studies/soldering/"


def keys_of_entries(context: BuildContext) -> dict[str, bytes]:
    """Return the key of each entry's page and of its Markdown copy; nothing is rendered."""
    groups = entry_groups(Renderer(context), context.similar)
    return {path: key for group in groups for path, key, _ in group.files()}


def changed(before: BuildContext, after: BuildContext) -> set[str]:
    """Return the entry files that would be rendered again."""
    old, new = keys_of_entries(before), keys_of_entries(after)
    return {path for path in old.keys() & new.keys() if old[path] != new[path]}


def group_of(path: str, context: BuildContext) -> OutputGroup:
    """Return the one group that has a path."""
    (group,) = [group for group in output_groups(Renderer(context), context.similar) if path in group.paths]
    return group


def test_a_case_study_s_text_changes_its_page_its_copy_and_its_text_in_small_alone(edit: Edit) -> None:
    before = edit("case_studies/soldering.md", "mended a torch", "mended a torch")
    after = edit("case_studies/soldering.md", "mended a torch", "mended a lamp")

    assert changed(before, after) == {f"{STUDY}index.html", f"{STUDY}index.md", f"{STUDY}text.js"}


def test_a_programme_s_text_changes_its_own_page_and_every_case_study_s(edit: Edit) -> None:
    """A case study's key has all content except case studies; that of another kind has what its own page shows."""
    before = keys_of_entries(edit("docs/programmes/skills-days.md", "\n---\n", "\n---\n"))
    after = keys_of_entries(edit("docs/programmes/skills-days.md", "\n---\n", "\n---\nOne more sentence.\n"))
    changed = {path for path in before if before[path] != after[path]}

    assert "programmes/skills-days/index.html" in changed
    assert {path.rpartition("/")[0] for path in changed} == {
        "programmes/skills-days",
        *(path.rpartition("/")[0] for path in before if path.startswith("case-studies/")),
    }


def test_a_link_in_a_copy_is_in_its_key(context: BuildContext) -> None:
    """The copy shows the text as it was written, which may differ where the page does not."""
    programme = context.hub.programmes["skills-days"]
    relinked = replace(programme, links=(*programme.links, FileLink("docs/about.md", "about.md", 9)))
    hub = replace(context.hub, programmes={**context.hub.programmes, "skills-days": relinked})

    assert changed(context, replace(context, hub=hub)) == {
        "programmes/skills-days/index.html",
        "programmes/skills-days/index.md",
        "programmes/skills-days/text.js",
    }


def test_a_new_number_changes_the_page_that_cites_it(edit: Edit) -> None:
    before = edit("published.csv", "10,", "10,")
    after = edit("published.csv", "10,", "17,")

    assert f"{STUDY}index.html" in changed(before, after)
    assert "case-studies/clock-club/index.html" not in changed(before, after)


@pytest.mark.parametrize(
    ("path", "text", "facts"),
    [
        ("index.html", False, True),
        ("data/", False, True),
        ("search/", True, True),
        (STUDY, True, True),
        ("llms.txt", False, True),
        ("feed.xml", True, True),
        ("find/places/", False, True),
    ],
)
def test_a_group_is_reused_while_its_inputs_are_the_same(
    edit: Edit,
    path: str,
    *,
    text: bool,
    facts: bool,
) -> None:
    """text, facts: whether a change of a case study's text, or of its title, changes the group's key."""
    before = edit("case_studies/soldering.md", "mended a torch", "mended a torch")
    reworded = edit("case_studies/soldering.md", "mended a torch", "mended a lamp")
    retitled = edit("case_studies/soldering.md", "title: ", "title: Now ")

    keys = [first_key(path, context) for context in (before, reworded, retitled)]

    assert keys[0] != b""
    assert (keys[1] != keys[0], keys[2] != keys[1]) == (text, facts)


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("case_studies/clock-club.md", "title: ", "title: Now ", False),  # it has no project, so it lies nowhere
        ("docs/themes/mending-clothes.md", "label: ", "label: Now ", False),
        ("docs/evidence.yml", "figures:", "figures:  # counted twice", False),
        ("docs/places.csv", "52.91", "52.92", True),
        ("docs/regions/mid-wales.md", "label: ", "label: All of ", True),
        ("docs/projects/projects.csv", "53.3,", "53.4,", True),
        ("docs/find/places.md", "Choose", "Take", True),
    ],
)
def test_places_depend_on_places_projects_and_regions_alone(
    edit: Edit, file: str, old: str, new: str, *, expected: bool
) -> None:
    before, after = edit(file, old, old), edit(file, old, new)

    assert (first_key("find/places/", before) != first_key("find/places/", after)) is expected


def first_key(path: str, context: BuildContext) -> bytes:
    groups = output_groups(Renderer(context), context.similar)
    return next(group.key for group in groups if path in group.paths)


def test_only_pages_for_readers_are_indexed(context: BuildContext) -> None:
    groups = output_groups(Renderer(context), context.similar)
    indexed = set(chain.from_iterable(group.paths for group in groups if group.indexed))

    assert {STUDY, "index.html", "find/index.html", "data/"} <= indexed
    assert {"", "llms.txt"}.isdisjoint(indexed)


def test_an_empty_spreadsheet_is_offered_to_contributors(context: BuildContext) -> None:
    files = {path: render() for path, _, render in group_of("contribute/", context).files()}

    assert set(files) == {"contribute/case-studies-template.csv", "contribute/review.csv"}


def test_social_cards_are_drawn_for_a_site_with_an_address(
    context: BuildContext, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They have workers of their own, as each takes long."""
    monkeypatch.setattr("ideas_hub.formats.social_cards.draw", lambda card: card.title.encode())
    with_cards = replace(edit("mkdocs.yml", "docs", "docs"), settings=Settings(url=SITE_URL))
    (cards,) = [group for group in output_groups(Renderer(with_cards), with_cards.similar) if group.parallel]
    files = {path: render() for path, _, render in cards.files()}

    assert files[f"{STUDY}card.png"] == b"Soldering together in Conwy"
    assert not any(group.parallel for group in output_groups(Renderer(context), context.similar))


def test_the_paths_of_all_feeds_are_known_before_any_is_rendered(context: BuildContext) -> None:
    group = feed_group(Renderer(context))

    assert len(set(group.paths)) == len(group.paths) == 2 * len(context.page_heads.feeds)
    assert [file.path for file in group.files()] == [*group.paths]


def test_an_entry_s_text_changes_only_the_feeds_that_have_it_in_full(edit: Edit) -> None:
    before, after = (
        {path: key for path, key, _ in feed_group(Renderer(context)).files()}
        for context in (
            edit("case_studies/soldering.md", "mended a torch", "mended a torch"),
            edit("case_studies/soldering.md", "mended a torch", "mended a lamp"),
        )
    )

    assert {path for path in before if before[path] != after[path]} == {
        "feed.xml",
        "feed.json",
        "case-studies/feed.xml",
        "case-studies/feed.json",
    }
