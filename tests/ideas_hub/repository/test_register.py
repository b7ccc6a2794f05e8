"""The list of every address ever published, and the pages that lead on from old ones."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment

from ideas_hub.commands.register import main
from ideas_hub.formats import redirects
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import REGISTER_FILE, Register, register_csv, with_new_entries
from ideas_hub.problem import Severity
from ideas_hub.repository.assemble import read_hub
from ideas_hub.repository.register import check_register, read_register
from ideas_hub.site.context import load_context
from ideas_hub.views.page import Site

STUDY = "case_studies/walking.md"


def register_problems(root: Path) -> list[str]:
    """Return what the register makes of a repository, the ideas included."""
    return [
        str(p)
        for p in load_context(root, cached=False).problems
        if p.rule in {"register", "vanished-address", "redirect", "not-registered"}
    ]


def rename(root: Path, old: str, new: str, redirect: str = "") -> None:
    path = root / f"case_studies/{old}.md"
    text = path.read_text(encoding="utf-8").replace("summary:", f"{redirect}summary:", 1)
    path.unlink()
    (root / f"case_studies/{new}.md").write_text(text, encoding="utf-8")
    for file in ("docs/learning-points/plain-words.md", "docs/projects/projects.csv"):
        text = (root / file).read_text(encoding="utf-8")
        (root / file).write_text(
            text.replace(f"case_study: {old}", f"case_study: {new}").replace(f",{old},", f",{new},"), encoding="utf-8"
        )


def test_the_command_gives_each_entry_a_number_once(tree: Path) -> None:
    """The oldest first; run again, nothing changes."""
    assert main(tree) == 0
    first = (tree / REGISTER_FILE).read_text(encoding="utf-8")

    assert main(tree) == 0
    assert (tree / REGISTER_FILE).read_text(encoding="utf-8") == first
    assert first.splitlines()[:3] == [
        "number,kind,id,address",
        "1,ideas,learning-together,ideas/learning-together/",
        "2,programmes,fund,programmes/fund/",
    ]
    assert read_register(tree)[1] == []


def test_a_new_entry_gets_the_next_number_whatever_its_date(tree: Path) -> None:
    """A number is never given again, and no number moves."""
    main(tree)
    older = (tree / STUDY).read_text(encoding="utf-8").replace("2022-08-31", "1999-01-01")
    (tree / "case_studies/older.md").write_text(older, encoding="utf-8")

    main(tree)
    assert (tree / REGISTER_FILE).read_text(encoding="utf-8").splitlines()[
        -1
    ] == "5,case-studies,older,case-studies/older/"


def test_an_entry_without_a_number_is_an_idea_not_a_mistake(tree: Path) -> None:
    """An editor who works on the web cannot run a command, and must still be able to publish."""
    main(tree)
    (tree / "case_studies/newer.md").write_text((tree / STUDY).read_text(encoding="utf-8"), encoding="utf-8")
    content = load_context(tree, cached=False)
    told = [problem for problem in content.problems if problem.rule == "not-registered"]

    assert [(problem.file, problem.severity) for problem in told] == [("case_studies/newer.md", Severity.IDEA)]
    assert content.register.number(content.hub.case_studies["newer"]) is None


def test_without_a_register_nobody_is_told_anything(tree: Path) -> None:
    """A fork starts without one."""
    assert register_problems(tree) == []


def test_a_vanished_address_is_a_mistake_that_names_the_way_out(tree: Path) -> None:
    """Renamed without redirect_from: the line of the register, the likely new name, and what to do."""
    main(tree)
    rename(tree, "walking", "walking-together")
    problem = next(p for p in load_context(tree, cached=False).problems if p.rule == "vanished-address")

    assert problem.file == REGISTER_FILE
    assert (tree / REGISTER_FILE).read_text(encoding="utf-8").splitlines()[problem.line - 1].split(",")[2] == "walking"
    assert problem.nearest == "walking-together"
    assert "redirect_from: [walking]" in problem.mend
    assert problem.severity is Severity.MUST_FIX


def test_a_draft_has_vanished_too(tree: Path) -> None:
    """What was published and is a draft now is not at its address."""
    main(tree)
    text = (tree / STUDY).read_text(encoding="utf-8")
    (tree / STUDY).write_text(text.replace("published:", "draft: true\npublished:"), encoding="utf-8")

    assert any("case study walking was published" in problem for problem in register_problems(tree))


def test_an_entry_with_a_mistake_of_its_own_has_not_vanished(tree: Path) -> None:
    """One mistake is told once."""
    main(tree)
    text = (tree / STUDY).read_text(encoding="utf-8")
    (tree / STUDY).write_text(text.replace("region: south-west", "region: [", 1), encoding="utf-8")

    assert register_problems(tree) == []


def test_a_renamed_entry_keeps_its_number_and_its_old_address_leads_on(
    tree: Path, site: Site, templates: Environment
) -> None:
    """The short address on a printed sheet stays true."""
    main(tree)
    before = load_context(tree, cached=False)
    number = before.register.number(before.hub.case_studies["walking"])
    rename(tree, "walking", "walks", "redirect_from: [walking]\n")
    main(tree)
    after = load_context(tree, cached=False)
    made = dict(redirects.redirect_files(after.hub, after.register, site, templates))

    assert register_problems(tree) == []
    assert after.register.number(after.hub.case_studies["walks"]) == number
    assert after.register.first_id(after.hub.case_studies["walks"]) == "walking"
    assert b"../walks/" in made["case-studies/walking/index.html"]
    assert b"../../case-studies/walks/" in made[f"c/{number}/index.html"]


def test_an_address_may_be_taken_down_on_purpose(tree: Path, site: Site, templates: Environment) -> None:
    """When consent is withdrawn nothing takes the entry's place: the page says so, and leads nowhere by itself."""
    main(tree)
    text = (tree / REGISTER_FILE).read_text(encoding="utf-8")
    (tree / REGISTER_FILE).write_text(text.replace("ideas/learning-together/", "withdrawn"), encoding="utf-8")
    (tree / "docs/ideas/learning-together.md").unlink()
    content = load_context(tree, cached=False)
    page = dict(redirects.redirect_files(content.hub, content.register, site, templates))[
        "ideas/learning-together/index.html"
    ].decode()

    assert register_problems(tree) == []
    assert "This page was taken down" in page
    assert "refresh" not in page
    assert "<script" not in page


