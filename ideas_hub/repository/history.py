"""When each file was first published: the day it came to the branch, as git remembers it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from ideas_hub.engine.cache import Cache
from ideas_hub.engine.parallel import map_cached
from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.repository.git import git_text

E = TypeVar("E", bound=Entry)

START_OF_COMMIT = "\0"
GIT_LOG = (
    *("-c", "core.quotePath=false", "log", "--reverse", "--first-parent", "--diff-merges=first-parent"),
    "--no-show-signature",  # whatever the settings of whoever builds say
    *("--diff-filter=AR", "--find-renames", "--name-status", "--relative"),
    *(f"--format=%x{ord(START_OF_COMMIT):02x}%cd", "--date=format-local:%Y-%m-%d", "--"),
    *(kind.folder for kind in ENTRY_KINDS),
)


def first_published(root: Path, cache: Cache) -> Mapping[str, date]:
    """Return the day (UTC) of the commit that brought each entry's file to the branch, by path from the root.

    A renamed file keeps its day.  Empty where there is no git, no repository, or a copy without its whole history:
    that would show the day of its oldest commit for every older file.
    """
    is_shallow, _, head = git_text(root, "rev-parse", "--is-shallow-repository", "HEAD").partition("\n")
    if is_shallow != "false":
        return {}
    return map_cached("history", [({"head": head}, partial(_read_days, root))], cache)[0]


def _read_days(root: Path) -> dict[str, date]:
    days: dict[str, date] = {}
    for commit in git_text(root, *GIT_LOG).split(START_OF_COMMIT)[1:]:
        day, *changes = commit.splitlines()
        for change in filter(None, changes):
            _status, first, *renamed = change.split("\t")
            days[renamed[0] if renamed else first] = days.pop(first, date.fromisoformat(day))
    return days


def with_day(entry: Document[E], days: Mapping[str, date], today: date) -> Document[E]:
    """Return an entry with the day of its first publication; the day in its file, where there is one, counts.

    today: no later day is taken from git, whatever the clock of whoever committed said.
    """
    if entry.facts.published or entry.file not in days:
        return entry
    day = min(days[entry.file], today)
    facts = entry.facts.model_copy(update={"published": day})
    return replace(entry, facts=facts, digest=sha256(entry.digest + day.isoformat().encode()).digest())
