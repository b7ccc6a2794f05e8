"""ideas_hub/site/prose.py: the pages of prose are rendered again when something that they depend on has changed."""

from dataclasses import replace

import pytest

from ideas_hub.site.context import BuildContext
from ideas_hub.site.prose import prose_key
from ideas_hub.site.renderer import Renderer
from tests.ideas_hub.site.conftest import Edit

PROGRAM = b"a program"


@pytest.mark.parametrize(
    ("file", "old", "new", "same"),
    [
        ("case_studies/soldering.md", "People soldered", "People mended", True),
        ("case_studies/soldering.md", "title: ", "title: Now ", True),
        ("docs/about.md", "\n---\n", "\n---\nOne more sentence.\n", False),
        ("docs/about.md", "title: ", "title: Now ", False),
        ("overrides/main.html", "{%", "{# #}{%", False),
    ],
)
def test_prose_pages_are_rendered_again_only_when_they_change(
    edit: Edit, file: str, old: str, new: str, *, same: bool
) -> None:
    """MkDocs renders them all at once, which takes a second."""
    before = prose_key(Renderer(edit(file, old, old)), PROGRAM)
    after = prose_key(Renderer(edit(file, old, new)), PROGRAM)

    assert (after == before) is same


def test_a_renamed_site_or_another_program_renders_them_again(context: BuildContext) -> None:
    renamed = replace(context, settings=replace(context.settings, name="Another hub"))

    keys = {prose_key(Renderer(one), program) for one in (context, renamed) for program in (PROGRAM, b"another")}

    assert len(keys) == 4
