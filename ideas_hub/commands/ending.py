"""How a command ends that is stopped, or that the system fails: with one line, and never with a traceback."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

STOPPED = 130  # what a shell expects of a program that Ctrl+C has ended


def end_at_ctrl_c() -> None:
    """End this program with one line as soon as Ctrl+C comes, wherever it is; its workers end with it."""
    main = os.getpid()

    def end(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # it may come twice, and is to be answered once
        if os.getpid() == main:
            os.write(sys.stderr.fileno(), b"\nStopped.\n")
        os._exit(STOPPED)  # nothing is left to tidy, and an exception might be met where nobody can catch it

    signal.signal(signal.SIGINT, end)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl+C wait until a file is written whole."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def ended(main: Callable[[list[str]], int]) -> int:
    """Run a command with the arguments of this program, and return its exit status: 1 if the system fails it."""
    try:
        status = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads what is printed has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        sys.stderr.write(f"{reason(error)}.\n")
        return 1
    gc.freeze()  # the program ends with all it holds: to look through that for garbage takes a twentieth of a check
    return status


def reason(error: OSError) -> str:
    """Return what the system refused, and for which file if it says so: "site: Permission denied"."""
    return ": ".join(str(part) for part in (error.filename2 or error.filename, error.strerror or error) if part)
