"""Tell whether a change touches content alone: content_only.py BEFORE AFTER prints "true" or "false".

Content is what the lines without an owner in .github/CODEOWNERS name, as that file stood BEFORE.
What cannot be told counts as code: no commit BEFORE, or one that AFTER does not follow, as after a forced push.
"""

import re
import subprocess
import sys
from collections.abc import Iterator

OWNERS = ".github/CODEOWNERS"
COMMIT = re.compile(r"[0-9a-f]{40}")


def main() -> int:
    """Print the answer, and to standard error each file that is no content."""
    before, after = sys.argv[1:]
    print("true" if is_content_alone(before, after) else "false")
    return 0


def is_content_alone(before: str, after: str) -> bool:
    """Return whether every file that differs between two commits is content."""
    if not COMMIT.fullmatch(before) or _git("merge-base", "--is-ancestor", before, after) is None:
        print("There is no earlier commit to compare with, so it counts as code.", file=sys.stderr)
        return False
    patterns = list(content_patterns(_git("show", f"{before}:{OWNERS}") or ""))
    changed = (_git("diff", "--name-only", "--no-renames", "-z", before, after) or "").split("\0")
    code = [file for file in changed if file and not is_content(file, patterns)]
    print(*(f"Code: {file}" for file in code), sep="\n", end="\n" if code else "", file=sys.stderr)
    return not code


def content_patterns(owners: str) -> Iterator[re.Pattern[str]]:
    """Yield the pattern of each line that names nobody."""
    for line in owners.splitlines():
        if line.startswith("/") and len(line.split()) == 1:
            yield _as_regex(line.strip())


def is_content(file: str, patterns: list[re.Pattern[str]]) -> bool:
    """Return whether a file, by its path from the root, is content."""
    return any(pattern.fullmatch(file) for pattern in patterns)


def _as_regex(pattern: str) -> re.Pattern[str]:
    """Return a pattern that starts at the root as a regular expression; `**/` is any number of folders."""
    parts = re.split(r"(\*\*/|\*)", pattern.removeprefix("/"))
    signs = {"**/": "(?:.*/)?", "*": "[^/]*"}
    return re.compile(
        "".join(signs.get(part, re.escape(part)) for part in parts) + (".*" if pattern.endswith("/") else "")
    )


def _git(*arguments: str) -> str | None:
    """Return what git prints, or None if it fails."""
    run = subprocess.run(["git", *arguments], capture_output=True, check=False)
    return run.stdout.decode("utf-8", "surrogateescape") if run.returncode == 0 else None


if __name__ == "__main__":
    raise SystemExit(main())
