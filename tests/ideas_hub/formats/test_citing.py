"""How to cite an entry."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jinja2 import Environment

from ideas_hub.formats import citing
from ideas_hub.formats.page_meta import PageHeads
from ideas_hub.formats.qr_code import QUIET, qr_path
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import Register, with_new_entries
from ideas_hub.views.entries import entry_view
from ideas_hub.views.meta import CiteView
from ideas_hub.views.page import Site

SHORT = "https://hub.example/ideas-hub/c/3/"


def cite(hub: Hub, site: Site, **facts: Any) -> CiteView:
    """Return the citation of the one case study, some of its facts changed."""
    study = hub.case_studies["walking"]
    register = with_new_entries(Register(), hub)
    return citing.cite_view(replace(study, facts=study.facts.model_copy(update=facts)), register, site)


def test_a_citation_in_plain_words_has_title_kind_dates_and_the_lasting_address(hub: Hub, site: Site) -> None:
    """What a funder pastes into a report."""
    view = cite(hub, site, reviewed=date(2026, 11, 21))

    assert (
        view.text
        == f"Ideas Hub (2022). Walking together in Somerset. Case study, 31 August 2022; checked 21 November 2026. {SHORT}"
    )


def test_a_title_that_is_a_question_gets_no_full_stop(hub: Hub, site: Site) -> None:
    """One mark at the end is enough."""
    assert "Who walks? Case study" in cite(hub, site, title="Who walks?").text


def test_the_day_of_a_citation_is_that_of_the_last_change(hub: Hub, site: Site) -> None:
    """In all three forms alike."""
    view = cite(hub, site, updated=date(2024, 2, 29))

    assert "(2024)" in view.text
    assert "29 February 2024" in view.text
    assert "year = {2024}" in view.bibtex
    assert "month = feb" in view.bibtex
    assert "DA  - 2024/02/29" in view.ris


def test_bibtex_is_one_whole_record(hub: Hub, site: Site) -> None:
    """A key, a title that keeps its capitals, and the address."""
    view = cite(hub, site)

    assert view.bibtex.startswith("@misc{case-studies-walking,\n")
    assert "title = {{Walking together in Somerset}}" in view.bibtex
    assert f"url = {{{SHORT}}}" in view.bibtex
    assert view.bibtex.count("{") == view.bibtex.count("}")


def test_every_line_of_ris_has_a_tag(hub: Hub, site: Site) -> None:
    """Two letters, two spaces, a hyphen, a space; the last line ends the record."""
    lines = cite(hub, site).ris.split("\r\n")

    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert (lines[0], lines[-2], lines[-1]) == ("TY  - ELEC", "ER  - ", "")


@pytest.mark.parametrize(("words", "printed"), [
    ("50% & more", r"50\% \& more"),
    ("a_b #1 $5", r"a\_b \#1 \$5"),
    (r"{x}\y", r"\{x\}\textbackslash{}y"),
    ("~ ^", r"\textasciitilde{} \textasciicircum{}"),
])  # fmt: skip
def test_tex_takes_no_word_for_a_command(words: str, printed: str) -> None:
    """Signs that TeX obeys are escaped, each once."""
    assert citing.tex(words) == printed


def test_hostile_words_stay_words(hostile_hub: Hub, site: Site) -> None:
    """A title ends neither its field nor its record."""
    view = cite(hostile_hub, site)
    title = re.search(r"title = \{\{(.*)\}\},", view.bibtex)
    assert title

    assert "</script>" in title[1]
    assert r"\{\{ 7 * 7 \}\}" in title[1]
    assert r"\textbackslash{}end" in title[1]
    assert "TI  - =HYPERLINK(" in view.ris
    assert view.ris.count("ER  - ") == 1


def test_a_line_break_cannot_forge_a_line_of_ris(hub: Hub, site: Site) -> None:
    """The reader refuses one; the format must not depend on it."""
    assert "\r\nUR  - javascript" not in cite(hub, site, title="One\r\nUR  - javascript:two").ris


def test_the_short_address_comes_with_a_code_and_an_email(hub: Hub, site: Site) -> None:
    """For the printed sheet, and to share without a third party."""
    view = cite(hub, site)

    assert (view.short, view.short_link) == ("hub.example/ideas-hub/c/3/", SHORT)
    assert (
        view.share_mail
        == "mailto:?subject=Walking%20together%20in%20Somerset&body=https%3A//hub.example/ideas-hub/c/3/"
    )
    assert view.qr
    assert view.qr_size > 21


def test_an_entry_without_a_number_or_a_site_without_an_address_has_none(hub: Hub, site: Site) -> None:
    """Nothing is printed that would not work."""
    unnumbered = citing.cite_view(hub.case_studies["walking"], Register(), site)
    nowhere = cite(hub, replace(site, url=""))

    assert (unnumbered.short, unnumbered.qr) == ("", "")
    assert unnumbered.text.endswith("https://hub.example/ideas-hub/case-studies/walking/")
    assert (nowhere.short, nowhere.qr, nowhere.text[-5:]) == ("", "", "2022.")


def test_a_code_has_its_three_corners_and_a_white_edge() -> None:
    """ISO/IEC 18004: a finder pattern in three corners, four modules of quiet around all."""
    path, size = qr_path(SHORT)
    dark = set()
    for x, y, line in re.findall(r"M(\d+) (\d+)\.5((?:h\d+|m\d+ 0)*)", path):
        place = int(x)
        for kind, length in re.findall(r"([hm])(\d+)", line):
            dark |= {(place + step, int(y)) for step in range(int(length)) if kind == "h"}
            place += int(length)
    side = size - 2 * QUIET
    ring = [(x, y) for x in range(7) for y in range(7) if x in {0, 6} or y in {0, 6}]

    assert re.fullmatch(r"(M\d+ \d+\.5(h\d+|m\d+ 0)*)+", path)
    for left, top in ((0, 0), (side - 7, 0), (0, side - 7)):
        assert all((x + left + QUIET, y + top + QUIET) in dark for x, y in ring)
    assert all(QUIET <= x < QUIET + side and QUIET <= y < QUIET + side for x, y in dark)


def test_all_citations_stand_in_one_file_of_each_format(hub: Hub, site: Site) -> None:
    """The same words as each page shows, one after the other."""
    register = with_new_entries(Register(), hub)
    files = dict(citing.citation_files(hub, register, site))

    assert set(files) == {"data/citations.bib", "data/citations.ris"}
    assert files["data/citations.bib"].count(b"@misc{") == len(hub.entries)
    assert cite(hub, site).bibtex.encode() in files["data/citations.bib"]
    assert cite(hub, site).ris.encode() in files["data/citations.ris"]
    assert dict(citing.citation_files(hub, register, site)) == files


def test_the_part_of_the_page_shows_hostile_words_as_words(
    hostile_hub: Hub, site: Site, templates: Environment
) -> None:
    """Cite and share, as the entry's page includes it."""
    heads = PageHeads(hostile_hub, with_new_entries(Register(), hostile_hub), site)
    view = entry_view(
        hostile_hub.case_studies["walking"], hostile_hub, {d.file: d.article for d in hostile_hub.documents}
    )
    made = templates.get_template("hub/cite.html").render(
        cite=heads.cite(view), meta=heads.meta(view.page, view), root="../../"
    )

    assert "<b>" not in made
    assert "{{ 7 * 7 }}" in made
    assert '<pre dir="auto">@misc{case-studies-walking,' in made
    assert f'href="{SHORT}"' in made
    assert "mailto:?subject=%3DHYPERLINK" in made
