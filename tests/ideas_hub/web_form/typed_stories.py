"""Answers as people type them, made at random; what the build and the scripts of the page find in their story."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from random import Random
from typing import Any

from script_checks import Scripts, open_scripts

from ideas_hub.checks.checked_file import checked_file
from ideas_hub.checks.run import apply_text_rules
from ideas_hub.drafting.write_form import write_form_view
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.reading.front_matter import parse_page
from ideas_hub.reading.refusals import find_refusals
from ideas_hub.reading.validation import validate
from ideas_hub.site.assets import BUNDLES
from ideas_hub.views.write import WrittenQuestion
from ideas_hub.web_form.rules import story_rules
from tests.ideas_hub.checks.conftest import GLOSSARY
from tests.ideas_hub.web_form.checked_files import problems_as_json
from tests.ideas_hub.web_form.identifier_texts import IdentifierTexts
from tests.ideas_hub.web_form.word_texts import CAPITALS, LINKS, PLAIN, WAITING, WHOLE

CHECKED_LATER = {"cut-word", "link-text", "tables"}
FORM = {"write", "story-checks"}  # these need a page
TYPED = (
    "- a lamp", "* tea", "1. First", "2) then", "(3) last", "# not a heading", "> no quotation", "___", "---", "a | b",
    "www.repair.example/a_b", "http://repair.example/(tea)", "see https://repair.example.", "mend@repair.example", ": ",
    "<b>bold</b>", "*bold*", "`code`", "&amp; &copy;", "![a](b.png)", "[a](b.md)", "a\\b", "{{ name }}", "~~no~~", "",
    "\u200bhidden", "\ttab", "$5 ^ 2", "https://repair.example/a~b*c", "javascript:alert(1)", "http://localhost/x",
    "==x==", "++x++", "H~2~O", "2^2^", "%%x%%", "$x$", ":smile:", "{% if %}", "(words)[http://repair.example]",
    "\u25aa word", ".. note::", "(label)=", "== Head ==", "[b]x[/b]", "<https://repair.example/>",
    "www.repair.example/*a*/~b", "ring 07700\u00ad900123",
)  # fmt: skip
SHORT = ("2024", "2024-03", "2024-13", "March", "2024-03-31", "1066", "TBC")


class AnswersMaker:
    """Makes answers to some questions; the same for the same seed."""

    def __init__(self, seed: int, questions: Sequence[WrittenQuestion]) -> None:
        self._random = Random(seed)  # noqa: S311 nothing is kept secret by it
        self._identifiers = IdentifierTexts(seed)
        self._questions = questions

    def answers(self) -> dict[str, Any]:
        """Return answers by question; some questions are passed over."""
        return {
            one.id: self._answer(one) for one in self._questions if self._random.random() < (0.9 if one.needed else 0.4)
        }

    def _answer(self, question: WrittenQuestion) -> Any:
        if question.choices:
            ids = self._random.sample(list(question.choices), min(len(question.choices), self._random.randint(1, 4)))
            return ids if question.shape == "choices" else ids[0]
        if question.is_date:
            return self._random.choice(SHORT)
        rows = 1 if question.shape == "line" else self._random.randint(1, 5)
        return "\n".join(self._row() for _ in range(rows))

    def _row(self) -> str:
        kind = self._random.random()
        if kind < 0.15:
            return self._identifiers.row()
        if kind < 0.25:
            return self._random.choice(WHOLE)
        words = [self._random.choice(self._pool()) for _ in range(self._random.choice((1, 4, 9, 40)))]
        return " ".join(words) + self._random.choice((".", "", "?", ":"))

    def _pool(self) -> Sequence[str]:
        return self._random.choice((PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, CAPITALS, WAITING, LINKS, TYPED))


@contextmanager
def open_page_scripts() -> Iterator[Scripts]:
    """Give the scripts of the page that need no document, with the page's data, and what reads Markdown beside them."""
    names = [name.removesuffix(".js") for name in BUNDLES["write-story.js"]]
    with open_scripts("words", *(name for name in names if name not in FORM), "micromark", "markdown") as running:
        running.ask("open", story_rules())
        yield running


def questions_of(hub: Hub) -> list[WrittenQuestion]:
    """Return what the page asks."""
    return [question for step in write_form_view(hub, "", "").steps for question in step.questions]


def asked_in_scripts(hub: Hub) -> list[dict[str, str]]:
    """Return what the page asks as the scripts have it."""
    parts = ("id", "label", "shape", "path", "heading")
    return [{part: getattr(one, part) for part in parts} for one in questions_of(hub)]


def story_of(scripts: Scripts, answers: dict[str, Any], hub: Hub) -> dict[str, Any]:
    """Return the story that the scripts make of answers: its name, its text, its prose and what they find in it."""
    fields = list(CASE_STUDIES.record.model_fields)
    given = {"answers": answers, "questions": asked_in_scripts(hub), "fields": fields, "folder": CASE_STUDIES.folder}
    story: dict[str, Any] = scripts.ask("story", {**given, "glossary": sorted(GLOSSARY)})
    return story


def found_by_the_build(text: str, file: str) -> list[dict[str, Any]]:
    """Return what reading a file and every rule for a text find in it, but for what the page leaves for later."""
    checked = checked_file(text, file, GLOSSARY)
    _, refused = validate(parse_page(text, file), CASE_STUDIES.record, file)
    every = [*refused, *find_refusals(checked.body, file), *apply_text_rules(checked).problems]
    return [problem for problem in problems_as_json(every) if problem["rule"] not in CHECKED_LATER]


def differences(scripts: Scripts, hub: Hub, seeds: Iterable[int]) -> tuple[int, list[tuple[int, list[str], list[str]]]]:
    """Return how many problems the build finds, and (seed, found by the page alone, found by the build alone)."""
    questions, count, different = questions_of(hub), 0, []
    for seed in seeds:
        story = story_of(scripts, AnswersMaker(seed, questions).answers(), hub)
        here, there = in_order(story["problems"]), in_order(found_by_the_build(story["text"], story["name"]))
        count += len(there)
        if here != there:
            different.append(
                (seed, [one for one in here if one not in there], [one for one in there if one not in here])
            )
    return count, different


def in_order(problems: list[dict[str, Any]]) -> list[str]:
    """Return problems as text, sorted: two lists are the same if their problems are."""
    return sorted(json.dumps(problem, sort_keys=True) for problem in problems)
