"""Afghan place names: some with their province as cue, and those of several provinces without one.

    python -m evals.places_af FOLDER [--json]

FOLDER holds `names_43.csv` (name, cue, kind, pcode, geonameid, lat, lon) and `names_ambiguous.csv` (name, expect). A
name with its province is right when P-code and kind are, the GeoNames id where one is given, and the point is within
25 km. A row of the second table is right when it comes out as `expect` says: ambiguous, or the P-code.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path

from tidings.gazetteers import Candidate, Gazetteer, load_gazetteer, look_up
from tidings.gazetteers.spheres import distance_km

COUNTRY = "Afghanistan"
CLOSE_KM = 25.0
Row = dict[str, str]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--json", action="store_true", help="one JSON object on the last line")
    options = arguments.parse_args()
    gazetteer = load_gazetteer()
    scores = {}
    for title, file, check in (
        ("with_province", "names_43.csv", wrong_with_province),
        ("without_cue", "names_ambiguous.csv", wrong_without_cue),
    ):
        rows = read_rows(options.folder / file)
        wrong = [f"{row['name']} ({row.get('cue', 'no cue')}): {why}" for row in rows if (why := check(row, gazetteer))]
        print(f"{title:14} {len(rows) - len(wrong)} of {len(rows)}", *wrong, sep="\n  ")
        scores[title] = {"right": len(rows) - len(wrong), "of": len(rows)}
    if options.json:
        print(json.dumps(scores))


def read_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def wrong_with_province(row: Row, gazetteer: Gazetteer) -> str | None:
    """What is wrong with the answer for a name and its province, or None."""
    found = look_up(row["name"], gazetteer, context=row["cue"], country=COUNTRY)
    chosen = found.chosen
    if chosen is None or chosen.place.lat is None or chosen.place.lon is None:
        return f"not settled: {_told(found.candidates)}"
    place = chosen.place
    off_km = distance_km((place.lat or 0.0, place.lon or 0.0), (float(row["lat"]), float(row["lon"])))
    for what, got, wanted in (("kind", place.kind, row["kind"]), ("P-code", place.pcode, row["pcode"])):
        if got != wanted:
            return f"{what} {got}, wanted {wanted}: {_told(found.candidates)}"
    if row["geonameid"] and str(place.geonameid) != row["geonameid"]:
        return f"GeoNames id {place.geonameid}, wanted {row['geonameid']}"
    return f"{off_km:.0f} km off" if off_km > CLOSE_KM else None


def wrong_without_cue(row: Row, gazetteer: Gazetteer) -> str | None:
    """What is wrong with the answer for a bare name, or None."""
    found = look_up(row["name"], gazetteer, country=COUNTRY)
    got = "ambiguous" if found.is_ambiguous else found.chosen.place.pcode if found.chosen else "not known"
    return None if got == row["expect"] else f"{got}, wanted {row['expect']}: {_told(found.candidates)}"


def _told(candidates: tuple[Candidate, ...]) -> str:
    return "; ".join(f"{c.place.name} {c.place.kind} {c.place.adm1} {c.place.pcode} {c.score}" for c in candidates[:4])


if __name__ == "__main__":
    main()
