"""Messages that were pasted from a chat, each with somebody's name and the time."""

import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile
from ideas_hub.problem import Problem

DAY, TIME = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}", r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?"
WHEN = rf"(?:{DAY},?\s{TIME}|{TIME},?\s{DAY})"
ANY_TIME = re.compile(r"[0-9][:.][0-9]")
CHAT = re.compile(rf"^\s*(?:\[{WHEN}\]|{WHEN}\s[-\u2013])\s?[^\n:]{{1,40}}:\s", re.MULTILINE)
MESSAGE = "this is a message from a chat, with somebody's name and the time."
FIX = "Say in your own words what people said, without their names."


def find_chats(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for the first message of a chat: "[12/03/2023, 14:05] Jane: ...", as phones copy them."""
    for passage in checked.passages_with(ANY_TIME):
        if match := CHAT.search(passage.text):
            yield Problem(
                checked.file,
                passage.line_at(match.start() + len(match[0]) - len(match[0].lstrip())),
                MESSAGE,
                field=passage.field,
                found=match[0].strip(),
                fix=FIX,
                rule="personal-data",
            )
            return
