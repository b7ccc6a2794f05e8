"""What a change does for readers, told from two built sites."""

from __future__ import annotations

from pathlib import Path

import pytest
from compare_sites import as_summary, compare, main, read_site

PAGE = """<!doctype html><html><head><title>{title}</title><link rel="stylesheet" href="{root}assets/hub.css">
<script src="{root}assets/hub.0123456789.js"></script></head><body><header>{header}</header>
<main><h1>{title}</h1><p>{words}</p><img src="{root}images/a.webp" alt="A park"></main></body></html>"""


def lay(
    folder: Path, pages: dict[str, str], *, picture: int = 1000, header: str = "Menu", title: str = "A page"
) -> Path:
    """Write a site whose pages have these words, by address."""
    for address, words in pages.items():
        path = folder / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        root = "../" * address.count("/") or "./"
        path.write_text(PAGE.format(title=title, words=words, header=header, root=root), encoding="utf-8")
    (folder / "images").mkdir()
    (folder / "images/a.webp").write_bytes(b"x" * picture)
    return folder


def test_pages_that_came_went_and_changed_are_listed(tmp_path: Path) -> None:
    before = read_site(lay(tmp_path / "before", {"": "Home", "a/": "One", "b/": "Two"}))
    after = read_site(lay(tmp_path / "after", {"": "Home", "a/": "Another", "c/": "Three"}))

    changes = compare(before, after)

    assert [
        [change.address for change in some] for some in (changes.added, changes.gone, changes.changed, changes.heavier)
    ] == [
        ["c/"],
        ["b/"],
        ["a/"],
        [],
    ]


def test_a_new_menu_or_a_new_name_of_a_script_changes_no_page(tmp_path: Path) -> None:
    """What stands around every page would else be told for every page."""
    before = read_site(lay(tmp_path / "before", {"a/": "One"}))
    after = read_site(lay(tmp_path / "after", {"a/": "One"}, header="Another menu"))

    assert compare(before, after).changed == ()


def test_a_page_with_a_larger_picture_is_heavier(tmp_path: Path) -> None:
    before = read_site(lay(tmp_path / "before", {"a/": "One"}))
    after = read_site(lay(tmp_path / "after", {"a/": "One"}, picture=50_000))

    (heavier,) = compare(before, after).heavier

    assert heavier.after - heavier.before == 49_000
    assert "A page (\\/a\\/): 1 KB before, 49 KB now" in as_summary(compare(before, after))


def test_a_page_that_leads_on_is_no_page(tmp_path: Path) -> None:
    folder = lay(tmp_path / "after", {"a/": "One"})
    (folder / "old.html").write_text('<meta http-equiv="refresh" content="0; url=a/">', encoding="utf-8")

    assert list(read_site(folder)) == ["a/"]


def test_a_title_cannot_act_as_markdown_or_html(tmp_path: Path) -> None:
    title = "**bold** @everyone [x](https://evil.example) &lt;b&gt; | # ::error::"
    after = read_site(lay(tmp_path / "after", {"a/": "One"}, title=title))

    (row,) = [row for row in as_summary(compare({}, after)).splitlines() if "bold" in row]

    assert row == (r"- \*\*bold\*\* \@everyone \[x\]\(https\:\/\/evil.example\) &lt;b&gt; \| \# \:\:error\:\: (\/a\/)")


def test_an_old_site_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tmp_path / "after", {"a/": "One"})

    assert main([str(tmp_path / "before"), str(tmp_path / "after"), "--summary", str(tmp_path / "summary.md")]) == 0
    assert "nothing to compare with" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert main([str(tmp_path / "after"), str(tmp_path / "none")]) == 2
    assert capsys.readouterr().err == "There is no new site to compare.\n"
