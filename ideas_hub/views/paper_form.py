"""The page with the form to print and fill in by hand."""

from dataclasses import dataclass

from ideas_hub.views.page import Page


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question with room for its answer.

    choices: one box to tick for each; none where the answer is written.
    rows: of room to write on.
    """

    label: str
    hint: str
    needed: bool
    choices: tuple[str, ...] = ()
    rows: int = 0


@dataclass(frozen=True, slots=True)
class PaperFormView:
    """The questions in their order, and what a sender agrees to.

    promises_title: the heading above the promises.
    """

    page: Page
    questions: tuple[PaperQuestion, ...]
    promises_title: str
    promises: tuple[str, ...]
