"""What an author hears of a text, from every reader and every rule together: one message for a fault, none for none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.engine.cache import Cache
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.problem import Severity
from ideas_hub.repository.raw_content import read_all
from tests.ideas_hub.conftest import CASE_STUDY

FILE = "case_studies/soldering.md"
FACTS = CASE_STUDY.partition("\n---\n")[0] + "\n---\n"
FIRST_LINE = FACTS.count("\n") + 1
BASE64 = "data:image/png;base64,iVBORw0KGgo07700900123AAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GI="
Told = Callable[[str], list[tuple[int, str, str]]]


@pytest.fixture
def told(tree: Path) -> Told:
    """Return each message of a case study with a text as (line within the text, what was found, message), no ideas."""

    def of_text(text: str) -> list[tuple[int, str, str]]:
        (tree / FILE).write_bytes((FACTS + text).encode())
        ((result,), _) = read_all(tree, {FILE: CASE_STUDIES}, {}, Cache(None))
        problems = (*result.problems, *result.rule_results.problems)
        serious = [problem for problem in problems if problem.severity is not Severity.IDEA]
        assert all(problem.fix for problem in serious)
        return sorted((problem.line - FIRST_LINE + 1, problem.found, problem.message) for problem in serious)

    return of_text


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        (":::tip\nThe step is high.\n:::", 1, ":::tip"),
        ("::: {.note}\n\nOne.\n\n:::", 1, "::: {.note}"),
        (":::note Mind the *step*\n\nOne.\n\n:::", 1, ":::note Mind the *"),
        ('!!! note "Mind the step"\n\n    One.', 1, "!!! note"),
        ("??? tip\n\n    One.", 1, "??? tip"),
        ('One.\n\n=== "Tab"\n\n    Two.', 3, '=== "Tab"'),
        ("/// details | More\nOne.\n///", 1, "/// details | More"),
        (".. note::\n\n   One.", 1, ".. note::"),
        ("> [!info] Mind the step\n> One.", 1, "[!info]"),
        ("> [!NOTE]- Closed\n> One.", 1, "[!NOTE]-"),
        ("## What changed {#changed .big}\n\nOne.", 1, "{#changed .big}"),
        ("## What changed { #changed }\n\nOne.", 1, "{ #changed }"),
        ("One.\n{: .lead}", 2, "{: .lead}"),
        ("[Some words]{.underline} are here.", 1, "{.underline}"),
        ('[Some words](soldering.md){target="_blank"} are here.', 1, '{target="_blank"}'),
        ("[TOC]\n\nOne.", 1, "[TOC]"),
        ("@[toc]\n\nOne.", 1, "[toc]"),
        ("See [[Walking group]].", 1, "[[Walking group]]"),
        ("See ![[lamp.png]].", 1, "![[lamp.png]]"),
        ("*[GSP]: Green social prescribing\n\nGSP is good.", 1, "*[GSP]:"),
        ("It went well[^9].", 1, "[^9]"),
        ("It went well^[So they said.].", 1, "^[So they said.]"),
        ("One.\n\n[^1]: Two.", 3, "[^1]"),
        ("See [the report][nope].", 1, "[the report][nope]"),
        ("See [the report][1].", 1, "[the report][1]"),
        ("See [nope][].", 1, "[nope][]"),
        ("See [*the* report][nope].", 1, "][nope]"),
        ("One ![][image1] two.", 1, "![][image1]"),
        ("•\tOne", 1, "•"),
        ("●One", 1, "●"),
        ("▪ One", 1, "▪"),
        ("· One", 1, "·"),
        ("o\tOne", 1, "o"),
        ("-\u00a0One", 1, "-"),
        ("*\u00a0One", 1, "*"),
        ("-\u2003One", 1, "-"),
        ("\uf0b7\tOne", 1, "U+F0B7"),
        ("##What changed\n\nOne.", 1, "##"),
        ("##\u00a0What changed\n\nOne.", 1, "##"),
        ("== What changed ==\n\nOne.", 1, "== What changed =="),
        ("It is [b]bold[/b].", 1, "[/b]"),
        ('[gallery ids="1,2"]', 1, '[gallery ids="1,2"]'),
        ('[caption id="1"]One[/caption]', 1, '[caption id="1"]'),
        ("## {{ title }}\n\nOne.", 1, "{{"),
        ("| {{ a }} |\n| - |\n| b |", 1, "{{"),
        ("See [the lamp](my lamp.md).", 1, "](my"),
        ("See <www.example.org>.", 1, "<www.example.org>"),
        ("It is ==marked== here.", 1, "==marked=="),
        ("It is ++new++ here.", 1, "++new++"),
        ("It is 10^2^ metres.", 1, "^2^"),
        ("One %%and a remark%% two.", 1, "%%and a remark%%"),
        ("%%\nA remark.\n%%\n\nOne.", 1, "%%"),
        ("{{< note >}}\nOne.\n{{< /note >}}", 1, "{{"),
        ("{% if x %}\nOne.\n{% endif %}", 1, "{%"),
        ('{% include "a.md" %}', 1, "{%"),
        ('{{< figure src="https://a.example/b.png" alt="' + "one and two and three " * 12 + '" >}}', 1, "{{"),
        ('[The page]({{< ref "soldering.md" >}})', 1, "{{"),
        ("[How they did it]({{page.url}})", 1, "{{page.url}}"),
        ("$$\nx^2\n$$", 1, "$$"),
        ("```mermaid\ngraph TD\n```\n\nOne.", 1, "mermaid"),
        ("One.\n\n---\ntitle: Two\nsummary: Three\n---\n\nFour.", 4, "title: Two summary: Three ---"),
        ("[//]: # (secret note)\n\nOne.", 1, "[//]:"),
        ("[comment]: <> (secret)\n\nOne.", 1, "[comment]:"),
        ("> [a]: soldering.md\n\nOne.", 1, "[a]:"),
        (f"One ![]({BASE64}) two.", 1, BASE64[:59] + "…"),
        (f"One ![a][b] two.\n\n[b]: <{BASE64}>", 1, BASE64[:59] + "…"),
        ("It\u00e2\u20ac\u2122s good at the caf\u00c3\u00a9.", 1, "\u00e2\u20ac\u2122s good at the caf\u00c3\u00a9"),
        ("It cost \u00c2\u00a35.", 1, "\u00c2\u00a3"),
        ("From 5 \u00e2\u20ac\u201c 6.", 1, "\u00e2\u20ac\u201c"),
        ("\u00d0\u0178\u00d1\u20ac\u00d0\u00b8 one.", 1, "\u00d0\u0178\u00d1\u20ac\u00d0\u00b8"),
        ("He by\u00c5\u201a there.", 1, "\u00c5\u201a"),
        ("So \u00f0\u0178\u02dc\u20ac it was.", 1, "\u00f0\u0178\u02dc\u20ac"),
        ("It\u201a\u00c4\u00f4s good.", 1, "\u201a\u00c4\u00f4"),
        ("At the caf\u221a\u00a9.", 1, "\u221a\u00a9"),
        ("So it \ufffd was.", 1, "U+FFFD"),
        ("<details>\n<summary>More</summary>\n\nOne <b>two</b>.\n\n</details>", 1, "<details>"),
        ("One.\n<!-- two <b>three</b>\nfour -->", 2, "<!--"),
        ("[What they found](example.org/report)", 1, "example.org/report"),
        ("[What they found](www.example.org)", 1, "www.example.org"),
        ("[What they found]()", 1, ""),
    ],
)
def test_a_mark_that_github_does_not_read_is_told_once(told: Told, text: str, line: int, found: str) -> None:
    """With its line, and with no second message from a rule that takes it for words."""
    ((where, words, _),) = told(text)
    assert (where, words) == (line, found)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("• one\n• two", [1]),
        ("• one\n\n• two\n\n• three", [1]),
        ("• one\no\ttwo\n• three\n\nWords.\n\n• one", [1, 7]),
        ("\u2013 one\n\u2013 two\n\u2013 three", [1]),
        ("They did:\n\u2014\tone\n\u2014\ttwo", [2]),
        ("> -one\n> -two", [1]),
        ("1.\u00a0one\n2.\u00a0two", [1]),
        ("1.one\n2.two", [1]),
        ("*one\n*two", [1]),
        ("-> one\n-> two", [1]),
        ("A) one\nB) two", [1]),
        ("(i) one\n(ii) two", [1]),
        ("They did:\na) one\nb) two", [2]),
        ("i. one\nii. two", [1]),
        ("☐ one\n☑ two", [1]),
        ("o   one\no   two", [1]),
        ("v\tone\nv\ttwo", [1]),
        ("§ one\n§ two", [1]),
        ("- \u2013 one\n  \u2013 two", [1]),
    ],
)
def test_rows_that_were_a_list_elsewhere_are_told_once_a_list(told: Told, text: str, lines: list[int]) -> None:
    """GitHub runs them together."""
    messages = told(text)
    assert [line for line, _, _ in messages] == lines
    assert all("starts a row of a list" in message for _, _, message in messages)


@pytest.mark.parametrize(
    "text",
    [
        "If a<b, x<y and 3<4, I <3 it.",
        "#1 was the tea. #2 was the cake.",
        "#LoveParks was good.",
        "#1\n#2",
        "So 5 * 3 is 15, in snake_case, in C++ and C#.",
        "They wrote C++ and C++.",
        "It was [sic], and [1] and [2][3].",
        "It was so (see below)[sic], and 2 [two] (x).",
        "AT&T and fish & chips, &amp; more.",
        "It cost £5\u2013£10, e.g. at 10:30, at 3:1:2.",
        "It cost \\~£50 \\(each\\)\\! And ~£5.",
        "o is a letter, and\no it is",
        "It is 5\n\u2013 10 miles \u2013 away.",
        "\u2013 Dzień dobry, powiedział.",
        "It was good.\n\n\u2014 a volunteer",
        "> It was good.\n> \u2014 a volunteer",
        "**Monday**\u2013 tea\n**Tuesday**\u2013 cake",
        "**Monday**-\u00a0tea",
        "Tŷ ŵyr, Łódź, ąę, ÄÖÜ, Ñandú, São Paulo.",
        "\u201cÉ\u201d is É\u2019s, \u201ccafé\u201d\u2026 déjà \u2014 naïve\u2026 Ärger\u2026",
        "سلام، چطوری؟",
        "你好。",
        "हिन्दी में",
        "😀 🎉 👩🏽‍🔧",
        "So x = 5, a == b, c == d and ==> e <==.",
        "It grew by 50% and 100%.",
        "So ^_^ and 2^10.",
        "The [!] sign, a [x] box.",
        "So {why?} {...} {} {1}.",
        "| a | b |\n| - | - |\n| • one | \u2013 two |",
        "1) one\n2) two",
        "* one\n  - two\n    1. three",
        "- [ ] one\n- [x] two",
        "10.\u00a0May was a Monday.",
        "\u2013",
        "So a // b and c :: d, and e ::: f.",
        "What? Really?! No!!! Yes\u2026",
        "In section 3(a)[ii] of it.",
        "It said \\[not a link\\] and \\{#not} and \\[[nor this]].",
        "Rock \u2019n\u2019 roll, \u201990s, 5\u2019 6\u201d.",
        "One: two\nThree: four",
        "One\n\n---\n\nTwo: three",
        "So `{{ a }}`, `[TOC]`, `[x][y]` and `==z==`.",
        "```\n:::tip\n[x][y]\n• one\n```\n\nOne.",
        "It went well[^a].\n\n[^a]: So they said.",
        "See [how it was][a] and [a lamp].\n\n[A]: soldering.md\n[a lamp]: soldering.md",
        "H<sub>2</sub>O and 5<sup>th</sup>.",
        "> [!NOTE]\n> Mind the step.",
        "> [!tip]\n> Mind the step.",
        "a\\\nb",
        "So it is 5 √ 2, ¬ a.",
        "See [sic](as they say) and [note](see below).",
        "§ 5 of the law.",
    ],
)
def test_odd_but_right_words_are_let_through(told: Told, text: str) -> None:
    """What GitHub shows as it was meant."""
    assert told(text) == []
