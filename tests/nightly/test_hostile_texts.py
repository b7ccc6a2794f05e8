"""No text under the limit of size takes long to read and check, whatever its 250 KB are made of."""

from collections.abc import Callable
from itertools import count, takewhile
from pathlib import Path
from time import process_time

import pytest

from ideas_hub.checks.checked_file import checked_page
from ideas_hub.checks.run import apply_text_rules, check_text
from ideas_hub.model.data_files import EvidenceFile
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.problem import first_of_each_kind
from ideas_hub.reading.data_files import EVIDENCE_FILE, GLOSSARY_FILE, read_glossary, read_yaml
from ideas_hub.reading.documents import document_of, parse_file
from ideas_hub.reading.glossary_links import GlossaryMatcher

SIZE = 250_000
SECONDS = 1.5  # the slowest take one, and most a third of that, on a machine of their own
FACTS = (
    "title: A\n",
    "k{}: v\n",
    "k{}: 0770{:07}\n",
    "worked: [a, b]\n",
    "# 0770{:07}\n",
    "a: \u202e\n",
    "- a\n",
    "a: &b c\n",
    " a: b\n",
    "a{}: !b c\n",
    'a{}: "\\t"\n',
)
ITEMS = ("0770{:07}", "a{}", "{{value: {}}}", "{{item: 0770{:07}, why: a}}", '"\\u202e{}"', "born on 3 April {}")
WORDS = (
    "077{:08} ", "077{:08}\n", "a{}@b.cd ", "TA1 {}AA ", "DE89 3704 0044 0532 0130 00 ", "born on 3 April 1951 ", "b. ",
    "jo[at]example.", "a @ b ", "[at]", "20-00-00 account ", "GB29 ", "0 ", "0 7 7 ", "1.", "QX4 7", "&#48;", "%40",
    "all the people who were ", "a child born ", "[click here](https://a.b)\n\n", "# a\n\n", "AAAA BBBB. ", "a\u0301",
    "\u202e", "[^{}]: javascript:a\n\n", "| ` | `<b>` |\n", "<b> ", "50% came.\n\n", "[a](b{}.md) ",
    "7 ", "1, ", "0 7 ", "44 ", "1.2 ", "+1 ", "7", "utilise ", "in order to ", "suffering from ", "\x00", "\xad",
    "\ue000", "///", "www.a.b ", ":a:", "*[a]: b\n", "> > a\n", "[", "|a", "&", "A. ", "12\u00b0 3' ", "W{}W (WX{}) ",
)  # fmt: skip
ROWS = ("a\n", "a,", '"', '""', "077{:08},a\n", "a,51.12345\n", "=1,;=1\n", "a{},b,c\n")


def filled(piece: str) -> str:
    """Return a text of a piece over and over, each with the next number where it has a place for one."""
    pieces = (piece.format(number, number) for number in count()) if "{" in piece else (piece for _ in count())
    room = [SIZE]

    def fits(text: str) -> bool:
        room[0] -= len(text.encode())
        return room[0] > 0

    return "".join(takewhile(fits, pieces))


TEXTS = [
    *(f"---\n{filled(row)}---\n\nText.\n" for row in FACTS),
    *(f"---\nworked:\n{filled(f'- {item}' + chr(10))}---\n\nText.\n" for item in ITEMS),
    *(f"---\nsearch_terms: [{filled(f'{item}, ')}]\n---\n\nText.\n" for item in ITEMS),
    *(f"---\ntitle: A\n---\n\n{filled(words)}\n" for words in WORDS),
]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:60] + text[200_000:200_020])
def test_a_page_is_read_and_checked_within_seconds(text: str) -> None:
    start = process_time()
    opened = parse_file(CASE_STUDIES, "case_studies/x.md", text.encode())
    document_of(opened, GlossaryMatcher({}))
    problems = apply_text_rules(checked_page(opened, frozenset())).problems

    assert process_time() - start < SECONDS
    assert len(first_of_each_kind(problems)) < 200


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("file", ["docs/projects/projects.csv", "docs/notes.txt"])
def test_a_table_or_a_note_is_checked_within_seconds(file: str, row: str) -> None:
    start = process_time()
    check_text(file, f"id,name,latitude\n{filled(row)}".encode(), frozenset())

    assert process_time() - start < SECONDS


@pytest.mark.parametrize("read", [read_glossary, lambda root: read_yaml(root, EVIDENCE_FILE, EvidenceFile)])
@pytest.mark.parametrize(
    ("start", "row"),
    [
        ("", "k{}: v\n"),
        ("", "k{}: {{}}\n"),
        ("", "k{}: {{meaning: a}}\n"),
        ("", "k{}: [[[[[]]]]]\n"),
        ("", "a: b\n"),
        ("a:\n", "- [a]\n"),
        ("a:\n", "- - a\n"),
        ("a:\n", "- a: b\n"),
        ("figures:\n", "- a\n"),
        ("figures:\n", "- {{value: {}}}\n"),
        ("a: ", "7 "),
        ("a: ", "["),
    ],
)
def test_a_data_file_is_read_and_checked_within_seconds(
    tmp_path: Path, read: Callable[[Path], tuple[object, ...]], start: str, row: str
) -> None:
    text = f"{start}{filled(row)}"
    for file in (GLOSSARY_FILE, EVIDENCE_FILE):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    begun = process_time()
    check_text(GLOSSARY_FILE, text.encode(), frozenset())
    read(tmp_path)

    assert process_time() - begun < SECONDS
