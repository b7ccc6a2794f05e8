"""A way to build a site from case studies, as the bench sees it: ours, or another's on the same text."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from bench.measuring import Command, Measured, measure


@dataclass(frozen=True, slots=True)
class Builder:
    """commands: run one after the other, they make the site.  study: the case study that an edit changes.

    site: where the site stands afterwards.  kept: the folder of what a build keeps for the next one, if it does.
    """

    commands: tuple[Command, ...]
    study: Path
    site: Path
    kept: Path | None = None

    def clear(self) -> None:
        """Forget all earlier builds."""
        for folder in (self.site, self.kept):
            if folder and folder.exists():
                shutil.rmtree(folder)

    def edit(self) -> None:
        """Add a sentence to one case study."""
        self.study.write_text(self.study.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")

    def build(self) -> Measured:
        """Build, and return what it took.  Raises: CalledProcessError."""
        return measure(self.commands, self.site)
