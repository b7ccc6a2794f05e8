"""What a result shows of a text, so that a reader sees why it was found: the text in small, as a script of its own."""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heapreplace

from ideas_hub.search.chunks import compact_json
from ideas_hub.search.weights import Texts

LONGEST = 2_000
"""In characters: some 1 KB gzipped, so that the results on a phone's screen take at most 4 KB."""
SCRAP = 20
"""In characters: what each sentence costs whatever its length, so that a few scraps do not win over a whole one."""

SIGNS = ".,:;!?()"
ENDS = (". ", "! ", "? ")


def text_script(page: str, texts: Texts) -> bytes:
    """Return a script that passes the text of a page in small to the finder.  page: its address."""
    small = in_small((*texts.get("headings", ()), *texts.get("body", ())))
    return f"ideasHub.chunk({compact_json(f'{page}text')},{compact_json(small)});\n".encode()


def in_small(texts: Iterable[str]) -> str:
    """Return the sentences that say the most different words for their length, in their order, a line each."""
    sentences = sentences_of("\n".join(texts))
    words = _words_of(sentences)
    best = [_worth(number, sentences, words) for number in range(len(sentences))]
    heapify(best)
    chosen: list[int] = []
    seen: set[str] = set()
    room = LONGEST
    while best and room > SCRAP:
        number = best[0][1]
        words[number] -= seen
        if (now := _worth(number, sentences, words)) != best[0]:  # others have said some of its words since
            heapreplace(best, now)
            continue
        heappop(best)
        if words[number] and len(sentences[number]) < room:
            chosen.append(number)
            seen |= words[number]
            room -= len(sentences[number]) + 1
    return "\n".join(sentences[number] for number in sorted(chosen))


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text; a line is one in any case."""
    for end in ENDS:
        text = text.replace(end, f"{end[0]}\n")
    return [sentence.strip() for sentence in text.split("\n") if sentence.strip()]


def _words_of(sentences: Iterable[str]) -> list[set[str]]:
    """Return the words of each sentence; of all at once, as a text has hundreds."""
    text = "\n".join(sentences).lower()
    for sign in SIGNS:
        text = text.replace(sign, " ")
    return [set(line.split()) for line in text.split("\n")]


def _worth(number: int, sentences: Sequence[str], words: Sequence[set[str]]) -> tuple[float, int]:
    """Return what a sentence says by its length, the most first."""
    return -len(words[number]) / (len(sentences[number]) + SCRAP), number
