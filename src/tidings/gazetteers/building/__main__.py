"""python -m tidings.gazetteers.building RAW [--own FOLDER] [--out FOLDER]: the files of data/ and their manifest."""

from __future__ import annotations

import argparse
from pathlib import Path

from tidings.gazetteers.building import afghanistan, outlines, world
from tidings.gazetteers.building.entries import Entries
from tidings.gazetteers.building.manifest import write_manifest
from tidings.gazetteers.building.raw import Raw
from tidings.gazetteers.building.write import write_names, write_places
from tidings.gazetteers.manifest import DATA


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("raw", type=Path, help="the folder of raw lists")
    arguments.add_argument("--own", type=Path, default=Path("geodata"), help="the project's own small lists")
    arguments.add_argument("--out", type=Path, default=DATA)
    options = arguments.parse_args()
    build(Raw(options.raw, options.own), options.out)


def build(raw: Raw, out: Path) -> None:
    """Gathers all entries, then writes places, names, outlines and what they were made from."""
    out.mkdir(parents=True, exist_ok=True)
    entries = Entries()
    world.add_countries(entries, raw)
    world.add_units(entries, raw, detailed=(afghanistan.COUNTRY,))
    afghanistan.add_districts(entries, raw)
    world.add_places(entries, raw)
    afghanistan.settle_places(entries, outlines.find_districts(entries, raw))
    afghanistan.add_crossings(entries, raw)
    afghanistan.share_spellings(entries)
    world.derive_points(entries)
    world.add_peoples(entries, raw)
    outlines.write_countries(out / "countries.gaz", entries, raw)
    world.add_regions(entries, raw)
    provinces = outlines.write_provinces(out / "provinces.gaz", entries, raw)
    outlines.write_districts(out / "districts-AF.gaz", entries, provinces)
    rows = write_places(out / "places.gaz", entries)
    write_names(out / "names.gaz", entries, rows)
    write_manifest(out, raw)


if __name__ == "__main__":
    main()
