"""What scripts/serve does: read the content, show it, and read it again after every change.

Only what changed is read and rendered again.
"""

import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from io import StringIO
from pathlib import Path

from local_server import serving
from mkdocs_build import build_prose
from site_build import ROOT, BuildFailedError, load_settings

from ideas_hub.engine.parallel import gc_paused
from ideas_hub.problem import report
from ideas_hub.repository.raw_content import ReadingMemo
from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.site.preview import Preview
from preview.answers import reason_of
from preview.http_server import PreviewServer
from preview.live_site import LiveSite, LoadingError, Site
from preview.watching import watching


def run(folder: Path, host: str, port: int, *, poll: bool) -> int:
    """Show the site until a signal ends the program; return 1 if the address cannot be used.

    folder: for MkDocs to render into; temporary.
    poll: look at every file again and again to notice changes.
    """
    logging.basicConfig(format="%(message)s", level=logging.ERROR)
    live = LiveSite()
    try:
        server = PreviewServer(host, port, live)
    except OSError as error:
        advice = f"The address {host}:{port} cannot be used ({error.strerror}). Try scripts/serve --port 8001."
        print(advice, file=sys.stderr)
        return 1
    load = partial(load_site, server.url, folder, {})
    with server, watching(ROOT, live.note_change, poll=poll), serving(server):
        while True:
            live.wait_for_change()
            live.reload(load)


@contextmanager
def failures_told() -> Iterator[None]:
    """Let whatever goes wrong be a LoadingError that says all that was logged: MkDocs gives its reasons nowhere else.

    Raises: LoadingError: what it says is in the log, too.
    """
    log = StringIO()
    handler = logging.StreamHandler(log)
    logging.getLogger().addHandler(handler)
    try:
        yield
    except Exception as error:  # noqa: BLE001 the preview keeps running, and shows the last state
        if not isinstance(error, BuildFailedError):
            logging.getLogger("preview").error(reason_of(error))  # noqa: TRY400 the reason alone, no traceback
        raise LoadingError(log.getvalue() or str(error)) from None
    finally:
        logging.getLogger().removeHandler(handler)


@gc_paused()
@failures_told()
def load_site(url: str, folder: Path, memo: ReadingMemo, last: Site | None) -> Site:
    """Return the site of the content as it is now, or of what is valid in it, and print what must be fixed.

    url: the preview's own address, instead of SITE_URL.
    memo: what was read so far.
    last: the site of the state before.
    Raises: LoadingError.
    """
    settings, key = load_settings(ROOT, cards=False, address=url, strict=False)
    context = load_context(ROOT, settings, memo=memo)
    preview = Preview(context, last.preview if last else None)
    digest = preview.prose_key(key)
    prose = last.prose if last and last.prose_digest == digest else _prose(folder, context)
    print(report(context.blocking) if context.blocking else f"Ready: {url}", file=sys.stderr, flush=True)
    return Site(preview, prose, digest)


def _prose(folder: Path, context: BuildContext) -> Mapping[str, bytes]:
    build_prose(folder, context)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
