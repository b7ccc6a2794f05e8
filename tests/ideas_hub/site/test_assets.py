"""ideas_hub/site/assets.py: names that change with the content, and the security policy."""

from ideas_hub.site.assets import published_assets, security_policy


def test_a_style_sheet_s_name_changes_with_its_content() -> None:
    """A browser may then cache it for ever."""
    before, _ = published_assets({"css/hub.css": b"a{}"})
    after, contents = published_assets({"css/hub.css": b"b{}"})

    assert before["hub.css"].startswith("assets/hub.")
    assert before["hub.css"].endswith(".css")
    assert before["hub.css"] != after["hub.css"]
    assert contents[after["hub.css"]] == b"b{}"


def test_a_font_keeps_its_path() -> None:
    """The style sheet names it."""
    assert published_assets({"fonts/hub.woff2": b"font"})[0]["hub.woff2"] == "assets/fonts/hub.woff2"


def test_the_picture_of_a_theme_takes_no_other_asset_s_name() -> None:
    """A theme may have any id, such as "mark"."""
    addresses, contents = published_assets({"illustrations/mark.svg": b"<svg/>", "img/mark.svg": b"<svg></svg>"})

    assert contents[addresses["mark.svg"]] == b"<svg></svg>"
    assert contents[addresses["illustrations/mark.svg"]] == b"<svg/>"


def test_the_policy_allows_inline_scripts_by_their_hash_alone() -> None:
    """The hash is that of the example in the specification (https://www.w3.org/TR/CSP3/)."""
    policy = security_policy("alert('Hello, world.');")

    assert "script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='; style-src 'self'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_each_inline_script_has_its_own_hash() -> None:
    assert security_policy("one()", "two()").count("'sha256-") == 2


def test_a_style_sheet_loses_its_comments_and_indents_and_nothing_else() -> None:
    rules = b'a { color: red; }\n\n@media print {\n  a::after { content: "/" / ""; } /* why */\n}\n'
    sheet = b"/* Colours:\n   all of them */\n" + rules
    by_name, contents = published_assets({"css/hub.css": sheet})

    assert contents[by_name["hub.css"]] == b'a { color: red; }\n@media print {\na::after { content: "/" / ""; } }\n'
