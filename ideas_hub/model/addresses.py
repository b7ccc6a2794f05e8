"""Every address of the site is built here.

An address is relative to the site's root, with no leading slash: "" is the home page, "themes/faith/" a term's page.
`links.relative` makes it a link from one page to another, so the site works anywhere: at a root, below a path, on disk.
"""

import hashlib
import posixpath
from functools import lru_cache
from pathlib import PurePosixPath

from ideas_hub.model.kinds import ALL_KINDS, REGIONS, Kind

HOME = ""
FIND = "find/"
PLACES = f"{FIND}places/"
SHORTLIST = "shortlist/"
PROJECTS = "projects/"
ORGANISATIONS = "organisations/"
PARTNERS = f"{ORGANISATIONS}partners/"
EVIDENCE = "evidence/"
OF_CASE_STUDIES = "case-studies"
"""In place of the id of a subject: the figures of single case studies."""
GLOSSARY = "glossary/"
SETBACKS = "what-did-not-work/"
DATA = "data/"
CONTRIBUTE = "contribute/"
CORRECT = f"{CONTRIBUTE}correct/"
CLEAN_PHOTO = f"{CONTRIBUTE}clean-photo/"
PAPER_FORM = f"{CONTRIBUTE}form/"
WRITE = f"{CONTRIBUTE}write/"
REVIEW = f"{CONTRIBUTE}review/"
REVIEW_TABLE = f"{CONTRIBUTE}review.csv"
TEMPLATE = f"{CONTRIBUTE}case-studies-template.csv"
DOWNLOADS = (f"docs/{TEMPLATE}",)
"""Files that texts may link to though the repository has none of them: the site has them below the same path."""
SOURCES = "sources/"
NOT_FOUND = "404.html"
MARK = "hub.txt"
ASSETS = "assets/"
IMAGES = "images/"
RESERVED_IDS = ("index", "page", "partners", "role", "sector")
"""What stands below a list and is no page of what it lists: its own file, and the folder of its further pages."""


@lru_cache  # every card has a picture
def fingerprinted(name: str, content: bytes, folder: str = ASSETS) -> str:
    """Return the address of a file whose name changes with its content, so that browsers may keep it."""
    path = PurePosixPath(name)
    return f"{folder}{path.stem}.{hashlib.sha256(content).hexdigest()[:10]}{path.suffix}"


def index(kind: Kind, page: int = 1) -> str:
    """Return the address of a kind's list; pages count from 1."""
    return paged(f"{kind.id}/", page)


def document(kind: Kind, document_id: str) -> str:
    """Return the address of a document's page; sources share one page, each with an anchor."""
    return f"sources/#{document_id}" if kind.id == "sources" else f"{kind.id}/{document_id}/"


def paged(address: str, page: int) -> str:
    """Return the address of a list's page; page 1 is the list's address itself."""
    return address if page == 1 else f"{address}page/{page}/"


def pair_page(first: str, second: str) -> str:
    """Return the address of a pair of terms, given in the order theme, region, community."""
    return f"{FIND}{first}/{second}/"


def places(letter: str) -> str:
    """Return the address of the places whose names begin with a letter."""
    return f"{PLACES}{letter}/"


def project(project_id: str) -> str:
    """Return the address of a project's page; `projects/#<id>` is its row on the page of all."""
    return f"{PROJECTS}{project_id}/"


def organisation(organisation_id: str) -> str:
    """Return the address of an organisation's page."""
    return f"{ORGANISATIONS}{organisation_id}/"


def of_sector(sector: str) -> str:
    """Return the address of the organisations of one sector."""
    return f"{ORGANISATIONS}sector/{sector}/"


def of_role(role: str) -> str:
    """Return the address of the organisations that have one role."""
    return f"{ORGANISATIONS}role/{role}/"


def partners(first: str, second: str) -> str:
    """Return the address of the work that two sectors did together, given in the order of the list of sectors."""
    return f"{PARTNERS}{first}/{second}/"


