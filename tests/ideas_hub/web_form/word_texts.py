"""Case studies made at random of words that trip the rules on words and layout, or nearly do; the same for a seed."""

import json
from random import Random

from ideas_hub.checks.better_words import DEFICIT, GROUPS, LONG_WORDS

PLAIN = (
    "people", "came", "to", "the", "café", "and", "they", "mended", "lamps", "with", "a", "friend", "who", "had",
    "tools", "on", "Mondays", "in", "Swansea", "it", "was", "Éclair", "naïve", "İzmir", "\U0001f600", "co-operative",
    "don't", "don\u2019t", "1,200", "50%", "e.g.", "a.m.", "zażółć", "x²", "…", "—", "“hot”", '"hot"', "10:30", "a_b",
    "\u00a0", "ΣΑΣ", "straße", "here", "This", "Henry VIII", "World War II", "version XI", "Tea;", "(and so on)",
)  # fmt: skip
CAPITALS = (
    "FREE", "PLEASE", "NOT", "NHS", "CVS", "CVSs", "(CVS)", "the CVS (", "called RCVS", "VCFSE", "SWEMWBS", "CCG",
    "ABCD", "ABCD, the", "ABCD, an", "[ABCD]", "LGBT+", "R&D", "A-Z", "UK", "UKs", "TV", "XX", "XIV", "IMPORTANT NOTE",
    "MAKING LAMPS", "MAKING, MENDING", "MAKING\nMENDING", "ŁÓDŹ ŚWIAT", "COVID-19", "COVID 19", "Covid-19", "WARNING!",
    "DR JONES", "M&S", "ABC/DEF", "= ABCD", "RCVS\u2019S", "ABCDEFGH", "“PLEASE SHOUT”", '"QWERT"', "B12",
    "NEW ÉCLAIRS",
    "[!NOTE]", "THING GOES HERE", "ABCD\u2019s", "ÀÉÎ", "SO VERY", "WEA", "RCVS, Who", "TODO", "TBC", "MEND",
)  # fmt: skip
WAITING = (
    "TBC", "tbc", "TBA.", "the TBC", "TBC soon", "TBC choir", "TBC's", "Tower Blocks Community", "tbd by Monday",
    "TODO",
    "TODO: count", "the TODO list", "TODO notes", "join TODO Group", "TODO Group", "FIXME", "[name of place]", "[tea]",
    "[insert name here]", "[insert tea](tea.md)", "[your organisation]", "[Name]", "[name]:", "[date/time]",
    "{number of people}", "{{name}}", "{Your Town\u2019s group}", "<venue>", "<b>", "(insert name)", "(add photo)",
    "(add milk)", "(enter date here)", "(fill in the date)", "(see above)", "xx people", "XX%", "xx volunteers", "xxx",
    "XXX", "XXXX", "XXX Large", "a kiss", "?? visitors", "??", "???", "what???", "£x", "£XX,XXX", "£X-ray", "20xx",
    "19XX", "20xxx", "TEXT GOES HERE", "YOUR NAME GO HERE", "lorem ipsum", "Lorem Ipsum dolor", "____", "___",
    "name goes here", "name goes here often", "insert a short summary here", "insert coins here", "DD/MM/YYYY",
    "dd-mm-yy", "yyyy-mm-dd", "in the format dd/mm/yyyy", "dd/mm/yyyy format", "as (DD.MM.YYYY)", "month yyyy",
    "mm/yyyy", "xx/xx/xxxx", "“TBC”", '"insert name here"', "here", "to be confirmed", "coming soon", "no response",
    "your name", "[to be added]", "[xx]", "[x]", "[Add your own group\u2019s story about it]", "[enter] [", "]",
    "[quote from a volunteer or age]", "{age}", "[age]", "(check the place to be sure)", "(Insert name)", "[TBA]",
)  # fmt: skip
WHOLE = (
    "TBC", "tbc.", "**TBC**", "TODO", "Todo: write it", "to be written", "Coming soon!", "No response",
    "Your name here",
    "Name goes here", "The summary here", "Write your story here", "Add text here", "Describe it here",
    "Add the details and photos here what", "Insert your group's name", "Names of the groups", "name of your project",
    "Your title", "Click or tap here to enter text.", "FIXME", "Text here.", "We met here.", "more", "T.B.C.",
    "Put some words here", "Type your answer here what you did", "to be announced (TBA)", "(to be confirmed)",
    "Tower blocks community: TBC", "x" * 115 + " here", "insert", "[insert]", "???", "Story goes here ...", "*Here*",
)  # fmt: skip
LINKS = (
    "[click here](tea.md)", "[here](tea.md)", "[how to mend](tea.md)", "[https://repair.example](tea.md)", "[](tea.md)",
    "https://repair.example/a", "www.repair.example", "mender@repair.example", "[ this page ](tea.md)", "[More…](a.md)",
    "[**Read more**](a.md)", "[here and there](a.md)", "[repair.org](a.md)", "[repair.example](a.md)", "<tel:07>",
    "[www.repair.example now](a.md)", "<https://repair.example>", "[PDF](a.pdf)", "[This Website!](a.md)", "[\xa0](a)",
    "[press here](a.md)", "[Find out more](a.md)", "[the report](a.md)", "[a report](a.md)", "![](a.png)", "`tea`",
    "[he\u200bre](a.md)", "[more information](a.md)", "[this \u212aage](a.md)", "**bold**", "*tilted*", "~~old~~",
    "&lt;name&gt;",
    "\\[name\\]", "[see\nmore](a.md)", "![of](a.png)",
)  # fmt: skip
HEADINGS = (
    "What changed", "what  changed", "WHAT CHANGED", "Tea", "Straße", "STRASSE", "", "#", "Tea #", "TBC",
    "A [link](a.md)",
    "MEND IT NOW PLEASE", "The café", "![of tea](tea.png)", "Tea " * 20, "Insert heading here",
)  # fmt: skip
ROWS = (
    "| Tea | Cups |\n| --- | --- |\n| hot | 3 |", "| Tea |  |\n| --- | --- |\n| hot | 3 |",
    "|  | Cups |\n|---|---|\n| x | y |",
    "|  |  |\n|---|---|\n| x | y |", "| Tea | Cups |\n| hot | 3 |", "| Tea | Cups |", "Tea | Cups\nhot | 3",
    "Tea | Cups",
    "| Tea | Cups |\n\n| hot | 3 |\n\n| cold | 1 |", "| Tea | Cups |\n\n| --- | --- |\n\n| hot | 3 |",
    "a | b | c\nd | e",
    "Words\n| Tea | Cups |\n| hot | 3 |\nmore", "- | Tea | Cups |\n- | hot | 3 |", "| --- | --- |\n| Tea | Cups |",
    "|Tea|\n|hot|", "Tea|Cups\nhot|3", "Tea | Cups\nhot | 3\n\ncold | 1", "||\n|--|", "|x",
    "| TBC | [name] |\n|-|-|\n| xx people | here |",
    "| Words | b | c |\n|:-:|--:|---|\n| the elderly | FREE TEA | suffers from |",
)  # fmt: skip
BOLD = (
    "**What came of it**",
    "**What came of it.**",
    "**One**\n**two**",
    "**Note:**",
    "__Tea__",
    "**a** b",
    "***Both***",
)
ENGLISH = ("the", "and", "of", "to", "in", "they", "people", "had", "that", "was")
ALT_TEXTS = (
    "", " ", "Image of a lamp", "A photo showing tea", "Six people mend a lamp.", "IMG_1234.JPG", "lamp.jpg",
    "photo 12",
    "photos of lamps", "this is a picture of tea", "whatsapp image 2024-01-02 at 10", "A photograph", "DSC 1",
    "The Screenshot\nshows a lamp", "pic of tea", "lamp",
)  # fmt: skip
OTHER_LANGUAGES = ("pl", "cy", "en-GB", "en", "xx", "pt-BR")
PHRASES = tuple(phrase for words in (DEFICIT, GROUPS, LONG_WORDS) for word in words for phrase in word.phrases)
AFTER_GROUPS = ("", ".", " can", " alley", " and", "\nlive", "-ness", ", who", " people", " (all)", ")")
KINDS = (PLAIN, PLAIN, PLAIN, PLAIN, ENGLISH, ENGLISH, CAPITALS, WAITING, LINKS)
GAPS = (" ",) * 12 + ("\n", "  ", ", ", "\u00a0")
ENDS = (".", ".", ".", "!", "?", ";", ":", "…", '."', ".)", "", ":\n- ", "\u06d4", ".\u2019")


