"""The words of an entry: which groups of words it has, and how much each matters there.

The weights are those of BM25F: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond"
(Foundations and Trends in Information Retrieval 3.4, 2009), section 3.6.
One thing differs: a field's length is compared with a fixed usual length, not with the average of all entries.
So an entry's weights depend on that entry alone: they can be cached,
and a new entry leaves the weights of all others, and most files, as they were.
How rare a group is, the one thing that depends on all entries, the browser sees from the length of its postings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from ideas_hub.search.words import count_words, name_key, stem, stems_of

HIGHEST_IMPACT = 63
"""Steps four times as fine (255) change 3 in 100 of the first ten results, and make the word chunks a fifth larger."""

WHOLE_NAME = 3.0
"""How much more a word or two count where they are a whole name, such as a search term."""

SATURATION = 10
"""The k1 of BM25F: the weighted count at which a group has half of the highest impact, which it nears ever slower."""


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A part of an entry.

    usual_length: in words.
    length_matters: the b of BM25F, from 0 (not at all) to 1.
    phrases: whether two words side by side are a group too.  Its texts are then names.
    is_name: whether each text as a whole is a group too.
    """

    name: str
    weight: float
    usual_length: int
    length_matters: float
    phrases: bool = False
    is_name: bool = False


FIELDS = (
    Field("title", 6, 6, 0.3, phrases=True, is_name=True),
    Field("names", 5, 6, 0.0, phrases=True, is_name=True),  # who and where: one of many partners matters no less
    Field("terms", 6, 40, 0.0, phrases=True),  # labels and search terms: one of many matters no less
    Field("summary", 3, 20, 0.5),
    Field("synonyms", 0.6, 40, 0.0),  # of its terms, whose own pages have them as terms
    Field("evidence", 2.2, 40, 0.0),  # the names of the projects that show a learning point
    Field("headings", 2, 15, 0.3),
    Field("body", 1, 450, 0.75),
)


Texts = Mapping[str, Iterable[str]]
"""By the name of a field."""


class EntryWords(NamedTuple):
    """The words of one entry.

    words: each once.
    impacts: how much each group matters, from 1 to 63; see `Index` in index.py for what a group is.
    """

    words: frozenset[str]
    impacts: Mapping[str, int]


def weigh_words(
    texts: Texts,
    share: float = 1.0,
    *,
    fields: Sequence[Field] = FIELDS,
    saturation: float = SATURATION,
) -> EntryWords:
    """Return the words of one entry and how much each group matters in it.

    texts: by field name.
    share: how much its kind matters, up to 1.
    Raises: ValueError: there is no field of a name.
    """
    names = [field.name for field in fields]
    if unknown := texts.keys() - names:
        raise ValueError(f"there is no field {min(unknown)!r}; the fields are {', '.join(names)}")
    words: set[str] = set()
    weighted: dict[str, float] = {}
    for field in fields:
        some = texts.get(field.name, ())
        read = [_read(some, field)] if field.length_matters else [_read_label(text, field) for text in some]
        for its_words, groups in read:
            words |= its_words
            _add(groups, weighted)
    highest = HIGHEST_IMPACT * share
    impacts = {group: 1 + int(highest * n / (saturation + n)) for group, n in weighted.items()}
    return EntryWords(frozenset(words), impacts)


def _read(some: Iterable[str], field: Field) -> tuple[frozenset[str], Mapping[str, float]]:
    """Return the words of a field's texts, each once, and the weight of each group."""
    counts = count_words("\n".join(some))
    length = 1 - field.length_matters + field.length_matters * sum(counts.values()) / field.usual_length
    weight = field.weight / length
    groups: dict[str, float] = defaultdict(float)
    for word, count in counts.items():
        groups[stem(word)] += weight * count
    for group, times in chain.from_iterable(_names(text, field) for text in some if field.phrases):
        groups[group] += weight * times
    return frozenset(counts), groups


@lru_cache(maxsize=2_000)
def _read_label(text: str, field: Field) -> tuple[frozenset[str], Mapping[str, float]]:
    """Return the same of a text that counts alike beside any others, such as a name, and stands in many entries."""
    return _read((text,), field)


def _add(groups: Mapping[str, float], weighted: dict[str, float]) -> None:
    """Add weights to those of the same groups; few are of both."""
    both = [(group, weighted[group]) for group in groups.keys() & weighted.keys()]
    weighted.update(groups)
    for group, weight in both:
        weighted[group] += weight


def _names(text: str, field: Field) -> Iterator[tuple[str, float]]:
    """Yield each two words of a name side by side, a name of one word, and the whole name; how often each counts."""
    if field.is_name and (whole := name_key(text)):
        yield whole, 1.0
    stems = stems_of(text)
    if len(stems) == 1:
        yield stems[0], WHOLE_NAME - 1  # beside the word itself
    for one, other in pairwise(stems):
        yield f"{one} {other}", 1.0 if stems[2:] else WHOLE_NAME
