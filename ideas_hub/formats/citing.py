"""Citations of entries: as plain text, as BibTeX and as RIS.

Sources: https://www.bibtex.org/Format/, RIS format specification (Research Information Systems, 2011).
"""

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from ideas_hub.formats.publication import author, last_update
from ideas_hub.formats.qr_code import qr_path
from ideas_hub.model import addresses
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.register import Register
from ideas_hub.views import english
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


def cite_view(entry: AnyEntry, register: Register, site: Site) -> CiteView:
    """Return an entry's citations, its short link and the QR code of that link for the printed page."""
    link = _link(entry, register, site)
    short = link if register.number_of(entry) else ""
    path, size = qr_path(short) if short else ("", 0)
    return CiteView(
        text=plain_text(entry, site, link),
        bibtex=bibtex(entry, site, link),
        ris=ris(entry, site, link),
        short=short.partition("://")[2],
        short_link=short,
        share_mail=f"mailto:?subject={quote(entry.facts.title)}&body={quote(short)}" if short else "",
        qr=path,
        qr_size=size,
    )


def _link(entry: AnyEntry, register: Register, site: Site) -> str:
    """Return the address to cite: the permanent short link, if the entry has a number, else that of its page.

    "" if the site's own address is unknown.
    """
    number = register.number_of(entry)
    page = addresses.short_link(number) if number else addresses.document(entry.kind, entry.id)
    return f"{site.url}{page}" if site.url else ""


def dates(entry: AnyEntry) -> str:
    """Return an entry's dates in words: last changed and, if it was reviewed, last checked."""
    checked = f"; checked {english.day_words(entry.facts.reviewed)}" if entry.facts.reviewed else ""
    return f"{english.day_words(last_update(entry))}{checked}"


def plain_text(entry: AnyEntry, site: Site, link: str) -> str:
    """Return a citation as plain text.  link: "" if the site's own address is unknown."""
    title = entry.facts.title.rstrip(".")
    stop = "" if title.endswith(("?", "!", "…")) else "."
    text = f"{author(entry, site)} ({last_update(entry).year}). {title}{stop} {entry.kind.label}, {dates(entry)}."
    return f"{text} {link}" if link else text


def bibtex(entry: AnyEntry, site: Site, link: str) -> str:
    """Return a citation as BibTeX, escaped for TeX."""
    day = last_update(entry)
    fields = {
        "title": f"{{{tex(entry.facts.title)}}}",
        "author": f"{{{tex(author(entry, site))}}}",
        "year": str(day.year),
        "month": english.MONTHS[day.month - 1][:3].lower(),
        "howpublished": tex(entry.kind.label),
        "note": tex(dates(entry)),
        **({"url": link} if link else {}),
    }
    rows = "".join(f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields.items())
    return f"@misc{{{entry.kind.id}-{entry.id},\n{rows}}}\n"


def tex(text: str) -> str:
    """Return text escaped for TeX."""
    return text.translate(ESCAPES)


def ris(entry: AnyEntry, site: Site, link: str) -> str:
    """Return a citation as RIS; lines end in CR LF, and every value is one line."""
    day: date = last_update(entry)
    rows = [
        ("TY", "ELEC"),
        ("TI", entry.facts.title),
        ("AU", author(entry, site)),
        ("PB", site.name),
        ("PY", str(day.year)),
        ("DA", day.strftime("%Y/%m/%d")),
        ("AB", entry.facts.summary),
        ("M3", entry.kind.label),
        ("LA", "en"),
        *([("UR", link)] if link else []),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in rows)


def citation_files(hub: Hub, register: Register, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the citations of all entries as (path, content), once as BibTeX and once as RIS."""
    links = [(entry, _link(entry, register, site)) for entry in hub.entries]
    yield addresses.data("citations.bib"), "\n".join(bibtex(entry, site, link) for entry, link in links).encode()
    yield addresses.data("citations.ris"), "\r\n".join(ris(entry, site, link) for entry, link in links).encode()
