"""Slips in a block of facts that YAML takes for words: each is reported, and the row is read as it was meant."""

import re
from collections.abc import Iterator

from ideas_hub.reading.foreign_marks import ODD_SPACES
from ideas_hub.reading.yaml_messages import NO_HYPHEN, Advice, Mistake, mistake_in

WIDE_COLON = "[\uff1a\ufe55\u2236]"
BULLET = "[\u2013\u2014\u2022\u25cf\u25aa]"
OTHER_SPACES = ODD_SPACES.strip("\t")
OTHER_SPACE = rf"^[ -]*(?:[a-z_]+:)?[ ]*[{OTHER_SPACES}][{OTHER_SPACES} ]*"
MAY_SLIP = re.compile(
    rf"^ *(?:-[^\s-]|{BULLET}|\**[a-z_]+\**[ \t]*=|\*\*[a-z_])|{WIDE_COLON}|[\u201c-\u201f\u2018\u00ab{OTHER_SPACES}]",
    re.MULTILINE,
)
OTHER_HYPHEN = rf" *(?:-(?=[^\s-])(?!\d[\d.,]*\s*$)|{BULLET}\s*)(?=\S)"
ITEM = r" *- +(?![\"'|>])"
NAME_ALONE = r" *(?:- +)*[\w-]+: *(?:#.*)?$"
NAME = "([a-z_]+)"
OTHER_COLON = (
    rf"^( *(?:- +)*){NAME}[ \t]*{WIDE_COLON}[ \t]*"
    rf"|^()(?:{NAME}[ \t]*=(?!=)|\*\*{NAME}(?::\*\*|\*\*:))[ \t]*(?=\S)"
    rf"|(?<=[{{,])( *){NAME}[ \t]*{WIDE_COLON}[ \t]*"
)
IN_BRACKETS = r" *(?:- +)*(?:[\w-]+: +)?[\[{]"
QUOTED = '[\u201c-\u201f\u00ab]([^\u201c-\u201f\u00ab\u00bb"\\\\]+)[\u201c-\u201f\u00bb"]'
CURLY_VALUE = rf"^( *(?:- +)*(?:[\w-]+: +)?)(?<= )(?:{QUOTED}|\u2018([^\u2018\"\\]+)\u2019)(?=\s*$|\s+#)"
CURLY_IN_BRACKETS = rf"((?<=[\[{{,]) *(?:[\w-]+: +)?){QUOTED}(?= *[,\]}}])"
SENTENCE = r".*[.!?\u2026]"
SPACE = Advice("there is an unusual space before the words.", "Delete it, and type an ordinary space.")
CURLY = Advice("there are curly quotation marks around the words.", "Use straight quotes or none.")


def read_as_meant(block: str, first_line: int) -> tuple[str, list[Mistake]]:
    """Return a block of facts as it was meant, row for row, and the slips in it."""
    if not MAY_SLIP.search(block):
        return block, []
    rows, mistakes = block.split("\n"), []
    for at, row in enumerate(rows):
        for meant, advice in _slips(rows, at) if MAY_SLIP.search(row) else ():
            rows[at] = meant
            mistakes.append(mistake_in(rows, at, advice, first_line))
    return "\n".join(rows), mistakes


def _slips(rows: list[str], at: int) -> Iterator[tuple[str, Advice]]:
    """Yield a row as it was meant for each slip in it, with what to say."""
    if re.match(OTHER_SPACE, rows[at]):
        yield re.sub(OTHER_SPACE, lambda start: re.sub(f"[{OTHER_SPACES}]", " ", start.group()), rows[at]), SPACE
    if (sign := re.match(OTHER_HYPHEN, rows[at])) and (indent := _indent_of_list(rows, at)) >= 0:
        yield f"{' ' * indent}- {rows[at][sign.end() :]}", NO_HYPHEN
    in_brackets = re.match(IN_BRACKETS, rows[at])
    if (match := re.search(OTHER_COLON, rows[at])) and (in_brackets or match.start() == 0):
        name = "".join(match.groups("")).strip(" -")
        advice = Advice(f'no ordinary colon follows "{name}".', f'Write "{name}: " before the value.')
        yield (
            re.sub(OTHER_COLON, lambda one: f"{''.join(one.groups(''))}: ", rows[at], count=0 if in_brackets else 1),
            advice,
        )
    pattern = CURLY_IN_BRACKETS if in_brackets else CURLY_VALUE
    straight = re.sub(pattern, _with_straight_quotes, rows[at])
    if straight != rows[at]:
        yield straight, CURLY


def _indent_of_list(rows: list[str], at: int) -> int:
    """Return where the hyphens of the list stand that a row is in, -1 if it is in none."""
    indent = _indent(rows[at])
    above = next(
        (row for row in map(rows.__getitem__, range(at - 1, -1, -1)) if row.strip() and _indent(row) <= indent), ""
    )
    return _indent(above) if re.match(ITEM, above) else indent if re.match(NAME_ALONE, above) else -1


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _with_straight_quotes(match: re.Match[str]) -> str:
    """Return words in straight quotes; an item that is a sentence is what somebody said, and keeps its own."""
    words = next(filter(None, match.groups()[1:]))
    is_item = ":" not in match[1]
    return match.group() if is_item and re.fullmatch(SENTENCE, words) else f'{match[1]}"{words}"'
