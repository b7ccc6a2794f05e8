"""A folder of pages of another system becomes drafts; every change is printed, and a second time nothing changes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.commands import new
from ideas_hub.reading.front_matter import parse_page

PAGES = {
    "2024-03-05-socks.md": "---\ntitle: Socks\ndescription: We mend.\ntags: [sewing]\n---\n\n"
    "{% include x.html %}\n\n# Socks\n\nOne.",
    "more/lamps.md": "---\ntitle: Lamps\ntags: [sewing, podcast]\n---\n\nSee [socks](../2024-03-05-socks.md).",
    "notes.txt": "no page",
}
MAP = """\
terms:
  sewing: mending-clothes
always:
  organisation: A group
  place: Bangor
  region: north-wales
  communities: [newcomers]
"""

Give = Callable[..., tuple[int, str, str]]


@pytest.fixture
def give(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Give:
    """Give the command pages and a map, and return its exit status and what it printed and named."""

    def run_command(pages: dict[str, str], page_map: str | None = MAP) -> tuple[int, str, str]:
        folder = tmp_path / "old"
        for file, text in pages.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(text, encoding="utf-8")
        folder.mkdir(exist_ok=True)
        (tmp_path / "map.yml").write_text(page_map or "", encoding="utf-8")
        with_map = [] if page_map is None else ["--map", str(tmp_path / "map.yml")]
        status = new.main(["--from-markdown", str(folder), *with_map], root)
        return status, *capsys.readouterr()

    return run_command


def test_each_page_becomes_a_draft_that_the_check_accepts(give: Give, root: Path) -> None:
    status, printed, errors = give(PAGES)

    assert (status, errors) == (0, "")
    socks = parse_page((root / "case_studies/socks.md").read_text(encoding="utf-8"), "case_studies/socks.md")
    lamps = (root / "case_studies/lamps.md").read_text(encoding="utf-8")
    assert (socks.values["themes"], socks.body.strip()) == (["mending-clothes"], "One.")
    assert "See [socks](socks.md)." in lamps
    assert printed.startswith(
        "Written: case_studies/socks.md\n"
        "  For an editor: Markup of another system was left out: {% include x.html %}\n"
        "  For an editor: The first heading repeated the title, and was left out.\n"
        "Written: case_studies/lamps.md\n"
        '  For an editor: "podcast" (tags) is none of our themes or communities.\n'
    )
    assert "Must be fixed" not in printed


def test_the_same_pages_again_change_nothing(give: Give, root: Path) -> None:
    give(PAGES)
    before = {path: path.read_bytes() for path in (root / "case_studies").glob("*.md")}

    status, printed, _ = give(PAGES)

    assert status == 0
    assert printed.startswith(
        "Unchanged: case_studies/socks.md\nUnchanged: case_studies/lamps.md\nNothing was written."
    )
    assert {path: path.read_bytes() for path in (root / "case_studies").glob("*.md")} == before


def test_a_map_that_comes_later_brings_the_drafts_of_before_up_to_date(give: Give, root: Path) -> None:
    """A page is known by its path, whatever its title, so that two of one title stay two."""
    pages = {"a/tea.md": "---\ntitle: Tea\n---\nOne.", "b/tea.md": "---\ntitle: Tea\n---\nTwo."}
    give(pages, page_map=None)

    status, printed, _ = give({**pages, "b/tea.md": "---\ntitle: Hot tea\n---\nThree."})

    assert status == 0
    changed = [row for row in printed.splitlines() if row.startswith(("Updated", "Written"))]
    assert changed == ["Updated: case_studies/tea.md", "Updated: case_studies/tea-2.md"]
    assert "title: Hot tea" in (root / "case_studies/tea-2.md").read_text(encoding="utf-8")
    assert not (root / "case_studies/hot-tea.md").exists()


def test_without_a_map_one_to_start_from_is_printed(give: Give) -> None:
    status, printed, _ = give(PAGES, page_map=None)

    assert status == 0
    assert "kind: case-study\n" in printed
    assert "  # title: on 2 pages, read as title\n" in printed
    assert "  # sewing: an-id\n" in printed


def test_a_map_with_a_mistake_writes_nothing(give: Give, root: Path) -> None:
    before = sorted((root / "case_studies").iterdir())

    status, printed, errors = give(PAGES, page_map="kind: story")

    assert (status, printed) == (1, "Nothing was written.\n")
    assert errors.startswith('map.yml:1: kind: "story" is not a kind that a page can become.')
    assert sorted((root / "case_studies").iterdir()) == before


def test_a_folder_without_pages_is_told(give: Give) -> None:
    assert give({}) == (1, "Nothing was written.\n", "old: there is no page of Markdown in it.\n")


def test_a_page_that_cannot_be_read_is_told_and_the_others_are_written(give: Give, root: Path) -> None:
    status, printed, errors = give({**PAGES, "deep.md": "<div>" * 5_000})

    assert status == 1
    assert errors == "deep.md: its parts are nested too deeply to be read.\n"
    assert "Written: case_studies/socks.md" in printed


def test_pages_may_become_another_kind(give: Give, root: Path) -> None:
    status, printed, _ = give({"a.md": "---\ntitle: Tea\n---\nWe met over tea."}, page_map="kind: idea")

    assert status == 0
    assert "Written: docs/ideas/tea.md" in printed


def test_a_folder_that_is_not_there_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        new.main(["--from-markdown", "nowhere"], root)

    assert ended.value.code == 2
    assert "there is no folder nowhere" in capsys.readouterr().err
