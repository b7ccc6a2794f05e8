"""An editor's walk through a copy of a hub: every job of the guide once, by command or by hand, and what comes of it.

It finds the entries to change by itself, so that it can go through any hub.
"""

import io
import re
import subprocess
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pytest
from PIL import Image
from site_build import build_site

from ideas_hub.commands import check, new, rename, take_down
from ideas_hub.drafting.asking import MULTI_LINE, kind_named
from ideas_hub.drafting.questions import Answer
from ideas_hub.drafting.writing import questions_about
from ideas_hub.model.hub import Hub
from ideas_hub.reading.data_files import EVIDENCE_FILE
from ideas_hub.repository.load import read_hub
from tests.conftest import SITE_URL

USUAL = {Answer.CHOICE: "1", Answer.CHOICES: "1", Answer.NUMBER: "240"}
WORDS = "People met each week."
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "theme": {"label": "Kite flying", "phrase": "about kites"},
    "community": {"label": "Kite makers", "phrase": "for kite makers"},
    "region": {"label": "Far Isles", "phrase": "in the Far Isles"},
    "glossary-word": {"term": "Spindrell", "forms": "spindrell", "meaning": "A reel for the line of a kite."},
    "project": {"organisation": "Tamberwick Trust", "latitude": "52.9", "place": "Bala", "documented": "listing-only"},
    "figure": {"label": "Kites that were flown", "display": "240", "unit": "kites", "statistic": "count"},
    "learning-point": {"title": "Hold the line", "statement": "Let two people hold the line."},
}
"""What is answered otherwise than usual, in the order of making."""

STORY = {
    "region": "Far Isles",
    "themes": "Kite flying",
    "communities": "Kite makers",
    "": "We met each week, with a spindrell for each of us.",
}
PHOTO = """image:
  file: {0}.jpg
  alt: A kite above a field.
  credit: A friend
  licence: CC-BY-4.0
  people: true
consent: {{reference: TC-{1}, expires: {2}}}
"""
SHOWN_BY = "evidenced_by:\n  - {case_study: kites-over-the-isles, basis: inferred, how: Two people held each line.}\n"
SYNONYM, CORRECTION = "brackenwhistle", "The group wrote to us that it met on Mondays."
ENDED = "status: ended\nperiod: {start: 2020-01, end: 2024-06}\n"


def with_facts(text: str, facts: str) -> str:
    """Return a page with these facts in the place of those with the same names."""
    _, old, body = text.split("---\n", 2)
    for name in re.findall(r"^(\w+):", facts, re.MULTILINE):
        old = re.sub(rf"^{name}:.*\n(?:[ ].*\n)*", "", old, flags=re.MULTILINE)
    return f"---\n{old}{facts}---\n{body}"


