"""What of each rule's module is handed to the browser."""

import json
from types import ModuleType
from typing import Any

from ideas_hub.checks import (
    bank_details,
    births,
    chats,
    email_addresses,
    homes,
    identifier_rows,
    personal_data,
    personal_identifiers,
)
from ideas_hub.web_form.constants import constants_of

HANDED_OVER: tuple[tuple[ModuleType, str, str], ...] = (
    (bank_details, "LABELLED PAIR OF_A_REGISTER IBAN NEAR", ""),
    (
        births,
        "SHORT SECOND_ITEM THIS_CENTURY SIGNS LONG_AGO NEAR",
        "BIRTH FROM ONWARDS OF_A_THING BIRTHDAY_OF_A_THING WHOEVER SOME_CHILD RULE",
    ),
    (chats, "ANY_TIME CHAT MESSAGE FIX", ""),
    (email_addresses, "EMAIL SPELT_EMAIL NOT_EMAIL BETWEEN_LETTERS", "ANY_AT ANY_DOT"),
    (homes, "SIGNS NEAR", "HOME"),
    (
        identifier_rows,
        "MAY_IDENTIFY MAY_BE_ADDRESS PROVIDERS LOOK_ALIKES ESCAPED BETWEEN ONE_BY_ONE COUNTING",
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
