"""scripts/lib/preview/http_server.py and answers.py: what a browser, or somebody who means ill, gets for an address."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from local_server import serving
from preview.answers import media_type
from preview.http_server import PreviewServer
from preview.live_site import LiveSite, LoadingError, NoSite, Site

from ideas_hub.problem import Problem
from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.site.preview import Preview
from ideas_hub.site.settings import Settings

ABOUT = b"<!doctype html><title>About</title><body><h1>About</h1></body></html>"
MISTAKE = Problem("case_studies/a.md", 4, "region: <b>north</b> is not a region.", rule="reference")


@pytest.fixture(scope="module")
def context(hub_root: Path) -> BuildContext:
    return load_context(hub_root, Settings(cards=False), cached=False)


@pytest.fixture(scope="module")
def site(context: BuildContext) -> Site:
    """The small hub's site, with one page in the place of those that MkDocs renders."""
    return Site(Preview(context), {"about/index.html": ABOUT}, b"")


@contextmanager
def server_of(site: Site, host: str = "127.0.0.1") -> Iterator[PreviewServer]:
    live = LiveSite()
    live.reload(lambda _: site)
    with serving(PreviewServer(host, 0, live)) as server:
        yield server


@pytest.fixture(scope="module")
def server(site: Site) -> Iterator[PreviewServer]:
    with server_of(site) as server:
        yield server


def ask(server: PreviewServer, target: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
    """Return the answer to an address that is sent as it is, and its text."""
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    connection._validate_path = lambda *_: None  # type: ignore[attr-defined]
    connection.request(method, target, headers=headers)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer, text


@pytest.mark.parametrize(
    ("target", "media", "part"),
    [
        ("/", "text/html; charset=utf-8", "<main"),
        ("/case-studies/soldering/", "text/html; charset=utf-8", "Soldering together in Conwy</h1>"),
        ("/case-studies/soldering/index.html", "text/html; charset=utf-8", "Soldering together in Conwy</h1>"),
        ("/case%2Dstudies/soldering/?from=home", "text/html; charset=utf-8", "Soldering together in Conwy</h1>"),
        ("/about/", "text/html; charset=utf-8", "<h1>About</h1>"),
        ("/case-studies/soldering/index.md", "text/markdown; charset=utf-8", "# Soldering together in Conwy"),
        ("/data/case-studies.json", "application/json; charset=utf-8", "soldering"),
        ("/feed.xml", "application/xml; charset=utf-8", "<feed"),
        ("/llms.txt", "text/plain; charset=utf-8", "Soldering together in Conwy"),
        ("/assets/fonts/hub-latin.woff2", "font/woff2", ""),
        ("/preview.js", "text/javascript; charset=utf-8", "location.reload"),
        ("/preview.css", "text/css; charset=utf-8", "#previewProblems"),
    ],
)
def test_a_file_is_answered_with_its_media_type(server: PreviewServer, target: str, media: str, part: str) -> None:
    answer, text = ask(server, target)

    assert (answer.status, answer.headers["Content-Type"]) == (200, media)
    assert answer.headers["Cache-Control"] == "no-store"
    assert part in text


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.PNG", "image/png"),
        ("a.webp", "image/webp"),
        ("a.zip", "application/zip"),
        ("a.csv", "text/csv; charset=utf-8"),
        ("a.atom", "application/atom+xml; charset=utf-8"),
        ("a", "application/octet-stream"),
        ("a.unknown", "application/octet-stream"),
    ],
)
def test_media_types_do_not_depend_on_the_machine(name: str, media: str) -> None:
    assert media_type(name) == media


def test_only_pages_get_the_script(server: PreviewServer, site: Site) -> None:
    script = f'<script src="/preview.js" data-token="{site.token}"></script></body>'

    assert script in ask(server, "/")[1]
    assert script in ask(server, "/about/")[1]
    assert "preview.js" not in ask(server, "/llms.txt")[1] + ask(server, "/data/case-studies.json")[1]