@pytest.mark.parametrize(("rows", "said"), [
    ("number,id\n1,walking\n", "the first line is not"),
    ("number,kind,id,address\none,case-studies,walking,case-studies/walking/\n", 'the number "one" is not a whole number'),
    ("number,kind,id,address\n1,pages,walking,pages/walking/\n", '"pages" is not a kind of entry'),
    ("number,kind,id,address\n1,case-studies,walking,elsewhere/\n", '"elsewhere/" is not the address'),
    ("number,kind,id,address\n1,case-studies,walking\n", "there are 3 cells"),
    ("number,kind,id,address\n1,case-studies,walking,case-studies/walking/\n1,ideas,learning-together,ideas/learning-together/\n", "is given twice"),
    ("number,kind,id,address\n1,case-studies,walking,case-studies/walking/\n2,case-studies,walking,case-studies/walking/\n", "is given twice"),
])  # fmt: skip
def test_a_damaged_register_is_told_with_its_line(tree: Path, rows: str, said: str) -> None:
    """Two people may have added rows at once; a merge may have gone wrong."""
    (tree / REGISTER_FILE).write_text(rows, encoding="utf-8")
    _, problems = read_register(tree)

    assert len(problems) == 1
    assert said in problems[0].message
    assert problems[0].line > 0
    assert main(tree) == 1
    assert (tree / REGISTER_FILE).read_text(encoding="utf-8") == rows


def test_an_old_id_leads_to_one_entry_only(hub: Hub) -> None:
    """redirect_from names neither an entry that is still there nor an id that another entry has taken over."""
    study = hub.case_studies["walking"]

    def entry(name: str, *old: str) -> dict[str, object]:
        return {
            name: replace(
                study,
                id=name,
                file=f"case_studies/{name}.md",
                facts=study.facts.model_copy(update={"redirect_from": old}),
            )
        }

    clash = replace(hub, case_studies=entry("walking", "gone") | entry("other", "walking") | entry("third", "gone"))  # type: ignore[arg-type]
    told = [(problem.file, problem.found) for problem in check_register(Register(), clash, set())]

    assert told == [("case_studies/other.md", "walking"), ("case_studies/third.md", "gone")]


def test_a_redirect_works_with_and_without_script(hub: Hub, site: Site, templates: Environment) -> None:
    """The script keeps what stands after #, the rest needs none; no script stands in the page itself."""
    register = with_new_entries(Register(), hub)
    page = dict(redirects.redirect_files(hub, register, site, templates))["c/1/index.html"].decode()
    target = "../../ideas/learning-together/"

    assert f'<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>' in page
    assert f'<a href="{target}"' in page
    assert '<link rel="canonical" href="https://hub.example/ideas-hub/ideas/learning-together/">' in page
    assert re.findall(r"<script[^>]*>(.*?)</script>", page) == [""]
    assert f'src="../../assets/redirect.0.js" data-to="{target}"' in page


def test_hostile_words_stay_words_on_a_redirect(hostile_hub: Hub, site: Site, templates: Environment) -> None:
    """A title cannot end the page's own marks."""
    register = with_new_entries(Register(), hostile_hub)
    pages = b"".join(
        content for _, content in redirects.redirect_files(hostile_hub, register, site, templates)
    ).decode()

    assert "<b>" not in pages
    assert "{{ 7 * 7 }}" in pages


def test_every_entry_of_the_repository_is_registered() -> None:
    """What is committed together is published together."""
    root = Path(__file__).resolve().parents[3]
    register, problems = read_register(root)
    hub = read_hub(root)[0]

    assert problems == []
    assert [problem for problem in check_register(register, hub, set()) if problem.severity is Severity.MUST_FIX] == []
    assert register_csv(register) == (root / REGISTER_FILE).read_text(encoding="utf-8")
