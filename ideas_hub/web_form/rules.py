"""What of each rule's module is handed to the browser."""

import json
from typing import Any

from ideas_hub.checks import homes, identifier_rows, personal_data, personal_identifiers
from ideas_hub.web_form.constants import constants_of


def rule_constants() -> dict[str, dict[str, Any]]:
    """Return the constants of each module, by its name and theirs."""
    return {
        "homes": constants_of(homes, "NEAR SIGNS", patterns="HOME"),
        "identifier_rows": constants_of(identifier_rows, "MAY_IDENTIFY MAY_BE_ADDRESS PLAIN_SIGNS ESCAPED"),
        "personal_data": constants_of(personal_data, "RULE FIX ALLOW"),
        "personal_identifiers": constants_of(personal_identifiers, "PHONE"),
    }


def rules_script() -> bytes:
    """Return the constants as a script: a page that lies on a disk may load no other data."""
    data = json.dumps(rule_constants(), ensure_ascii=False, separators=(",", ":"))
    return f"var ideasHub = ideasHub || {{}};\nideasHub.ruleConstants = {data};\n".encode()