class StoryMaker:
    """Makes case studies."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 nothing is kept secret by it

    def story(self) -> str:
        """Return a file with facts, and up to twelve blocks below them."""
        one_of, chance = self._random.choice, self._random.random
        facts: dict[str, object] = {"title": self._sentence(5), "summary": self._sentence(14)}
        facts["organisation"] = one_of(("Mending ABCD Wales", "RCVS", "", "Tea\n\u00a0WEA", "Town's “WEA”", "xRCVS"))
        if chance() < 0.3:
            facts["partners"] = [one_of(("RCVS Trust", "ABCDs", "Café")), "tea-room"]
        if chance() < 0.3:
            facts["language"] = one_of(OTHER_LANGUAGES)
        if chance() < 0.5:
            facts["draft"] = one_of((True, False, "true"))
        if chance() < 0.7:
            facts["image"] = one_of(({"file": "lamp", "alt": one_of(ALT_TEXTS)}, {"alt": None}, {"file": "x"}, "lamp"))
        if chance() < 0.2:
            facts["takeaways"] = [self._sentence(9), self._sentence(30)]
        parts = [self._block() for _ in range(self._random.randint(0, 12))]
        rows = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in facts.items())
        return f"---\n{rows}---\n\n" + one_of(("\n\n", "\n\n", "\n\n\n")).join(parts) + one_of(("", "\n", "\n \n"))

    def _block(self) -> str:
        one_of, level = self._random.choice, self._random.choice((2, 2, 2, 3, 4, 1))
        marker = one_of(("- ", "1. ", "> ", "* "))
        blocks = (
            self._paragraph,
            self._paragraph,
            self._paragraph,
            self._paragraph,
            lambda: f"{'#' * level} {one_of(HEADINGS)}",
            lambda: f"{'#' * level} {one_of(HEADINGS)}",
            lambda: f"{self._sentence(6)}\n{one_of(('---', '==='))}",
            lambda: one_of(ROWS),
            lambda: one_of(BOLD),
            lambda: one_of(WHOLE),
            lambda: "\n".join(
                marker + one_of((self._sentence(12), one_of(WHOLE))).replace("\n", " ") for _ in range(3)
            ),
            lambda: one_of(("***", "```\nTBC [name]\n```", "![of tea](tea.png)", "name: tea\nplace: town\nmore")),
        )
        return one_of(blocks)()

    def _paragraph(self) -> str:
        return self._random.choice((" ", " ", "\n", "  ")).join(
            self._sentence(self._random.choice((3, 8, 24, 26, 30, 60))) for _ in range(self._random.randint(1, 3))
        )

    def _sentence(self, words: int) -> str:
        first, end = self._random.choice(("", "", "(")), self._random.choice(ENDS)
        return first + "".join(self._word() + self._random.choice(GAPS) for _ in range(words)) + end

    def _word(self) -> str:
        kind = self._random.random()
        if kind < 0.05:
            return self._phrase()
        return self._random.choice(self._random.choice(KINDS if kind < 0.25 else KINDS[:6]))

    def _phrase(self) -> str:
        phrase = self._random.choice(PHRASES)
        spaced = phrase.replace(" ", self._random.choice((" ", " ", " ", "\n", "  ", "   ", "-")))
        written = self._random.choice((str, str, str.title, str.upper, "“{}”".format, "{}s".format))
        return written(spaced) + self._random.choice(AFTER_GROUPS)
