"""A pattern finds the same in JavaScript as in Python."""

import json
import re
import subprocess

import pytest
from script_search import NODE

from ideas_hub.web_form.patterns import UntranslatableError, javascript_pattern

ROWS = (
    "", "Tea at 10", "tea\nTEA\n", "café Éclair ß", "a_b-c 1²3 ٣", "x\u00a0y\u200by\u2028z\x85w\x1fv\ufeffu",
    "[a]{b}(c)/d\\e", "aa  bb\tcc", "it\u2019s 'so'", "date 3/4/2024 and 3-4-2024", "$5 + 5% = ^|~#", "AbAbab",
    "--8<--",     "tea not Tea.\nNot a tea\nbag", "{2}{x", "a]b", "Ⅷ ½", "don't — stop", "…",
)  # fmt: skip
PATTERNS = (
    r"\w+", r"\W", r"\d", r"\D+", r"\s", r"\S+", r"\btea\b", r"\Btea|a\B", "^.", ".$", r"(?m)^\w", r"(?m)\w$",
    r"(?s)a.b",
    r"\Atea", r"c\Z", r"[^\W_]+", r"[^\W\d_]+", r"[\W_]+", r"[\w.-]+", r"[^\S\n]+", r"[]a]+", r"[^]a]", r"[a\]-]",
    r"(?i)TEA", r"(?i:TEA) not", r"t(?i:[a-e]a)", r"(?i)t(?-i:ea)", r"(?P<q>['\u2019])\w+(?P=q)", r"(a)(b)?\1",
    r"(?<!\w)t", r"\bt?[^\n]", r"not\b", r"\bt{0,1}\W", r"\W\b", r"\n\b|\w\b", r"\u2019\b|\x20\b",
    r"(?<=[abc])\s?", r"a{2}|b{1,2}?|c{,2}d", r"\{2\}|{x", r"\x41|\u00e9|\U000000df", r"[\x80-\uffff]", r"\.|\-|\#|\'",
    "(?x) t e a  # a drink\n | [ ] x", r"(?a:\w+)$", r"\\e|/d|\[a\]", "(?i)[à-ï]c", r"-+8<-+", r"\++|\*+|a\+",
)  # fmt: skip
SCRIPT = """
const [patterns, rows] = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(patterns.map(([source, flags]) => rows.map((row) =>
  Array.from(row.matchAll(new RegExp(source, `${flags}g`)), (match) => [match.index, ...match])))));
"""


def test_a_pattern_finds_the_same_in_both_languages() -> None:
    given = json.dumps([[javascript_pattern(re.compile(pattern)) for pattern in PATTERNS], ROWS])
    done = subprocess.run([NODE, "-e", SCRIPT], input=given, capture_output=True, text=True, check=True)
    found = dict(zip(PATTERNS, json.loads(done.stdout), strict=True))

    expected = {
        pattern: [
            [[found.start(), found.group(), *found.groups()] for found in re.finditer(pattern, row)] for row in ROWS
        ]
        for pattern in PATTERNS
    }
    assert [pattern for pattern, rows in expected.items() if not any(rows)] == [], "each finds something"
    assert found == expected


@pytest.mark.parametrize("pattern", [r"a++", r"(?>a)b", r"(a)?(?(1)b|c)", "(?#note)a"])
def test_what_javascript_does_not_have_is_refused(pattern: str) -> None:
    with pytest.raises(UntranslatableError):
        javascript_pattern(re.compile(pattern))


@pytest.mark.parametrize(("pattern", "flags"), [("a", "u"), ("(?i)a", "iu"), ("(?i)a(?-i:b)", "u"), ("(?im)^a", "iu")])
def test_only_a_pattern_that_ignores_case_throughout_has_the_flag_for_it(pattern: str, flags: str) -> None:
    assert javascript_pattern(re.compile(pattern))[1] == flags
