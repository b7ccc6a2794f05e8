"""scripts/lib/compare_sites.py: what a change does for readers, from two built sites."""

from pathlib import Path

import pytest
from compare_sites import Edit, compare, main, markdown_summary
from site_pages import Page, read_site

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
    assert [page.address for page, _ in changes.changed] == ["a/"]
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
    assert "No page reads differently." in markdown_summary(compare(before, after))


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

    assert read_site(tmp_path)[""].own == ["In side"]


def test_the_title_of_a_drawing_is_text_of_the_page(tmp_path: Path) -> None:
    page = "<title>Home</title><main><svg><title>Wales: 3 in all</title></svg></main>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")

    home = read_site(tmp_path)[""]

    assert (home.title, home.own) == ("Home", ["Wales: 3 in all"])


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


def edits_of(before: str, after: str) -> list[tuple[str, str]]:
    """Return what changes in the words of one page, given as HTML, before and after."""
    sites = []
    for words in (before, after):
        page = Page("a/", title="A page")
        page.feed(f"<main>{words}</main>")
        sites.append({"a/": page})
    return [(edit.before, edit.after) for _, edits in compare(*sites).changed for edit in edits]


@pytest.mark.parametrize(
    ("before", "after", "edits"),
    [
        ("<p>168 people</p>", "<p>175 people</p>", [("168 people", "175 people")]),
        (
            "<p>In all, said the group, 168 people came to its walks in the park.</p>",
            "<p>In all, said the group, 175 people came to its walks in the park.</p>",
            [("… all, said the group, 168 people came to its …", "… all, said the group, 175 people came to its …")],
        ),
        ("<p>One</p>", "<p>One</p><p>Two more</p>", [("", "Two more")]),
        ("<p>One</p><p>Two</p>", "<p>Two</p>", [("One", "")]),
        ("<p>One</p><p>Two</p>", "<p>Two</p><p>One</p>", []),
        ("<p>A <b>bold</b> word</p>", "<p>A bold word</p>", []),
        ("<p>We met <br>twice</p>", "<p>We met <br>often</p>", [("We met twice", "We met often")]),
    ],
)
def test_what_a_page_says_is_told_before_and_after(before: str, after: str, edits: list[tuple[str, str]]) -> None:
    """With a few words around it; what only moved is no change of words."""
    assert edits_of(before, after) == edits


def test_a_change_of_one_figure_is_told_once_though_the_page_has_it_three_times() -> None:
    before = "<p>168 people</p><p>The 168 people met.</p><dl><dd>168 people</dd></dl>"

    assert edits_of(before, before.replace("168", "175")) == [("168 people", "175 people")]


def test_pages_that_only_list_or_count_what_changed_are_counted(tmp_path: Path) -> None:
    """Not one row for each list whose cards moved."""
    card = '<div class="cards"><h2>{1} stories</h2><article class="card"><h3>{0}</h3></article></div>'
    card += '<p class="total">{1} entries</p><div class="table due"><table><tr><td>{0}</td></tr></table></div>'
    before = read_site(lay(tmp_path / "before", {"list/": card.format("One", 1), "one/": "168 people"}))
    after = read_site(lay(tmp_path / "after", {"list/": card.format("Two", 2), "one/": "175 people"}))

    changes = compare(before, after)
    summary = markdown_summary(changes)

    assert [page.address for page, _ in changes.changed] == ["one/"]
    assert changes.listing == 1
    assert "before: 168 people<br>now: 175 people" in summary
    assert "1 page changed only in lists, counts or links." in summary
    assert "list/" not in summary


def test_a_change_that_two_pages_say_is_told_on_the_first(tmp_path: Path) -> None:
    before = read_site(lay(tmp_path / "before", {"a/": "168 people", "b/": "All 168 people"}))
    after = read_site(lay(tmp_path / "after", {"a/": "175 people", "b/": "All 175 people"}))

    ((page, edits),) = compare(before, after).changed

    assert (page.address, edits) == ("a/", [Edit("168 people", "175 people", ("168", "175"))])


def test_changed_words_cannot_act_as_markdown_or_html(tmp_path: Path) -> None:
    before = read_site(lay(tmp_path / "before", {"a/": "One"}))
    after = read_site(lay(tmp_path / "after", {"a/": "[x](https://evil.example) &lt;b&gt; @everyone"}))

    summary = markdown_summary(compare(before, after))

    assert r"\[x\]\(https\:\/\/evil.example\) &lt;b&gt; \@everyone" in summary


def test_pages_that_are_published_already_are_links(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A new page has no address there yet."""
    before = lay(tmp_path / "before", {"a/": "One"})
    after = lay(tmp_path / "after", {"a/": "Two", "b/": "New"})

    assert main([str(before), str(after), "--address", "https://hub.example/ideas"]) == 0

    summary = capsys.readouterr().out
    assert r"([\/a\/](https://hub.example/ideas/a/))" in summary
    assert r"(\/b\/)" in summary
