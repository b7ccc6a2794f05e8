"""The search of everything that is published, with what an edit leaves as it was from the cache."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from zlib import crc32

from ideas_hub.engine.cache import Cache
from ideas_hub.engine.parallel import map_cached
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import REGIONS
from ideas_hub.search.build import (
    DisplayPart,
    SearchFiles,
    Where,
    build_display,
    build_places,
    build_related,
    build_search,
)
from ideas_hub.search.index import SearchRecord, Segment, build_index, build_segment
from ideas_hub.search.near import NearRegion
from ideas_hub.search.related import stems_in_tables
from ideas_hub.views.facets import search_facets
from ideas_hub.views.found import search_records

RECORDS_PER_SEGMENT = 64  # on average: few enough to count again after an edit, many enough for few segments


def search_segments(records: Sequence[SearchRecord], docs_digest: bytes, cache: Cache) -> list[Segment]:
    """Return the words of all records, in segments of consecutive ones.

    docs_digest: of all content except case studies.
    """
    jobs = []
    for some in _cut(records):
        parts = {"docs": docs_digest, "records": [(record.card.address, record.digest) for record in some]}
        jobs.append((parts, partial(_segment, some)))
    return map_cached("segment", jobs, cache)


def _cut(records: Iterable[SearchRecord]) -> Iterator[list[SearchRecord]]:
    """Yield records in portions, each of which ends where an address says so.

    Where one record comes or goes, one portion changes and no other, wherever the record stands.
    """
    portion: list[SearchRecord] = []
    for record in records:
        portion.append(record)
        if crc32(record.card.address.encode()) % RECORDS_PER_SEGMENT == 0:
            yield portion
            portion = []
    if portion:
        yield portion


def _segment(some: Iterable[SearchRecord]) -> Segment:
    return build_segment(record.words() for record in some)


def search_files(hub: Hub, facts_digest: bytes, docs_digest: bytes, cache: Cache) -> SearchFiles:
    """Return the search, of which an edit builds only what it changes again.

    docs_digest: of all content except case studies; facts_digest: of that and of their facts.
    """
    records = search_records(hub)
    index = build_index(search_segments(records, docs_digest, cache))
    [known] = map_cached("stems", [({}, stems_in_tables)], cache)
    common = index.stems & known
    [display] = map_cached("display", [({"facts": facts_digest}, partial(_display, hub, records))], cache)
    [related] = map_cached("related", [({"stems": sorted(common)}, partial(build_related, common))], cache)
    [places] = map_cached("places", [({"places": hub.places}, partial(build_places, hub.places))], cache)
    return build_search(index, display, places, related)


def _display(hub: Hub, records: Sequence[SearchRecord]) -> DisplayPart:
    return build_display(records, search_facets(hub, records), places_of(hub, records))


def places_of(hub: Hub, records: Sequence[SearchRecord]) -> Where | None:
    """Return the places that readers may look for; None for a hub without a list of places."""
    if not hub.places:
        return None
    pages = {record.card.address: ordinal for ordinal, record in enumerate(records)}
    regions = [
        NearRegion(term.id, term.facts.phrase, pages[addresses.document(REGIONS, term.id)])
        for term in hub.vocabulary.regions.values()
    ]
    return Where(regions, hub.places)
