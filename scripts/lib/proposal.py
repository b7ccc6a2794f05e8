"""What a workflow proposes as a draft pull request, as a file that .github/workflows/propose.yml takes."""

import base64
import json
from collections.abc import Mapping
from pathlib import Path

MAX_BODY = 60_000  # characters; a pull request can have 65,536


def write_proposal(path: Path, branch: str, title: str, body: str, changes: Mapping[str, bytes | None]) -> None:
    """Write a proposal as JSON.

    branch: lower-case letters, digits and hyphens.
    title: of the pull request, and of its one commit.
    body: Markdown; what is too long is cut.
    changes: the new bytes of each file, by path from the repository's root; None for a file that goes.
    """
    additions = [
        {"path": file, "contents": base64.b64encode(content).decode()}
        for file, content in changes.items()
        if content is not None
    ]
    deletions = [{"path": file} for file, content in changes.items() if content is None]
    proposal = {"branch": branch, "title": title, "body": body[:MAX_BODY]}
    path.write_text(json.dumps({**proposal, "additions": additions, "deletions": deletions}), encoding="utf-8")
