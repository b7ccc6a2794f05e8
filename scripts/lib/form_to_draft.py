"""Propose the forms for stories as they should be, for .github/workflows/form.yml: print whether one there is old.

form_to_draft.py PROPOSAL
"""

import sys
import zlib
from pathlib import Path

from proposal import write_proposal

from ideas_hub.drafting.issue_form import find_stale_form, issue_forms
from ideas_hub.repository.load import read_hub

ROOT = Path(__file__).resolve().parents[2]
TITLE = "Bring the forms for stories up to date"
BODY = """\
The themes, regions, communities, lists or questions of the hub have changed. These are the forms that go with them.

There is no hurry: if something is missing from an old form, people can write it in their own words.
Press "Ready for review", then merge it. If there is an older pull request of this name, close that one.
"""


def main(root: Path = ROOT) -> int:
    """Write the proposal if a form is old; its branch is named after its content, so that it is proposed once."""
    hub, _ = read_hub(root)
    forms = issue_forms(hub)
    new: dict[str, bytes | None] = {one.file: forms[one.file].encode() for one in find_stale_form(hub, root)}
    if new:
        digest = zlib.crc32(b"".join(filter(None, new.values())))
        write_proposal(Path(sys.argv[1]), f"form-{digest}", TITLE, BODY, new)
    print(f"old={str(bool(new)).lower()}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
