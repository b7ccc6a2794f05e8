"""scripts/serve: show the site on this machine, reload it after every change, and show mistakes on the page."""

import argparse
import logging
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def main() -> int:
    """Serve until Ctrl+C or SIGTERM; return 1 if the address cannot be used."""
    options = _options()
    for number in ENDING_SIGNALS:
        signal.signal(number, _end)
    print("Reading the content ...", file=sys.stderr, flush=True)
    with _temporary_folder() as folder:
        return _serve(folder, options.host, options.port, poll=options.poll)


def _serve(folder: Path, host: str, port: int, *, poll: bool) -> int:
    # these imports take a second, in which the signals must be handled already
    from mkdocs_build import ROOT, configure_logging  # noqa: PLC0415
    from preview.http_server import PreviewServer, serving  # noqa: PLC0415
    from preview.live_site import LiveSite  # noqa: PLC0415
    from preview.loading import Loader  # noqa: PLC0415
    from preview.watching import watching  # noqa: PLC0415

    configure_logging(logging.ERROR)
    live = LiveSite()
    try:
        server = PreviewServer(host, port, live)
    except OSError as error:
        advice = f"The address {host}:{port} cannot be used ({error.strerror}). Try scripts/serve --port 8001."
        print(advice, file=sys.stderr)
        return 1
    loader = Loader(server.url, folder)
    with server, watching(ROOT, live.note_change, poll=poll):
        live.reload(loader.load)
        with serving(server):
            while True:
                live.wait_for_change()
                try:
                    live.reload(loader.load)
                except Exception:  # noqa: BLE001 the preview keeps running, and shows the last state
                    traceback.print_exc()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/serve", description="Show the site on this machine; it is read again at every change."
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument(
        "--poll", action="store_true", help="check every file twice a second: for file systems without notification"
    )
    return parser.parse_args()


def _end(*_: Any) -> None:  # noqa: ANN401 whatever a signal brings along
    """End the program in the ordinary way, from wherever it is; in a worker process, too, without a traceback."""
    sys.exit(0)


@contextmanager
def _temporary_folder() -> Iterator[Path]:
    """Yield a folder that is gone afterwards, however often Ctrl+C is pressed."""
    with tempfile.TemporaryDirectory(prefix="ideas-hub-") as folder:
        try:
            yield Path(folder)
        finally:
            for number in ENDING_SIGNALS:
                signal.signal(number, signal.SIG_IGN)


if __name__ == "__main__":
    raise SystemExit(main())
