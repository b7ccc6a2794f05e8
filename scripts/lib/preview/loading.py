"""Read the content for the preview. Only what changed is read and rendered again."""

import sys
from collections.abc import Mapping
from pathlib import Path

from mkdocs_build import ROOT, build_prose, read_config

from ideas_hub.checks.reports import summary_line
from ideas_hub.engine.parallel import gc_paused
from ideas_hub.problem import report
from ideas_hub.repository.raw_content import ReadingMemo
from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.site.preview import Preview
from ideas_hub.site.settings import read_settings
from preview.live_site import Site


class Loader:
    """Loads one site after another, and prints what must be fixed in each."""

    def __init__(self, url: str, folder: Path) -> None:
        """Load nothing yet.

        url: the preview's own address, instead of SITE_URL.
        folder: for MkDocs to render into; temporary.
        """
        self.url, self.folder = url, folder
        self.memo = ReadingMemo()

    @gc_paused()
    def load(self, last: Site | None) -> Site:
        """Load all content; mistakes are shown, and the site is made from the valid content."""
        config = read_config(ROOT, self.folder, address=self.url, strict=False)
        config.extra["cards"] = False
        context = load_context(ROOT, read_settings(config), memo=self.memo)
        preview = Preview(context, last.preview if last else None)
        digest = preview.prose_digest
        prose = last.prose if last and last.prose_digest == digest else self._prose(context)
        self._print(context)
        return Site(preview, prose, digest)

    def _prose(self, context: BuildContext) -> Mapping[str, bytes]:
        build_prose(self.folder, context)
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}

    def _print(self, context: BuildContext) -> None:
        print(report(context.blocking) if context.blocking else f"Ready: {self.url}", file=sys.stderr, flush=True)
        if context.advice:
            print(summary_line(context.advice), file=sys.stderr, flush=True)
