"""What a rule about the whole hub may know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ideas_hub.model.hub import Hub


@dataclass(frozen=True)
class HubContext:
    """The hub, its repository and the day.  sketches: of each file's text, for telling copies (see duplicates)."""

    root: Path
    hub: Hub
    today: date
    sketches: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