def region_table(region_id: str) -> str:
    """Return the address of a region's data: a row for everything there."""
    return f"{document(REGIONS, region_id)}{region_id}.csv"


def feed(page: str) -> str:
    """Return the address of the feed of a page that has one, in the same folder."""
    return f"{page}feed.xml"


def row(kind_id: str, row_id: str) -> str:
    """Return the address of the page of a row: a project's or an organisation's."""
    return f"{kind_id}/{row_id}/"


def projects_of(region_id: str) -> str:
    """Return the address of a region's projects."""
    return f"{PROJECTS}#region-{region_id}"


def glossary(term_id: str) -> str:
    """Return the address of a glossary entry."""
    return f"{GLOSSARY}#{term_id}"


def evidence_about(subject: str) -> str:
    """Return the address of the figures about one subject."""
    return f"{EVIDENCE}{subject}/"


def figure(subject: str, figure_id: str) -> str:
    """Return the address of a figure of the whole programme, on the page of its subject."""
    return f"{evidence_about(subject)}#{figure_id}"


def data(name: str) -> str:
    """Return the address of a data file, such as "case-studies.json"."""
    return f"{DATA}{name}"


def archive(short_name: str) -> str:
    """Return the address of all data files in one.  short_name: the site's."""
    return data(f"{short_name}-data.zip")


def image(name: str) -> str:
    """Return the address of a published photo's file."""
    return f"{IMAGES}{name}"


def card_picture(page: str) -> str:
    """Return the address of the social card: the picture shown where a link to the page is shared."""
    return f"{page}card.png"


def markdown_copy(page: str) -> str:
    """Return the address of an entry as Markdown, in the same folder as its page."""
    return f"{page}index.md"


def questions_table(page: str) -> str:
    """Return the address of a tool's questions as a table, in the same folder as its page."""
    return f"{page}questions.csv"


def calendar(page: str) -> str:
    """Return the address of a calendar file, in the same folder as the page of the events that are in it."""
    return f"{page}calendar.ics"


def search_text(page: str) -> str:
    """Return the address of a script with a page's text in small, in the same folder, for the finder's results."""
    return f"{page}text.js"


def shortlist_facts(number: int) -> str:
    """Return the address of a script with the facts of some entries for the shortlist; scripts count from 0."""
    return f"{SHORTLIST}facts.{number}.js"


def entry_key(page: str) -> str:
    """Return an entry's key in a shortlist: "case-studies/soldering"."""
    return page.rstrip("/")


def finder_query(facet: str, value: str) -> str:
    """Return the address of the finder with one facet value chosen."""
    return f"{FIND}?{facet}={value}"


def qr_code(page: str) -> str:
    """Return the address of the QR code of an entry's short link.  page: the entry's."""
    return f"{page}qr.png"


def short_link(name: str) -> str:
    """Return an entry's permanent short address.  name: see `Register.short_name`."""
    return f"c/{name}/"


def of_file(file: str) -> str | None:
    """Return the address of the page that a Markdown file of the repository becomes, or None for any other file.

    A download that only the site has is named as if it stood below docs/.
    """
    if file in DOWNLOADS:
        return file.removeprefix("docs/")
    if not file.endswith(".md"):
        return None
    for kind in ALL_KINDS:
        if file.startswith(f"{kind.folder}/") and not file.endswith("/index.md"):
            return document(kind, posixpath.basename(file)[: -len(".md")])
    if not file.startswith("docs/"):
        return None
    path = file[len("docs/") : -len(".md")]
    if path == "index" or path.endswith("/index"):
        path = path[: -len("index")].rstrip("/")
    return f"{path}/" if path else HOME


def output_file(address: str) -> str:
    """Return the path of the file that a page's address is served from."""
    return f"{address}index.html" if not address or address.endswith("/") else address
