"""A server for a built site, as GitHub Pages serves one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import local_server
from local_server import QuietHandler

from tests.conftest import BASE


class PagesHandler(QuietHandler):
    """Answers an unknown address with the site's own page."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's 404.html, whether the site is below a path or at the root."""
        below, at_root = (Path(self.directory) / folder / "404.html" for folder in (BASE.strip("/"), ""))
        page = below if below.is_file() else at_root
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder while the context lasts, and give the server's address."""
    with local_server.serve(folder, PagesHandler) as address:
        yield address
