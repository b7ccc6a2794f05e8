"""scripts/lib/compare_sites.py: what a change does for readers, from two built sites."""

from pathlib import Path

import pytest
from compare_sites import compare, main, markdown_summary, read_site

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

    assert [page.address for page in changes.added] == ["c/"]
    assert [page.address for page in changes.removed] == ["b/"]
    assert [page.address for _, page in changes.changed] == ["a/"]
    assert changes.heavier == []


def test_a_new_menu_or_a_new_name_of_a_script_changes_no_page(tmp_path: Path) -> None:
    """The furniture of every page would else be listed for every page."""
    before = read_site(lay(tmp_path / "before", {"a/": "One"}))
    after = read_site(lay(tmp_path / "after", {"a/": "One"}, header="Another menu"))

    assert compare(before, after).changed == []


def test_a_page_with_a_larger_picture_is_heavier(tmp_path: Path) -> None:
    before = read_site(lay(tmp_path / "before", {"a/": "One"}))
    after = read_site(lay(tmp_path / "after", {"a/": "One"}, picture=50_000))

    ((light, heavy),) = compare(before, after).heavier

    assert heavy.weight - light.weight == 49_000
    assert "A page (\\/a\\/): 1 KB before, 49 KB now" in markdown_summary(compare(before, after))


def test_a_picture_s_new_name_changes_no_page(tmp_path: Path) -> None:
    """Names with a digest change whenever the file does, and readers do not see them."""
    before = read_site(lay(tmp_path / "before", {"a/": '<a href="x.0123456789.css">One</a>'}))
    after = read_site(lay(tmp_path / "after", {"a/": '<a href="x.9876543210.css">One</a>'}))

    assert compare(before, after).changed == []
    assert "No page says anything else than before." in markdown_summary(compare(before, after))


def test_of_many_pages_the_first_are_listed_and_the_rest_counted(tmp_path: Path) -> None:
    """A changed template changes every page."""
    after = read_site(lay(tmp_path / "after", {f"{number}/": "One" for number in range(53)}))

    summary = markdown_summary(compare({}, after))

    assert "### New pages (53)" in summary
    assert summary.count("- A page") == 50
    assert "- and 3 pages more" in summary


def test_the_text_of_an_article_counts_as_the_main_part(tmp_path: Path) -> None:
    """The prose pages have one, and no main element of their own; scripts in it are no text."""
    page = '<article id="mainContent"><article>In</article><script>no()</script>side</article><article>Out</article>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")

    assert read_site(tmp_path)[""].content == ["In", "side"]


def test_the_title_of_a_drawing_is_text_of_the_page(tmp_path: Path) -> None:
    page = "<title>Home</title><main><svg><title>Wales: 3 in all</title></svg></main>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")

    home = read_site(tmp_path)[""]

    assert (home.title, home.content) == ("Home", ["Wales:", "3", "in", "all"])


def test_a_script_inside_a_page_is_weighed_with_the_page(tmp_path: Path) -> None:
    """It has no address, and is no file of its own."""
    (tmp_path / "index.html").write_text("<script>no()</script>", encoding="utf-8")

    assert read_site(tmp_path)[""].weight == len("<script>no()</script>")


def test_a_redirect_is_no_page(tmp_path: Path) -> None:
    folder = lay(tmp_path / "after", {"a/": "One"})
    (folder / "old.html").write_text('<meta http-equiv="refresh" content="0; url=a/">', encoding="utf-8")

    assert list(read_site(folder)) == ["a/"]


def test_a_title_cannot_act_as_markdown_or_html(tmp_path: Path) -> None:
    title = "**bold** @everyone [x](https://evil.example) &lt;b&gt; | # ::error::"
    after = read_site(lay(tmp_path / "after", {"a/": "One"}, title=title))

    (row,) = [row for row in markdown_summary(compare({}, after)).splitlines() if "bold" in row]

    assert row == (r"- \*\*bold\*\* \@everyone \[x\]\(https\:\/\/evil.example\) &lt;b&gt; \| \# \:\:error\:\: (\/a\/)")


def test_without_the_old_site_the_summary_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tmp_path / "after", {"a/": "One"})

    assert main([str(tmp_path / "before"), str(tmp_path / "after")]) == 0

    summary = capsys.readouterr().out
    assert "nothing to compare with" in summary
    assert "Now it has 1 page.\n" in summary


def test_the_summary_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, after = (lay(tmp_path / name, {"a/": name}) for name in ("before", "after"))

    assert main([str(before), str(after)]) == 0

    assert capsys.readouterr().out.startswith("## What changes for readers\n\nThe site has 1 page.\n")


def test_without_a_new_site_there_is_nothing_to_compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(lay(tmp_path / "before", {"a/": "One"})), str(tmp_path / "none")]) == 2
    assert capsys.readouterr().err == "There is no new site to compare.\n"
