"""Finds somebody's home address in a row of text: a house with its number beside words that a person lives there.

Where a group meets, or an organisation has its office, is no secret.
"""

import re
from collections.abc import Iterator

from ideas_hub.checks.births import OF_A_THING

STREET = (
    "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Dr|Way|Crescent|Court|Ct|Place|Gardens?|Terrace|Grove|Hill|Row"
    "|Walk|Square|Sq|Park|Mews|Rise|View|Green|Gate|Parade|Croft|Villas|Mount|Yard|Wharf|Quay|Buildings|House|Estate"
    "|Cottages?|Villas?|Drove|Fold|Avenue)"
)
AFTER_NUMBER = rf"[A-Za-z]?,?\s(?:[A-Z][\w'\u2019.-]*\s){{1,4}}?{STREET}\b"
FLAT = r"(?:(?i:flat|apartment|apt|unit|room)\W{1,2}\w{1,4},?\s)?"
ADDRESS = rf"(?P<address>{FLAT}(?i:no\.?\s|number\s)?\d{{1,4}}{AFTER_NUMBER})"
BETWEEN = r"(?:\s(?!and\b|but\b|near|by\b|opposite|behind|beside|from\b|round\b)[a-z]+){0,6}?\s(?:at|in|on)"
SOMEBODY = r"(?i:who|they|we|I|people|couples?|famil(?:y|ies)|both|parents|(?:and|&)\s\w+)"
NAME = r"(?<!\bSt\s)(?<!\bSaint\s)\b[A-Z][a-z]+['\u2019]s"
HOME = (
    rf"(?:\b(?i:(?P<lives>liv(?:es|ed|ing)|resid(?:es|ed|ing)){BETWEEN}|{SOMEBODY}\slive{BETWEEN}"
    r"|home\saddress(?:es)?(?:\s(?:is|was|are))?|(?:Mr|Mrs|Ms|Miss|Mx)\.?\s\w+(?:\s\w+)?\sof"
    r"|visit\w*\s\w+(?:\s\w+)?\sat\s(?:\w+\s)?home(?:\sat)?)"
    rf"|(?:\b(?i:his|her|my)|{NAME})\s(?:[a-z]+\s){{0,2}}?(?:home|house|flat|bungalow|apartment)(?:\s(?:is|was|at|in)){{0,2}}"
    rf"|\b(?i:his|her|my)\s(?:[a-z]+\s){{0,2}}?address(?:\s(?:is|was))?)[\s:,(-]{{1,3}}(?:the\s)?{ADDRESS}"
)
SIGNS = ("liv", "resid", "home", "house", "flat", "bungalow", "apartment", "address", "mr", "ms", "miss", "mx")
"""One of them is in whatever HOME finds, which is compiled when a text has it."""
NEAR = 80  # characters before it that are looked at


def find_homes(row: str) -> Iterator[str]:
    """Yield each home address in a row, as it is there."""
    for match in re.finditer(HOME, row) if any(map(row.casefold().__contains__, SIGNS)) else ():
        is_of_a_thing = match["lives"] and re.search(
            OF_A_THING, row[max(0, match.start() - NEAR) : match.start()].rstrip()
        )
        if not is_of_a_thing:
            yield match["address"]
