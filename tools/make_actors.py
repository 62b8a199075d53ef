"""Writes the table dictionaries.csv of actors out of the petrarch2 dictionaries (MIT): make actors DICTIONARIES=FOLDER.

Taken are armed groups (MilNonState) and those who led states, by the day (Countries), unless our own tables have them.
Left out are countries and their cities, persons without a day, ministers whose offices are dated by whole months alone,
names of one word for a person, and NGOs and companies (International). A day that ends before it begins, or that is no
day, is left open.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tidings.actors.actor import BUILT_IN, Actor
from tidings.actors.load import OWN_TABLES
from tidings.actors.names import key, slug
from tidings.actors.rows import COLUMNS, read_rows
from tidings.actors.states import States, load_states

FILES = {"Phoenix.MilNonState.actors.txt": "groups", "Phoenix.Countries.actors.txt": "persons"}
HEAD = """\
# Armed groups and holders of office from the actor dictionaries of petrarch2 (MIT, see NOTICE), made by
# tools/make_actors.py; do not edit: write another table. Days are the dictionaries' own, of 2014 and before; an office
# held then has no end here. Days were taken over as they stand there and not checked one by one.
"""
BODIES = {"MIL": "armed-forces", "JUD": "justice", "SPY": "intelligence", "COP": "police", "LEG": "parliament"}
LAST_YEAR = 14  # two digits up to this are of this century: the dictionaries are of 2014
EXACT = re.compile(r"-(?!01|28|29|30|31)\d\d(?:\.\.|$)")  # a day that is neither the first nor the last of a month
CODE = re.compile(r"(?P<code>[A-Z-]+)\s*(?P<days>[<>]?\s*\d{6,8}(?:\s*-\s*\d{6,8})?)?")


class Entry:
    """A name with its other names and codes."""

    def __init__(self, name: str) -> None:
        self.names = [name]
        self.codes: list[str] = []


def read_entries(path: Path) -> Iterator[Entry]:
    """The entries of one dictionary."""
    entry: Entry | None = None
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        plain = line.split("#")[0].rstrip()
        if not plain.strip():
            continue
        name = re.split(r"\s*\[", plain)[0].strip()
        if name.startswith("+") and entry:
            entry.names.append(name[1:])
        elif name:
            if entry:
                yield entry
            entry = Entry(name)
        if entry:
            entry.codes += re.findall(r"\[([^\]]+)\]", plain)
    if entry:
        yield entry


def tidy(name: str) -> list[str]:
    """The name in our writing, and the acronym that stands in its brackets."""
    plain = name.replace("_", " ").replace(";", " ").strip()
    acronyms = re.findall(r"\(([A-Z][A-Z-]{1,6})\)", plain)
    plain = " ".join(re.sub(r"\([^)]*\)", " ", plain).split()).rstrip(",")
    if re.fullmatch(r"(.+), THE", plain):
        plain = f"THE {plain[:-5]}"
    if not plain:
        return acronyms
    if " " not in plain and len(plain) <= 5:
        return [plain, *acronyms]
    small = {"of", "the", "for", "and", "in", "de", "la", "del", "al", "el", "y", "e", "to", "on"}
    words = [
        w.lower() if at and w.lower() in small else w.title().replace("'S", "'s") for at, w in enumerate(plain.split())
    ]
    return [" ".join(words), *acronyms]


def day(text: str) -> date | None:
    """A day of six or eight digits, or None where it is no day."""
    digits = text.strip()
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= LAST_YEAR else "19") + digits
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def offices(entry: Entry, states: States) -> list[str]:
    """The dated offices of a person as ties; none for times when it held none."""
    ties = []
    for text in entry.codes:
        found = CODE.match(text.strip())
        if not found or not found["days"]:
            continue
        code, sector = found["code"][:3].lower(), found["code"][3:]
        if code not in states.actors or sector[:3] not in ("GOV", *BODIES):
            continue
        days = found["days"].replace(" ", "")
        first = day(days[1:]) if days[0] == ">" else day(days.split("-")[0]) if days[0] != "<" else None
        last = day(days[1:]) if days[0] == "<" else day(days.split("-")[1]) if "-" in days else None
        if first and last and first > last:
            first = last = None
        body = next((BODIES[part] for part in (sector[:3], sector[3:6]) if part in BODIES), "government")
        ties.append(f"{code}.{body} {first or ''}..{last or ''}" if first or last else f"{code}.{body}")
    return list(dict.fromkeys(ties))


def make_rows(folder: Path) -> Iterator[dict[str, str]]:
    """One row an actor."""
    problems: list[str] = []
    states = load_states(problems)
    own = [a for name in OWN_TABLES if name != "dictionaries" for a in own_rows(name, problems)]
    taken = {actor.id for actor in own} | set(states.actors)
    known = {key(name) for actor in own for name in (actor.name, *actor.aliases)}
    for file, what in FILES.items():
        for entry in read_entries(folder / file):
            names = list(dict.fromkeys(name for spelt in entry.names for name in tidy(spelt)))
            if not names or any(key(name) in known for name in names):
                continue
            row = as_group(entry, states) if what == "groups" else as_person(names, entry, states)
            if row is None:
                continue
            known.add(key(names[0]))
            if what == "persons":
                names = [name for name in names if " " in name]
            code = next((c for c in [row.pop("code")] if c), "")
            row_id = free_id(slug(names[0]) + (f".{code}" if code else ""), taken)
            yield dict.fromkeys(COLUMNS, "") | {"id": row_id, "name": names[0], "aliases": "; ".join(names[1:])} | row


def own_rows(name: str, problems: list[str]) -> list[Actor]:
    """The rows of one of our own tables."""
    lines = BUILT_IN.joinpath(f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return list(read_rows(lines, name, problems))


def as_group(entry: Entry, states: States) -> dict[str, str] | None:
    """The fields of an armed group."""
    code = next((c[:3].lower() for c in entry.codes if c[:3].lower() in states.actors), "")
    country = states.actors[code].name if code else ""
    return {"kind": "rebels", "country": country, "code": code}


def as_person(names: list[str], entry: Entry, states: States) -> dict[str, str] | None:
    """The fields of a person who held an office on known days, else None."""
    ties = offices(entry, states)
    if " " not in names[0] or not any(EXACT.search(tie) for tie in ties):
        return None
    code = ties[0].split(".")[0]
    return {"kind": "person", "country": states.actors[code].name, "of": "; ".join(ties), "code": code}


def free_id(wanted: str, taken: set[str]) -> str:
    """The id, with a number behind it where it is taken."""
    found, number = wanted, 2
    while found in taken or not found:
        found, number = f"{wanted}-{number}", number + 1
    taken.add(found)
    return found


def main() -> None:
    """Writes the table, and what it was made from into the manifest."""
    if len(sys.argv) != 2:
        sys.exit("name the folder of the dictionaries: python -m tools.make_actors FOLDER")
    folder = Path(sys.argv[1])
    tables = Path(__file__).parents[1] / "src/tidings/actors/tables"
    with (tables / "dictionaries.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        count = 0
        for row in make_rows(folder):
            writer.writerow(row)
            count += 1
    with (tables / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        manifest = csv.writer(file, lineterminator="\n")
        manifest.writerow(("file", "made_from", "sha256", "licence", "copyright"))
        for name in FILES:
            digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            manifest.writerow(("dictionaries.csv", f"petrarch2/{name}", digest, "MIT", "2014 Open Event Data Alliance"))
    print(f"{count} actors")


if __name__ == "__main__":
    main()
