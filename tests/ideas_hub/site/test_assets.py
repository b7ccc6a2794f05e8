"""ideas_hub/site/assets.py: names that change with the content, and the security policy."""

from pathlib import Path

import pytest

from ideas_hub.site.assets import read_assets, security_policy


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a style sheet, a font and a file that an editor's computer left behind."""
    for name, content in {"css/hub.css": b"a{}", "fonts/hub.woff2": b"font", ".DS_Store": b"junk"}.items():
        path = tmp_path / "docs/assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path


def test_a_style_sheet_s_name_changes_with_its_content(root: Path) -> None:
    """A browser may then cache it for ever."""
    before, _ = read_assets(root)
    (root / "docs/assets/css/hub.css").write_bytes(b"b{}")
    after, contents = read_assets(root)

    assert before["hub.css"].startswith("assets/hub.")
    assert before["hub.css"].endswith(".css")
    assert before["hub.css"] != after["hub.css"]
    assert contents[after["hub.css"]] == b"b{}"


def test_a_font_keeps_its_path(root: Path) -> None:
    """The style sheet names it."""
    assert read_assets(root)[0]["hub.woff2"] == "assets/fonts/hub.woff2"


def test_hidden_files_are_not_published(root: Path) -> None:
    assert sorted(read_assets(root)[0]) == ["hub.css", "hub.woff2"]


def test_the_policy_allows_inline_scripts_by_their_hash_alone() -> None:
    """The hash is that of the example in the specification (https://www.w3.org/TR/CSP3/)."""
    policy = security_policy("alert('Hello, world.');")

    assert "script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='; style-src 'self'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_each_inline_script_has_its_own_hash() -> None:
    assert security_policy("one()", "two()").count("'sha256-") == 2
