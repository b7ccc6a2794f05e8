"""scripts/clean-photo FILE ...: take the metadata out of photos, in their place; the pictures stay as they are."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

if __name__ == "__main__":  # the imports below take a second, and Ctrl+C may come in it
    from ideas_hub.commands.ending import end_at_ctrl_c

    end_at_ctrl_c()

from ideas_hub.commands.ending import ended, uninterrupted
from ideas_hub.photos.accept import Refused, kind_of
from ideas_hub.photos.clean import cleaned
from ideas_hub.photos.metadata import find_metadata, in_words
from ideas_hub.photos.originals import read_original
from ideas_hub.problem import printable

IN_HISTORY = "A file that was committed before is still in the history of the repository, as it was."


def main(arguments: list[str]) -> int:
    """Clean each file and say what was taken out; return 1 if any could not be cleaned."""
    parser = argparse.ArgumentParser(
        prog="scripts/clean-photo",
        description="Take out of a photo's file what it tells beyond the picture: places, names, numbers of the "
        "camera. The picture is not encoded again.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a JPEG, PNG, WebP or GIF")
    refused, changed = False, False
    for file in parser.parse_args(arguments).files:
        try:
            changed |= _clean(file)
        except Refused as why:
            refused = True
            sys.stderr.write(f"{printable(str(file))} {why.message} {why.fix}\n")
        except (OSError, ValueError) as error:
            refused = True
            reason = error.strerror if isinstance(error, OSError) else str(error)
            sys.stderr.write(f"{printable(str(file))} cannot be cleaned: {reason}.\n")
    if changed:
        sys.stdout.write(f"{IN_HISTORY}\n")
    return 1 if refused else 0


def _clean(file: Path) -> bool:
    """Clean a file, say what was taken out, and return whether anything was.

    Raises: Refused, OSError, ValueError: the file is then as it was.
    """
    content = read_original(file.parent, file.name)
    result = cleaned(content, file.name)
    if result == content:
        sys.stdout.write(f"{printable(str(file))}: there was nothing to remove.\n")
        return False
    with uninterrupted():
        _replace(file, result)
    found = in_words(find_metadata(content, kind_of(content))) or "nothing about anybody"
    size = f"{len(content) - len(result):,} bytes smaller"
    sys.stdout.write(f"{printable(str(file))}: {size}. Removed: {found}.\n")
    return True


def _replace(file: Path, content: bytes) -> None:
    """Put new bytes in the place of a file, in one step, with the permissions that it has."""
    number, name = tempfile.mkstemp(dir=file.parent, prefix=".clean-photo-")
    try:
        with os.fdopen(number, "wb") as target:
            target.write(content)
        Path(name).chmod(file.stat().st_mode & 0o7777)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


if __name__ == "__main__":
    raise SystemExit(ended(main))
