"""Words that were saved in UTF-8 and read as something else: "Itâ€™s", "cafÃ©", "Â£5"."""

import re

WINDOWS = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}
"""What each byte looks like to a program that takes a text for Windows-1252, as most on Windows do."""
REST = "".join(WINDOWS[byte] for byte in range(0x80, 0xC0))
"""What the second and later bytes of a sign look like."""
AFTER_E2 = "".join(WINDOWS[byte] for byte in b"\x80\x82\x84\x86\x88\x89\x98\x99\x9a\x9c\x9d\x9e")
"""Those of dashes, quotation marks, arrows and the like; a letter of a word may stand before other signs."""
ON_A_MAC = "|".join(
    sign.encode().decode("mac_roman") for sign in "\u2019\u2018\u201c\u201d\u2013\u2014\u2026éèáàâêçöüñ£©"
)
# Two signs of two or three bytes each are the letters of another script.  Of one alone, only what no word ends with.
SIGNS = (
    rf"(?:[Â-ß][{REST}]){{2,}}|(?:[à-ï][{REST}]{{2}}){{2,}}|ðŸ[{REST}]{{0,2}}|ï»¿|â[{AFTER_E2}][{REST}]?"
    rf"|Ã[{REST}]|Â[\u00a0-¿]|(?<=[a-zß-ÿ])[ÄÅ][{REST}]|[ÄÅ][{REST}](?=[a-zß-ÿ])|{ON_A_MAC}"
)
MOJIBAKE = re.compile(rf"(?:{SIGNS})(?:.*(?:{SIGNS}))?")
"""Finds them from the first to the last of a row."""
MOJIBAKE_SIGNS = frozenset(map(chr, (*range(0xC2, 0xF1), 0xAC, 0x201A, 0x221A)))
"""How each of them starts."""
