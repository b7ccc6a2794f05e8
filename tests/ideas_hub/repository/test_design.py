"""Of the design only known kinds are published, and none that runs or tells more than it should."""

from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from ideas_hub.problem import Severity
from ideas_hub.repository.design import find_stray_illustrations, find_template_problems, read_assets
from tests.conftest import ROOT
from tests.ideas_hub.photos.conftest import saved

MARK = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def named_png() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Jo Smith")
    return saved(Image.new("RGB", (32, 32)), "PNG", pnginfo=texts)


def asset(root: Path, name: str, content: bytes | str) -> str:
    """Put one file into the assets, and return what is wrong with it; "" if it is published."""
    path = root / "docs/assets" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assets, problems = read_assets(root)
    assert len(assets) + len(problems) == 1
    assert all(problem.file == f"docs/assets/{name}" and problem.fix for problem in problems)
    return str(problems[0]) if problems else ""


def test_all_assets_and_templates_of_this_repository_are_fine() -> None:
    assets, problems = read_assets(ROOT)

    assert {"css/hub.css", "img/mark.svg", "js/finder.js", "fonts/OFL.txt"} <= set(assets)
    assert (problems, list(find_template_problems(ROOT))) == ([], [])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("css/hub.css", "a{}"),
        ("js/hub.js", "1"),
        ("fonts/hub.woff2", b"wOF2rest"),
        ("img/favicon.ico", b"\0\0\1\0\1\0"),
        ("img/mark.png", saved(Image.new("RGB", (32, 32)), "PNG")),
        ("OFL.txt", "Licence \u00a9"),
    ],
)
def test_the_kinds_that_a_site_needs_are_published(tmp_path: Path, name: str, content: bytes | str) -> None:
    assert asset(tmp_path, name, content) == ""


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("photo.jpg", b"\xff\xd8\xff", "Photos belong in case_studies/images"),
        ("photo.heic", b"\0\0\0\x18ftypheic", "this is a HEIC picture; a photo is a JPEG, PNG, WebP or GIF"),
        ("secret.env", "TOKEN=1", "this kind of file is not published from here"),
        ("page.html", "<script>1</script>", "this kind of file is not published from here"),
        ("README", "x", "this kind of file is not published from here"),
        ("old.svgz", b"\x1f\x8b", "this kind of file is not published from here"),
        ("MARK.SVG", "x", "this kind of file is not published from here"),
        ("img/mark.png", named_png(), "the picture holds hidden details: names or words (Author)"),
        ("img/mark.png", b"<html>", "it is not a .png file"),
        ("img/favicon.ico", b"<html>", "it is not a .ico file"),
        ("fonts/hub.woff2", b"OTTO", "it is not a .woff2 file"),
        ("css/hub.css", b"a{}\xff", "it is not a text in UTF-8"),
        ("js/hub.js", b"1\0", "it is not a text in UTF-8"),
        ("css/a*b.css", "a{}", "its name cannot be a part of an address"),
        ("css/a b.css", "a{}", "its name cannot be a part of an address"),
        (f"css/{'a' * 200}.css", "a{}", "its name cannot be a part of an address"),
        ("css/hub.css", b"a" * (2 * 1024 * 1024 + 1), "it has 2.0 MB; the limit is 2 MB"),
    ],
)
def test_anything_else_is_refused(tmp_path: Path, name: str, content: bytes | str, words: str) -> None:
    assert words in asset(tmp_path, name, content)


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<SCRIPT>alert(1)</SCRIPT>", "<SCRIPT>"),
        ('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>', "<script>"),
        ('<path onload="alert(1)"/>', "onload="),
        ('<path ONCLICK="alert(1)"/>', "ONCLICK="),
        ("<foreignObject><iframe/></foreignObject>", "<foreignObject>"),
        ('<a href="javascript:alert(1)"><path/></a>', "<a>"),
        ('<use href="https://evil.example/x.svg#a"/>', "href="),
        ('<use xlink:href="data:image/svg+xml,x"/>', "href="),
        ('<image href="https://evil.example/x.png"/>', "<image>"),
        ('<set attributeName="href" to="javascript:alert(1)"/>', "<set>"),
        ('<animate attributeName="href" values="javascript:alert(1)"/>', "<animate>"),
        ("<style>@import 'https://evil.example/x.css'</style>", "@import"),
        ("<style>a{fill:url(https://evil.example/x)}</style>", "url("),
        ("<style>a{fill:u\\72l(https://evil.example/x)}</style>", "\\"),
        ('<path style="fill:url(//evil.example/x)"/>', "style="),
        ("<metadata>Jo Smith</metadata>", "<metadata>"),
        ('<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="Jo"/>', "label="),
        ("<?xml-stylesheet href='https://evil.example/x.css'?>", "<?"),
        ("<b", "what is not XML in UTF-8"),
    ],
)
def test_an_svg_that_is_more_than_a_drawing_is_refused(tmp_path: Path, content: str, part: str) -> None:
    """At its own address a browser runs what is in it; no policy of a page holds there."""
    assert f"the drawing holds {part}" in asset(tmp_path, "img/mark.svg", MARK.format(content))


