"""What of each rule's module is handed to the browser."""

import json
from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import Any

from ideas_hub import problem
from ideas_hub.checks import (
    accessibility,
    bank_details,
    births,
    capitals,
    chats,
    checked_file,
    email_addresses,
    figure_base,
    figure_values,
    homes,
    identifier_rows,
    numbers,
    own_figures,
    personal_data,
    personal_identifiers,
    phrase_matcher,
    plain_words,
    sentences,
    unfinished,
)
from ideas_hub.drafting import plain_text
from ideas_hub.model import fields, languages, placeholders
from ideas_hub.model import plain_words as plain_facts
from ideas_hub.model.hub import Hub
from ideas_hub.reading import (
    hidden_characters,
    links,
    markdown,
    near_words,
    references,
    refusals,
    unknown_fields,
    unknown_ids,
    validation,
    validation_messages,
)
from ideas_hub.repository.known_ids import known_in
from ideas_hub.web_form.constants import constants_of
from ideas_hub.web_form.records import case_study_data

FOR_STORIES: tuple[tuple[ModuleType, str, str], ...] = (
    (bank_details, "LABELLED PAIR OF_A_REGISTER IBAN NEAR", ""),
    (
        births,
        "SHORT SECOND_ITEM THIS_CENTURY SIGNS LONG_AGO NEAR",
        "BIRTH FROM ONWARDS OF_A_THING BIRTHDAY_OF_A_THING WHOEVER SOME_CHILD RULE",
    ),
    (
        capitals,
        """CAPITALS EMPHASIS_WORDS WORD MIN_LETTERS MIN_WORDS ABBREVIATION NUMBERED ROMAN COMMON EXPLAINED
        FIELDS_OF_NAMES IN_CAPITALS CAPITALS_FIX UNEXPLAINED ABBREVIATION_FIX ABBREVIATION_EXAMPLE""",
        "",
    ),
    (chats, "ANY_TIME CHAT MESSAGE FIX", ""),
    (checked_file, "ENTRY_FOLDERS NOT_PROSE TWO_CAPITALS", ""),
    (email_addresses, "EMAIL SPELT_EMAIL NOT_EMAIL BETWEEN_LETTERS", "ANY_AT ANY_DOT"),
    (fields, "DAY EARLIEST_YEAR LATEST_YEAR MOMENT", ""),
    (
        figure_base,
        """ALONE COUNT COUNTLESS_SHAPES COUNT_IS_UNKNOWN EMPTY_BASE EXAMPLE HAS_NO_COUNT LONGEST_WORDS PERCENTAGE
        PERCENT_SIGNS RULE SAYS_TOO_LITTLE SAY_HOW_MANY SAY_WHO SOMEONE""",
        "",
    ),
    (hidden_characters, "HIDDEN_PARTS", ""),
    (homes, "SIGNS NEAR", "HOME"),
    (
        identifier_rows,
        "MAY_IDENTIFY MAY_BE_ADDRESS PROVIDERS LOOK_ALIKES ESCAPED BETWEEN ONE_BY_ONE COUNTING",
        "",
    ),
    (
        links,
        "FAULT LEADS_THROUGH LONGEST_ADDRESS NOT_WHOLE NO_FILES OTHER_KIND SCHEME SCHEMES WEB_ADDRESS",
        "LED_THROUGH",
    ),
    (
        personal_data,
        """RULE BIRTH AROUND_A_BREAK LETTERS_SHOWN MOST_IN_A_FILE FOUND FOUND_IN_NAME RENAME FIX OTHER_FIX ALLOW
        ALLOW_OTHER EXAMPLE ITEMS UNUSED UNUSED_FIX""",
        "",
    ),
    (
        personal_identifiers,
        """MOST_IN_A_ROW DIGIT WEB FIGURE PHONE PHONE_ABROAD PHONE_LINK HELPLINE POSTCODE UNKNOWN_AREA SMALL_POSTCODE
        END_OF_POSTCODE NHS_NUMBER NEAR NI_NUMBER PLACES""",
        "COUNTED_BEFORE COUNTED_AFTER NUMBER_NEAR",
    ),
    (phrase_matcher, "WORD GAP", ""),
    (
        placeholders,
        "QUOTATION IN_WAITING IN_WHOLE SIGNS NEAR MAX_LENGTH",
        """IN_BRACKETS WAITING WHOLE NAMED_BEFORE NAMED_AFTER NAMED_ELSEWHERE LIST_AFTER FORMAT_BEFORE
        FORMAT_AFTER""",
    ),
    (plain_text, "BULLET EMPTY MARK NO_ADDRESS NUMBER NUMBERED RULE", ""),
    (plain_words, "BETTER_WORDS NOUN_ENDS WHY MESSAGE FIX", ""),
    (refusals, "NOT_PUBLISHED PICTURE RUNS_INTO_MARKS TITLE_AGAIN TOO_DEEP", ""),
    (sentences, "MAX_WORDS MIN_LENGTH FAR_FROM_LONG END WORD FACTS ENGLISH MIN_ENGLISH_WORDS TOO_LONG FIX EXAMPLE", ""),
    (
        unfinished,
        """WORDS PAGES_OF_LISTS EVENTS_FOLDER FACTS_THAT_SUFFICE NO_TEXT HEADINGS_ALONE NO_TEXT_FIX EMPTY_HEADING
        EMPTY_HEADING_FIX PLACEHOLDER PLACEHOLDER_FIX MOST_IN_A_PASSAGE""",
        "",
    ),
    (
        validation,
        "COMPARE DELETE_ONE IN_THE_LIST_ALREADY MANY MANY_MORE MAX_PROBLEMS MISSING REPEATED UNKNOWN",
        "",
    ),
    (
        validation_messages,
        "DIGITS_ONLY EMPTY_TYPES END_OF_ADDRESS ID_PATTERN IN_DISPLAY OF_LIST OF_TEXT PATTERN_FIXES SUCH_AS WORDS",
        "",
    ),
)
"""What a typed story needs: each module with the names of its constants, and of its patterns that are plain text."""

