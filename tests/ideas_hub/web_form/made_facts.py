"""Facts of case studies made at random, right and wrong in every way, the same for the same seed."""

from collections.abc import Callable, Iterable, Mapping
from random import Random
from typing import Any

TEXTS = (
    "Lamps were mended.", "  Spaces around  ", "", " ", "a\nb", "x" * 121, "x" * 241, "é" * 601, "\U0001f600" * 120,
    "It *was* good", "**Bold** start", "# Heading", "- item", "[words](https://repair.example)", "<b>HTML</b>",
    "a <br> b", "AT&T", "AT&amp;T", "&nosuch; &ampx;", "&copy; 2020", "&#65;", "&nbsp", "5 < 6", "a_b_c", "_word_",
    "`code`", "~~gone~~", "[[page]]", "[^1]", "<https://repair.example>", "TBC", "tba", "n/a", "[name of place]",
    "the TODO list", "To be confirmed", "Insert name here", "DD/MM/YYYY", "xx people", "Lorem ipsum",
    "Your name here", "lorem", "one, two; three", "a: b", '"quoted"', "\\*", "\ufeff", "a\x1c", "\x85",
    "Tower Blocks Community (TBC)", "12", "Ünïted",
)  # fmt: skip
DATES = (
    "2021", "2021-03", "2021-03-31", "2021-02-30", "2021-13", "1899-12-31", "2101-01-01", "0000", "2024-02-29", "21",
    "31/03/2021", "March 2021", "2021-3-1", "2021-03-31\n", "\u0662\u0660\u0662\u0661", 2021, 2021.5, 20210331,
    "2020-12", "2022",
)  # fmt: skip
ODD: tuple[Any, ...] = (
    None, 5, 5.5, True, False, "", [], {}, ["a"], [["a"]], {"a": "b"}, {"a": None}, [None], 0, -3, [1, 2, "c; d"],
    "one; two, three", "Long words. " * 9, {"TBC": "[name]"}, "{curly}", "(round)",
)  # fmt: skip
UNKNOWN = (
    "tittle", "lesson", "Region", "theme", "foo", "500", "communties", "search_term", "story", "summary_",
    "Did Not Work", "statuss", "regoin", "x" * 70,
)  # fmt: skip
LANGUAGES = ("cy", "CY", "Welsh", "cymraeg", "xx", "pt-br", "pa-Arab", "en", "cy\n", "welsh ", "")
NUMBERS = (24, 0, 1.5, "24", "1,200", None, True, "many", {"a": 1}, [1], -2)
MONTHS = (24, 0, 1, 120, 121, 5.5, "24", True)
CODES = (
    "soldering-2",
    "Soldering 2",
    "a/b/old-page.html",
    "x" * 81,
    "TC-0042",
    "A B",
    "",
    "tc-1",
    "/case-studies/Old/",
)
ACCENTS = str.maketrans("eo", "éö")
LOOK_ALIKES = str.maketrans("aeopc", "аеорс")  # noqa: RUF001 Cyrillic


