"""scripts/serve: show the site on this machine, reload it after every change, and show mistakes on the page."""

import argparse
import html
import logging
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Sequence
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import unquote

from mkdocs.livereload import LiveReloadServer
from mkdocs_build import ROOT, build_prose, configure_logging, read_config
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from ideas_hub.checks.reports import summary_line
from ideas_hub.engine.parallel import gc_paused
from ideas_hub.problem import Problem, printable, report
from ideas_hub.repository.file_results import ReadingMemo
from ideas_hub.site.context import load_context
from ideas_hub.site.preview import Preview
from ideas_hub.site.settings import read_settings

WATCHED = ("case_studies", "docs", "overrides", "mkdocs.yml", "published.csv")
BUILD_DELAY = 0.05  # seconds: an editor may save in several steps
RELOAD_SCRIPT = b"""(function () {
  var here = document.currentScript.dataset;
  function wait() {
    fetch("/livereload/" + here.epoch + "/" + here.epoch).then(function (r) { return r.text(); }).then(function (now) {
      if (Number(now) > Number(here.epoch)) location.reload(); else wait();
    }).catch(function () { setTimeout(wait, 2000); });
  }
  addEventListener("load", wait);
})();
"""
PANEL_STYLE = b"""#previewProblems { position: relative; z-index: 9; margin: 0; padding: 1rem; }
#previewProblems { background: #7a1f1f; color: #fff; font: 1rem/1.5 sans-serif }
#previewProblems h2 { margin: 0 0 .5rem; font-size: 1.2rem; color: #fff }
#previewProblems li { margin: .4rem 0 }
"""
OWN_FILES = {"/preview.js": ("text/javascript", RELOAD_SCRIPT), "/preview.css": ("text/css", PANEL_STYLE)}
RENDERING_FAILED = (
    b"<!doctype html><html lang=en><title>Preview</title><body><h1>This page could not be rendered</h1>"
    b"<p>The reason is in the terminal where the preview was started.</p></body></html>"
)


class PreviewServer(LiveReloadServer):
    """MkDocs' live server over a site whose pages are rendered on request.

    Each state of the content has a folder for its rendered pages, empty at first.
    The reload script is a file, so that the pages' security policy holds in the preview too.
    """

    def __init__(self, folder: Path, host: str, port: int, *, poll: bool = False) -> None:
        """Watch the repository.

        folder: for rendered pages; temporary.
        poll: for file systems without change notification.
        """
        self.folder, self.states = folder, 0
        self.memo, self.prose_digest = ReadingMemo(), b""
        self.preview: Preview | None = None
        self._lock = Lock()
        super().__init__(self.on_change, host, port, str(folder / "none"))
        self.build_delay = BUILD_DELAY
        if not poll:
            self.observer = Observer()  # type: ignore[assignment]  # notified by the system; MkDocs' own observer polls
        self.error_handler = self.error_page
        for name in WATCHED:
            if (ROOT / name).exists():
                self.watch(str(ROOT / name))

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:  # noqa: ARG002 MkDocs passes it
        """Rebuild when a file is written; events of files that are only opened, as by reading them, are ignored."""
        handler = FileSystemEventHandler()
        for event in ("created", "modified", "deleted", "moved"):
            setattr(handler, f"on_{event}", self.request_rebuild)
        self._watched_paths[path] = 1
        self.observer.schedule(handler, path, recursive=recursive)

    def request_rebuild(self, event: FileSystemEvent) -> None:
        """Ask the server's main loop for a rebuild."""
        if not event.is_directory:
            with self._rebuild_cond:
                self._want_rebuild = True
                self._rebuild_cond.notify_all()

    def on_change(self) -> None:
        """Reload the content; after an error the preview keeps running and shows the last state."""
        try:
            self.reload()
        except Exception:  # noqa: BLE001 see above
            traceback.print_exc()

    @gc_paused()
    def reload(self) -> None:
        """Load all content; mistakes are shown, and the site is built from the valid content."""
        config = read_config(ROOT, self.folder / "prose", address=self.url, strict=False)
        config.extra["cards"] = False
        context = load_context(ROOT, read_settings(config), memo=self.memo)
        preview = Preview(context, self.preview)
        prose_digest = preview.prose_digest
        if prose_digest != self.prose_digest:
            build_prose(self.folder / "prose", context)
            self.prose_digest = prose_digest
        old, self.states = Path(self.root), self.states + 1
        self.preview, self.root = preview, str(shutil.copytree(self.folder / "prose", self.folder / str(self.states)))
        shutil.rmtree(old, ignore_errors=True)
        print(report(context.blocking) if context.blocking else f"Ready: {self.url}", file=sys.stderr, flush=True)
        if context.advice:
            print(summary_line(context.advice), file=sys.stderr, flush=True)

    def error_page(self, code: int) -> bytes | None:
        """Return the site's page for an unknown address, or a plain one when rendering failed."""
        page = self.preview.file("404.html") if self.preview and code == HTTPStatus.NOT_FOUND else None
        return self._inject_js_into_html(page or RENDERING_FAILED, self._visible_epoch)

    def materialise(self, path: str) -> None:
        """Write the file for a requested path into the served folder, if the hub has it and it is not there yet."""
        if not self.preview:
            return
        root = Path(self.root)
        with self._lock:  # no request may read a file that another is still writing
            for name in [f"{path}index.html"] if path.endswith("/") or not path else [path, f"{path}/index.html"]:
                content = None if (root / name).exists() else self.preview.file(name)
                if content is not None:
                    (root / name).parent.mkdir(parents=True, exist_ok=True)
                    (root / name).write_bytes(content)

    def _serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"]
        if path in OWN_FILES:
            media_type, content = OWN_FILES[path]
            start_response("200 OK", [("Content-Type", media_type), ("Content-Length", str(len(content)))])
            return [content]
        if not path.startswith("/livereload/"):
            with self._epoch_cond:  # a reload in progress comes first
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            self.materialise(unquote(path).lstrip("/"))
        response: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        return response

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        problems = self.preview.context.blocking if self.preview else ()
        script = f'<script src="/preview.js" data-epoch="{epoch}"></script>'
        before, body, after = content.partition(b"</body>")
        added = f'<link rel="stylesheet" href="/preview.css">{problem_panel(problems)}{script}'
        return before + added.encode() + body + after


def problem_panel(problems: Sequence[Problem]) -> str:
    """Return the HTML that lists what must be fixed; "" if there is nothing."""
    if not problems:
        return ""
    rows = "".join(f"<li>{html.escape(printable(str(problem)))}</li>" for problem in problems)
    heading = f"<h2>{len(problems)} to mend before this can be published</h2>"
    return f'<section id="previewProblems" role="alert">{heading}<ul>{rows}</ul></section>'


def main() -> int:
    """Serve until Ctrl+C; return 1 if the address cannot be used."""
    parser = argparse.ArgumentParser(
        prog="scripts/serve", description="Show the site on this machine; it is read again at every change."
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument(
        "--poll", action="store_true", help="check every file twice a second: for file systems without notification"
    )
    options = parser.parse_args()
    configure_logging(logging.ERROR)
    print("Reading the content ...", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(prefix="ideas-hub-") as folder:
        try:
            server = PreviewServer(Path(folder), options.host, options.port, poll=options.poll)
            server.reload()
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs has no type for it
        except OSError as error:
            where = f"{options.host}:{options.port}"
            advice = f"The address {where} cannot be used ({error.strerror}). Try scripts/serve --port 8001."
            print(advice, file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            server.shutdown()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