FOR_FILES: tuple[tuple[ModuleType, str, str], ...] = (
    (
        accessibility,
        """OPENING FILE_NAME TOP_LEVEL BOLD_HEADING WEB_ADDRESS LOOKS_LIKE_ADDRESS VAGUE ALT_TEXT_EXAMPLE NO_ALT_TEXT
        FILE_NAME_AS_ALT_TEXT OPENING_OF_ALT_TEXT BOLD_AS_HEADING EMPTY_HEADING SKIPPED_LEVEL REPEATED_HEADING
        HEADING_EXAMPLE BARE_ADDRESS EMPTY_LINK ADDRESS_AS_WORDS VAGUE_LINK LINK_FIX LINK_EXAMPLE EMPTY_COLUMN
        NO_HYPHENS LINES_WITHIN LINES_AND_NO_HYPHENS HYPHENS ONE_EMPTY_LINE TABLE_EXAMPLE""",
        "",
    ),
    (
        figure_values,
        """AND_A_HALF BEYOND CONVERSIONS FIX MEASURES NEAR_SHARE OTHER_THOUSANDS OTHER_VALUE RANGE ROUNDED RULE SHARE
        TIMES""",
        "",
    ),
    (languages, "HUB_LANGUAGE NAMES OTHER_NAMES TAG", ""),
    (markdown, "FEWER_STEPS SPLIT_IT TOO_DEEP TOO_MANY_PARTS", ""),
    (near_words, "JOINING_WORDS LOOK_ALIKES MOST_NEAR SLIPS TRANSCRIPTS", ""),
    (numbers, "FIGURES PARTS SCALES SHORT_SCALES SIGNS WORD WORDS", "NUMBER"),
    (
        own_figures,
        """ALIKE ALWAYS_TELLING DIFFERS ENDS FIX LONGEST_WORDS MOST_OF_LABEL NOT_OF_TEXT OTHER_COUNT PERCENT POUNDS RULE
        SENTENCE_END SHORTEST_STEM SMALL_WORDS TAKING_PART WORD WORDS_AROUND""",
        "",
    ),
    (problem, "ALIKE MIN_PREFIX", ""),
    (references, "IN_ANOTHER_FIELD IN_BRACKETS THOSE_THAT_FIT", ""),
    (
        unknown_fields,
        "AS_READERS_SAY CHECK_SPELLING CUTS_A_NUMBER NO_FIELD WITHOUT_COMMA WORDS_AFTER_A_COMMA",
        "",
    ),
    (
        unknown_ids,
        "ANOTHER_ALPHABET LISTED LISTED_IN NOT_KNOWN OF_ANOTHER_LIST OR_ANOTHER RENAMED RULE SEPARATE SINGULAR TAGS",
        "JOINED_BY",
    ),
)
"""What only a file needs besides: a typed story is in English, has no figures or headings, and its ids are chosen."""


def rule_constants() -> dict[str, dict[str, Any]]:
    """Return the constants of each module, by its name and theirs."""
    return {**_for_stories(), **_handed_over(FOR_FILES)}


def story_rules() -> dict[str, dict[str, Any]]:
    """Return what a story that is typed needs."""
    return {**_for_stories(), "case_study": case_study_data({})}


def file_rules(hub: Hub) -> dict[str, dict[str, Any]]:
    """Return what a file needs beside that, with the ids that it may name."""
    return {**_handed_over(FOR_FILES), "case_study": case_study_data(known_in(hub))}


def _handed_over(modules: Iterable[tuple[ModuleType, str, str]]) -> dict[str, dict[str, Any]]:
    return {
        module.__name__.rpartition(".")[2]: constants_of(module, names, patterns) for module, names, patterns in modules
    }


def _for_stories() -> dict[str, dict[str, Any]]:
    """Return those of FOR_STORIES, with what does not fit its shape: objects, and a name that two modules have."""
    constants = _handed_over(FOR_STORIES)
    kinds = [[kind.name, kind.least_digits, kind.can_be_public] for kind in personal_identifiers.IDENTIFIERS]
    constants["personal_identifiers"]["IDENTIFIERS"] = kinds
    in_facts = "ENTITY HTML IN_BRACKETS LONGEST_WHOLE MARKDOWN MAY_BE_MARKED WHOLE_PLACEHOLDERS WORD"
    constants["plain_facts"] = constants_of(plain_facts, in_facts)  # beside checks/plain_words.py
    return constants


def rules_script(rules: Mapping[str, Any]) -> bytes:
    """Return constants as a script that adds them to those of the page, as one on a disk may load no other data."""
    data = json.dumps(rules, ensure_ascii=False, separators=(",", ":"))
    return f"""var ideasHub = ideasHub || {{}};
ideasHub.ruleConstants = Object.assign(ideasHub.ruleConstants || {{}}, {data});
""".encode()