class FactsMaker:
    """Makes the facts of a case study.

    names: words for each id, by the list that it belongs to.
    """

    def __init__(self, seed: int, names: Mapping[str, list[str]]) -> None:
        self._random = Random(seed)  # noqa: S311 nothing is kept secret by it
        self._names = names

    def facts(self) -> dict[str, Any]:
        """Return facts with some that are wrong, or missing."""
        wrong = self._one_of((0, 1, 1, 2, 4, 8, 30))
        makers = self._makers()
        names = [*makers]
        self._random.shuffle(names)
        facts = {name: makers[name](0) for name in names if name in NEEDED or self._random.random() < 0.4}
        for name in self._random.sample(names, min(wrong, len(names))):
            facts[name] = self._one_of(ODD) if self._random.random() < 0.3 else makers[name](1)
            if self._random.random() < 0.1:
                del facts[name]
        for _ in range(self._one_of((0, 0, 0, 1, 2))):
            facts[self._one_of(UNKNOWN)] = self._one_of(ODD)
        return facts

    def _makers(self) -> dict[str, Callable[[float], Any]]:
        """Return what makes each field, right or, if told so, wrong as often as not."""
        words, date, record = self._words, self._date, self._record
        return {
            **dict.fromkeys(("title", "summary", "organisation", "place"), words),
            "region": self._id_of("regions"),
            **{name: self._ids_of(name) for name in ("themes", "communities", "activities", "delivery", "aims")},
            **dict.fromkeys(
                ("published", "updated", "reviewed"), lambda wrong: "2021-03-31" if not wrong else date(wrong)
            ),
            "source_date": date,
            "language": lambda wrong: self._one_of(LANGUAGES) if wrong else "cy",
            "review_in_months": lambda wrong: self._one_of(MONTHS) if wrong else 24,
            "draft": self._flag,
            "status": self._choice("running", "ended", "It has ended", "runing", "end"),
            "evidence": self._choice("measured", "Measured", "own experience", "independant-evaluation", "mesured"),
            **dict.fromkeys(("worked", "notes", "partners", "search_terms"), self._list(words)),
            "redirect_from": self._list(self._code("old-page")),
            "period": record({"start": date, "end": date, "start_of": words}),
            "consent": record({"reference": self._code("TC-0042"), "expires": date}),
            "image": record({"file": words, "alt": words, "people": self._flag}),
            "could_we_do_this": record({"cost": words, "time": words, "cost_band": self._id_of("cost_bands")}),
            "sources": self._list(record({"source": self._id_of("sources"), "section": words})),
            "allow_contact": self._list(record({"item": words, "why": words})),
            "did_not_work": self._list(self._setback),
            "figures": self._list(self._figure),
        }

    def _one_of(self, choices: Iterable[Any]) -> Any:
        return self._random.choice([*choices])

    def _words(self, wrong: float) -> Any:
        if wrong and self._random.random() < 0.2:
            return self._one_of(ODD)
        return self._one_of(TEXTS) if wrong else f"Lamps were mended by {self._random.randint(2, 99)} people"

    def _date(self, wrong: float) -> Any:
        return self._one_of(DATES) if wrong else self._one_of(DATES[:3])

    def _day(self, wrong: float) -> Any:
        return self._one_of(DATES) if wrong else "2021-03-31"

    def _code(self, right: str) -> Callable[[float], Any]:
        return lambda wrong: self._one_of(CODES) if wrong else right

    def _flag(self, wrong: float) -> Any:
        return self._one_of(ODD) if wrong else True

    def _choice(self, *choices: str) -> Callable[[float], Any]:
        return lambda wrong: self._one_of((*choices, *ODD)) if wrong else choices[0]

    def _id_of(self, what: str) -> Callable[[float], Any]:
        return lambda wrong: self._near_id(what) if wrong else self._one_of(self._names[what])

    def _ids_of(self, what: str) -> Callable[[float], Any]:
        def ids(wrong: float) -> Any:
            if wrong and self._random.random() < 0.3:
                joined = self._one_of((", ", "; ", " and ", " "))
                return joined.join(self._near_id(what) for _ in range(self._random.randint(1, 3)))
            return [self._id_of(what)(wrong) for _ in range(self._random.randint(0 if wrong else 1, 6 if wrong else 2))]

        return ids

    def _near_id(self, what: str) -> str:
        """Return a word for an id of a list with some slip, or one of another list, or several in one."""
        name = str(self._one_of(self._names[self._one_of((what, what, what, *self._names))]))
        at = self._random.randint(0, len(name))
        ways = (
            name, name.upper(), name.title(), f"{name}s", name.replace("-", " "), name[:at] + name[at + 1 :],
            name[:at] + "q" + name[at:], name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :],
            name.translate(ACCENTS), name.translate(LOOK_ALIKES), f"{name}, {self._one_of(self._names[what])}",
            f"{name} {self._one_of(self._names[what])}", name[:4], "zzz", "日本", "", name.split("-", maxsplit=1)[0],
            f"the {name}",
        )  # fmt: skip
        return str(self._one_of(ways))

    def _list(self, make: Callable[[float], Any]) -> Callable[[float], Any]:
        return lambda wrong: [make(wrong * 0.7 > self._random.random()) for _ in range(self._random.randint(0, 4))]

    def _record(self, makers: Mapping[str, Callable[[float], Any]]) -> Callable[[float], Any]:
        def made(wrong: float) -> Any:
            if wrong and self._random.random() < 0.1:
                return self._one_of(ODD)
            facts = {name: make(wrong * 0.5 > self._random.random()) for name, make in makers.items()}
            kept = {name: value for name, value in facts.items() if not wrong or self._random.random() < 0.8}
            return {**kept, self._one_of(UNKNOWN): self._one_of(ODD)} if wrong and self._random.random() < 0.2 else kept

        return made

    def _setback(self, wrong: float) -> Any:
        record = self._record({"what": self._words, "topic": self._id_of("topics"), "response": self._words})
        return self._one_of((self._words, record))(wrong)

    def _figure(self, wrong: float) -> Any:
        words = dict.fromkeys(("unit", "label", "base", "section", "display"), self._words)
        others = {
            "value": lambda wrong: self._one_of(NUMBERS) if wrong else 24,
            "source": self._id_of("sources"),
            "id": self._code("lamps"),
            "statistic": self._choice("count", "mean", "percentage", "Sum"),
            "how_known": self._choice("plan", "Estimate", "people answers"),
        }
        return self._record({**words, **others})(wrong)


NEEDED = {"title", "summary", "organisation", "place", "region", "themes", "communities"}
