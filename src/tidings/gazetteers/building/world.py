"""Countries, their first- and second-order units, and the world's populated places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tidings.gazetteers.building.entries import Entries, Entry
from tidings.gazetteers.building.raw import Raw, Row, split
from tidings.gazetteers.kinds import How, Point, Rank
from tidings.gazetteers.normalise import name_key, strip_unit
from tidings.lexicons.words import countries_by_people

GONE = frozenset({"CS", "AN"})  # countries that are no more, still in the list
RANKS = {"PPLC": Rank.COUNTRY, "PPLA": Rank.PROVINCE, "PPLA2": Rank.DISTRICT}
CITY_PEOPLE = 15_000


def add_countries(entries: Entries, raw: Raw) -> None:
    """Countries by ISO code, without points: those come with the outlines."""
    for row in raw.csv("countries.csv", own=True):
        if row["iso"] not in GONE:
            entry = Entry(
                key=row["iso"],
                name=row["name"].strip(),
                kind="country",
                country=row["iso"],
                iso3=row["iso3"],
                geonameid=int(row["geonameid"]),
                population=int(row["population"]),
                point=Point.NONE,
            )
            entries.enter(entry)
    for iso, names in raw.names()["countries"].items():
        entries[iso].add(names, How.MAIN)


def add_units(entries: Entries, raw: Raw, detailed: Iterable[str]) -> None:
    """First-order units, and second-order ones save in countries that have a list of their own."""
    seen: set[str] = set()
    for level, kind in (("1", "province"), ("2", "district")):
        for row in raw.parquet("subdivisions.parquet", where=f"level = '{level}' AND code <> ''"):
            country, *codes = row["code"].split(".")
            if row["gid"] in seen or country not in entries or (level == "2" and country in detailed):
                continue
            seen.add(row["gid"])
            parent = f"{country}.{codes[0]}" if level == "2" else country
            entry = Entry(
                key=row["code"],
                name=row["name"],
                kind=kind,
                country=country,
                parent=parent if parent in entries else country,
                geonameid=int(row["gid"] or 0),
                point=Point.NONE,
            )
            entries.enter(entry)
            _add_unit_names(entry, split(row["alt"]))
    add_province_points(entries, raw)
    for table in ("provinces", "afghan_provinces"):
        for code, names in raw.names()[table].items():
            entries[code].add(names, How.MAIN)
    for code, names in raw.names()["short_forms"].items():
        entries[code].add(names, How.INITIALS)


def add_places(entries: Entries, raw: Raw) -> None:
    """Populated places under the smallest unit that is known for them."""
    codes = {
        int(row["geonameid"]): (row["feature_code"], row["admin2"]) for row in raw.parquet("cities1000_admin2.parquet")
    }
    for row in raw.parquet("places.parquet"):
        if row["cc"] not in entries:
            continue
        feature, admin2 = codes.get(row["id"], ("PPL", ""))
        province = f"{row['cc']}.{row['a1']}"
        district = f"{province}.{admin2}"
        rank = RANKS.get(feature, Rank.NONE)
        entry = Entry(
            key=f"gn:{row['id']}",
            name=row["name"],
            kind="city" if rank >= Rank.PROVINCE or row["pop"] >= CITY_PEOPLE else "place",
            country=row["cc"],
            parent=next((key for key in (district, province) if key in entries), row["cc"]),
            geonameid=row["id"],
            lat=row["lat"],
            lon=row["lon"],
            population=row["pop"],
            rank=rank,
        )
        entries.enter(entry)
        entry.add(filter(is_latin_name, split(row["alt"])), How.ALTERNATE)
    for number, names in raw.names()["cities"].items():
        entries[f"gn:{number}"].add(names, How.MAIN)


def is_latin_name(name: str) -> bool:
    """Whether an alternate name is one that an English report may use: no code of an airport, no bare transcription."""
    if not name.isascii() and not all(c < "ɐ" or c in "ʻʼ‘’Ḁ" or "Ḁ" <= c <= "ỿ" for c in name):
        return False
    if name.isupper() and len(name) <= 4:
        return False
    return name[:1].isupper() or not name[:1].isalpha()


def derive_points(entries: Entries) -> None:
    """Points for units that have none: the mean of the places within; people of a unit are those of its places."""
    within: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if entry.kind in ("city", "place", "district_centre"):
            for key in _above(entries, entry):
                within[key].append(entry)
    for key, places in within.items():
        unit = entries[key]
        unit.population = unit.population or sum(place.population for place in places)
        if unit.point == Point.NONE and unit.kind in ("district", "province"):
            unit.lat, unit.lon = _middle(places)
            unit.point = Point.DERIVED


def add_peoples(entries: Entries, raw: Raw) -> None:
    """ "Iraqi", "Texan": words for a people, at the country or unit they are called after."""
    by_name: dict[str, Entry] = {}
    for entry in entries.values():
        if entry.kind in ("country", "province"):
            for name, how in entry.names.items():
                if how == How.MAIN:
                    by_name.setdefault(name, entry)
    for people, country in countries_by_people().items():
        if country in by_name:
            by_name[country].add([people.title(), f"{people.title()}s"], How.PEOPLE)
    for key, names in raw.names()["peoples"].items():
        entries[key].add(names, How.PEOPLE)


def add_regions(entries: Entries, raw: Raw) -> None:
    """Lands made of several units, and continents; in the middle of their parts, by area unknown: each counts once."""
    for name, about in raw.names()["regions"].items():
        members = [entries[key] for key in about["of"]]
        countries = {member.country for member in members}
        lat, lon = _middle([member for member in members if member.lat is not None])
        within = len(countries) == 1
        key = f"reg:{name_key(name)}"
        region = Entry(key, name, "region", members[0].country, members[0].country if within else None)
        region.lat, region.lon, region.point = lat, lon, Point.DERIVED
        region.population = sum(member.population for member in members) if within else 0
        entries.enter(region)
        region.add(about.get("names", []), How.MAIN)
        region.add(about.get("peoples", []), How.PEOPLE)


def _add_unit_names(entry: Entry, others: Iterable[str]) -> None:
    """A province is called by its bare name as well; of a second-order unit that is only a short form."""
    bare = How.MAIN if entry.kind == "province" else How.SHORT
    for name in (entry.name, *others):
        own = name == entry.name
        if own or is_latin_name(name):
            core, unit = strip_unit(name)
            entry.add([name], How.MAIN if own or unit else How.ALTERNATE)
            if unit:
                entry.add([core], bare)


def unit_of_polygon(entries: Entries, row: Row) -> str | None:
    """The key of the first-order unit that a polygon is: by GeoNames number, else by code; never by name.

    Codes alone mislead where a country was divided anew since the polygons were drawn.
    """
    code = row["gn_a1_code"]
    if code not in entries:
        return None
    return code if not row["gn_id"] or entries[code].geonameid == int(row["gn_id"]) else None


def add_province_points(entries: Entries, raw: Raw) -> None:
    """Points and English names of first-order units, from their polygons' labels."""
    for row in raw.parquet("admin1_polygons.parquet", "gn_id, gn_a1_code, latitude, longitude, name_en, iso_a2"):
        if key := unit_of_polygon(entries, row):
            entry = entries[key]
            entry.lat, entry.lon, entry.point = row["latitude"], row["longitude"], Point.GIVEN
            if row["iso_a2"] != "AF":  # Afghan names in this list are known to sit on the wrong unit
                entry.add(split(row["name_en"]), How.MAIN)


def _above(entries: Entries, entry: Entry) -> Iterable[str]:
    key = entry.parent
    while key is not None:
        yield key
        key = entries[key].parent


def _middle(places: list[Entry]) -> tuple[float, float]:
    """The mean point; longitudes are turned so that places on both sides of the date line do not cancel out."""
    lats = [place.lat for place in places if place.lat is not None]
    lons = [place.lon for place in places if place.lon is not None]
    if max(lons) - min(lons) > 180:
        lons = [lon % 360 for lon in lons]
    lon = sum(lons) / len(lons)
    return sum(lats) / len(lats), lon - 360 if lon > 180 else lon
