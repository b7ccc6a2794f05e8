"""A way to build a site from case studies: ours, or another's on the same text."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from bench.measuring import Command, Measurement, measure


@dataclass(frozen=True, slots=True)
class Builder:
    """A site generator, ready to run.

    commands: run one after the other, they build the site.
    study: the case study that an edit changes.
    site: the folder of the built site.
    cache: the folder of its build cache, if it has one.
    """

    commands: tuple[Command, ...]
    study: Path
    site: Path
    cache: Path | None = None

    def clear(self) -> None:
        """Remove the site and the cache."""
        for folder in (self.site, self.cache):
            if folder and folder.exists():
                shutil.rmtree(folder)

    def edit(self) -> None:
        """Add a sentence to one case study."""
        self.study.write_text(self.study.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")

    def build(self) -> Measurement:
        """Build, and return what it took.

        Raises: CalledProcessError.
        """
        return measure(self.commands, self.site)
