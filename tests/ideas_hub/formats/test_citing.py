"""How to cite an entry."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jinja2 import Environment

from ideas_hub.formats import citing
from ideas_hub.formats.page_meta import PageHeads
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import NumberedEntry, Register, made_name
from ideas_hub.views.entries import entry_view
from ideas_hub.views.meta import CiteView
from ideas_hub.views.page import Page, Site

SHORT = "https://hub.example/ideas-hub/c/3/"
REGISTER = Register((NumberedEntry(3, "case-studies", "soldering", 2),))


def cite(hub: Hub, site: Site, **facts: Any) -> CiteView:
    """Return the citations of the soldering evenings, with some of their facts changed."""
    study = hub.case_studies["soldering"]
    return citing.cite_view(replace(study, facts=study.facts.model_copy(update=facts)), hub, REGISTER, site)


def test_a_citation_in_plain_words_has_title_kind_dates_and_the_lasting_address(hub: Hub, site: Site) -> None:
    """What a funder pastes into a report."""
    text = cite(hub, site, reviewed=date(2026, 11, 21)).text

    dates = "31 August 2026; checked 21 November 2026"
    source = "Based on Thimble and Spanner (2025), Evaluation of the Spare Parts Fund, Appendix 8."
    assert text == f"{site.name} (2026). Soldering together in Conwy. Case study, {dates}. {source} {SHORT}"


def test_a_page_that_was_checked_when_it_was_published_says_one_day(hub: Hub, site: Site) -> None:
    assert "Case study, 31 August 2026. Based on" in cite(hub, site, reviewed=date(2026, 8, 31)).text


def test_what_an_entry_rests_on_is_cited_in_all_three_forms(hub: Hub, site: Site) -> None:
    view = cite(hub, site)

    assert "note = {31 August 2026. Based on Thimble and Spanner (2025), " in view.bibtex
    assert "N1  - Based on Thimble and Spanner (2025), " in view.ris
    own = cite(hub, site, sources=())
    assert "Based on" not in own.text + own.bibtex + own.ris


def test_what_is_not_out_yet_is_cited_without_a_date(hub: Hub, site: Site) -> None:
    view = cite(hub, site, published=None, sources=())

    assert view.text == f"{site.name} (undated). Soldering together in Conwy. Case study. {SHORT}"
    assert "year" not in view.bibtex
    assert "month" not in view.bibtex
    assert "PY  - " not in view.ris
    assert "DA  - " not in view.ris


def test_a_title_that_is_a_question_gets_no_full_stop(hub: Hub, site: Site) -> None:
    """One mark at the end is enough."""
    assert "Who mends? Case study" in cite(hub, site, title="Who mends?").text
    assert "We mend. Case study" in cite(hub, site, title="We mend.").text


def test_the_day_of_a_citation_is_that_of_the_last_change(hub: Hub, site: Site) -> None:
    """In all three forms alike."""
    view = cite(hub, site, updated=date(2028, 2, 29))

    assert "(2028)" in view.text
    assert "29 February 2028" in view.text
    assert "year = {2028}" in view.bibtex
    assert "month = feb" in view.bibtex
    assert "DA  - 2028/02/29" in view.ris


def test_bibtex_is_one_whole_record(hub: Hub, site: Site) -> None:
    """A key, a title that keeps its capitals, and the address."""
    view = cite(hub, site)

    assert view.bibtex.startswith("@misc{case-studies-soldering,\n")
    assert "title = {{Soldering together in Conwy}}" in view.bibtex
    assert f"url = {{{SHORT}}}" in view.bibtex
    assert view.bibtex.count("{") == view.bibtex.count("}")


def test_every_line_of_ris_has_a_tag(hub: Hub, site: Site) -> None:
    """Two letters, two spaces, a hyphen, a space; the last line ends the record."""
    lines = cite(hub, site).ris.split("\r\n")

    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert (lines[0], lines[-2], lines[-1]) == ("TY  - ELEC", "ER  - ", "")


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("50% & more", r"50\% \& more"),
        ("a_b #1 $5", r"a\_b \#1 \$5"),
        (r"{x}\y", r"\{x\}\textbackslash{}y"),
        ("~ ^", r"\textasciitilde{} \textasciicircum{}"),
    ],
)
def test_tex_takes_no_word_for_a_command(words: str, printed: str) -> None:
    """Characters with a meaning in TeX are escaped, each once."""
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
    """For the printed page, and to share without a third party."""
    view = cite(hub, site)

    assert (view.short, view.short_link) == ("hub.example/ideas-hub/c/3/", SHORT)
    subject = "Soldering%20together%20in%20Conwy"
    assert view.share_mail == f"mailto:?subject={subject}&body=https%3A//hub.example/ideas-hub/c/3/"
    assert view.qr == "case-studies/soldering/qr.png"


def test_an_entry_without_a_number_has_a_short_address_made_from_its_id(hub: Hub, site: Site) -> None:
    """Nobody has to register it."""
    view = citing.cite_view(hub.case_studies["soldering"], hub, Register(), site)

    assert view.short_link == f"https://hub.example/ideas-hub/c/{made_name('case-studies', 'soldering')}/"
    assert view.text.endswith(view.short_link)
    assert view.qr


def test_a_site_without_an_address_has_no_short_one(hub: Hub, site: Site) -> None:
    """Nothing is printed that would not work."""
    nowhere = cite(hub, replace(site, url=""))

    assert (nowhere.short, nowhere.qr, nowhere.text[-11:]) == ("", "", "Appendix 8.")
    assert "url = " not in nowhere.bibtex
    assert "UR  - " not in nowhere.ris


def test_all_citations_are_in_one_file_of_each_format(hub: Hub, site: Site) -> None:
    """The same words as each page shows, one after the other."""
    files = dict(citing.citation_files(hub, REGISTER, site))

    assert set(files) == {"data/citations.bib", "data/citations.ris"}
    assert files["data/citations.bib"].count(b"@misc{") == len(hub.entries)
    assert cite(hub, site).bibtex.encode() in files["data/citations.bib"]
    assert cite(hub, site).ris.encode() in files["data/citations.ris"]
    assert dict(citing.citation_files(hub, REGISTER, site)) == files


def test_the_part_of_the_page_shows_hostile_words_as_words(
    hostile_hub: Hub, site: Site, templates: Environment
) -> None:
    """How to cite it, as the entry's page includes it."""
    heads = PageHeads(hostile_hub, REGISTER, site)
    view = entry_view(hostile_hub.case_studies["soldering"], hostile_hub)
    html = templates.get_template("hub/cite.html").render(
        cite=heads.cite(view.page), meta=heads.meta(view.page, view), root="../../"
    )

    assert "<b>" not in html
    assert "{{ 7 * 7 }}" in html
    assert '<pre dir="auto">@misc{case-studies-soldering,' in html
    assert f'href="{SHORT}"' in html


def test_the_ways_to_share_show_hostile_words_as_words(hostile_hub: Hub, site: Site, templates: Environment) -> None:
    """A link of each way starts a message with the title and the short link."""
    heads = PageHeads(hostile_hub, REGISTER, site)
    view = entry_view(hostile_hub.case_studies["soldering"], hostile_hub)
    html = templates.get_template("hub/share.html").render(cite=heads.cite(view.page), view=view)

    assert "mailto:?subject=%3DHYPERLINK" in html
    assert "https://wa.me/?text=%3DHYPERLINK" in html


def test_only_an_entry_can_be_cited(hub: Hub, site: Site) -> None:
    """A list or a page of prose has no citation."""
    assert PageHeads(hub, REGISTER, site).cite(Page("About", "", "about/")) is None
