"""Names of organisations as a page shows them: with a link where there is a record, as plain words where not."""

from collections.abc import Iterable

from ideas_hub.model import addresses
from ideas_hub.model.directory import WorkEntry
from ideas_hub.model.document import DataRow
from ideas_hub.model.hub import Hub
from ideas_hub.model.organisation import Organisation
from ideas_hub.views import english
from ideas_hub.views.page import Fact, Link, link_to


def organisation_link(row: DataRow[Organisation]) -> Link:
    """Return a link to an organisation's page, by its name."""
    return Link(row.facts.name, addresses.organisation(row.id))


def work_link(entry: WorkEntry) -> Link:
    """Return a link to what tells of a work: a case study or a programme by its title, a project by its name."""
    return Link(entry.facts.name, addresses.project(entry.id)) if isinstance(entry, DataRow) else link_to(entry)


def organisations_fact(label: str, names: Iterable[str], hub: Hub, fact_id: str = "") -> Fact:
    """Return a row of names, as they are written: first those that have no record, then the others with a link."""
    found = [(name, hub.directory.named(name)) for name in names]
    links = (Link(name, addresses.organisation(row.id)) for name, row in found if row)
    return Fact(label, english.listed([name for name, row in found if not row]), tuple(links), fact_id)
