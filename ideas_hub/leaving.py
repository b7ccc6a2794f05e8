"""How a command ends that holds a whole hub in its memory."""

from __future__ import annotations

import os
import sys
from typing import NoReturn


def leave(status: int) -> NoReturn:
    """End this process at once with a status, after what it said.

    Python would first take apart, piece by piece, what was read of thousands of files: half a second of nobody's use.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
