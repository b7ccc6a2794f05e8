"""Links, pictures and headings that are not published are named in the browser as in the build."""

from collections.abc import Iterator
from random import Random

import pytest
from script_checks import Scripts, open_scripts

from ideas_hub.checks.checked_file import checked_file
from ideas_hub.reading.links import resolve_link
from ideas_hub.reading.refusals import PICTURE, RUNS_INTO_MARKS, TITLE_AGAIN, find_refusals
from ideas_hub.web_form.rules import rule_constants
from tests.ideas_hub.web_form.checked_files import file_as_json, problems_as_json
from tests.ideas_hub.web_form.markdown_texts import TextMaker

TARGETS = (
    "https://repair.example/a?b=c#d", "http://repair.example", "https:/repair.example", "https://",
    "ftp://repair.example", "javascript:alert(1)", "java%20script:x", "mailto:mender@repair.example", "tel:999",
    "www.repair.example", "repair.example/x", "other.md", "../docs/about.md#top", "#top", "a\\b.md",
    "//repair.example", "mender@repair.example", "https;//repair.example",
    "https://www.google.com/url?q=https%3A%2F%2Frepair.example%2Fa&sa=D",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Frepair.example",
    "https://urldefense.com/v3/__https://repair.example/a__;!!x", "{{ address }}", "page.html", "httpss://x",
    "data:text/html,x", "", "https://user@repair.example:80/", "https://repair_example",
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Frepair.example",
)  # fmt: skip
WAYS = (
    "[words]({})", "<{}>", "{}", "See {} or not.", "**{}**", "- [a]({}) and {}", "> {}", "| a |\n| --- |\n| {} |",
    "[a][b]\n\n[b]: {}",
)  # fmt: skip
TEXTS = 300
FILE = "case_studies/lamp-swap.md"


@pytest.fixture(scope="module")
def scripts() -> Iterator[Scripts]:
    with open_scripts("micromark", "prose", "markdown", "checks", "link-rules") as running:
        running.ask("open", rule_constants())
        yield running


def texts() -> Iterator[str]:
    random = Random(7)  # noqa: S311 nothing is kept secret by it
    for seed in range(TEXTS):
        yield TextMaker(seed).text()
        yield "\n\n".join(random.choice(WAYS).replace("{}", random.choice(TARGETS)) for _ in range(4))


def test_both_languages_refuse_the_same_parts(scripts: Scripts) -> None:
    count, different = 0, []
    for text in texts():
        checked = checked_file(f"---\ntitle: Tea\n---\n{text}", FILE)
        links = [problem for problem in find_refusals(checked.body, checked.file) if is_named_here(problem.message)]
        found = scripts.ask("check", file_as_json(checked))["problems"]
        count += len(links)
        if found != problems_as_json(links):
            different.append((text, problems_as_json(links), found))
    assert different == []
    assert count > TEXTS


def is_named_here(message: str) -> bool:
    """Return whether it is about a link, a picture or a heading."""
    return (
        message.startswith('the link "')
        or message.endswith(RUNS_INTO_MARKS[0].rpartition('"')[2])
        or message in {PICTURE[0], TITLE_AGAIN[0]}
    )


@pytest.mark.parametrize("text", ["> " * 40 + "Tea", "&" * 30_001], ids=["deep", "parts"])
def test_a_text_that_breaks_a_limit_is_refused_in_both_languages(scripts: Scripts, text: str) -> None:
    checked = checked_file(f"---\ntitle: Tea\n---\n{text}\n", FILE)

    assert scripts.ask("check", file_as_json(checked))["problems"] == problems_as_json(
        find_refusals(checked.body, FILE)
    )


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_is_sound_or_not_in_both_languages(scripts: Scripts, target: str) -> None:
    link = resolve_link(target, FILE)
    checked = checked_file(f"---\ntitle: Tea\n---\n[words](<{target}>)\n", FILE)
    found = [(one["message"], one["fix"]) for one in scripts.ask("check", file_as_json(checked))["problems"]]
    assert found == ([(link.fault, link.fix)] if link.fault else [])
