"""What of a long section a page shows, and what it folds away."""

from ideas_hub.model.sections import BODY, WORKED
from ideas_hub.views.folding import WORDS_SHOWN, ShownSection, shown_section, split_text

LONG = f"<p>{'word ' * (WORDS_SHOWN // 2 + 10)}</p>\n"


def section(number: int, text: str = LONG) -> str:
    return f'<h2 id="part-{number}">Part {number}</h2>\n{text}'


def test_a_fold_holds_two_rows_or_more() -> None:
    """For one, it would hide more than it saves."""
    four, five = tuple("abcd"), tuple("abcde")

    assert shown_section(WORKED, four) == ShownSection(WORKED, four)
    assert shown_section(WORKED, five) == ShownSection(WORKED, tuple("abc"), tuple("de"), "2 more")


def test_a_long_text_is_folded_at_a_heading_and_the_fold_names_what_it_holds() -> None:
    html = "<p>First.</p>\n" + "".join(section(number) for number in range(1, 5))
    shown = shown_section(BODY, (html,))

    assert shown.rows[0] + shown.more[0] == html
    assert shown.more[0].startswith('<h2 id="part-2">')
    assert shown.more_words == "Part 2 · Part 3 · Part 4"


def test_a_text_with_one_section_to_fold_shows_all() -> None:
    html = section(1) + section(2)

    assert split_text(html).start == html


def test_the_first_section_shows_however_long() -> None:
    split = split_text(section(1, LONG * 3) + section(2) + section(3))

    assert split.start == section(1, LONG * 3)


def test_no_fold_starts_within_a_list_or_a_quotation() -> None:
    quoted = f"<blockquote>\n{section(2)}</blockquote>\n"
    split = split_text(section(1) + quoted + section(3) + section(4))

    assert split.start == section(1) + quoted
    assert split.headings == ("Part 3", "Part 4")


def test_the_fold_names_headings_in_plain_words() -> None:
    html = section(1, LONG * 3) + '<h2 id="a">Tea &amp; <em>cake</em></h2>\n' + section(3)

    assert split_text(html).headings == ("Tea & cake", "Part 3")
