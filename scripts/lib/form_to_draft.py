"""Propose the form for stories as it should be, for .github/workflows/form.yml: print whether the one there is old.

form_to_draft.py PROPOSAL
"""

import sys
import zlib
from pathlib import Path

from proposal import write_proposal

from ideas_hub.drafting.issue_form import FORM, find_stale_form, story_form
from ideas_hub.drafting.questions import form_questions
from ideas_hub.repository.load import read_hub

ROOT = Path(__file__).resolve().parents[2]
TITLE = "Bring the form for stories up to date"
BODY = """\
The themes, regions, communities, lists or questions of the hub have changed. This is the form that goes with them.

There is no hurry: if something is missing from the old form, people can write it in their own words.
Press "Ready for review", then merge it. If there is an older pull request of this name, close that one.
"""


def main(root: Path = ROOT) -> int:
    """Write the proposal if the form is old; its branch is named after its content, so that it is proposed once."""
    hub, _ = read_hub(root)
    old = bool(list(find_stale_form(hub, root)))
    if old:
        form = story_form(form_questions(hub)).encode()
        write_proposal(Path(sys.argv[1]), f"form-{zlib.crc32(form)}", TITLE, BODY, {FORM: form})
    print(f"old={str(old).lower()}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
