"""Made-up case studies, the same every time, for measuring how the hub grows; never published."""

import random
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

EDITED = "case_studies/made-up-00000.md"  # the one that builders edit
COPIED = ("case_studies", "docs", "hooks", "overrides", "scripts", "mkdocs.yml", "published.csv")
SOURCE = re.compile(r"\bsource: ([\w-]+)")
HEADINGS = (
    "What they wanted to change",
    "What they did",
    "What changed",
    "How they set it up",
    "What the money made possible",
    "What happened next",
)
WORDS_EACH = 800
SYLLABLES = (
    "ba ce di fo gu ha je ki lo mu na pe ri so tu va we yo za bra cle dri flo gru sta tre spi pro plu cha she thi "
    "who ing er al en or is at"
)
REAL_WORDS = (
    "people group walk garden music friend carer health place park food art club story tea phone week hour town "
    "village room hall talk listen plan meet help learn join share grow cook sing paint write play move rest start "
    "end first next new old local near together alone lonely busy calm happy worried confident able ready open warm "
    "small large quiet"
)


def make_repository(source: Path, folder: Path, count: int, words: int = WORDS_EACH) -> None:
    """Write a repository with this many made-up case studies into an empty folder; the rest is copied from the source.

    Every made-up case study cites the source that the first real one cites.
    """
    for part in filter(Path.exists, map(source.joinpath, COPIED)):
        (shutil.copytree if part.is_dir() else shutil.copy)(part, folder / part.name)
    texts = "".join(path.read_text(encoding="utf-8") for path in sorted((source / "case_studies").glob("*.md")))
    terms = {
        name: sorted(p.stem for p in (source / "docs" / name).glob("*.md") if p.stem != "index")
        for name in ("themes", "regions", "communities")
    }
    terms["regions"].remove("national")
    terms["sources"] = SOURCE.findall(texts)[:1]
    lexicon = _lexicon(random.Random(0))  # noqa: S311 the same words every time is the point
    for number in range(count):
        text = case_study(number, terms, lexicon, words)
        (folder / "case_studies" / f"made-up-{number:05}.md").write_text(text, encoding="utf-8")


def case_study(number: int, terms: dict[str, list[str]], lexicon: list[str], words: int) -> str:
    """Return one made-up case study; the same number always gives the same text.

    terms: the ids of the terms and sources to draw from, by folder.
    """
    chance = random.Random(number + 1)  # noqa: S311 see above
    day = date(2015, 1, 1) + timedelta(days=chance.randrange(4000))
    facts = [
        "---",
        f"title: Made up {number} {' '.join(_draw(chance, lexicon, 4))}",
        f"summary: A made-up story of {' '.join(_draw(chance, lexicon, 14))}.",
        f"organisation: Made-up group {number % 977}",
        f"place: Made-up place {number % 311}",
        f"region: {chance.choice(terms['regions'])}",
        f"themes: [{', '.join(chance.sample(terms['themes'], chance.randint(1, 3)))}]",
        f"communities: [{', '.join(chance.sample(terms['communities'], chance.randint(1, 4)))}]",
        f"published: {day.isoformat()}",
        "sources:",
        f"  - {{source: {terms['sources'][0]}, section: made up}}",
        "---",
    ]
    return "\n".join([*facts, "", *_body(chance, lexicon, words)]) + "\n"


def _body(chance: random.Random, lexicon: list[str], words: int) -> list[str]:
    rows, sentences = [], max(1, words // len(HEADINGS) // 24)
    for heading in HEADINGS:
        rows += [f"## {heading}", ""]
        for _ in range(2):
            rows += [" ".join(f"{' '.join(_draw(chance, lexicon, 12)).capitalize()}." for _ in range(sentences)), ""]
        rows += [*(f"- {' '.join(_draw(chance, lexicon, 4))}" for _ in range(2)), ""]
    return rows


def _draw(chance: random.Random, lexicon: list[str], count: int) -> list[str]:
    """Return words distributed as in a language: few very often, most seldom (Zipf's law)."""
    return [lexicon[min(int(chance.paretovariate(0.75)) - 1, len(lexicon) - 1)] for _ in range(count)]


def _lexicon(chance: random.Random) -> list[str]:
    syllables = SYLLABLES.split()
    pseudowords = ("".join(chance.choice(syllables) for _ in range(chance.randint(2, 4))) for _ in range(24_000))
    return list(dict.fromkeys([*REAL_WORDS.split(), *pseudowords]))
