"""What is left to do once something new is written: what scripts/check says of it, and who has to look at what."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ideas_hub.checks import reports
from ideas_hub.commands.check import problems_in
from ideas_hub.commands.refusing import NOTHING
from ideas_hub.drafting.draft import Draft
from ideas_hub.drafting.record_wording import BY_HAND
from ideas_hub.drafting.updating import Outcome, What
from ideas_hub.problem import printable
from ideas_hub.reading.files import is_there

AS_THEY_ARE = f"{NOTHING} All of it is in the hub already, just as it is here."
READ_IT = "Next: open the file and read it through. Then run scripts/check, and scripts/serve to see the page."
UNFINISHED = "Each file says draft: true. Delete that line when the story is ready: until then it is not published."


KEPT = {
    True: "Kept as it is, as somebody has changed it: {file}. Yours differs in: {fields}.",
    False: "Kept as it is, as it is no draft: {file}. Yours differs in: {fields}.",
}


def import_report(drafts: Sequence[Draft], outcomes: Sequence[Outcome], root: Path) -> str:
    """Return what became of drafts that were brought from elsewhere, and what to do next.

    outcomes: of the drafts, in their order.
    """
    rows = []
    changed = []
    for draft, outcome in zip(drafts, outcomes, strict=True):
        rows.append(_line(outcome))
        if outcome.what in {What.WRITTEN, What.UPDATED}:
            rows += editor_notes(draft)
            changed.append((draft, root / outcome.file))
    if not changed:
        all_same = all(outcome.what is What.UNCHANGED for outcome in outcomes)
        return "\n".join([*rows, AS_THEY_ARE if all_same else NOTHING, ""])
    return "\n".join([*rows, "", next_steps([draft for draft, _ in changed], [path for _, path in changed], root)])


def _line(outcome: Outcome) -> str:
    if outcome.what is What.KEPT:
        return KEPT[outcome.is_draft].format(file=outcome.file, fields=printable(", ".join(outcome.fields)))
    return f"{outcome.what.capitalize()}: {outcome.file}"


def next_steps(drafts: Sequence[Draft], paths: Sequence[Path], root: Path) -> str:
    """Return what the check says of new files, and what to do next.  paths: of the files of the drafts."""
    pages = [root / one.kind.page for one in drafts if one.kind.page]
    unfinished = [UNFINISHED] if any(one.values.get("draft") for one in drafts) else []
    steps = [READ_IT, *_by_hand(drafts, root), *unfinished]
    return "\n".join([reports.text_report(problems_in(root, [*paths, *pages])), "", *steps, ""])


def editor_notes(draft: Draft) -> Iterator[str]:
    """Yield a line for each thing that only an editor can decide."""
    yield from (f"  For an editor: {printable(note)}" for note in draft.editor_notes)


def _by_hand(drafts: Sequence[Draft], root: Path) -> Iterator[str]:
    """Yield what else may be written into the files, and the place of the guide that shows it, if the hub has it."""
    for what, place in dict.fromkeys(BY_HAND[one.kind.id] for one in drafts if one.kind.id in BY_HAND):
        yield what + (f" {place} shows how." if is_there(root, place.partition("#")[0]) else "")
