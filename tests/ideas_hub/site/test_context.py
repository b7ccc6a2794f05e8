"""ideas_hub/site/context.py: which change of the content changes which digest."""

from dataclasses import replace
from pathlib import Path

import pytest

from ideas_hub.model.register import Register
from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.site.settings import Settings
from tests.ideas_hub.site.conftest import Edit

STUDY, TERM = "case_studies/soldering.md", "docs/communities/newcomers.md"


def test_the_same_content_has_the_same_digests(context: BuildContext, edited_root: Path) -> None:
    """Wherever the repository is, and whether it was read or cached."""
    again = load_context(edited_root)

    assert (again.docs_digest, again.facts_digest) == (context.docs_digest, context.facts_digest)


def test_a_case_study_s_text_changes_neither_digest(context: BuildContext, edit: Edit) -> None:
    """Lists, data and citations do not show it, so an edit renders none of them again."""
    edited = edit(STUDY, "People soldered", "People mended")

    assert edited.facts_digest == context.facts_digest


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (STUDY, "title: Soldering", "title: Now soldering"),
        (TERM, "\n---\n", "\n---\nOne more sentence.\n"),
        ("docs/about.md", "\n---\n", "\n---\nOne more sentence.\n"),
        ("docs/vocabulary.yml", "label: ", "label: Another "),
        ("published.csv", "10,", "17,"),
    ],
)
def test_any_other_change_changes_the_facts_digest(
    context: BuildContext, edit: Edit, file: str, old: str, new: str
) -> None:
    edited = edit(file, old, new)

    assert edited.facts_digest != context.facts_digest
    assert (edited.docs_digest != context.docs_digest) is file.startswith("docs/")


def test_without_a_register_the_facts_have_a_digest_too(context: BuildContext) -> None:
    assert replace(context, register=Register()).facts_digest != context.facts_digest


def test_a_page_of_the_guide_leads_back_to_contribute(context: BuildContext) -> None:
    page = context.hub.prose["docs/contribute/index.md"]
    prose = {**context.hub.prose, "docs/contribute/style.md": replace(page, file="docs/contribute/style.md")}
    guide = replace(context, hub=replace(context.hub, prose=prose))

    def breadcrumb(file: str) -> list[str]:
        return [link.address for link in guide.prose_page(file).breadcrumb]

    assert breadcrumb("docs/contribute/style.md") == ["", "contribute/"]
    assert breadcrumb("docs/contribute/index.md") == breadcrumb("docs/about.md") == [""]


def test_compiled_templates_are_stored_only_with_a_cache(context: BuildContext, edited_root: Path) -> None:
    """The hub's and the theme's apart: they share files, which compile differently under each one's options."""
    cached = load_context(edited_root)

    assert context.bytecode_dir("hub") is None
    assert cached.bytecode_dir("hub") == edited_root / ".cache/templates/hub"
    assert cached.bytecode_dir("theme") != cached.bytecode_dir("hub")


def test_a_prose_page_has_its_title_its_address_and_the_way_to_it(context: BuildContext) -> None:
    page = context.prose_page("docs/about.md")

    assert (page.address, page.source) == ("about/", "docs/about.md")
    assert page.title == context.hub.prose["docs/about.md"].facts.title
    assert [link.address for link in page.breadcrumb] == [""]


def test_the_site_names_its_assets(context: BuildContext) -> None:
    """By the name that templates use, with the address that changes with the content."""
    by_name, contents = context.assets

    assert context.site.assets == by_name
    assert by_name["hub.css"] in contents


def test_settings_are_those_of_the_caller(context: BuildContext) -> None:
    renamed = replace(context, settings=Settings(name="Another hub"))

    assert renamed.site.name == "Another hub"
    assert renamed.page_heads.site is renamed.site


def test_without_settings_there_is_no_address(edited_root: Path) -> None:
    assert load_context(edited_root).site.url == ""