def test_what_must_be_fixed_is_on_every_page_as_text(context: BuildContext) -> None:
    broken = Site(Preview(replace(context, problems=(MISTAKE,))), {"about/index.html": ABOUT}, b"")
    with server_of(broken) as server:
        for target in ("/", "/about/", "/nowhere/"):
            assert "&lt;b&gt;north&lt;/b&gt; is not a region." in ask(server, target)[1]


def test_a_folder_without_its_slash_leads_to_the_folder(server: PreviewServer) -> None:
    answer, text = ask(server, "/case-studies/soldering?q=%C3%A9&x=1")

    assert (answer.status, text) == (302, "")
    assert answer.headers["Location"] == "/case-studies/soldering/?q=%C3%A9&x=1"
    assert ask(server, "/about")[0].headers["Location"] == "/about/"


def test_a_head_request_gets_the_headers_alone(server: PreviewServer) -> None:
    page, _ = ask(server, "/")
    answer, text = ask(server, "/", "HEAD")

    assert (answer.status, text) == (200, "")
    assert answer.headers["Content-Length"] == page.headers["Content-Length"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_the_preview_can_only_be_read(server: PreviewServer, method: str) -> None:
    answer, text = ask(server, "/", method)

    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert text == "The preview can only be read."


@pytest.mark.parametrize(
    "target",
    [
        "/nowhere/",
        "/nowhere.html",
        "/../mkdocs.yml",
        "/%2e%2e/mkdocs.yml",
        "/case-studies/..%2f..%2fmkdocs.yml",
        "/..\\mkdocs.yml",
        "/%5c..%5cmkdocs.yml",
        "//example.org/..",
        "/%00",
        "/about/%00",
        "/%ff%fe/",
        "/%C3",
        "/\xff/",
        "/%",
        "/a%0d%0aSet-Cookie:%20a",
        "/" + "a/" * 20_000,
        "/" + "%41" * 20_000,
        "http://example.org/",
        "*",
    ],
)
def test_an_unknown_address_gets_the_site_s_own_page(
    server: PreviewServer, capfd: pytest.CaptureFixture[str], target: str
) -> None:
    """However it is written, it leads nowhere else, and the terminal stays quiet."""
    connection = socket.create_connection(("127.0.0.1", server.server_port))
    with connection, connection.makefile("rb") as answer:
        connection.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode("latin-1"))
        text = answer.read().decode()

    assert text.startswith("HTTP/1.0 404 ")
    assert "There is no page at this address." in text
    assert "Set-Cookie" not in text.partition("\r\n\r\n")[0]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        (b"GET /" + b"a" * 70_000, b"414"),
        (b"GET / / HTTP/1.1\r\n\r\n", b"400"),
        (b"BREW / HTTP/1.1\r\n\r\n", b"501"),
        (b"GET / HTTP/1.1\r\n" + b"X: a\r\n" * 200 + b"\r\n", b"431"),
    ],
)
def test_what_is_no_request_is_refused_in_few_words(
    server: PreviewServer, capfd: pytest.CaptureFixture[str], request_bytes: bytes, status: bytes
) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port)) as connection:
        connection.sendall(request_bytes)
        answer = connection.makefile("rb").readline()

    assert status in answer
    assert capfd.readouterr().err == ""


