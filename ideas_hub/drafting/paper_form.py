"""The form to print and fill in by hand: what the public form asks, with room to write."""

import re

from ideas_hub.drafting.issue_form import BOXES, PROMISES
from ideas_hub.drafting.questions import Answer, Question, form_questions
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.views.page import CONTRIBUTE_BREADCRUMB, hub_page
from ideas_hub.views.paper_form import PaperFormView, PaperQuestion

PAGE_FILE = "docs/contribute/form.md"
REACHING_YOU = PaperQuestion(
    "How can an editor reach you?",
    "A name, and a telephone number or an address. We ask if something is not clear, and never publish it.",
    needed=True,
    rows=2,
)
MOST_ROWS = 7
ROWS = {Answer.TEXT: 3, Answer.LINES: 4}
LONG_LINE = 200
LETTERS = re.compile(r" ?\d+ letters at most\.")  # nobody counts them on paper


def paper_form_view(hub: Hub) -> PaperFormView:
    """Return the page."""
    page = hub_page(PAGE_FILE, addresses.PAPER_FORM, hub, CONTRIBUTE_BREADCRUMB)
    return PaperFormView(page, (*map(_on_paper, form_questions(hub)), REACHING_YOU), PROMISES, BOXES)


def _on_paper(question: Question) -> PaperQuestion:
    choices = tuple(question.choices.values())
    long_line = (question.max_length or 0) > LONG_LINE
    written = MOST_ROWS if question.wording.heading else ROWS.get(question.answer, 3 if long_line else 1)
    rows = 0 if choices else written
    return PaperQuestion(question.label, LETTERS.sub("", question.help), question.required, choices, rows)
