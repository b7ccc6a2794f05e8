"""scripts/serve: show the site on this machine, reload it after every change, and show mistakes on the page."""

import argparse
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def main() -> int:
    """Serve until Ctrl+C or SIGTERM; return 1 if the address cannot be used."""
    options = _options()
    for number in ENDING_SIGNALS:
        signal.signal(number, _end)
    print("Reading the content ...", file=sys.stderr, flush=True)
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING_SIGNALS)  # until the folder is sure to be removed
    with tempfile.TemporaryDirectory(prefix="ideas-hub-") as folder:
        try:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING_SIGNALS)
            # this import takes a second, in which the signals must be handled already
            from preview import program  # noqa: PLC0415

            return program.run(Path(folder), options.host, options.port, poll=options.poll)
        finally:  # the folder is removed however often Ctrl+C is pressed
            for number in ENDING_SIGNALS:
                signal.signal(number, signal.SIG_IGN)


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


if __name__ == "__main__":
    raise SystemExit(main())
