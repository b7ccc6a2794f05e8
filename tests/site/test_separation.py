"""The engine knows no hub: another network's hub differs in content and settings only."""

import re
from pathlib import Path

import pytest

from tests.conftest import BASE, ROOT

NAMES = (
    r"Ideas Hub|ideas-hub|Thriving Communities|NHS|England|English regions|London|Midlands|Yorkshire"
    r"|North (?:East|West)|South (?:East|West)|Somerset|Rochdale|Norfolk|social prescrib\w*|link workers?"
    r"|Arts Council|National Academy|ONS|Office for National Statistics|fund-evaluation|people-counted|take-up-rate"
    r"|petrus-community|spark-somerset|O[1-6]|E4\d{7}|TC-\d+|the Fund\b|the report\b"
)
NOUN = re.compile(rf"(?<![\w-])(?:{NAMES})(?![\w])", re.IGNORECASE)
"""What only this hub can say: its name, its funder, its country and regions, its sources, its ids."""

TEXT_SUFFIXES = {".html", ".md", ".txt", ".xml", ".json", ".geojson", ".csv", ".js", ".css", ".bib", ".ris", ".svg"}
MEANT_OTHERWISE = {
    "checks/capitals.py": {"NHS"},  # better known short than in full, everywhere in Britain
    "checks/better_words.py": {"NHS"},  # a source of the rule
    "checks/personal_identifiers.py": {"NHS"},  # the number that people in Britain have
    "checks/figure_base.py": {"the report"},  # words that say a base is unknown
    "model/when.py": {"London"},  # the name of the time that all clocks in Britain show
    "reading/emoji_names.py": {"england", "o2"},  # a flag, and a button
    "reading/hidden_characters.py": {"England"},  # the flags that Unicode spells with hidden characters
    # words of English that anybody may type, whatever the hub
    "search/data/common_words.txt": {"england", "london", "midlands", "norfolk", "somerset", "yorkshire"},
    "search/data/common_words_by_hand.txt": {"nhs"},
}
"""The few names in the core, by file, each for a reason that holds for every hub."""

ENGINES_OWN = re.compile(r"The look of the Ideas Hub|ideas-hub-shortlist")
"""The engine's name: in a comment of its style sheet, and where a browser keeps the shortlists that readers have."""

POSTINGS = re.compile(r'(?<=",)"(?:[\w-]+\.[\w-]+,?)+"')
"""Numbers, written with letters as well as digits."""


def names_in(text: str) -> set[str]:
    return {" ".join(found.split()) for found in NOUN.findall(text)}


def sources() -> list[Path]:
    files = [*(ROOT / "ideas_hub").rglob("*"), *(ROOT / "overrides").rglob("*"), *(ROOT / "hooks").glob("*.py")]
    return [
        file for file in files if file.suffix in {".py", ".yml", ".html", ".md", ".txt"} and "fonts" not in file.parts
    ]


@pytest.mark.parametrize("file", sources(), ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_name_of_this_hub_is_in_the_core_or_in_a_template(file: Path) -> None:
    allowed = MEANT_OTHERWISE.get(file.relative_to(ROOT).as_posix().removeprefix("ideas_hub/"), set())

    assert {name for name in names_in(file.read_text(encoding="utf-8")) if name not in allowed} == set()


def test_every_exception_is_still_needed() -> None:
    found = {file: names_in((ROOT / "ideas_hub" / file).read_text(encoding="utf-8")) for file in MEANT_OTHERWISE}

    assert {file: names & found[file] for file, names in MEANT_OTHERWISE.items()} == MEANT_OTHERWISE


def test_no_published_file_of_another_networks_hub_has_a_name_of_this_one(built_site: Path) -> None:
    """Its pages, its data, its feeds, its search and its style sheets; addresses of the test itself do not count."""
    found = {}
    for path in sorted(built_site.rglob("*")):
        if path.suffix in TEXT_SUFFIXES and not path.name.startswith(("related.", "rules.")):  # as above
            text = ENGINES_OWN.sub("", path.read_text(encoding="utf-8").replace(BASE, "/"))
            if names := names_in(POSTINGS.sub("", text) if path.name.startswith("words.") else text):
                found[path.relative_to(built_site).as_posix()] = names

    assert found == {}
    assert len(list(built_site.rglob("*.html"))) > 60
