"""Words that hold the place of others still to be written: "TBC", "[name of place]", "xx people", "DD/MM/YYYY"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

QUOTATION = re.compile(r"“[^”]{1,300}”|\"[^\"]{1,300}\"")
NOUN = (
    r"(?:names?|numbers?|dates?|amounts?|figures?|titles?|texts?|places?|towns?|city|village|venues?|address(?:es)?"
    r"|organi[sz]ation|postcode|(?:e-?mail|web)(?: address)?|(?:tele)?phone(?: number)?|website|url|link|percentage"
    r"|quot(?:e|ation)|caption)"
)
THING = (
    rf"(?:{NOUN}|times?|days?|months?|years?|totals?|costs?|prices?|areas?|districts?|regions?|count(?:y|ry)|groups?"
    r"|projects?|charity|headings?|summary|story|words?|descriptions?|details?|contents?|roles?|persons?|people|photos?"
    r"|pictures?|sources?|answers?|activit(?:y|ies)|age)"
)
WHOSE = (
    r"(?:(?:your|own|full|first|last|family|exact|start|end|contact|local|other|group|project|organi[sz]ation|org|club"
    r"|charity|company|event|person|volunteer|participant|place|town|venue|street|region|area|role|job)"
    r"(?:['\u2019]s)?[ _-]){0,4}"
)
ASK = "(?:insert|add|enter|fill in|type|write|put|choose|select|check|confirm)"
TO_BE = "to be (?:added|announced|completed|confirmed|decided|done|written)"
ASKED = rf"(?:your |the |an? |some )?{WHOSE}{THING}(?!\w)"
REST = rf"(?:\s?/\s?\w+|[ _-](?:of|for|to|here|goes|tb[acd]|needed|missing|(?:and|or) {THING})(?!\w).*)?"
SLOT = rf"(?:{ASK} |(?=your )){ASKED}.*|(?:the )?{WHOSE}{NOUN}{REST}|{TO_BE}|tb[acd]|todo|insert|x{{2,}}"
IN_BRACKETS = {
    "[": rf"(?i){SLOT}|(?:insert|add|enter|fill in) .+",
    "{": rf"(?i){SLOT}|{WHOSE}{THING}{REST}",
    "<": rf"(?i){SLOT}|{WHOSE}{THING}{REST}",
    "(": rf"(?i){ASK} {ASKED}.*",
}
"""What holds a place, by the bracket that opens it; compiled when a text needs it, and most need none."""
COUNTED = (
    r"(?:people|participants|members|volunteers|adults|children|families|men|women|carers|residents|visitors|visits"
    r"|referrals|groups|sessions|walks|workshops|events|places|projects|organisations|hours|minutes|days|weeks|months"
    r"|years|times|miles|pounds|pence|staff|students|pupils|households|meals|activities|per ?cent)"
)
DATE = (
    r"(?<![\w/.-])(?:dd?(?P<a>[/. -])mm?(?P=a)yy(?:yy)?|yyyy(?P<b>[/-])mm(?:(?P=b)dd)?|mm(?P<c>[/-])(?:dd(?P=c))?yyyy"
    r"|(?:dd? )?mo?n?th yyyy|xx(?P<d>[/.-])xx(?P=d)(?:xx)?xx)(?![\w/-])"
)
WAITING = (
    r"(?P<open>[\[{<]|\((?=(?i:insert|add|enter|fill) ))(?P<inside>[^()\[\]{}<>\n]{1,80})[\]}>)](?![(\[:])"
    r"|(?<!\w)(?:TB[ACD]|tb[acd]|TODO|FIXME)(?!\w)"
    rf"|(?<![\w-])(?:X{{3,}}(?![\w-]| [A-Z][a-z])|(?:xx+|XX+|\?\?+)(?:%|[ -]{COUNTED}(?!\w)))|£[Xx][Xx,.]*(?![\w-])"
    r"|(?<!\w)(?:(?:19|20)(?:xx|XX)|(?:[A-Z]+ ){1,4}GOES? HERE|(?i:lorem ipsum))(?!\w)|_{4,}"
    r"|(?:(?<=\s)|^(?!\?+\+? ?[a-z]))\?{3,}"
    rf"|(?i:(?<!\w)(?:{THING} goes here(?=\W*(?:$|[.,;:!?)]))|insert (?:\w+ ){{0,2}}{THING} here(?!\w))|{DATE})"
)
WHOLE = (
    rf"(?i)\W*(?:(?:your |the |an? |some )?{WHOSE}{THING} (?:goes? )?here|todo:.*|todo|tb[acd]|fixme|no response"
    rf"|{ASK}(?: (?:your|the|an?|some|more|own|group|{THING})){{0,6}} here(?: what\b.*)?|coming soon|{TO_BE}"
    rf"|insert {WHOSE}{THING}|names? of (?:your |the |an? )?{THING}|your (?:name|title|summary|text|organisation)"
    r"|click or tap .{0,40}to enter .*)\W*"
)
"""What a fact, a paragraph, an item or a cell holds that is nothing else."""
IN_WAITING = (
    "todo", "tbc", "tba", "tbd", "fixme", "xx", "£x", "insert", "lorem", "____", "yy", "[", "{", "<", "??", "(add",
    "(enter", "(fill", "goes here", "go here",
)  # fmt: skip
IN_WHOLE = (
    "here what", "todo", "tbc", "tba", "tbd", "fixme", "to be ", "coming soon", "no resp", "click or tap", "name of",
    "names of", "insert", "your name", "your title", "your summary", "your text", "your organisation",
)  # fmt: skip
SIGNS = (*IN_WAITING, *IN_WHOLE, "here")
"""One of them is in whatever waits for its words: a quick look, as there are thousands of facts."""
NEAR = 20  # characters on either side that are looked at
MAX_LENGTH = 120  # characters of what is nothing else
NAMED_BEFORE = (
    r"(?i)\b(?:the|an?|our|your|my|his|her|their|this|that|with|by|of|for|from|called|named|as|join(?:ed)?)\s$"
)
NAMED_AFTER = (
    r"['\u2019]s\b|\s(?!(?:and|or|but|by|on|in|at|when|soon|later|until|once|from|to|for|if|as|per|with)\b)[a-z]"
    r"|\s[A-Z][a-z]"
)
A_BODY = r"(?:Group|Network|Club|Trust|Foundation|Association|Alliance|Society|Community|Committee)\b"
NAMED_ELSEWHERE = rf"\b(?:[Tt]he|[Jj]oin(?:s|ed)?) TODO [A-Z][a-z]|\bTODO['\u2019]s\b|\bTODO {A_BODY}"
"""What shows that TODO is a name in a text, as of the TODO Group, wherever else it stands there."""

LIST_AFTER = r"\s(?:lists?|notes?|items?|apps?|boards?|comments?)\b"
FORMAT_BEFORE = r"\b(?:as|format|form|like|style|pattern)\W{1,3}(?:the\s)?$"
FORMAT_AFTER = r"\W{0,2}\s(?:format|style|dates?)\b"


class Placeholder(NamedTuple):
    """Words that hold the place of others, and where they start."""

    start: int
    words: str


def placeholders_in(text: str, around: str = "") -> Iterator[Placeholder]:
    """Yield each part of a text that waits for its words.

    around: what may say in full what a short form stands for, such as Tower Blocks Community for TBC; else the text.
    """
    folded, around = text.casefold(), around or text
    if len(text) <= MAX_LENGTH and _may_be_whole(folded) and re.fullmatch(WHOLE, text):
        if not _is_in_full(text.strip(), around):
            yield Placeholder(0, text)
    elif any(map(folded.__contains__, IN_WAITING)):
        plain = blank_quotations(text)
        for match in re.finditer(WAITING, plain):
            before, after = plain[max(0, match.start() - NEAR) : match.start()], plain[match.end() :][:NEAR]
            is_slot = not match["open"] or holds_a_place(match["open"], match["inside"])
            if is_slot and not _is_name(match.group(), before, after, around):
                yield Placeholder(match.start(), match.group())


def holds_a_place(bracket: str, words: str) -> bool:
    """Return whether words behind an opening bracket name what is to stand there."""
    return re.fullmatch(IN_BRACKETS[bracket], words.strip()) is not None


def _may_be_whole(folded: str) -> bool:
    return folded.rstrip(" .!*_)").endswith("here") or any(map(folded.__contains__, IN_WHOLE))


def _is_name(words: str, before: str, after: str, around: str) -> bool:
    """Return whether words are no placeholder but a name, as in "the TODO list", or the form of a date."""
    folded = words.casefold()
    if folded in {"xxx", "xxxx"}:
        return "kiss" in around.casefold()
    if folded in {"todo", "fixme"}:
        is_name = not after.startswith(":") and re.search(NAMED_ELSEWHERE, around)
        return bool(is_name or re.search(NAMED_BEFORE, before) or re.match(LIST_AFTER, after))
    if folded in {"tbc", "tba", "tbd"}:
        return bool(re.search(NAMED_BEFORE, before) or re.match(NAMED_AFTER, after)) or _is_in_full(words, around)
    return bool("yy" in folded and (re.search(FORMAT_BEFORE, before) or re.match(FORMAT_AFTER, after)))


def _is_in_full(short: str, text: str) -> bool:
    """Return whether a text has words that start with the letters of a short form."""
    return short.isalpha() and re.search(r"\W+".join(rf"\b{letter}\w+" for letter in short.upper()), text) is not None


def blank_quotations(text: str) -> str:
    """Return a text with dots in place of what is in double quotes, of the same length: an example is not a use."""
    if "“" not in text and '"' not in text:
        return text
    return QUOTATION.sub(lambda match: "\n".join("." * len(part) for part in match.group().split("\n")), text)
