"""An entry whose day of publication is still to come: nothing of it is in the site before that day, all of it after."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.site.settings import Settings
from tests.conftest import SITE_URL, lay_hub
from tests.ideas_hub.conftest import CASE_STUDY, FILES, LEARNING_POINT, PROGRAMME, all_files

STUDY = CASE_STUDY.replace("Soldering together in Conwy", "Kettles in Corwen").replace("2026-08-31", "2031-05-01")
POINT = LEARNING_POINT.replace("Say hello to everyone at the door", "Wave at the bus").replace(
    "2026-08-31", "2031-05-01"
)
FUND = PROGRAMME.replace("Spare Parts Fund", "Kettle Fund").replace("2026-08-01", "2031-05-01")
SCHEDULED = {
    "case_studies/kettles.md": STUDY.replace("{value: 24", "{id: kettles-mended, value: 24"),
    "docs/learning-points/wave.md": POINT,
    "docs/programmes/kettle-fund.md": FUND,
}
DAY_BEFORE, ITS_DAY = "1935273600", "1935360000"
"""30 April and 1 May 2031, in seconds since 1970."""

Files = Callable[..., dict[str, bytes]]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_hub(tmp_path_factory.mktemp("scheduled") / "hub")


@pytest.fixture
def load(root: Path) -> Iterator[Callable[..., BuildContext]]:
    """Write some files, and load the content; afterwards they are gone or as they were."""
    written: list[str] = []

    def load_with(files: dict[str, str], *, cached: bool = False) -> BuildContext:
        for file, text in files.items():
            (root / file).write_text(text, encoding="utf-8")
        written.extend(files)
        return load_context(root, Settings(url=SITE_URL, cards=False), cached=cached)

    yield load_with
    for file in written:
        if file in FILES:
            (root / file).write_text(FILES[file], encoding="utf-8")
        else:
            (root / file).unlink(missing_ok=True)


def pointing(words: str, extra: str = "") -> dict[str, str]:
    """Return files that name a scheduled entry each, or do not."""
    hello, fund = FILES["docs/learning-points/say-hello.md"], FILES["docs/programmes/parts-fund.md"]
    project = FILES["docs/projects/projects.csv"].replace(
        "withdrawn,,", "withdrawn,kettles," if extra else "withdrawn,,"
    )
    shown = "evidenced_by:\n  - {case_study: kettles, basis: inferred}\n" if extra else "evidenced_by:\n"
    figures = "figures: [kettles-mended, items-brought]" if extra else "figures: [items-brought]"
    return {
        "docs/learning-points/say-hello.md": hello.replace("evidenced_by:\n", shown)
        .replace("figures: [items-brought]", figures)
        .replace("A hello matters.", f"A hello matters, {words}."),
        "docs/programmes/parts-fund.md": fund.replace("owner:", f"{extra}owner:"),
        "docs/projects/projects.csv": project,
    }


LINKED = (
    r"as *a [kettle \[of\] **one** `cup`](../../case_studies/kettles.md) shows* [too]"
    "\n\n[too]: ../../case_studies/kettles.md\n\nand"
)
PLAIN = r"as *a kettle \[of\] **one** `cup` shows* too" + "\n\n[too]: ../../case_studies/kettles.md\n\nand"


def test_before_its_day_the_site_is_that_of_a_hub_without_it(load: Callable[..., BuildContext]) -> None:
    """Pages, lists, counts, search, feeds, data, redirects; what points to it does so in plain words, or not at all."""
    scheduled = load(SCHEDULED | pointing(LINKED, "part_of: kettle-fund\n"))
    assert [problem for problem in scheduled.problems if problem.severity == "must fix"] == []
    with_it = all_files(scheduled)
    for file in SCHEDULED:
        (scheduled.root / file).unlink()
    without_it = all_files(load(pointing(PLAIN)))

    assert {path for path in with_it if with_it[path] != without_it.get(path)} == set()
    assert with_it.keys() == without_it.keys()


def test_from_its_day_on_everything_of_it_is_there(
    load: Callable[..., BuildContext], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What points to it is a link then."""
    files = SCHEDULED | pointing(LINKED, "part_of: kettle-fund\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY_BEFORE)
    before = load(files, cached=True)
    before_digest = before.docs_digest
    assert not before.hub.entry_by_address.keys() & {"case-studies/kettles/", "learning-points/wave/"}

    monkeypatch.setenv("SOURCE_DATE_EPOCH", ITS_DAY)
    after = load({}, cached=True)
    pages = all_files(after)

    assert after.docs_digest != before_digest
    assert b"Kettles in Corwen" in pages["feed.xml"]
    assert b"Kettle Fund" in pages["programmes/kettle-fund/index.html"]
    page = pages["learning-points/say-hello/index.html"].decode()
    assert page.count('href="../../case-studies/kettles/"') == 3  # in the text twice, and as what shows it
    assert "](../../case-studies/kettles/)" in pages["learning-points/say-hello/index.md"].decode()
