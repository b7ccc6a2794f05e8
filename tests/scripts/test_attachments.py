"""The files of an issue: which addresses are theirs, and what is fetched from where."""

import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from attachments import Attachment, attachments_in, download, is_on_github, without
from local_server import serving

from ideas_hub.importing.refused_file import RefusedFileError

FILES = "https://github.com/user-attachments/files"
OWN = "https://github.com/o/n/files"


ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/file": (200, {"Content-Length": "5"}, b"words"),
    "/moved": (302, {"Location": "/file"}, b""),
    "/elsewhere": (302, {"Location": "http://localhost:{port}/file"}, b""),
    "/local": (302, {"Location": "file:///etc/hostname"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/large": (200, {"Content-Length": "1000000000"}, b""),
    "/endless": (200, {}, b"x" * 2_000),
    "/slow": (200, {}, b"x" * 200),
    "/cut": (200, {"Content-Length": "100"}, b"words"),
    "/odd": (200, {"Content-Length": "many"}, b"words"),
}
"""Files that are as they should be, elsewhere, too large, slow or cut off."""


class Answers(BaseHTTPRequestHandler):
    """Gives these answers; the slow one byte by byte."""

    def do_GET(self) -> None:
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value.format(port=self.headers["Host"].rpartition(":")[2]))
        self.end_headers()
        with suppress(ConnectionError):  # who asks may have gone
            for byte in body if self.path == "/slow" else ():
                self.wfile.write(bytes([byte]))
                time.sleep(0.05)
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Answers)) as one:
        yield f"http://127.0.0.1:{one.server_port}"


def from_server(server: str, path: str, *, seconds: float = 5) -> bytes:
    """Fetch from the server, as from GitHub, at most a thousand bytes."""
    return download(
        f"{server}{path}", lambda address: address.startswith(f"{server}/"), most_bytes=1000, seconds=seconds
    )


@pytest.mark.parametrize("path", ["/file", "/moved"])
def test_a_file_is_fetched_also_where_github_sends_on(server: str, path: str) -> None:
    assert from_server(server, path) == b"words"


@pytest.mark.parametrize("path", ["/elsewhere", "/local", "/round", "/odd", "/cut", "/none"])
def test_what_is_elsewhere_or_not_as_it_should_be_is_refused_with_what_to_do(server: str, path: str) -> None:
    with pytest.raises(RefusedFileError, match="could not be fetched") as refused:
        from_server(server, path)

    assert refused.value.fix


@pytest.mark.parametrize("path", ["/large", "/endless"])
def test_no_more_is_read_than_a_file_may_have(server: str, path: str) -> None:
    """Whether it says how large it is or not."""
    with pytest.raises(RefusedFileError, match="the limit is"):
        from_server(server, path)


def test_a_file_that_takes_too_long_is_given_up(server: str) -> None:
    with pytest.raises(RefusedFileError, match="could not be fetched"):
        from_server(server, "/slow", seconds=0.2)


def test_a_first_address_that_is_not_on_github_is_not_asked(server: str) -> None:
    with pytest.raises(RefusedFileError, match="could not be fetched"):
        download(f"{server}/file")


@pytest.mark.parametrize(
    "address",
    [
        f"{FILES}/1/a.docx",
        "https://objects.githubusercontent.com/a?b=c",
        "https://github-production-repository-file-5c1aeb.s3.amazonaws.com/1/2?x=y",
    ],
)
def test_github_keeps_files_at_these_hosts(address: str) -> None:
    assert is_on_github(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://github.com/user-attachments/files/1/a.docx",
        "https://github.com.example/a",
        "https://github.com@a.example/a",
        "https://a.example\\@github.com/a",
        "https://github.com:8443/a",
        "https://gist.github.com/a",
        "https://agithubusercontent.com/a",
        "https://a.example/x.githubusercontent.com",
        "https://other.s3.amazonaws.com/a",
        "https://github-production-x.s3.amazonaws.com.example/a",
        "https://127.0.0.1/a",
        "file:///etc/passwd",
        "ftp://github.com/a",
        "",
    ],
)
def test_no_other_host_is_asked(address: str) -> None:
    assert not is_on_github(address)


def test_the_files_of_a_text_are_found_once_each_in_its_order() -> None:
    text = f"[b.csv]({OWN}/2/b.csv)\n\nsee {FILES}/1/a%20b.docx [again]({OWN}/2/b.csv) <{FILES}/3/c.txt>"

    assert attachments_in(text, "O/N") == [
        Attachment("b.csv", f"{OWN}/2/b.csv"),
        Attachment("a b.docx", f"{FILES}/1/a%20b.docx"),
        Attachment("c.txt", f"{FILES}/3/c.txt"),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/other/n/files/1/a.docx",
        "https://github.com/oXn/files/1/a.docx",
        "http://github.com/user-attachments/files/1/a.docx",
        "https://github.com/user-attachments/files/x/a.docx",
        "https://github.com/user-attachments/files/1/../../../login",
        "https://github.com/user-attachments/files/1/a/b.docx",
        "https://github.com/user-attachments/files/1/a.docx?x=y",
        "https://github.com/user-attachments/files/1/",
        f"https://github.com/user-attachments/files/{'1' * 21}/a.docx",
        f"https://github.com/user-attachments/files/1/{'a' * 301}",
        "https://a.example/https://github.com/user-attachments/files/1/a.docx",
        "https://github.com/user-attachments/assets/01234567-89ab-cdef-0123-456789abcdef",
    ],
)
def test_other_addresses_are_no_files_of_an_issue(address: str) -> None:
    assert attachments_in(f"[a]({address})\n{address}", "o/n") == []


@pytest.mark.parametrize(
    ("quoted", "name"),
    [
        ("..%2F..%2Fetc%2Fpasswd.md", "passwd.md"),
        ("..%5Ca.docx", "a.docx"),
        ("a%0A%E2%80%AEb.txt", "a b.txt"),
        ("%2F", "file"),
        ("..", "file.."),
        ("..md", "file..md"),
        ("%FF.md", "file.md"),
    ],
)
def test_a_name_is_a_name_and_never_a_path(quoted: str, name: str) -> None:
    [attachment] = attachments_in(f"{FILES}/1/{quoted}", "o/n")

    assert attachment.name == name


def test_a_link_to_a_file_is_no_part_of_an_answer() -> None:
    text = f"We sang.\n[a.docx]({FILES}/1/a.docx) ![]({FILES}/1/a.docx)"

    assert without(attachments_in(text, "o/n"), text).split() == ["We", "sang."]
