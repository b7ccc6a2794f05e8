"""scripts/serve: shows the site on this machine, reads it again at every change, and shows mistakes on the page itself."""

import argparse
import html
import logging
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable
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
from ideas_hub.problem import printable, report
from ideas_hub.repository.file_results import ReadingMemo
from ideas_hub.site.context import load_context
from ideas_hub.site.preview import Preview
from ideas_hub.site.settings import read_settings

WATCHED = ("case_studies", "docs", "overrides", "mkdocs.yml", "published.csv")
SAVING = 0.05  # seconds: an editor's program may save in several steps
PAGE_SCRIPT = b"""(function () {
  var here = document.currentScript.dataset;
  function wait() {
    fetch("/livereload/" + here.epoch + "/" + here.epoch).then(function (r) { return r.text(); }).then(function (now) {
      if (Number(now) > Number(here.epoch)) location.reload(); else wait();
    }).catch(function () { setTimeout(wait, 2000); });
  }
  addEventListener("load", wait);
})();
"""
PAGE_STYLE = b"""#previewProblems{position:relative;z-index:9;margin:0;padding:1rem;background:#7a1f1f;color:#fff;font:1rem/1.5 sans-serif}
#previewProblems h2{margin:0 0 .5rem;font-size:1.2rem;color:#fff}#previewProblems li{margin:.4rem 0}
"""
NOT_MADE = b"<!doctype html><html lang=en><title>Preview</title><body><h1>This page could not be made</h1><p>The reason stands where the preview was started.</p></body></html>"


class PreviewServer(LiveReloadServer):
    """MkDocs' own live server over a site whose pages are made as they are asked for.

    What was made for one state of the content stands in a folder, and each new state starts an empty one.  The server's
    script is in a file, so that the pages' security policy holds in the preview too.
    """

    def __init__(self, folder: Path, host: str, port: int, *, poll: bool = False) -> None:
        self.folder, self.states = folder, 0
        self.shelf, self.prose = ReadingMemo(), b""
        self.preview: Preview | None = None
        self.making = Lock()
        super().__init__(self.follow, host, port, str(folder / "none"))
        self.build_delay = SAVING
        if not poll:
            self.observer = Observer()  # type: ignore[assignment]  # told by the system, where the server would look at every file twice a second
        self.error_handler = self.error_page
        for name in WATCHED:
            if (ROOT / name).exists():
                self.watch(str(ROOT / name))

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:  # noqa: ARG002 the server hands it over
        """Read again whenever a file changes; the system also tells of files that are only opened, as reading does."""
        changes = FileSystemEventHandler()
        changes.on_created = changes.on_modified = changes.on_deleted = changes.on_moved = self.changed  # type: ignore[method-assign]
        self._watched_paths[path] = 1
        self.observer.schedule(changes, path, recursive=recursive)

    def changed(self, event: FileSystemEvent) -> None:
        """Ask for the content to be read again."""
        if not event.is_directory:
            with self._rebuild_cond:
                self._want_rebuild = True
                self._rebuild_cond.notify_all()

    def follow(self) -> None:
        """Read all content again; a preview outlives every mistake in a file, and shows what it had."""
        try:
            self.read_again()
        except Exception:  # noqa: BLE001 see above
            traceback.print_exc()

    def read_again(self) -> None:
        """Read all content; what is wrong is shown and told, and the site is that of what is right."""
        config = read_config(ROOT, self.folder / "prose", address=self.url, strict=False)
        config.extra["cards"] = False
        content = load_context(ROOT, read_settings(config), shelf=self.shelf)
        preview = Preview(content, self.preview)
        prose = preview.prose
        if prose != self.prose:
            build_prose(self.folder / "prose", content)
            self.prose = prose
        old, self.states = Path(self.root), self.states + 1
        self.preview, self.root = preview, str(shutil.copytree(self.folder / "prose", self.folder / str(self.states)))
        shutil.rmtree(old, ignore_errors=True)
        print(report(content.blocking) if content.blocking else f"Ready: {self.url}", file=sys.stderr, flush=True)
        if content.advice:
            print(summary_line(content.advice), file=sys.stderr, flush=True)

    def error_page(self, code: int) -> bytes | None:
        """Return the site's own page for an address that is not there, and a plain one for a page that could not be made."""
        page = self.preview.file("404.html") if self.preview and code == HTTPStatus.NOT_FOUND else None
        return self._inject_js_into_html(page or NOT_MADE, self._visible_epoch)

    def make(self, path: str) -> None:
        """Put the file of an address where the server looks for it, if the hub has it."""
        if not self.preview:
            return
        root = Path(self.root)
        with self.making:  # nobody is handed half a file that another request is writing
            for name in [f"{path}index.html"] if path.endswith("/") or not path else [path, f"{path}/index.html"]:
                made = None if (root / name).exists() else self.preview.file(name)
                if made is not None:
                    (root / name).parent.mkdir(parents=True, exist_ok=True)
                    (root / name).write_bytes(made)

    def _serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"]
        for own, kind, content in (
            ("/preview.js", "text/javascript", PAGE_SCRIPT),
            ("/preview.css", "text/css", PAGE_STYLE),
        ):
            if path == own:
                start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
                return [content]
        if not path.startswith("/livereload/"):
            with self._epoch_cond:  # a state that is being read comes first
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            self.make(unquote(path).lstrip("/"))
        served: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        return served

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        problems = self.preview.content.blocking if self.preview else ()
        rows = "".join(f"<li>{html.escape(printable(str(problem)))}</li>" for problem in problems)
        panel = (
            (
                f'<section id="previewProblems" role="alert"><h2>{len(problems)} to mend before this can be published</h2>'
                f"<ul>{rows}</ul></section>"
            )
            if rows
            else ""
        )
        added = f'<link rel="stylesheet" href="/preview.css">{panel}<script src="/preview.js" data-epoch="{epoch}"></script>'
        before, body, after = content.partition(b"</body>")
        return before + added.encode() + body + after


def main() -> int:
    """Serve until Ctrl+C."""
    parser = argparse.ArgumentParser(
        prog="scripts/serve", description="Show the site on this machine; it is read again at every change."
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument(
        "--poll",
        action="store_true",
        help="look at every file twice a second: for folders that tell nobody of a change",
    )
    options = parser.parse_args()
    configure_logging(logging.ERROR)
    print("Reading the content ...", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(prefix="ideas-hub-") as folder:
        try:
            server = PreviewServer(Path(folder), options.host, options.port, poll=options.poll)
            server.read_again()
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs has no type for it
        except OSError as error:
            print(
                f"The address {options.host}:{options.port} cannot be used ({error.strerror}). Try scripts/serve --port 8001.",
                file=sys.stderr,
            )
            return 1
        except KeyboardInterrupt:
            server.shutdown()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