@pytest.mark.parametrize(
    "whole",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        '<?xml version="1.0" encoding="iso-2022-jp"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        '<html xmlns="http://www.w3.org/1999/xhtml"/>',
        "<svg/>",
    ],
)
def test_what_is_no_svg_of_our_own_is_refused(tmp_path: Path, whole: str) -> None:
    assert "the drawing holds" in asset(tmp_path, "img/mark.svg", whole)
    assert "the drawing holds" in asset(tmp_path, "img/mark.svg", MARK.format("").encode("utf-16"))


def test_the_picture_of_a_theme_is_small(tmp_path: Path) -> None:
    """A page may show a dozen."""
    words = asset(tmp_path, "illustrations/gardening.svg", MARK.format(f"<title>{'a' * 4096}</title>"))

    assert "the picture of a theme has 4.1 KB; the limit is 4 KB" in words


def test_the_picture_of_a_theme_is_made_of_flat_shapes(tmp_path: Path) -> None:
    """The pictures for shared links are drawn from it without a browser."""
    box = 'viewBox="0 0 120 120">'
    flat = MARK.replace(">", f" {box}", 1).format('<path fill="#7a1248" d="M0 0h120v120H0z"/>')
    lines = flat.replace("fill", "stroke")

    assert asset(tmp_path, "illustrations/gardening.svg", flat) == ""
    assert "cannot show what is in the drawing: stroke=" in asset(tmp_path, "illustrations/gardening.svg", lines)


def test_a_mark_that_pictures_for_shared_links_leave_out_is_published_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "docs/assets/img").mkdir(parents=True)
    (tmp_path / "docs/assets/img/mark.svg").write_text(MARK.format("<g opacity='.5'/>"))
    assets, problems = read_assets(tmp_path)

    assert set(assets) == {"img/mark.svg"}
    assert [problem.severity for problem in problems] == [Severity.IDEA]


def test_a_drawing_with_styles_gradients_and_titles_is_published(tmp_path: Path) -> None:
    content = (
        "<title>Our mark</title><style>@media(prefers-color-scheme:dark){path{fill:#fff}} path{fill:url(#g)}</style>"
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><path d="M0 0h9" fill="url(#g)"/>'
        '<use xlink:href="#g"/><text xml:space="preserve">A</text>'
    )
    whole = f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- drawn by hand -->{MARK.format(content)}'

    assert asset(tmp_path, "img/favicon.svg", whole) == ""


def test_what_an_editor_s_computer_left_behind_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "docs/assets/.cache").mkdir(parents=True)
    (tmp_path / "docs/assets/.DS_Store").write_bytes(b"junk")
    (tmp_path / "docs/assets/.cache/x.css").write_bytes(b"a{}")

    assert read_assets(tmp_path) == ({}, [])


def test_a_file_among_the_templates_that_is_none_is_named(tmp_path: Path) -> None:
    """What lies in a theme's folder of styles would be published as it is."""
    styles = tmp_path / "overrides/assets/stylesheets"
    styles.mkdir(parents=True)
    (styles / "own.css").write_text("a{}", encoding="utf-8")
    (tmp_path / "overrides/main.html").write_text("x", encoding="utf-8")

    (problem,) = find_template_problems(tmp_path)

    assert str(problem).startswith("overrides/assets/stylesheets/own.css: this is not a template.")


def test_a_template_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/main.html").write_bytes(b"caf\xe9")

    (problem,) = find_template_problems(tmp_path)

    assert str(problem).startswith("overrides/main.html: it is not a text in UTF-8.")


def test_a_drawing_that_no_theme_has_is_named_with_the_theme_that_was_meant(tree: Path) -> None:
    folder = tree / "docs/assets/illustrations"
    folder.mkdir(parents=True)
    for name in ("mending-clothes.svg", "general.svg", "wood-furnitures.svg", "tools-electrics.png"):
        (folder / name).write_bytes(b"")

    stray = {problem.found: problem.nearest for problem in find_stray_illustrations(tree)}
    assert stray == {"tools-electrics.png": "tools-electrics.svg", "wood-furnitures.svg": "wood-furniture.svg"}
