"""What the site is published with tells truly what it was made from, and can be made again."""

import json
import os
import re
import subprocess
from pathlib import Path
from time import time

from tests.conftest import ROOT, SITE_URL

BUILD = ROOT / "scripts/lib/pipeline/build.sh"
TODAY = str(int(time()) // 86_400 * 86_400)
"""At midnight: the real content is not all out before its day."""
SETTINGS = {"SITE_URL": SITE_URL, "REPO_URL": "https://github.com/example/hub", "SOURCE_DATE_EPOCH": TODAY}


def published(site: Path) -> str:
    """Build the site as the workflow does, and return its list of digests."""
    subprocess.run([str(BUILD), str(site)], env={**os.environ, **SETTINGS}, check=True)
    return (site / "SHA256SUMS").read_text(encoding="utf-8")


def test_the_same_commit_gives_the_same_digests_of_all_files(tmp_path: Path) -> None:
    """Whoever runs the command in its second line sees that nothing else went into the site."""
    site = tmp_path / "first/site"
    first = published(site)
    settings = " ".join(f"{name}={value}" for name, value in SETTINGS.items())
    files = {
        path.relative_to(tmp_path / "first/site") for path in (tmp_path / "first/site").rglob("*") if path.is_file()
    }

    assert first == published(tmp_path / "second/site")
    assert first.split("\n")[1] == f"# {settings} scripts/lib/pipeline/build.sh site"
    assert {Path(row[66:]) for row in first.splitlines() if row[0] != "#"} == files - {Path("SHA256SUMS")}
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=site, check=True)


def test_the_list_of_packages_is_that_of_the_lock_file(tmp_path: Path) -> None:
    published(tmp_path / "site")
    listed = json.loads((tmp_path / "site/sbom.json").read_text(encoding="utf-8"))["components"]
    locked = (ROOT / "requirements/site.txt").read_text(encoding="utf-8")

    assert sorted((one["name"], one["version"]) for one in listed) == sorted(
        re.findall(r"^([\w.-]+)==([^\s;]+)", locked, re.MULTILINE)
    )
