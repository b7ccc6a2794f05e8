"""What a rule about the whole hub may use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ideas_hub.model.hub import Hub


@dataclass(frozen=True)
class HubContext:
    """The hub on one day.

    sketches: of the entries' texts, by file; see `duplicates.sketch_of`.
    """

    hub: Hub
    today: date
    sketches: Mapping[str, tuple[int, ...]]
