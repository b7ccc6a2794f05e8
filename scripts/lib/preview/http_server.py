"""The preview's web server: takes requests, and sends the answers to them."""

import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from socket import AF_INET6
from typing import Any
from urllib.parse import urlsplit

from preview.answers import Answer, answer
from preview.live_site import LiveSite


class RequestHandler(BaseHTTPRequestHandler):
    """Answers one request in a thread of its own."""

    server: "PreviewServer"
    timeout = 60  # seconds for a browser that has connected to send its request

    def do_GET(self) -> None:
        """Answer with a file."""
        if self.server.accepts(self.headers["Host"]):
            self._send(answer(self.path, self.server.live))
        else:
            advice = f"This preview answers on this machine only: {self.server.url}"
            self._send(Answer(advice.encode(), status=HTTPStatus.MISDIRECTED_REQUEST))

    do_HEAD = do_GET  # noqa: N815 the names that http.server calls

    def refuse(self) -> None:
        """Refuse to change anything."""
        advice = b"The preview can only be read."
        self._send(Answer(advice, status=HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": "GET, HEAD"}))

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = refuse  # noqa: N815 see do_HEAD

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Refuse what is no request at all, in few words and none of its own."""
        self._send(Answer(f"{HTTPStatus(code).phrase}.".encode(), status=HTTPStatus(code)))

    def log_message(self, *_: Any) -> None:  # noqa: ANN401 as inherited
        """Print nothing: the terminal is for what must be fixed."""

    def _send(self, what: Answer) -> None:
        self.send_response(what.status)
        always = {
            "Content-Type": what.media_type,
            "Content-Length": str(len(what.content)),
            "Cache-Control": "no-store",
        }
        for name, value in {**always, **what.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(what.content)


class PreviewServer(ThreadingHTTPServer):
    """Listens from the moment it is made; what it is asked before it serves has to wait.

    url: the address to open in a browser.
    """

    request_queue_size = 512  # connections not yet accepted: a whole training room that opens the page at once

    def __init__(self, host: str, port: int, live: LiveSite) -> None:
        """Listen.

        port: 0 for any that is free.
        Raises: OSError: the address cannot be used.
        """
        self.live, self.host = live, host
        if ":" in host:
            self.address_family = AF_INET6
        super().__init__((host, port), RequestHandler)
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}/"

    def accepts(self, host: str | None) -> bool:
        """Whether a request was meant for this server.

        A page of another site can give its own name this machine's address, and would then be allowed to read the
        preview; but its requests still carry that name.
        """
        if host is None or not ip_address(str(self.server_address[0])).is_loopback:
            return True
        try:
            name = urlsplit(f"//{host}").hostname or ""
            is_named = name in {"localhost", self.host.lower()} or name.endswith(".localhost")
            return is_named or ip_address(name).is_loopback
        except ValueError:
            return False

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 as inherited
        """Print what went wrong, unless a browser has only gone away."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)
