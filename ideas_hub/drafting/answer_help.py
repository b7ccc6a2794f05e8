"""What helps somebody to answer: other words for a choice, and how published stories answered."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from ideas_hub.checks.capitals import ABBREVIATION
from ideas_hub.drafting.lists import terms_of
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.term import Term
from ideas_hub.search.words import fold, stems_of
from ideas_hub.views.write import Example

MOST_WORDS, MOST_EXAMPLES = 3, 2
LONGEST_EXAMPLE = 160  # letters
OPENING = 4  # words


def words_for_choices(what: str, hub: Hub) -> Mapping[str, str]:
    """Return a few other words for the terms of a list, by id; none for a term without.

    Abbreviations are left out: they help only those who know the label.
    """
    words = {term.id: ", ".join(islice(_other_words(term.facts), MOST_WORDS)) for term in terms_of(what, hub)}
    return {term_id: some for term_id, some in words.items() if some}


def _other_words(term: Term) -> Iterator[str]:
    """Yield the synonyms that say more than the label and those before them; of two spellings the last."""
    said = set(stems_of(fold(term.label)))
    for folded, word in {fold(word): word for word in term.synonyms}.items():
        if not ABBREVIATION.search(word) and not said.issuperset(stems_of(folded)):
            said.update(stems_of(folded))
            yield word


def examples(path: str, hub: Hub) -> tuple[Example, ...]:
    """Return how published stories answered a question about what it takes: the shortest answers.

    path: such as "could_we_do_this.cost"; of any other question there are none.
    Answers with one opening are left out, as are long ones: stories of one fund repeat what it says.
    """
    answers = list(_answers(path, hub))
    openings = Counter(_opening(answer.text) for answer in answers)
    own = (one for one in answers if openings[_opening(one.text)] == 1 and len(one.text) <= LONGEST_EXAMPLE)
    return tuple(sorted(own, key=lambda one: (len(one.text), one.address))[:MOST_EXAMPLES])


def _answers(path: str, hub: Hub) -> Iterator[Example]:
    group, _, field = path.partition(".")
    for study in hub.case_studies.values():
        box = study.facts.could_we_do_this
        if group == "could_we_do_this" and box and not study.facts.other_language and (text := getattr(box, field)):
            yield Example(text, study.facts.title, addresses.document(study.kind, study.id))


def _opening(text: str) -> str:
    return " ".join(fold(text).split()[:OPENING])
