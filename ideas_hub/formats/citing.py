"""Citations of entries: as plain text, as BibTeX and as RIS.

Sources: https://www.bibtex.org/Format/, RIS format specification (Research Information Systems, 2011).
"""

from collections.abc import Iterator
from urllib.parse import quote

from ideas_hub.model import addresses
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.moments import MONTHS
from ideas_hub.model.register import Register
from ideas_hub.views import english
from ideas_hub.views.citations import NO_DATE, citations
from ideas_hub.views.meta import CiteView
from ideas_hub.views.page import Site

ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)


def cite_view(entry: AnyEntry, hub: Hub, register: Register, site: Site) -> CiteView:
    """Return an entry's citations, its short link and the QR code of that link for the printed page."""
    link = permanent_link(entry, register, site)
    based = based_on(entry, hub)
    return CiteView(
        text=plain_text(entry, based, site, link),
        bibtex=bibtex(entry, based, site, link),
        ris=ris(entry, based, site, link),
        short=link.partition("://")[2],
        short_link=link,
        share_mail=f"mailto:?subject={quote(entry.facts.title)}&body={quote(link)}" if link else "",
        share_whatsapp=f"https://wa.me/?text={quote(f'{entry.facts.title} {link}')}" if link else "",
        qr=addresses.qr_code(addresses.document(entry.kind, entry.id)) if link else "",
    )


def permanent_link(entry: AnyEntry, register: Register, site: Site) -> str:
    """Return the address to cite, an entry's permanent short one; "" if the site's own address is unknown."""
    return f"{site.url}{addresses.short_link(register.short_name_of(entry))}" if site.url else ""


def page_dates(entry: AnyEntry) -> str:
    """Return the dates of an entry's page in words: last changed and, if it was reviewed later, last checked."""
    changed, reviewed = entry.facts.last_changed, entry.facts.reviewed
    words = [english.day_words(changed) if changed else NO_DATE]
    if reviewed and reviewed != changed:
        words.append(f"checked {english.day_words(reviewed)}")
    return "; ".join(words)


def based_on(entry: AnyEntry, hub: Hub) -> str:
    """Return what an entry rests on: who wrote each source, when, its title and sections; "" if it tells its own."""
    sources = "; ".join(source.text for source in citations(entry.facts.sources, hub))
    return f"Based on {sources}." if sources else ""


def plain_text(entry: AnyEntry, based: str, site: Site, link: str) -> str:
    """Return a citation as plain text.

    based: on what, see `based_on`.
    link: "" if the site's own address is unknown.
    """
    title, changed = entry.facts.title.rstrip("."), entry.facts.last_changed
    stop = "" if title.endswith(("?", "!", "…")) else "."
    text = f"{site.name} ({changed.year if changed else NO_DATE}). {title}{stop} {entry.kind.label}"
    text += f", {page_dates(entry)}." if changed else "."
    return " ".join(filter(None, (text, based, link)))


def bibtex(entry: AnyEntry, based: str, site: Site, link: str) -> str:
    """Return a citation as BibTeX, escaped for TeX."""
    day, other = entry.facts.last_changed, entry.facts.other_language
    fields = {
        "title": f"{{{tex(entry.facts.title)}}}",
        "author": f"{{{tex(site.name)}}}",
        **({"year": str(day.year), "month": MONTHS[day.month - 1][:3].lower()} if day else {}),
        "howpublished": tex(entry.kind.label),
        "note": tex(". ".join(filter(None, (page_dates(entry), based)))),
        **({"language": other.name} if other else {}),
        **({"url": link} if link else {}),
    }
    rows = "".join(f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields.items())
    return f"@misc{{{entry.kind.id}-{entry.id},\n{rows}}}\n"


def tex(text: str) -> str:
    return text.translate(ESCAPES)


def ris(entry: AnyEntry, based: str, site: Site, link: str) -> str:
    """Return a citation as RIS; lines end in CR LF, and every value is one line."""
    day, other = entry.facts.last_changed, entry.facts.other_language
    rows = [
        ("TY", "ELEC"),
        ("TI", entry.facts.title),
        ("AU", site.name),
        ("PB", site.name),
        *([("PY", str(day.year)), ("DA", day.strftime("%Y/%m/%d"))] if day else []),
        ("AB", entry.facts.summary),
        *([("N1", based)] if based else []),
        ("M3", entry.kind.label),
        ("LA", other.tag if other else "en"),
        *([("UR", link)] if link else []),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in rows)


def citation_files(hub: Hub, register: Register, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the citations of all entries as (path, content), once as BibTeX and once as RIS."""
    every = [(entry, based_on(entry, hub), site, permanent_link(entry, register, site)) for entry in hub.entries]
    yield addresses.data("citations.bib"), "\n".join(bibtex(*one) for one in every).encode()
    yield addresses.data("citations.ris"), "\r\n".join(ris(*one) for one in every).encode()
