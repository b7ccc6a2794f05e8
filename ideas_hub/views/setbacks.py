"""What did not work, as a case study's page shows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ideas_hub.model.setback import Setback
from ideas_hub.views.page import Fact

RESPONSE = "What they did"


@dataclass(frozen=True, slots=True)
class SetbackView:
    """One thing that did not work.

    response: what the group did about it; None where the source is silent.
    """

    what: str
    response: Fact | None


def setback_views(setbacks: Iterable[Setback]) -> Iterator[SetbackView]:
    """Yield each thing that did not work as pages show it."""
    for one in setbacks:
        yield SetbackView(one.what, Fact(RESPONSE, one.response) if one.response else None)
