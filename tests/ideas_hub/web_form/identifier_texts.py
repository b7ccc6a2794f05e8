"""Made texts with personal data of every kind in many spellings, and with what nearly is some."""

import random
from html.entities import html5

from tests.ideas_hub.checks.test_honest_and_personal import HONEST, PERSONAL
from tests.ideas_hub.checks.test_personal_identifiers import IN_EVERY_SHAPE
from tests.ideas_hub.checks.test_personal_over_rows import HONEST as HONEST_OVER_ROWS

ROWS = [*IN_EVERY_SHAPE, *(row for rows in PERSONAL.values() for row in rows)]
PUBLIC = ["01632 960001", "office@example.org", "TA1 1AA", "+44 (0)1632 960 001", "office [at] example (dot) org"]
CHATS = ["[12/03/2023, 14:05] Jo: see you", "12.3.23 14:05 - Jo B: yes", "14:05, 12/03/2023 - Jo: no", "14:05 Jo: no"]
BEFORE = [
    "Joan Smith, ", "The project was ", "Any child who was ", "her ", "Reg. ", "We counted ", "ISBN ", "lives at ",
    "For example, a baby was ", "born on ", "dob ", "account ", "(", "a. 1 May 2021; ", "https://a.example/", "Tel: ",
    "The AGE group's birthday, ", "value: ", "b. ", "no. ", "Straße, ", "caf\u00e9 \U0001f600 ", "at ", "x",
]  # fmt: skip
AFTER = [
    " or later.", " steps.", " people may come.", "!", ",00", " can join", "-1", ":30", " 12", ")", " 2ND",
    "@a.example", " \u2013 and so on", ".pdf", " NHS", " Bridge Street", "\U0001f600", "x", " years", "/2",
    " onwards",
]  # fmt: skip
SIGNS = [
    *"\\ -.,()/&#*_~[]<>:;@+|'\"0179aB\u00a0\u00ad\u2009\u200b\u200c\u200e\u2011\u2013\u2019",
    *"\u202f\u2212\u3000\u00b0\u00e9", "&#48;", "&#x37;", "&#150;", "&#0;", "&#8;", "&#13;",
    "&nbsp;", "&nbsp", "&shy;", "&commat;", "&period;", "&ensp;", "&amp;", "&amp;#48;", "&lt", "&gt;", "&deg;",
    "&eacute;", "&unknown;", "&ltx", "&emsp13;", "%20", "%40", " [at] ", " dot ", " at ", "**", "~~", "\\_", "  ",
]  # fmt: skip
DIGITS = ["\u0660", "\u06f0", "\u0966", "\u09e6", "\u0a66", "\u0ae6", "\uff10"]
"""Each the naught of a script."""

FRAMES = [
    "{}\n", "{}\n", "- {}\n", "  1. {}\n", "> {}\n", "## {}\n", "| A | B |\n| --- | --- |\n| {} | {} |\n",
    "**{}** {}\n", "[{}](https://a.example/b)\n", "[Ring](tel:{})\n", "`{}`\n", "<!-- {} -->\n", "```\n{}\n```\n",
    "- {}\n  {}\n", "![{}](a.jpg)\n", "{}\n{}\n", "{}  \n{}\n",
]  # fmt: skip


class IdentifierTexts:
    """Makes texts; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 nothing is kept secret by it

    def row(self) -> str:
        """Return a row with one or two identifiers or the like, spelt somehow."""
        pick = self._random
        words = pick.choice(pick.choice([ROWS, ROWS, ROWS, HONEST, PUBLIC, CHATS]))
        for change in pick.choices(
            [self._spelt, self._near, self._framed, self._in_other_digits], k=pick.randint(0, 3)
        ):
            words = change(words)
        return words if pick.random() < 0.8 else f"{words} {pick.choice(ROWS)}"

    def text(self) -> str:
        """Return a page: facts, some of which allow an identifier, and a few blocks."""
        pick = self._random
        blocks = [pick.choice(FRAMES) for _ in range(pick.randint(1, 4))]
        body = "\n".join(block.format(self._broken(self.row()), self.row()) for block in blocks)
        if pick.random() < 0.03:
            body += f"\n{HONEST_OVER_ROWS}"
        return f"---\ntitle: One\n{''.join(self._facts())}---\n\n{body}"

    def _facts(self) -> list[str]:
        pick, facts = self._random, []
        if pick.random() < 0.5:
            facts.append(f"summary: {self._quoted(self.row())}\n")
        if pick.random() < 0.2:
            facts.append(
                f"quotes:\n  - {self._quoted(self.row())}\n  - |\n    {self.row()}\n    {self.row()}\n# {self.row()}\n"
            )
        if pick.random() < 0.5:
            item, why = (
                self._quoted(pick.choice([*PUBLIC, self.row()])),
                pick.choice(["Our office.", '""', "Or 07700 900123"]),
            )
            facts.append(
                f"allow_contact:\n  - {{item: {item}, why: {why}}}\n  - {{item: {pick.choice(PUBLIC)!r}, why: So.}}\n"
            )
        return facts

    @staticmethod
    def _quoted(words: str) -> str:
        return "'" + words.replace("'", "''") + "'"

    def _spelt(self, words: str) -> str:
        for _ in range(self._random.randint(1, 3)):
            place, sign = self._random.randint(0, len(words)), self._random.choice([*SIGNS, self._entity()])
            words = f"{words[:place]}{sign}{words[place:]}"
        return words

    def _entity(self) -> str:
        return f"&{self._random.choice(list(html5))}"

    def _near(self, words: str) -> str:
        """Take a sign away, put another in its place, or change all capitals."""
        place = self._random.randrange(len(words))
        other = self._random.choice(["", self._random.choice("0123456789abcXYZ -")])
        change = self._random.randint(0, 3)
        return [f"{words[:place]}{other}{words[place + 1 :]}", words.upper(), words.lower(), " ".join(words)][change]

    def _framed(self, words: str) -> str:
        return self._random.choice([*BEFORE, ""]) + words + self._random.choice([*AFTER, ""])

    def _in_other_digits(self, words: str) -> str:
        naught = ord(self._random.choice(DIGITS))
        return "".join(
            chr(naught + int(sign)) if sign in "0123456789" and self._random.random() < 0.5 else sign for sign in words
        )

    def _broken(self, words: str) -> str:
        """Break a row at a space now and then, or put a mark of Markdown there."""
        place = words.find(" ", self._random.randrange(len(words) or 1))
        if place < 1 or self._random.random() < 0.5:
            return words
        return f"{words[:place]}{self._random.choice([chr(10), ' **', '** ', ' *x* '])}{words[place + 1 :]}"
