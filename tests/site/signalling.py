"""A build that gets a signal at a moment that is known by what it does, not by a clock."""

SIGNALLED = """
import os, signal, sys
main, seen = os.getpid(), 0
def signal_once(event, arguments):
    global seen
    if os.getpid() == main and event.startswith({event!r}) and any({name!r} in str(one) for one in arguments):
        seen += 1
        if seen == {number}:
            {send}
sys.addaudithook(signal_once)
"""


def signalled(event: str | tuple[str, ...], name: str, number: int = 1, send: str = "os.kill(0, signal.SIGINT)") -> str:
    """Return code that sends a signal to a build, and by itself to its workers, as Ctrl+C does.

    event: how the name of an audit event begins, or several (docs.python.org/3/library/audit_events.html).
    name: a part of what it is about.
    number: how many of them it takes.
    """
    return SIGNALLED.format(event=event, name=name, number=number, send=send)
