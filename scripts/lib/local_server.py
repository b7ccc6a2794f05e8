"""Servers on this machine that answer while a context lasts."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TypeVar

SHUTDOWN_INTERVAL = 0.1  # seconds between two looks at whether to end
Server = TypeVar("Server", bound=HTTPServer)


class QuietHandler(SimpleHTTPRequestHandler):
    """Keeps no log, and keeps connections open."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Let browsers cache everything: the files stay as they are."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    """Answer requests while the context lasts, and close the server."""
    with server:
        Thread(target=server.serve_forever, args=[SHUTDOWN_INTERVAL], daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()


@contextmanager
def serve(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Serve the files of a built site while the context lasts, and give the server's address."""
    with serving(ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))) as server:
        yield f"http://127.0.0.1:{server.server_port}"
