"""ideas_hub/site/preview.py: each file is rendered when somebody asks for it."""

import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from ideas_hub.engine.incremental import OutputFile
from ideas_hub.site import preview as preview_module
from ideas_hub.site.context import BuildContext
from ideas_hub.site.output_groups import OutputGroup
from ideas_hub.site.preview import Preview, candidate_keys
from tests.ideas_hub.site.conftest import Edit


@pytest.fixture(scope="session")
def preview(context: BuildContext) -> Preview:
    return Preview(context)


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("case-studies/soldering/index.html", "Soldering together in Conwy</h1>"),
        ("case-studies/soldering/index.md", "# Soldering together in Conwy"),
        ("themes/tools-electrics/index.html", "<main"),
        ("index.html", "<main"),
        ("404.html", "There is no page at this address."),
        ("feed.xml", "<feed"),
        ("data/case-studies.json", "soldering"),
        ("llms.txt", "Soldering together in Conwy"),
    ],
)
def test_a_file_is_rendered_on_request(preview: Preview, path: str, part: str) -> None:
    content = preview.file(path)

    assert content
    assert part in content.decode()


def test_the_finder_s_page_names_a_file_of_the_search(preview: Preview) -> None:
    page = (preview.file("find/index.html") or b"").decode()
    (manifest,) = set(re.findall(r"search/index\.\w+\.js", page))

    assert preview.file(manifest)


@pytest.mark.parametrize(
    "path",
    ["case-studies/nowhere/index.html", "nowhere.html", "about/index.html", "../mkdocs.yml", "sitemap.xml", "", "/"],
)
def test_a_file_that_the_hub_does_not_write_is_none(preview: Preview, path: str) -> None:
    """MkDocs renders the prose pages, and a preview has no use for a sitemap."""
    assert preview.file(path) is None


def test_nothing_is_rendered_before_it_is_asked_for(context: BuildContext, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = one_group_each(monkeypatch, "a/", "b/")
    preview = Preview(context)
    assert asked == []

    assert preview.file("a/index.html") == b"a/"
    assert asked == ["listed a/", "rendered a/"]


def test_the_nearest_folder_is_looked_through_first(context: BuildContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of a thousand entries need not be read to find a page below it."""
    asked = one_group_each(monkeypatch, "", "a/", "a/b/")

    assert Preview(context).file("a/b/index.html") == b"a/b/"
    assert asked == ["listed a/b/", "rendered a/b/"]


def test_many_threads_may_ask_at_once(context: BuildContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each group of files is listed once, whoever asks first."""
    asked = one_group_each(monkeypatch, "a/", "b/")
    preview = Preview(context)
    paths = ["a/index.html", "b/index.html", "c/index.html"] * 20
    with ThreadPoolExecutor(8) as threads:
        contents = list(threads.map(preview.file, paths))

    assert contents == [b"a/", b"b/", None] * 20
    counts = Counter(asked)
    assert counts["listed a/"] == counts["listed b/"] == 1
    assert counts["rendered a/"] == 20


def one_group_each(monkeypatch: pytest.MonkeyPatch, *folders: str) -> list[str]:
    """Let a preview have a group for each folder, with its page; return the list of what becomes of them."""
    asked: list[str] = []

    def files(folder: str) -> Iterator[OutputFile]:
        def render() -> bytes:
            asked.append(f"rendered {folder}")
            return folder.encode()

        asked.append(f"listed {folder}")
        yield OutputFile(f"{folder}index.html", b"", render)

    groups = [OutputGroup(lambda folder=folder: files(folder), (folder,)) for folder in folders]  # type: ignore[misc]
    monkeypatch.setattr(preview_module, "output_groups", lambda *_: groups)
    return asked


def test_similar_entries_are_reused_while_no_facts_change(context: BuildContext, preview: Preview, edit: Edit) -> None:
    """Only facts make entries alike, and comparing all of them is what takes longest."""
    text = edit("case_studies/soldering.md", "People soldered", "People mended")
    assert Preview(text, preview).similar is preview.similar

    title = edit("case_studies/clock-club.md", "title: ", "title: Now ")
    assert Preview(title, preview).similar is title.similar


def test_an_edit_shows_in_the_next_preview(preview: Preview, edit: Edit) -> None:
    context = edit("case_studies/soldering.md", "People soldered", "People mended lamps")

    assert b"People mended lamps" in (Preview(context, preview).file("case-studies/soldering/index.html") or b"")
    assert b"People soldered" in (preview.file("case-studies/soldering/index.html") or b"")


def test_candidates_are_the_path_and_its_folders_the_nearest_first() -> None:
    assert candidate_keys("a/b/c.html") == ["a/b/c.html", "a/b/", "a/", ""]
    assert candidate_keys("c.html") == ["c.html", ""]
