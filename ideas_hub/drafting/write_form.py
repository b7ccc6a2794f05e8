"""The form to fill in in the browser: what the public form asks, in steps, with what the script needs to know."""

import json
from itertools import groupby

from ideas_hub.checks import accessibility, cut_words
from ideas_hub.checks.capitals import ABBREVIATION
from ideas_hub.checks.checked_file import glossary_forms
from ideas_hub.checks.entries import SUGGESTIONS
from ideas_hub.drafting.answer_help import examples, words_for_choices
from ideas_hub.drafting.issue_form import BOXES
from ideas_hub.drafting.kinds import CASE_STUDY
from ideas_hub.drafting.paper_form import LONG_LINE
from ideas_hub.drafting.questions import Answer, Question, form_questions
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.reading import refusals
from ideas_hub.views.page import CONTRIBUTE_BREADCRUMB, hub_page
from ideas_hub.views.write import WriteView, WrittenQuestion, WrittenStep

PAGE_FILE = "docs/contribute/write.md"
THE_STORY = "Your story"
HOW_YOU_KNOW = "How you know, and how people find it"
STEPS = {
    **dict.fromkeys(("title", "summary"), "Your story in short"),
    **dict.fromkeys(("organisation", "place", "region"), "Who you are, and where"),
    **dict.fromkeys(("themes", "communities"), "What it was about, and who it was for"),
    **dict.fromkeys(("evidence", "search_terms"), HOW_YOU_KNOW),
}
"""The step of each question by its field; that of any other is its group."""

TEXT_ROWS, LINES_ROWS, LONG_LINE_ROWS = 7, 4, 3


def write_form_view(hub: Hub, rules: str, file_rules: str) -> WriteView:
    """Return the page.

    rules, file_rules: the addresses of the scripts with what the rules look for and say.
    """
    steps: list[tuple[str, WrittenQuestion]] = []
    for question in form_questions(hub):
        steps.append((_step_of(question, steps[-1][0] if steps else ""), _in_the_browser(question, hub)))
    grouped = groupby(steps, key=lambda step: step[0])
    return WriteView(
        hub_page(PAGE_FILE, addresses.WRITE, hub, CONTRIBUTE_BREADCRUMB),
        tuple(
            WrittenStep(f"step-{number}", title, tuple(question for _, question in asked))
            for number, (title, asked) in enumerate(grouped, 1)
        ),
        " ".join(CASE_STUDY.record.model_fields),
        " ".join(sorted(filter(ABBREVIATION.fullmatch, glossary_forms(hub.glossary)))),
        json.dumps([(one.field, one.why) for one in SUGGESTIONS[CASE_STUDIES.id]]),
        CASE_STUDIES.folder,
        rules,
        file_rules,
        (cut_words.CHECKED_LATER, accessibility.CHECKED_LATER, refusals.CHECKED_LATER),
        BOXES,
    )


def _step_of(question: Question, before: str) -> str:
    """Return the title of a question's step; a note to the editor stays with the question before it."""
    if question.wording.heading:
        return THE_STORY
    path = question.wording.path.partition(".")[0]
    return STEPS.get(path) or (question.group if path else before)


def _in_the_browser(question: Question, hub: Hub) -> WrittenQuestion:
    wording = question.wording
    is_note = not (wording.path or wording.heading)
    max_length = question.max_length or 0 if question.answer is Answer.LINE else 0
    rows = {Answer.TEXT: TEXT_ROWS, Answer.LINES: LINES_ROWS}
    return WrittenQuestion(
        question.id,
        question.label,
        question.help,
        "note" if is_note else question.answer.value,
        wording.path,
        wording.heading,
        question.required,
        question.choices,
        words_for_choices(question.kind.listed_in(wording.path), hub),
        examples(wording.path, hub),
        max_length,
        rows.get(question.answer, LONG_LINE_ROWS if max_length > LONG_LINE else 2 if max_length else 1),
        question.is_date,
    )