@dataclass
class Walk:
    """A repository that is a copy of a hub, and the sites that were built of it on the way.

    hub: as it was.
    said: what the check said after each change, by the name of its site.
    """

    root: Path
    folder: Path
    sites: dict[str, Path] = field(default_factory=dict)
    said: dict[str, tuple[int, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hub: Hub = read_hub(self.root)[0]
        self._git("init", "--quiet")
        self._git("add", "--all")
        self._git("commit", "--quiet", "--message", "The hub as it was")
        self.first = self._git("rev-parse", "HEAD")
        self._build("before")
        assert self.said["before"][0] == 0, self.said["before"][1]

    def _git(self, *arguments: str) -> str:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.invalid", *arguments]
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=True).stdout.strip()

    def _build(self, name: str) -> None:
        self.said[name] = self.run(check.main, "--since", self.first)
        self.sites[name] = self.folder / name
        build_site(self.sites[name], root=self.root, cards=False, address=SITE_URL)

    def run(self, command: Callable[[list[str], Path], int], *arguments: str) -> tuple[int, str]:
        """Run a command on the copy, and return its status and what it printed."""
        with redirect_stdout(io.StringIO()) as out:
            status = command([*arguments], self.root)
        return status, out.getvalue()

    def make(self, kind_id: str, **answers: str) -> None:
        """Make something new by answering what is needed; each answer by the path of its field."""
        kind = kind_named(kind_id)
        assert kind
        rows: list[str] = []
        for one in questions_about(kind, read_hub(self.root)[0], self.root):
            if one.required and not one.depends_on:
                rows.append(answers.get(one.wording.path) or USUAL.get(one.answer, WORDS))
                rows += [""] if one.answer in MULTI_LINE else []
        left = iter([*rows, *[""] * 20])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("builtins.input", lambda *_: next(left))
            status, said = self.run(new.main, kind_id)
        assert status == 0, said

    def edit(self, file: str, change: Callable[[str], str]) -> None:
        path = self.root / file
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    def add_facts(self, file: str, facts: str) -> None:
        self.edit(file, lambda text: with_facts(text, facts))

    @cached_property
    def figure(self) -> tuple[str, str, str]:
        """The id of a count that is in no chart, as it is printed, and as it is printed with one more."""
        in_charts = {one for chart in self.hub.evidence.charts.values() for one in chart.figures}
        for figure_id, one in self.hub.evidence.figures.items():
            if one.statistic == "count" and one.display == f"{one.value:,}" and figure_id not in in_charts:
                return figure_id, one.display, f"{int(one.value) + 1:,}"
        raise AssertionError("no such figure")

    @cached_property
    def studies(self) -> tuple[str, str, str, str]:
        """The ids of four case studies, to be renamed, taken down, ended and corrected; others name the first two."""
        points = self.hub.learning_points.values()
        named = [one.case_study for point in points for one in point.facts.evidenced_by if one.case_study]
        first, second = list(dict.fromkeys(named))[:2]
        third = next(
            one.id
            for one in self.hub.case_studies.values()
            if one.id not in {first, second} and one.facts.status != "ended" and not one.facts.language
        )
        return first, second, third, next(one for one in self.hub.case_studies if one not in {first, second, third})

    def correct_a_figure(self) -> None:
        """In a pull request of its own, so that its summary is seen alone."""
        figure_id, was, now = self.figure
        value, more = was.replace(",", ""), now.replace(",", "")

        def put_right(entry: re.Match[str]) -> str:
            return re.sub(rf'(display: "?){was}', rf"\g<1>{now}", entry[0].replace(f"value: {value}", f"value: {more}"))

        self.edit(EVIDENCE_FILE, lambda text: re.sub(rf"(?m)^  {figure_id}:\n(?:    .*\n)+", put_right, text))
        self._build("a figure")

    def add(self) -> None:
        """Make one of each kind by the command, with what an editor writes by hand; then see all at once."""
        for kind, answers in ANSWERS.items():
            self.make(kind, **answers)
        (self.root / "case_studies/images").mkdir(exist_ok=True)
        for number, (title, name, last_day) in enumerate(
            [
                ("Kites over the isles", "kites-over-the-isles", "2026-01-31"),
                ("Kites on the shore", "kites-on-the-shore", "2028-01-31"),
            ],
            1000,
        ):
            self.make("case-study", title=title, **STORY)
            Image.new("RGB", (640, 480), (90, 140, number % 256)).save(self.root / f"case_studies/images/{name}.jpg")
            self.add_facts(f"case_studies/{name}.md", PHOTO.format(name, number, last_day))
        self.add_facts("docs/learning-points/hold-the-line.md", SHOWN_BY)
        self.add_facts(next(iter(self.hub.vocabulary.themes.values())).file, f"synonyms: [{SYNONYM}]\n")
        self._build("additions")

    def change(self) -> None:
        """Rename one, take one down and decide about what still speaks of it, and change facts and words of others."""
        old, gone, ended, corrected = self.studies
        status, said = self.run(rename.main, old, "a-name-of-its-own")
        assert status == 0, said
        status, self.taken_down = self.run(take_down.main, gone)
        assert status == 0, self.taken_down
        title = self.hub.case_studies[gone].facts.title
        for file, line in re.findall(r"^- ([^:\n]+):(\d+): ", self.taken_down, re.MULTILINE):
            self.edit(file, lambda text, at=int(line): _without(text, at, gone, title))  # type: ignore[misc]
        self.add_facts(f"case_studies/{ended}.md", ENDED)
        self.add_facts(f"case_studies/{corrected}.md", "updated: 2026-11-27\n")
        self.edit(f"case_studies/{corrected}.md", lambda text: f"{text.rstrip()}\n\n{CORRECTION}\n")
        again = "consent: {reference: TC-1000, expires: 2029-01-31}\n"
        self.add_facts("case_studies/kites-over-the-isles.md", again)
        taken_back = "consent: {reference: TC-1001, expires: 2028-01-31, withdrawn: 2026-11-26}\n"
        self.add_facts("case_studies/kites-on-the-shore.md", taken_back)
        self._build("changes")


def _without(text: str, line: int, gone: str, title: str) -> str:
    """Return a text whose line no longer links to a page that is gone, nor has its title."""
    rows = text.split("\n")
    for at in range(line - 1, min(line + 3, len(rows))):  # a link may go on
        rows[at] = re.sub(rf"\[([^\]]*)\]\([^)]*\b{gone}\.md[^)]*\)", r"\1", rows[at])
        rows[at] = re.sub(re.escape(title), "a story", rows[at], flags=re.IGNORECASE)
    return "\n".join(rows)


def whole_walk(root: Path, folder: Path) -> Walk:
    """Go through all of it.  root: of the copy, which is changed."""
    walk = Walk(root, folder)
    walk.correct_a_figure()
    walk.add()
    walk.change()
    return walk
