"""What a result shows of a text: the piece with the words that were looked for, marked; and the text in small."""

import json
from collections.abc import Iterator

import pytest
from script_search import ScriptSearch, search_of

from ideas_hub.model.hub import Hub
from ideas_hub.search.build import search_from_records
from ideas_hub.search.snippets import LONGEST, in_small, sentences_of, text_script
from ideas_hub.search.texts import texts_of_entry
from tests.ideas_hub.search.records import ATTACK, REGION, THEME, entry

EXCERPT = 160
LONG = " ".join(f"word{number}" for number in range(100)) + " They dug a garden. " + "And so on. " * 40


@pytest.fixture(scope="module")
def search() -> Iterator[ScriptSearch]:
    texts = ["A garden for carers, with a choir and bold singers.", "The G.P. paid for tea", "1 img onerror alert"]
    records = [entry(number, "Entry", text) for number, text in enumerate(texts, 1)]
    with search_of(search_from_records(records, (THEME, REGION))) as running:
        yield running


def marked(search: ScriptSearch, words: str, text: str) -> list[str]:
    return [piece for piece, mark in search.excerpt(words, text) or () if mark]


def joined(search: ScriptSearch, words: str, text: str) -> str:
    return "".join(piece for piece, _ in search.excerpt(words, text) or ())


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("garden", "The Gardens of a gardener, and gardening.", ["Gardens", "gardener", "gardening"]),
        ("carers choir", "A choir of carers.", ["choir", "carers"]),
        ("carers", "One carer's day", ["carer's"]),
        ("carers", "One carer\u2019s day", ["carer\u2019s"]),
        ("gard", "Gardens for guards", ["Gardens"]),  # not finished yet
        ("gardan", "A garden.", ["garden"]),  # taken for it
        ("paid", "Who pays for tea?", ["pays"]),
        ("garden", "A co-garden.", ["co-garden"]),
        ("choir", "A choi\u0301r.", ["choi\u0301r"]),
    ],
)
def test_words_are_marked_in_whatever_form_they_are_found(
    search: ScriptSearch, words: str, text: str, expected: list[str]
) -> None:
    assert marked(search, words, text) == expected


def test_a_text_without_the_words_has_no_excerpt(search: ScriptSearch) -> None:
    assert search.excerpt("garden", "Nothing of it.") is None
    assert search.excerpt("garden", "") is None
    assert search.excerpt("the of", "The end of the text.") is None


@pytest.mark.parametrize(
    "text",
    [
        "A garden.",
        "  Two spaces  and a garden\t.",
        ATTACK,
        "Garden & \u201cbold\u201d <b>bold</b> \U0001f33b \u0645\u0631\u062d\u0628\u0627 \ud55c\uad6d e\u0301",
        "garden" * 5,
        "garden",
    ],
)
def test_a_short_line_is_shown_whole_without_a_character_lost_or_added(search: ScriptSearch, text: str) -> None:
    assert joined(search, "garden bold gardengardengardengardengarden", text) in {text, ""}
    assert joined(search, "bold garden", f"{text} garden") == f"{text} garden"


def test_of_a_long_line_a_piece_is_shown_with_an_ellipsis_where_it_is_cut(search: ScriptSearch) -> None:
    shown = joined(search, "garden", LONG)

    assert shown[0] == shown[-1] == "\u2026"
    assert shown[1:-1] in LONG
    assert "garden" in shown
    assert len(shown) <= EXCERPT + len("\u2026garden\u2026")


def test_only_the_end_that_is_cut_has_an_ellipsis(search: ScriptSearch) -> None:
    start, end = joined(search, "garden", "Garden " + "and " * 90), joined(search, "garden", "and " * 90 + "garden")

    assert (start[0], start[-1]) == ("G", "\u2026")
    assert (end[0], end[-1]) == ("\u2026", "n")


def test_the_line_with_most_of_the_words_is_shown_and_of_equals_the_first(search: ScriptSearch) -> None:
    text = "A garden.\nA choir for carers.\nGarden, garden and garden.\nCarers in a choir."

    assert joined(search, "choir carers garden", text) == "A choir for carers."


@pytest.mark.parametrize("text", [ATTACK, "</script><b>garden</b>", "garden &lt;b&gt; ${garden} $& $1"])
def test_hostile_text_stays_text(search: ScriptSearch, text: str) -> None:
    """It comes in pieces, each of which a page sets as text; none of them is changed on the way."""
    assert joined(search, "garden bold", text) == text


def test_a_short_text_is_whole_in_small_a_sentence_a_line() -> None:
    assert in_small(["They dug. Did they? Yes!", "A heading"]) == "They dug.\nDid they?\nYes!\nA heading"
    assert in_small([]) == in_small(["", " \n "]) == ""


def test_a_sentence_ends_at_its_stop_and_at_the_end_of_a_line() -> None:
    text = "We met at 3.30 p.m.  Who came? Ten people!\n\nA heading\nIt cost \u00a32.50. "

    assert sentences_of(text) == ["We met at 3.30 p.m.", "Who came?", "Ten people!", "A heading", "It cost \u00a32.50."]


def test_what_says_nothing_new_is_left_out() -> None:
    assert in_small(["We dug a garden.", "a garden.", "We dug a garden."]) == "We dug a garden."


def test_a_long_text_is_cut_to_the_sentences_with_the_most_words_in_their_order() -> None:
    sentences = [" ".join(f"w{number}x{place}" for place in range(number % 7 + 1)) + "." for number in range(400)]
    small = in_small([" ".join(sentences)])
    lines = small.split("\n")

    assert LONGEST * 0.9 < len(small) <= LONGEST
    assert [sentences.index(line) for line in lines] == sorted(sentences.index(line) for line in lines)
    assert sum(len(line.split()) > 4 for line in lines) > 0.9 * len(lines)  # a shorter one fits into what is left


def test_of_a_long_text_the_sentences_are_kept_that_say_what_no_other_does() -> None:
    """A reader looks for a word, and its sentence says why the page was found."""
    own = [f"On day {number} we met somebody called name{number} there." for number in range(30)]
    usual = [f"We met and drank tea and talked for a while in room {number % 3}." for number in range(300)]

    assert set(own) < set(in_small(["\n".join([*usual, *own])]).split("\n"))


def test_a_sentence_that_is_too_long_is_left_out_and_the_others_stay() -> None:
    assert in_small([f"{'long ' * LONGEST}. Short."]) == "Short."


def test_the_text_in_small_of_every_entry_is_of_its_own_sentences(hub: Hub) -> None:
    for one in hub.entries:
        texts = texts_of_entry(one, hub)
        own = {line for text in (*texts["headings"], *texts["body"]) for line in sentences_of(text)}
        small = in_small((*texts["headings"], *texts["body"]))

        assert small
        assert len(small) <= LONGEST
        assert set(small.split("\n")) <= own


def test_a_text_reaches_the_page_as_a_string() -> None:
    script = text_script("ideas/x/", {"body": ('"); alert(1) \u2028</script>',)}).decode("ascii")
    name, text = json.loads(f"[{script.removeprefix('ideasHub.chunk(').removesuffix(');' + chr(10))}]")

    assert (name, text) == ("ideas/x/text", '"); alert(1) \u2028</script>')
