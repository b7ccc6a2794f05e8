"""Golden files: golden/<case>.md is what an editor wrote, <case>.expected.txt every problem reported."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ideas_hub.engine.cache import Cache
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.problem import Problem, report
from ideas_hub.reading import text_file
from ideas_hub.reading.article import convert
from ideas_hub.reading.front_matter import Parsed, parse_page, parse_yaml
from ideas_hub.reading.markdown import parse
from ideas_hub.reading.prose import prose_of
from ideas_hub.reading.refusals import find_refusals
from ideas_hub.reading.validation import validate
from ideas_hub.repository.dead_links import find_dead_links
from ideas_hub.repository.raw_content import read_all

GOLDEN = Path(__file__).parent / "golden"
FILE = "case_studies/soldering.md"
Check = Callable[[bytes], str]


@pytest.fixture
def check(tree: Path, read: Callable[[Path], tuple[Hub, list[Problem]]]) -> Check:
    """Return what an editor sees of a file with these bytes: problems of its facts, references, text and links."""

    def report_of(content: bytes) -> str:
        (tree / FILE).write_bytes(content)
        hub, problems = read(tree)
        problems += find_dead_links(hub, (), tree, {problem.file for problem in problems})
        return report(sorted((problem for problem in problems if problem.file == FILE), key=Problem.sort_key))

    return report_of


@pytest.mark.parametrize("case", sorted(path.stem for path in GOLDEN.glob("*.md")))
def test_a_file_gets_exactly_these_words(case: str, check: Check) -> None:
    """Every mistake of a file is named in one run, in words that an editor can act on."""
    expected = (GOLDEN / f"{case}.expected.txt").read_text(encoding="utf-8")
    assert check((GOLDEN / f"{case}.md").read_bytes()) + "\n" == expected


def test_every_golden_file_has_its_pair() -> None:
    """No case is skipped because one half of it was renamed."""
    cases = {path.stem for path in GOLDEN.glob("*.md")}
    assert cases == {path.name.removesuffix(".expected.txt") for path in GOLDEN.glob("*.expected.txt")}
    assert len(cases) > 50


def test_a_huge_file_is_refused_before_it_is_read_further(check: Check) -> None:
    """No file can hold up a build: the problem names the limit and the size."""
    assert check(b"x" * (text_file.MAX_BYTES + 1024)) == (
        "case_studies/soldering.md: the file is 257 KB; the limit is 256 KB. "
        "Split it, or move long tables to a data file.\n1 problem to fix."
    )


def test_no_value_can_start_a_line_of_what_is_printed(check: Check) -> None:
    """GitHub obeys lines that start with `::` and any line with `##[`: neither can come from content."""
    hostile = r'"\n::error file=x::y\r\x1b[31m##[error]z"'
    facts = (
        f"---\ntitle: {hostile}\n{hostile}: x\nregion: {hostile}\npublished: {hostile}\nthemes: "
        f"{hostile}\nstatus: {hostile}\n---\n<b\x1b[31m>\n"
    )
    printed = check(facts.encode())
    assert printed.count("\n") >= 5
    assert all(row.startswith(FILE) for row in printed.split("\n")[:-1])
    assert "##[" not in printed
    assert printed.replace("\n", "").isprintable()


def test_mistakes_of_several_files_are_told_in_one_run(tree: Path, change: Callable[..., list[str]]) -> None:
    """One run over three bad files names three files."""
    (tree / "docs/themes/faith.md").write_text("no facts", encoding="utf-8")
    (tree / "docs/regions/wales.md").write_bytes(b"\xff\xfe")
    problems = change(FILE, "region: north-wales", "region: north-wlaes")
    assert [row.split(":")[0] for row in problems] == [FILE, "docs/regions/wales.md", "docs/themes/faith.md"]


bounded = settings(
    max_examples=60, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
MARKS = st.text(st.sampled_from("-:[]{}()<>&*!|>'\"%@`#~=\\_ \t\n\r\u202e\x00aé1.,?") | st.characters(), max_size=120)


def _read_all(raw: bytes) -> list[Problem]:
    text, problems = text_file.decode(raw, FILE)
    parsed = parse_page(text, FILE)
    _, found = validate(parsed, CASE_STUDIES.record, FILE)
    body = parse(text)
    assert "<script" not in convert(body, prose_of(body), FILE).html
    assert all(1 <= passage.line <= text.count("\n") + 1 for passage in prose_of(body).passages)
    return [*problems, *found, *parse_yaml(text, FILE).problems, *find_refusals(body, FILE)]


@bounded
@given(st.binary(max_size=200))
def test_random_bytes_never_raise(raw: bytes) -> None:
    """Whatever is uploaded, an author sees problems, never a traceback."""
    assert all(problem.file == FILE and problem.message for problem in _read_all(raw))


@bounded
@given(MARKS, MARKS)
def test_random_facts_and_text_never_raise(facts: str, body: str) -> None:
    """Text full of marks, above and below the line of ---, is read or named, never fatal."""
    for problem in _read_all(f"---\n{facts}\n---\n{body}".encode("utf-8", "replace")):
        assert str(problem).isprintable()


@settings(bounded, max_examples=25)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda v: st.lists(v, max_size=2) | st.dictionaries(st.text(max_size=4), v, max_size=2),
    )
)
def test_any_value_in_any_field_is_accepted_or_explained(value: object) -> None:
    """A value of the wrong shape has its own message, whichever field it is in."""
    for kind_field in CASE_STUDIES.record.model_fields:
        _, found = validate(Parsed(values={kind_field: value}), CASE_STUDIES.record, FILE)
        assert all("it is not right" not in problem.message for problem in found)


def test_a_folder_with_the_name_of_a_file_is_reported(tree: Path) -> None:
    """What cannot be read is a problem, not an error."""
    (tree / "case_studies/folder.md").mkdir()
    ((result,), _) = read_all(tree, {"case_studies/folder.md": CASE_STUDIES}, {}, Cache(None))
    assert [str(problem) for problem in result.problems] == [
        "case_studies/folder.md: it cannot be read: Is a directory. Check that it is there, is a file, and may be read."
    ]
