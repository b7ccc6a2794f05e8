"""An entry in another language than the hub's: wherever its words are shown, their language and direction are given."""

import json
import re
from collections.abc import Iterator

import pytest

from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.site.settings import Settings
from tests.conftest import SITE_URL, lay_hub
from tests.ideas_hub.conftest import all_files
from tests.ideas_hub.site.conftest import Edit

WELSH, ENGLISH = "case-studies/gwnio-yn-y-bala/", "case-studies/soldering/"
STUDY, TITLE, SUMMARY = "case_studies/clock-club.md", "ساعات", "تعلم الناس إصلاح الساعات"
CHUNK = re.compile(r'ideasHub\.chunk\("cards\d+\.\w+",(.*)\);')


@pytest.fixture(scope="module")
def files(context: BuildContext) -> dict[str, bytes]:
    return all_files(context)


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site with an entry in Arabic."""
    root = lay_hub(tmp_path_factory.mktemp("arabic") / "hub")
    text = (root / STUDY).read_text(encoding="utf-8")
    text = re.sub(
        r"^title: .*\nsummary: .*$", f"title: {TITLE}\nsummary: {SUMMARY}\nlanguage: ar", text, flags=re.MULTILINE
    )
    (root / STUDY).write_text(text, encoding="utf-8")
    return all_files(load_context(root, Settings(url=SITE_URL, cards=False), cached=False))


def page(files: dict[str, bytes], address: str) -> str:
    return files[f"{address}index.html"].decode()


def cards(files: dict[str, bytes]) -> Iterator[list[object]]:
    for path, content in files.items():
        if found := CHUNK.match(content.decode()) if path.startswith("search/cards") else None:
            yield from json.loads(found[1])


def test_the_page_gives_the_language_of_the_entry_s_own_words_and_of_no_others(files: dict[str, bytes]) -> None:
    """The words around them are the hub's, and a screen reader changes its voice for each."""
    html = page(files, WELSH)

    assert '<html lang="en-GB">' in html
    assert '<h1 lang="cy" dir="ltr">Gwnïo' in html
    assert '<p class="lead" lang="cy" dir="ltr">' in html
    assert '<div class="prose" lang="cy" dir="ltr">' in html
    assert re.search(r'<ul lang="cy" dir="ltr">\n<li>Paned a sgwrs', html)
    assert '<h2 id="whatHelped">' in html
    assert '<dt>Language</dt><dd dir="auto">Welsh</dd>' in html
    assert '<meta name="DCTERMS.language" content="cy">' in html


def test_a_page_in_the_hub_s_language_says_nothing_of_it(files: dict[str, bytes]) -> None:
    html = page(files, ENGLISH)

    assert '<h1 dir="auto">' in html
    assert '<div class="prose">' in html
    assert "<dt>Language</dt>" not in html


def test_structured_data_names_the_language(files: dict[str, bytes]) -> None:
    for address, language in ((WELSH, "cy"), (ENGLISH, "en-GB")):
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(files, address))
        assert found
        assert json.loads(found[1])["@graph"][0]["inLanguage"] == language


def test_lists_cards_and_links_give_the_language_of_title_and_summary(files: dict[str, bytes]) -> None:
    html = page(files, "themes/mending-clothes/")

    assert re.search(r'<h3 lang="cy" dir="ltr"><a href="[^"]*gwnio-yn-y-bala/">', html)
    assert '<p class="gist" lang="cy" dir="ltr">Daeth pobl hŷn' in html


def test_right_to_left_text_gets_its_direction_everywhere(arabic: dict[str, bytes]) -> None:
    html = page(arabic, "case-studies/clock-club/")

    assert f'<h1 lang="ar" dir="rtl">{TITLE}</h1>' in html
    assert '<div class="prose" lang="ar" dir="rtl">' in html
    assert '<dt>Language</dt><dd dir="auto">Arabic</dd>' in html
    assert f'<p class="gist" lang="ar" dir="rtl">{SUMMARY}</p>' in page(arabic, "themes/tools-electrics/")
    shown_by = page(arabic, "learning-points/keep-enough-fixers/")
    assert f'lang="ar" dir="rtl">{TITLE}</a>' in shown_by


def test_feeds_give_the_language_of_an_item(arabic: dict[str, bytes]) -> None:
    atom = arabic["case-studies/feed.xml"].decode()
    items = {item["title"]: item for item in json.loads(arabic["case-studies/feed.json"])["items"]}

    assert '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">' in atom
    assert f'<title xml:lang="ar">{TITLE}</title>' in atom
    assert f'<summary xml:lang="ar">{SUMMARY}</summary>' in atom
    assert items[TITLE]["language"] == "ar"
    assert '<p lang="ar" dir="rtl">' in items[TITLE]["content_html"]
    assert "language" not in items["Soldering together in Conwy"]


def test_search_and_shortlist_know_language_and_direction(arabic: dict[str, bytes]) -> None:
    """Nothing is added to a card in the hub's own language."""
    by_title = {card[0]: card for card in cards(arabic)}
    kept = b"".join(content for path, content in arabic.items() if path.startswith("shortlist/facts."))

    assert by_title[TITLE][5:] == [["ar", "rtl"]]
    assert by_title["Soldering together in Conwy"][5:] == []
    assert b'["cy","ltr"]' in kept
    assert b'["ar","rtl"]' in kept
    assert any(b"arabic" in content for path, content in arabic.items() if path.startswith("search/spelling."))


def test_data_and_citations_name_the_language(files: dict[str, bytes]) -> None:
    rows = {row["id"]: row for row in json.loads(files["data/case-studies.json"])}

    assert rows["gwnio-yn-y-bala"]["language"] == "cy"
    assert "language" not in rows["soldering"]
    assert b"LA  - cy\r\n" in files["data/citations.ris"]
    assert b"language = {Welsh}" in files["data/citations.bib"]


def test_the_hub_s_own_language_may_be_given_too(edit: Edit, files: dict[str, bytes]) -> None:
    edited = edit("case_studies/soldering.md", "region:", "language: EN-gb\nregion:")

    assert page(all_files(edited), ENGLISH) == page(files, ENGLISH)
