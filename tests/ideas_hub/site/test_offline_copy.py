"""ideas_hub/site/offline_copy.py: what changes in a page that is opened as a file, and what is left out."""

import os
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from ideas_hub.engine.atomic_folder import TargetError
from ideas_hub.engine.zip_file import ZIP_EPOCH, zipped
from ideas_hub.site.build import MARK
from ideas_hub.site.offline_copy import (
    offline_files,
    offline_page,
    refuse_target,
    to_file,
    write_offline_copy,
)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("./", "./index.html"),
        ("../../", "../../index.html"),
        ("..", "../index.html"),
        ("../themes/faith/", "../themes/faith/index.html"),
        ("../find/?q=a&amp;theme=b", "../find/index.html?q=a&amp;theme=b"),
        ("../sources/#fund", "../sources/index.html#fund"),
        ("../assets/hub.css", "../assets/hub.css"),
        ("index.md", "index.md"),
        ("#here", "#here"),
        ("?keep=a/", "?keep=a/"),
        ("", ""),
        ("https://hub.example/", "https://hub.example/"),
        ("mailto:?subject=a/", "mailto:?subject=a/"),
        ("//hub.example/", "//hub.example/"),
    ],
)
def test_a_link_to_a_folder_names_its_page(link: str, expected: str) -> None:
    """A file has no server that would find index.html; every other link stays as it is."""
    assert to_file(link) == expected


POLICY = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'{}">\n"""
MARKDOWN_LINK = '<link rel="alternate" type="text/markdown" href="index.md">\n'


def test_a_page_keeps_all_but_what_needs_a_server() -> None:
    """The policy also allows file:, the finder knows what folders are called, feeds and preloads go; words stay."""
    page = (
        POLICY.format("")
        + '<link rel="preload" href="a.woff2" as="font" type="font/woff2" crossorigin>\n'
        + '<link rel="alternate" type="application/atom+xml" title="New" href="../feed.xml">\n'
        + MARKDOWN_LINK
        + '<div data-find data-index=""><form action="./">'
        + '<a href="../">&#39;self&#39; href=&#34;../&#34;</a></form></div>'
    )

    assert offline_page(page) == (
        POLICY.format(" file:")
        + MARKDOWN_LINK
        + '<div data-find data-index="index.html"><form action="./index.html">'
        + '<a href="../index.html">&#39;self&#39; href=&#34;../&#34;</a></form></div>'
    )


def test_what_only_a_server_needs_is_left_out(tmp_path: Path) -> None:
    """Social cards, feeds of single lists, the page for unknown addresses, and redirects."""
    files = {
        "404.html": "",
        "a/card.png": "",
        "a/feed.xml": "",
        "a/index.html": "a",
        "a/index.md": "m",
        "c/1/index.html": '<script src="../../assets/redirect.123.js"></script>',
        "feed.xml": "f",
        "robots.txt": "",
        "sitemap.xml": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert [name for name, _ in offline_files(tmp_path)] == ["a/index.html", "a/index.md", "feed.xml"]


def test_the_copy_is_one_folder_in_a_zip(tmp_path: Path) -> None:
    """What is compressed already is stored as it is."""
    site, target = tmp_path / "site", tmp_path / "downloads/hub.zip"
    site.mkdir()
    (site / "index.html").write_text('<a href="a/">A</a>', encoding="utf-8")
    (site / "photo.webp").write_bytes(b"photo" * 100)

    size = write_offline_copy(site, target)

    assert size == target.stat().st_size
    with ZipFile(target) as archive:
        assert archive.namelist() == ["hub/index.html", "hub/photo.webp"]
        assert archive.read("hub/index.html") == b'<a href="a/index.html">A</a>'
        assert [entry.compress_type for entry in archive.infolist()] == [ZIP_DEFLATED, ZIP_STORED]


def test_the_same_files_give_the_same_zip_on_any_day() -> None:
    files = [("index.html", b"a"), ("a/index.html", b"b")]

    assert zipped(files, "hub", compress=True) == zipped(iter(files), "hub", compress=True)
    with ZipFile(BytesIO(zipped(files, "hub", compress=True))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {ZIP_EPOCH}


def test_a_copy_that_cannot_be_written_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    """The copy is replaced whole or not touched."""
    (tmp_path / "site").mkdir()
    target = tmp_path / "hub.zip"
    target.mkdir()

    with pytest.raises(OSError, match=r"hub\.zip"):
        write_offline_copy(tmp_path / "site", target)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hub.zip", "site"]


PLACES = {
    "there": "is a folder. Name a new file",
    "mine.txt": "is no copy that a build has made",
    "mine.zip": "is no copy that a build has made",
    "broken.zip": "is no copy that a build has made",
    "pipe": "is no ordinary file",
    "link": "is no ordinary file",
    "/dev/null": "is no ordinary file",
    "mine.txt/hub.zip": "Not a directory",
    "/proc/new/hub.zip": "Nothing can be written in /proc (",
    f"{'a' * 300}.zip": "File name too long",
    "a/" * 3000 + "hub.zip": "File name too long",
}


@pytest.mark.parametrize("place", PLACES)
def test_a_place_where_no_copy_can_or_may_be_written_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "mine.txt").write_text("my notes", encoding="utf-8")
    (tmp_path / "mine.zip").write_bytes(zipped([("a/hub.txt", b"mine")], "hub", compress=True))
    (tmp_path / "broken.zip").write_bytes(
        zipped([("hub.txt", MARK.start)], "hub", compress=False).replace(b"web", b"bew")
    )
    (tmp_path / "link").symlink_to("mine.txt")
    os.mkfifo(tmp_path / "pipe")
    before = sorted(tmp_path.iterdir())

    with pytest.raises((TargetError, OSError), match=re.escape(PLACES[place])):
        refuse_target(tmp_path / place)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", ["hub.zip", "renamed.zip", "new/folder/hub.zip", f"{'a' * 250}.zip"])
def test_a_copy_is_replaced_and_a_new_one_written(tmp_path: Path, name: str) -> None:
    """Whatever it is called now."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / MARK.name).write_bytes(MARK.start)
    write_offline_copy(tmp_path / "site", tmp_path / "hub.zip")
    (tmp_path / "renamed.zip").write_bytes((tmp_path / "hub.zip").read_bytes())

    refuse_target(tmp_path / name)
    write_offline_copy(tmp_path / "site", tmp_path / name)
    with ZipFile(tmp_path / name) as archive:
        assert archive.namelist() == [f"{Path(name).stem}/{MARK.name}"]
