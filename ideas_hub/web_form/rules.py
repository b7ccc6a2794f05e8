"""What of each rule's module is handed to the browser."""

import json
from types import ModuleType
from typing import Any

from ideas_hub.checks import (
    accessibility,
    bank_details,
    births,
    capitals,
    chats,
    checked_file,
    cut_words,
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
from ideas_hub.model import placeholders
from ideas_hub.web_form.constants import constants_of

HANDED_OVER: tuple[tuple[ModuleType, str, str], ...] = (
    (
        accessibility,
        """OPENING FILE_NAME TOP_LEVEL BOLD_HEADING WEB_ADDRESS LOOKS_LIKE_ADDRESS VAGUE ALT_TEXT_EXAMPLE NO_ALT_TEXT
        FILE_NAME_AS_ALT_TEXT OPENING_OF_ALT_TEXT BOLD_AS_HEADING EMPTY_HEADING SKIPPED_LEVEL REPEATED_HEADING
        HEADING_EXAMPLE BARE_ADDRESS EMPTY_LINK ADDRESS_AS_WORDS VAGUE_LINK LINK_FIX LINK_EXAMPLE EMPTY_COLUMN
        NO_HYPHENS LINES_WITHIN LINES_AND_NO_HYPHENS HYPHENS ONE_EMPTY_LINE TABLE_EXAMPLE""",
        "",
    ),
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
    (checked_file, "TWO_CAPITALS", ""),
    (cut_words, "CHECKED_LATER", ""),
    (email_addresses, "EMAIL SPELT_EMAIL NOT_EMAIL BETWEEN_LETTERS", "ANY_AT ANY_DOT"),
    (
        figure_base,
        """ALONE COUNT COUNTLESS_SHAPES COUNT_IS_UNKNOWN EMPTY_BASE EXAMPLE HAS_NO_COUNT LONGEST_WORDS PERCENTAGE
        PERCENT_SIGNS RULE SAYS_TOO_LITTLE SAY_HOW_MANY SAY_WHO SOMEONE""",
        "",
    ),
    (
        figure_values,
        """AND_A_HALF BEYOND CONVERSIONS FIX MEASURES NEAR_SHARE OTHER_THOUSANDS OTHER_VALUE RANGE ROUNDED RULE SHARE
        TIMES""",
        "",
    ),
    (homes, "SIGNS NEAR", "HOME"),
    (
        identifier_rows,
        "MAY_IDENTIFY MAY_BE_ADDRESS PROVIDERS LOOK_ALIKES ESCAPED BETWEEN ONE_BY_ONE COUNTING",
        "",
    ),
    (numbers, "FIGURES NUMBER_WORDS PARTS SCALES SHORT_SCALES SIGNS WORD WORDS", "NUMBER"),
    (
        own_figures,
        """ALIKE ALWAYS_TELLING DIFFERS ENDS FIX LONGEST_WORDS MOST_OF_LABEL NOT_OF_TEXT OTHER_COUNT PERCENT POUNDS RULE
        SENTENCE_END SHORTEST_STEM SMALL_WORDS TAKING_PART WORD WORDS_AROUND""",
        "",
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
    (plain_words, "BETTER_WORDS NOUN_ENDS WHY MESSAGE FIX", ""),
    (sentences, "MAX_WORDS MIN_LENGTH FAR_FROM_LONG END WORD FACTS ENGLISH MIN_ENGLISH_WORDS TOO_LONG FIX EXAMPLE", ""),
    (
        unfinished,
        """WORDS PAGES_OF_LISTS EVENTS_FOLDER FACTS_THAT_SUFFICE NO_TEXT HEADINGS_ALONE NO_TEXT_FIX EMPTY_HEADING
        EMPTY_HEADING_FIX PLACEHOLDER PLACEHOLDER_FIX MOST_IN_A_PASSAGE""",
        "",
    ),
)
"""Each module with the names of its constants, and with those of its patterns that are plain text."""


def rule_constants() -> dict[str, dict[str, Any]]:
    """Return the constants of each module, by its name and theirs."""
    constants = {
        module.__name__.rpartition(".")[2]: constants_of(module, names, patterns)
        for module, names, patterns in HANDED_OVER
    }
    kinds = [[kind.name, kind.least_digits, kind.can_be_public] for kind in personal_identifiers.IDENTIFIERS]
    constants["personal_identifiers"]["IDENTIFIERS"] = kinds
    return constants


def rules_script() -> bytes:
    """Return the constants as a script: a page that lies on a disk may load no other data."""
    data = json.dumps(rule_constants(), ensure_ascii=False, separators=(",", ":"))
    return f"var ideasHub = ideasHub || {{}};\nideasHub.ruleConstants = {data};\n".encode()
