"""The page of a programme."""

from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.labels import LABELS
from ideas_hub.model.programme import Amount, Programme
from ideas_hub.model.sections import AMOUNTS, AREAS, FIGURES, OFFER
from ideas_hub.views import english
from ideas_hub.views.entry_page import EntryView, build_entry_view
from ideas_hub.views.entry_sections import Bullets, Facts, Figures
from ideas_hub.views.figures import FigureView, citation, programme_figures
from ideas_hub.views.page import Fact, link_to

PROGRAMME_STATUS = LABELS["programme_status"]


def programme_view(entry: Document[Programme], hub: Hub) -> EntryView:
    """Return a programme's page; one that is not open says so first."""
    facts = entry.facts
    amounts = tuple(_amount(amount, hub) for amount in facts.amounts)
    sums = {amount.number for amount in amounts}  # "The money" has them, so "In numbers" does not repeat them
    figures = (figure for figure in programme_figures(facts.figures, hub) if figure.number not in sums)
    areas = (Fact(area.name, f"{area.lead}. {area.note}" if area.note else area.lead) for area in facts.areas)
    lead = "" if facts.status == "open" else facts.closed_note or ""
    sections = (
        Figures.of(FIGURES, figures),
        Bullets.of(OFFER, facts.offer),
        Figures.of(AMOUNTS, amounts),
        Facts.of(AREAS, areas),
    )
    return build_entry_view(entry, hub, _facts(entry, hub), sections, lead)


def _amount(amount: Amount, hub: Hub) -> FigureView:
    as_of = f"As of {english.moment_words(amount.as_of)}" if amount.as_of else ""
    return FigureView(amount.display, "", amount.covers, as_of, "", citation(amount, hub))


def _facts(entry: Document[Programme], hub: Hub) -> tuple[Fact, ...]:
    facts = entry.facts
    parent = hub.programmes.get(facts.part_of or "")
    parts = (other for other in hub.programmes.values() if other.facts.part_of == entry.id)
    return (
        Fact("Run by", english.listed(facts.owner), id="who"),
        Fact("Paid for by", english.listed(facts.funder)),
        Fact("For", facts.who_for, id="for"),
        Fact("Started", english.moment_words(facts.launched) if facts.launched else ""),
        Fact("Closed", english.moment_words(str(facts.closes)) if facts.closes else ""),
        Fact("Status", PROGRAMME_STATUS[facts.status]),
        Fact("Part of", links=(link_to(parent),) if parent else ()),
        Fact("Includes", links=tuple(map(link_to, parts))),
        *(
            Fact("Related", relation.how, (link_to(hub.programmes[relation.programme]),))
            for relation in facts.related
            if relation.programme in hub.programmes
        ),
    )
