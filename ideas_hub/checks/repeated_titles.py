"""Pages with one title: readers cannot tell them apart in search results and open tabs."""

from collections.abc import Iterator

from ideas_hub.checks.hub_context import HubContext
from ideas_hub.problem import Problem, Severity


def find_repeated_titles(context: HubContext) -> Iterator[Problem]:
    """Yield a problem for each page with the title of an earlier one; capitals and spaces make no difference.

    Order: the hub's pages, then terms, then entries by day of publication, so the newest entry is asked to change.
    """
    hub = context.hub
    entries = sorted(hub.entries, key=lambda entry: (entry.facts.published, entry.file))
    titled = (
        *((page, "title", page.facts.title) for page in (*hub.pages.values(), *hub.prose.values())),
        *((term, "label", term.facts.label) for term in hub.vocabulary.terms()),
        *((entry, "title", entry.facts.title) for entry in entries),
    )
    first: dict[str, str] = {}
    for document, field, title in titled:
        other = first.setdefault(" ".join(title.casefold().split()), document.file)
        if other != document.file:
            yield Problem(
                document.file,
                document.lines.get((field,), 1),
                f"{other} has the same title.",
                field=field,
                found=title,
                fix="Add what is different here, such as the place, so that readers can tell the two apart.",
                rule="repeated-title",
                severity=Severity.SHOULD_FIX,
            )
