"""scripts/serve: shows the site on this machine, builds it again at every change, and shows mistakes on the page itself."""

from __future__ import annotations

import argparse
import html
import logging
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from building import ROOT, BuildFailedError, build_site, speak_plainly
from mkdocs.livereload import LiveReloadServer

from ideas_hub.checks.telling import counted
from ideas_hub.content import read_content
from ideas_hub.problem import Problem, printable, report

WATCHED = ("case_studies", "docs", "overrides", "mkdocs.yml")
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
NOTHING_YET = b"<!doctype html><html lang=en><title>Preview</title><body><h1>Nothing could be built yet</h1></body></html>"


class Preview(LiveReloadServer):
    """MkDocs' own live server, with its script in a file so that the pages' security policy holds in the preview too."""

    def __init__(self, folder: Path, host: str, port: int) -> None:
        self.folder = folder
        self.problems: tuple[Problem, ...] = ()
        self.advice: tuple[Problem, ...] = ()
        super().__init__(self.build, host, port, str(folder))
        self.error_handler = self.error_page
        for name in WATCHED:
            self.watch(str(ROOT / name))

    def build(self) -> None:
        """Build again; whatever is wrong, the last good site stays and the mistakes are shown."""
        try:
            content = build_site(self.folder, preview=True, cards=False, address=self.url)
            self.problems = content.blocking if content else ()
            self.advice = content.advice if content else ()
        except BuildFailedError:
            self.problems = read_content(ROOT).blocking
        except Exception:  # noqa: BLE001 a preview must outlive every mistake in a file
            self.problems = read_content(ROOT).blocking
            if not self.problems:
                traceback.print_exc()
        print(report(self.problems) if self.problems else f"Ready: {self.url}", file=sys.stderr, flush=True)
        if self.advice:
            print(counted(self.advice), file=sys.stderr, flush=True)

    def error_page(self, code: int) -> bytes | None:
        """Return the site's own page for an address that is not there."""
        page = self.folder / "404.html"
        content = page.read_bytes() if page.exists() else NOTHING_YET
        return self._inject_js_into_html(content, self._visible_epoch) if code == HTTPStatus.NOT_FOUND else None

    def _serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes] | None:
        for path, kind, content in (("/preview.js", "text/javascript", PAGE_SCRIPT), ("/preview.css", "text/css", PAGE_STYLE)):
            if environ["PATH_INFO"] == path:
                start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
                return [content]
        served: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        return served

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        rows = "".join(f"<li>{html.escape(printable(str(problem)))}</li>" for problem in self.problems)
        panel = (
            (
                f'<section id="previewProblems" role="alert"><h2>{len(self.problems)} to mend before this can be published</h2>'
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
    parser = argparse.ArgumentParser(prog="scripts/serve", description="Show the site on this machine; it is built again at every change.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    speak_plainly(logging.ERROR)
    print("Building the site ...", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(prefix="ideas-hub-") as folder:
        try:
            preview = Preview(Path(folder) / "site", options.host, options.port)
            preview.build()
            preview.serve()  # type: ignore[no-untyped-call]  # MkDocs has no type for it
        except OSError as error:
            print(
                f"The address {options.host}:{options.port} cannot be used ({error.strerror}). Try scripts/serve --port 8001.",
                file=sys.stderr,
            )
            return 1
        except KeyboardInterrupt:
            preview.shutdown()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
