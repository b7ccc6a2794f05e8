"""What a result shows of a text, so that a reader sees why it was found: the text in small, as a script of its own."""

import re
from collections.abc import Iterable

from ideas_hub.search.chunks import compact_json
from ideas_hub.search.index import Texts

LONGEST = 3_000
"""In characters: some 1.4 KB gzipped, so that the results on a phone's screen take at most 6 KB."""

END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def text_script(page: str, texts: Texts) -> bytes:
    """Return a script that passes the text of a page in small to the finder.  page: its address."""
    small = in_small((*texts.get("headings", ()), *texts.get("body", ())))
    return f"ideasHub.chunk({compact_json(f'{page}text')},{compact_json(small)});\n".encode()


def in_small(texts: Iterable[str]) -> str:
    """Return the sentences with the most different words, in their order, a line each."""
    sentences = [sentence for text in texts for sentence in END_OF_SENTENCE.split(text) if sentence.strip()]
    chosen: set[int] = set()
    seen: set[str] = set()
    room = LONGEST
    words = [frozenset(sentence.lower().split()) for sentence in sentences]
    for number in sorted(range(len(sentences)), key=lambda number: (-len(words[number]), number)):
        if len(sentences[number]) < room and not words[number] <= seen:
            chosen.add(number)
            seen |= words[number]
            room -= len(sentences[number]) + 1
    return "\n".join(sentences[number] for number in sorted(chosen))
