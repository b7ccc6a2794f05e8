"""Markdown of other systems: their marks are read as they were meant, or left out, and each is named in a note."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ideas_hub.reading.front_matter import find_body
from tests.conftest import ROOT
from tests.ideas_hub.importing.converted import converted, refused

FACTS = {"title": "Tea", "year": "2024"}
BOX = "> [!TIP]\n> **Take care**\n>\n> one"
READ = {
    "Hugo": ('{{< figure src="a.jpg" caption="Six people sing." >}}', "Six people sing."),
    "Hugo, around words": ("{{% notice %}}one{{% /notice %}}", "one"),
    "Hugo, a link": ('[b]({{< ref "b.md" >}})', "b"),
    "Hugo, a button": ('{{< button href="https://a.example" text="Sing with us" >}}', "[Sing with us](https://a.example)"),
    "Jekyll": ('a {% include video.html id="1" %} b', "a b"),
    "Jekyll, a value": ("{{ page.title }} in {{ page.year }}", "Tea in 2024"),
    "Jekyll, the address of the site": ("[b]({{ site.baseurl }}/b)", "b"),
    "Jekyll, a comment": ("a{% comment %}b{% endcomment %}", "a"),
    "kramdown": ('## One {#one .x}\n{: .lead}\n\na{:target="_blank"}', "## One\n\na"),
    "kramdown, contents": ("* TOC\n{:toc}\n\na", "a"),
    "Middleman": ("# <%= current_page.data.title %>\n\na", "## Tea\n\na"),
    "MDX": ('import X from "./x"\n\n<X>\n\none\n\n</X>\n\n{/* b */}', "one"),
    "Docusaurus": (":::tip Take care\n\none\n\n:::", BOX),
    "MkDocs": ('!!! tip "Take care"\n    one\n\ntwo', f"{BOX}\n\ntwo"),
    "MkDocs, folded": ('???+ tip "Take care"\n    one', BOX),
    "MkDocs, tabs": ('=== "A"\n    one\ntwo', "> [!NOTE]\n> **A**\n>\n> one\n\ntwo"),
    "MyST": ("```{tip} Take care\none\n```", BOX),
    "MyST, references": ("(one)=\n{ref}`the words <two>` and {term}`tea`", "the words and tea"),
    "MyST, a figure": ("```{figure} a.jpg\n:alt: Six people\nThey sing.\n```", "They sing."),
    "Quarto": ('::: {.callout-tip title="Take care"}\n\none\n\n:::', BOX),
    "Quarto, code": ("```{r}\nx <- 1\n```", "```\nx <- 1\n```"),
    "GitHub": ("> [!TIP]\n> **Take care**\n>\n> one", BOX),
    "MyST, a title": (":::{admonition} Take care\none\n:::", "> [!NOTE]\n> **Take care**\n>\n> one"),
    "MDX, a program": ("<A b={() => <i>c</i>}\n  d='e'>\n\none\n\n</A>", "one"),
    "MDX, rows of a program": ("import {\n  A,\n} from 'x'\n\nexport const a = {\n  b: 1,\n}\n\none", "one"),
    "Obsidian": ("> [!hint]- Take care\n> one", BOX),
    "Obsidian, words": ("one ^a-b1\n\n%%\ntwo\n\nthree\n%%\n\n#tag #b/c", "one\n\n\\#tag #b/c"),
    "kramdown, a comment": ("{::comment}\ntwo\n{:/comment}\n\none", "one"),
    "MyST, comments": ("% two\n% three\n\none", "one"),
    "Pandoc, numbers": ("#. one\n#. two", "1. one\n2. two"),
    "WordPress": ('[row][caption id="a"]<img src="b.jpg"> Six[/caption] [1] [sic][/row]', "Six \\[1\\] \\[sic\\]"),
    "brackets": ("[a] and [/b]", "\\[a\\] and &#91;/b\\]"),
    "a wiki": ("[[page|the words]] and [[other]]", "the words and other"),
    "marks of words": ("==one== ++two++ H~2~O x^2^ :smile:", "**one** two H<sub>2</sub>O x<sup>2</sup>"),
    "bullets": ("• one\n• two", "- one\n- two"),
    "a heading without a space": ("##One", "## One"),
    "an abbreviation": ("a WHO\n\n*[WHO]: World Health Organization", "a WHO"),
    "notes": ("a[^x]\n\n[^x]: b\n[^y]: c", "a[^x]\n\nc\n\n[^x]: b"),
    "a wrong encoding": ("It\u00e2\u20ac\u2122s \u00c2\u00a35", "It\u2019s \u00a35"),
    "Markdown within HTML": ('<div class="x" markdown="1">\n**one**\n</div>', "**one**"),
    "a task": ("- [x] one\n- [ ] two", "- [x] one\n- [ ] two"),
    "code": ("`{{ a }}` {{ b }}\n\n```\n{{ c }}\n:::tip\n```", "`{{ a }}`\n\n```\n{{ c }}\n:::tip\n```"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "markdown"), READ.values(), ids=READ)
def test_marks_of_other_systems_are_read_as_they_were_meant(source: str, markdown: str) -> None:
    assert converted(source, FACTS)[0] == markdown
    assert refused(markdown) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{< youtube abc >}} a", "{{< youtube abc >}}"),
        ('{% image "a.jpg" "Six people" %} a', '{% image "a.jpg" "Six people" %}'),
        ("{/* b */} a", "{/* b */}"),
        ('import X from "x"\n\na', 'import X from "x"'),
        ("*[WHO]: World Health Organization\n\na", "World Health Organization"),
        ("[//]: # (a comment)\n\na", "a comment"),
        ("a {% comment %}b c{% endcomment %}", "b c"),
        ("%%b c%% a", "b c"),
        ("{::comment}b c{:/} a", "b c"),
        ('[caption text="b c"]a[/caption]', '[caption text="b c"]'),
        ('<TabItem label="b c">a</TabItem>', 'label="b c"'),
        ("<A b={`c d`} />\n\na", "b={`c d`}"),
        ('```{r fig.cap="b c"}\na\n```', "b c"),
        ("a {.lead}", "{.lead}"),
        ("(label)=\na", "(label)="),
        ('![b](c.jpg "d") a', 'c.jpg ("b d")'),
        ("It\u00e2\u20ac\u2122s", 'it reads "\u2019" now'),
    ],
)  # fmt: skip
def test_what_is_left_out_is_named(source: str, words: str) -> None:
    assert any(words in note for note in converted(source)[1])


@pytest.mark.parametrize("words", ["%% a", ".. note:: a", '[a b="c" d="e"](f)', "[/a](b) c", "a %%\n\n%% b"])
def test_what_is_no_mark_of_ours_stays_as_words(words: str) -> None:
    assert refused(converted(words)[0]) == []


LONG_ROWS = ("{", "{{ ", "{% ", "`", "``` ", "~", "%% ", "[a ", "<A b={", "\n```a", "\n> [!a]", "{%comment%}", "a  \t")


@pytest.mark.parametrize("sign", LONG_ROWS)
def test_a_page_of_one_sign_takes_no_longer_than_one_of_words(sign: str) -> None:
    """Each of them is as long as a page may be, and would take minutes if a pattern looked at it again and again."""
    page = f"a{sign * (250_000 // len(sign))}b"

    try:
        markdown = converted(page)[0]
    except ValueError:
        markdown = "b"

    assert "b" in markdown[-9:]


@pytest.mark.parametrize("file", sorted((ROOT / "tests/hubs/repair-cafes").rglob("*.md")), ids=lambda file: file.name)
def test_a_page_of_a_hub_comes_back_as_it_is(file: Path) -> None:
    """What needs no change is not changed: at most its marks for lists and bold become the usual ones."""
    once, _ = converted(find_body(file.read_text(encoding="utf-8"))[0])

    assert converted(once)[0] == once
    assert refused(once) == []


PIECES = [
    "{w} ", "**{w}** ", "**{w}:**{w} ", "*{w}* ", "`{w}` ", "\n\n", "\n", "\n- {w}", "\n  - {w}", "\n1. {w}", "\n> {w}",
    "\n\n## {w}\n\n", "\n\n---\n\n", "<b>{w}</b>", "<p>{w}</p>", "<div>{w}</div>", "<ul><li>{w}</ul>", "<br>",
    "<table><tr><td>{w}<td>{w}</table>", "<a href='https://a.example/{w}'>{w}</a>", "[{w}](/{w})", "![{w}](p.png)",
    "\n\n| {w} | {w} |\n| --- | --- |\n| {w} | {w} |\n\n", '{{% include a.html text="{w} {w}" %}}', "{{#{w}}}",
    "&amp;",
    "\n\n:::tip {w}\n\n{w}\n\n:::\n\n", '\n\n!!! note "{w}"\n    {w}\n\n', " $ ", " ~{w}~ ", " [[{w}]] ",
    "\n• {w}",
    "\\*", "<!-- {w} -->", "<span>{w}", "</span>", "<h3>{w}</h3>", "<q>{w}</q>", " # ", " + ", " * ", " _ ", " | ",
    " [ ",
    "\n```\n{w}\n```\n", "https://a.example/{w} ", " :smile: ", "<blockquote>{w}</blockquote>", "<li>", "</p>", " < ",
]  # fmt: skip


@settings(max_examples=150, derandomize=True, deadline=None, database=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=15))
def test_no_word_is_lost_and_nothing_is_refused_whatever_is_mixed(pieces: list[str]) -> None:
    """Each word of the source is in the text or in a note."""
    count = 0
    source, words = "", []
    for piece in pieces:
        for _ in range(piece.count("{w}")):
            count += 1
            words.append(f"word{count}x")
            piece = piece.replace("{w}", words[-1], 1)  # noqa: PLW2901 filled in
        source += piece.replace("{{", "{").replace("}}", "}") if "{{" in piece else piece

    markdown, notes = converted(source)

    said = "\n".join([markdown, *notes])
    assert [word for word in words if word not in said] == []
    assert refused(markdown) == []
