"""Where a link of a text leads."""

import pytest

from ideas_hub.reading.links import Link, resolve_link

FILE = "case_studies/x.md"


@pytest.mark.parametrize(
    ("target", "href", "named"),
    [
        ("other.md", "../other/", "case_studies/other.md"),
        ("../docs/communities/newcomers.md#top", "../../communities/newcomers/#top", "docs/communities/newcomers.md"),
        ("../docs/index.md", "../../", "docs/index.md"),
        (" other.md ", "../other/", "case_studies/other.md"),
        ("../docs/projects/projects.csv", "../../projects/", "docs/projects/projects.csv"),
        ("../docs/projects/projects.csv#chairs", "../../projects/chairs/", "docs/projects/projects.csv"),
        ("../docs/projects/index.md#chairs", "../../projects/#chairs", "docs/projects/index.md"),
        ("../../elsewhere.md", "../../elsewhere.md", "../elsewhere.md"),
        ("photo.jpg", "photo.jpg", "case_studies/photo.jpg"),
        (
            "../docs/contribute/case-studies-template.csv",
            "../../contribute/case-studies-template.csv",
            "docs/contribute/case-studies-template.csv",
        ),
        ("/case-studies/other/", "", "/case-studies/other"),
        ("/\tevil.example", "", "/\tevil.example"),
    ],
)
def test_a_link_to_a_file_is_one_to_its_page_and_names_the_file(target: str, href: str, named: str) -> None:
    """A file without a page is named too, so that its absence can be reported."""
    assert resolve_link(target, FILE) == Link(href, named)


@pytest.mark.parametrize("target", ["#here", "mailto:jo@a.example", "tel:01234567", "TEL:01234567"])
def test_a_link_that_leads_to_no_page_stays_as_it_is(target: str) -> None:
    assert resolve_link(target, FILE) == Link(target)


@pytest.mark.parametrize(
    ("target", "real"),
    [
        ("https://www.google.com/url?q=https://a.example/b&sa=D&ust=1", "https://a.example/b"),
        ("https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fa.example%2Fb%3Fc%3D1&usg=x", "https://a.example/b?c=1"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=05",
            "https://a.example/",
        ),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F&h=AT0", "https://a.example/"),
        ("https://urldefense.com/v3/__https://a.example/b__;!!x", "https://a.example/b"),
    ],
)
def test_a_link_through_another_site_is_refused_with_the_address_itself(target: str, real: str) -> None:
    assert resolve_link(target, FILE).fix == f"Write the address itself: {real}"


@pytest.mark.parametrize(
    "target",
    [
        "https://www.google.com/maps?q=https",
        "https://www.google.com/search?q=https://a.example",
        "https://www.facebook.com/a.example",
        "https://github.com/a/b/blob/main/docs/index.md",
        "https://github.com/a/b/issues/1",
    ],
)
def test_other_pages_of_the_same_sites_are_links_elsewhere(target: str) -> None:
    assert resolve_link(target, FILE) == Link(target, is_external=True)


@pytest.mark.parametrize(
    "target", ["https://a.example", "HTTP://a.example/b#c", "https://user@a.example:80?b", "https://ü.example"]
)
def test_a_link_elsewhere_is_marked(target: str) -> None:
    assert resolve_link(target, FILE) == Link(target, is_external=True)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        "java\tscript:alert(1)",
        "java script:alert(1)",
        "\x01javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "ftp://a.example",
    ],
)
def test_a_link_of_another_kind_is_refused(target: str) -> None:
    """Only http, https, mailto, tel and files of the hub; browsers skip spaces and control characters."""
    link = resolve_link(target, FILE)
    assert (link.href, link.file) == ("", "")
    assert link.fault.endswith("is of a kind that is not published.")


@pytest.mark.parametrize(
    "target",
    ["www.a.example", " WWW.a.example/b ", "a.example", "council.gov.wales/b?c", "a.example#b", "https//a.example"],
)
def test_an_address_without_its_start_is_refused_with_what_to_write(target: str) -> None:
    """A browser would look for it beside the page."""
    link = resolve_link(target, FILE)
    assert (link.href, link.fix) == ("", "Start it with https://.")
    assert link.fault == f'the link "{target.strip()}" is read as the name of a file.'


@pytest.mark.parametrize(
    ("target", "fault", "fix"),
    [
        ("//evil.example", "is not a whole address.", "Start it with https://."),
        ("\\\\evil", "is not a whole address.", "Start it with https://."),
        ("/\\evil", "is not a whole address.", "Start it with https://."),
        ("..\\docs\\find.md", "has a \\ in it.", "Write / instead."),
        ("jo@a.example", "is read as the name of a file.", "Start it with mailto:."),
        ("{{page.url}}", "holds a template, which is not used in texts.", "Write the address itself."),
        ("{%link%}", "holds a template, which is not used in texts.", "Write the address itself."),
        (" ", "has no address.", "Write one between the brackets, or leave the brackets out."),
    ],
)
def test_what_names_neither_a_file_nor_an_address_is_refused_with_what_to_write(
    target: str, fault: str, fix: str
) -> None:
    """Some would lead out of the site."""
    assert resolve_link(target, FILE) == Link("", fault=f'the link "{target.strip()}" {fault}', fix=fix)


@pytest.mark.parametrize("target", ["photo.b.jpg", "report.docx#c", "feed.xml", "find", "../a.example", "b.MD"])
def test_the_name_of_a_file_is_no_address(target: str) -> None:
    assert resolve_link(target, FILE).fault == ""


@pytest.mark.parametrize(
    "target",
    [
        "http://[bad",
        "https://",
        "https:",
        "https:///b",
        "http://@",
        "https://a.example>",
        "https://a.example:b",
        "https://a b.example",
    ],
)
def test_an_address_without_a_host_is_refused(target: str) -> None:
    assert resolve_link(target, FILE).fault.endswith("is not a whole address.")
