"""Texts in Markdown made at random of the parts that people write, the same for the same seed."""

from random import Random

WORDS = (
    "words", "two words", "**bold**", "*tilted*", "***both***", "__bold__", "_tilted_", "`code`", "``co`de``",
    "[link](https://repair.example/a)", '[a **b**](tea.md "Title")', "[there]", "[there][]", "[words][There]",
    "[no link]", "![picture](a.png)", "![of *tea*][there]", "<https://repair.example>", "<mender@repair.example>",
    "https://repair.example/x.", "www.repair.example,", "(www.repair.example)", "mender@repair.example", "~~gone~~",
    "~gone~", "a~b~c", "<b>", "</b>", "H<sub>2</sub>O", "&amp;", "&copy;", "&#65;", "&#x41;", "\\*", "\\[x\\]",
    "a&lt;b", "{{ name }}", "[^tea]", "[^none]", "| pipe |", "!", "**", "*", "_", "[", "](", "]", "`", "~~",
    "\xe9 \xfc", "\U0001f600", "a_b_c", "3 < 4", "https://repair.example/a_(b)", "https://a_b.example",
    "**https://repair.example**", "*www.repair.example*", "https://repair.example/&amp;x", "<!-- note -->",
    "[half] (https://repair.example)", "(words)[https://repair.example]", "[](x)", "[x] y", "$5$", ":tea:", "a  b",
)  # fmt: skip
BREAKS = ("\n", "\n", "\n", "  \n", "\\\n", "\n  ", "\n    ")
DEFINITIONS = (
    "[there]: https://repair.example/there",
    "[there]: <with space> 'Title'",
    '[there]:\n  /there\n  "Title\nof two rows"',
    "[^tea]: A note\nof two rows.",
    "[^tea]: A note.\n\n    Its second paragraph.",
)


class TextMaker:
    """Makes texts."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 nothing is kept secret by it

    def text(self, parts: int = 3, depth: int = 0) -> str:
        """Return up to so many blocks, some of them side by side."""
        made = [self._block(depth) for _ in range(self._random.randint(1, parts))]
        return self._one_of("\n", "\n\n", "\n\n", "\n\n\n").join(made)

    def _one_of(self, *choices: str) -> str:
        return self._random.choice(choices)

    def _row(self, most: int = 6) -> str:
        return "So " + " ".join(self._one_of(*WORDS) for _ in range(self._random.randint(1, most)))

    def _rows(self) -> str:
        return self._one_of(*BREAKS).join(self._row() for _ in range(self._random.randint(1, 3)))

    def _block(self, depth: int) -> str:
        leaves = (
            self._rows,
            self._rows,
            self._rows,
            self._heading,
            self._underlined,
            self._code,
            self._table,
            self._other,
        )
        nests = (self._list, self._list, self._quotation, self._alert)
        if depth > 2 or self._random.random() < 0.6:
            return self._random.choice(leaves)()
        return self._random.choice(nests)(depth + 1)

    def _heading(self) -> str:
        return (
            "#" * self._random.randint(1, 7) + self._one_of(" ", "  ", "") + self._row() + self._one_of("", " #", " ##")
        )

    def _underlined(self) -> str:
        return f"{self._rows()}\n{self._one_of('===', '---', '=', '--  ', ' ---')}"

    def _code(self) -> str:
        fence = self._one_of("```", "~~~", "````")
        return self._one_of(
            f"\n    {self._row()}\n", f"{fence} tea\n{self._rows()}\n{fence}", f"{fence}\n{self._rows()}"
        )

    def _table(self) -> str:
        columns = self._random.randint(1, 3)

        def row(cells: int) -> str:
            return self._one_of("| %s |", "%s |", "| %s") % " | ".join(self._row(2) for _ in range(max(1, cells)))

        below = "|".join(self._one_of("---", ":-:", "--:", ":--", " - ") for _ in range(columns))
        rows = [row(columns), f"|{below}|", *(row(columns + self._random.randint(-1, 1)) for _ in range(2))]
        return self._one_of("", f"{self._row()}\n") + "\n".join(rows)

    def _other(self) -> str:
        html = self._one_of("<div>", "<!-- note", "<p>words") + f"\n{self._row()}\n\n"
        return self._one_of("***", "- - -", html, *DEFINITIONS)

    def _list(self, depth: int) -> str:
        marker = self._one_of("- ", "* ", "+ ", "1. ", "1) ", "-   ", "- [ ] ", "- [x] ")
        is_task = "[" in marker
        indent = " " * (2 if is_task else len(marker))
        items = [self._row() if is_task else self.text(2, depth).strip("\n") for _ in range(self._random.randint(1, 3))]
        return self._one_of("\n", "\n\n").join(marker + item.replace("\n", f"\n{indent}") for item in items)

    def _quotation(self, depth: int) -> str:
        return "> " + self.text(2, depth).strip("\n").replace("\n", self._one_of("\n> ", "\n>", "\n> "))

    def _alert(self, depth: int) -> str:
        name = self._one_of("[!NOTE]", "[!tip]", "[!Warning] ", "[!NEWS]", "[!NOTE] x")
        return f"> {name}\n> " + self.text(2, depth).strip("\n").replace("\n", "\n> ")