def test_a_browser_that_goes_away_is_not_an_error(server: PreviewServer, capfd: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", server.server_port)) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # reset, not closed
            connection.sendall(b"GET /find/ HTTP/1.1\r\n\r\n")
    ask(server, "/")

    assert capfd.readouterr().err == ""


def test_two_hundred_readers_at_once_are_all_answered(server: PreviewServer) -> None:
    """A whole training room opens the page in the same moment."""
    with ThreadPoolExecutor(200) as readers:
        answers = list(readers.map(lambda _: ask(server, "/about/")[0].status, range(200)))

    assert answers == [200] * 200


def fail(_: Site | None) -> Site:
    raise LoadingError("mkdocs.yml: <b>nav</b> is no list")


def test_what_keeps_a_change_from_being_shown_is_on_every_page(site: Site) -> None:
    """The last state stays in sight, with the reason."""
    with server_of(site) as server:
        server.live.reload(fail)
        answer, text = ask(server, "/about/")

    assert answer.status == 200
    assert "<h1>About</h1>" in text
    assert "mkdocs.yml: &lt;b&gt;nav&lt;/b&gt; is no list" in text


def test_what_keeps_the_first_state_from_being_shown_is_said(site: Site) -> None:
    """The page is loaded again once it is mended."""
    live = LiveSite()
    live.reload(fail)
    with serving(PreviewServer("127.0.0.1", 0, live)) as server:
        answer, text = ask(server, "/")
        live.reload(lambda _: site)
        token = text.partition('data-token="')[2].partition('"')[0]
        news = ask(server, f"/preview-news?{token}")[1]

    assert answer.status == 503
    assert "mkdocs.yml: &lt;b&gt;nav&lt;/b&gt; is no list" in text
    assert news == site.token


def test_a_page_that_cannot_be_rendered_says_why(
    context: BuildContext, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other pages stay, and the page is loaded again once it is mended."""
    broken = Site(Preview(context), {}, b"")
    original = broken.preview.file
    monkeypatch.setattr(broken.preview, "file", lambda path: 1 / 0 if path == "index.html" else original(path))
    with server_of(broken) as server:
        answer, text = ask(server, "/")
        assert answer.status == 500
        assert "This page could not be rendered" in text
        assert "preview.js" in text
        assert "ZeroDivisionError: division by zero" in text
        assert "ZeroDivisionError" in capfd.readouterr().err

        assert ask(server, "/case-studies/soldering/")[0].status == 200


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:1", "127.0.0.1:8000", "127.1.2.3", "[::1]:8000", "hub.localhost"]
)
def test_this_machine_s_names_are_answered(server: PreviewServer, host: str) -> None:
    assert ask(server, "/llms.txt", Host=host)[0].status == 200


@pytest.mark.parametrize(
    "host", ["example.org", "example.org:8000", "localhost.example.org", "127.0.0.1@example.org", "[", "", "8.8.8.8"]
)
def test_the_name_of_another_site_is_refused(server: PreviewServer, host: str) -> None:
    """Another site's page could otherwise read the preview, by giving its own name this machine's address."""
    answer, text = ask(server, "/llms.txt", Host=host)

    assert answer.status == 421
    assert text == f"This preview answers on this machine only: http://127.0.0.1:{server.server_port}/"


def test_for_other_machines_any_name_is_answered(site: Site) -> None:
    """Nobody knows by which names they reach this one."""
    with server_of(site, "0.0.0.0") as server:  # noqa: S104 that is what is tested
        assert ask(server, "/llms.txt", Host="hub.example:8000")[0].status == 200


def test_an_address_of_ipv6_is_written_in_brackets(site: Site) -> None:
    try:
        with server_of(site, "::1") as server:
            assert server.url == f"http://[::1]:{server.server_port}/"
    except OSError as error:
        pytest.skip(f"no IPv6 here: {error}")


def test_while_nothing_was_ever_loaded_the_reader_is_asked_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    live = LiveSite()
    monkeypatch.setattr(live, "current", NoSite)
    with serving(PreviewServer("127.0.0.1", 0, live)) as server:
        answer, text = ask(server, "/")

    assert answer.status == 503
    assert "There is nothing to show yet" in text
    assert "preview.js" in text
    assert "previewProblems" not in text


def test_news_are_the_token_of_the_newest_state(server: PreviewServer, site: Site) -> None:
    assert ask(server, "/preview-news?an-older-one")[1] == site.token
