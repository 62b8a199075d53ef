"""Score who holds what against the changes of hands that a careful reader of all the reports ends up with.

    .venv/bin/python -m evals.control [--json] [--show N] [--out FOLDER]

Two parts. `control/read`: the example reports, read, linked and folded. `control/gold`: gold claims in place of what
was read, scored on the gold rows that their reports bear: what the folding alone is worth. `--out` writes the changes
of each part as JSON lines.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from evals.control_scores import Row, pair_changes, read_change, read_gold, read_never, score_changes
from evals.figures import GOLD_CLAIMS, REPORTS, borne_by, make_claim
from evals.floors import Check
from evals.gold_places import find_place
from evals.sets import HERE, read_rows
from tidings.actors import load_actors, resolve_actors
from tidings.events import link_events
from tidings.gazetteers import Gazetteer, load_gazetteer
from tidings.given import make_sides, make_units
from tidings.pipeline import load_publisher_rows, make_place_rows, read
from tidings.records import Claim, Document
from tidings.settings import Settings
from tidings.situations.control import CHANGES_SQL, fold_control, know_by
from tidings.store import Store, fill_places, find_place_ids, open_store

GOLD_CONTROL, GOLD_NEVER = HERE / "demo/gold_control.csv", HERE / "demo/gold_not_changes.csv"
READ, FOLDED = "control/read", "control/gold"
HELD = ("recall", "precision", "f1", "status", "map", "firm", "forbidden")  # the other classes are of few rows
COUNTRY = "AF"  # of the example reports


@dataclass(frozen=True)
class Part:
    """A gold table, what never was, and the changes that are scored on them."""

    gold: list[Row]
    never: list[Row]
    changes: list[Row]

    def scores(self) -> dict[str, float]:
        gold, changes = [read_gold(row) for row in self.gold], [read_change(row) for row in self.changes]
        return score_changes(gold, changes, read_never(self.never))


class ControlExam:
    """The gold tables as an exam of the gate: its name, its fingerprint, the parts that have floors."""

    name = "control"

    def fingerprint(self) -> str:
        files = (REPORTS, GOLD_CLAIMS, GOLD_CONTROL, GOLD_NEVER)
        parts = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
        return hashlib.sha256("".join(parts).encode()).hexdigest()

    def parts(self) -> dict[str, None]:
        return {READ: None, FOLDED: None}


def read_table(path: Path) -> list[Row]:
    """A gold table, row by row."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def score_parts() -> dict[str, Part]:
    """Each part with its gold and its changes."""
    gold, never = read_table(GOLD_CONTROL), read_table(GOLD_NEVER)
    with tempfile.TemporaryDirectory(prefix="tidings-") as folder:
        settings = Settings(store=Path(folder, "read.duckdb"))
        read([REPORTS], settings)
        with open_store(settings.store, settings, read_only=True) as store:
            changes = list_changes(store)
        gold_store = Settings(store=Path(folder, "gold.duckdb"))
        with open_store(gold_store.store, gold_store) as store:
            reports = fold_gold(store)
            folded = list_changes(store)
    return {READ: Part(gold, never, changes), FOLDED: Part(borne_by(gold, reports), never, folded)}


def list_changes(store: Store) -> list[Row]:
    """The changes of hands, as `tidings control --changes` lists them."""
    know_by(store.connection, None)
    rows = store.rows(CHANGES_SQL, {"as_of": None, "level": None})
    return [row for row in rows if row["day"] is not None]


def fold_gold(store: Store) -> frozenset[str]:
    """Links and folds the claims that a person found; gives the names of their reports."""
    from evals.reading import find_documents  # noqa: PLC0415 (readers are heavy: not for --help)

    for publisher in load_publisher_rows([REPORTS], None):
        _insert(store, "publishers", dict(publisher))
    rows = read_rows(GOLD_CLAIMS)
    named = frozenset(row["doc"] for row in rows)
    gazetteer, table = load_gazetteer(), load_actors()
    for document in find_documents(REPORTS, named):
        _insert(store, "documents", msgspec.structs.asdict(document))
        mine = [make_claim(row, document, number) for number, row in enumerate(rows) if row["doc"] == document.own_id]
        for claim in resolve_actors(document, mine, table).claims:
            _insert(store, "claims", _claim_row(claim, document, gazetteer))
    ids = find_place_ids(store)
    fill_places(store, [row for place_id in ids for row in make_place_rows(place_id, gazetteer)])
    link_events(store.connection)
    fold_control(store.connection, list(make_units(store, gazetteer)), list(make_sides(store, table)))
    return named


def _claim_row(claim: Claim, document: Document, gazetteer: Gazetteer) -> dict[str, Any]:
    found = [find_place(name, gazetteer, COUNTRY) for name in claim.place]
    said_by = [[link] if isinstance(link, str) else list(link) for link in claim.said_by]
    return {
        **msgspec.structs.asdict(claim),
        "counts": msgspec.to_builtins(claim.counts),
        "place_ids": [place.id for place in found if place],
        "said_by": said_by,
    }


def _insert(store: Store, table: str, row: dict[str, Any]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    store.connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))


def check_control(parts: Mapping[str, Part], floors: Mapping[str, Any]) -> Iterator[Check]:
    """Each held score of each part beside its floor."""
    for name, part in parts.items():
        scores = part.scores()
        for score in HELD:
            yield Check(name, score, floors["scores"].get(name, {}).get(score), scores[score])


def list_differences(part: Part, at_most: int) -> Iterator[str]:
    """Up to so many gold rows that were missed or stand otherwise, and changes that gold has not, a line each."""
    gold, changes = [read_gold(row) for row in part.gold], [read_change(row) for row in part.changes]
    pairs = pair_changes(gold, changes)
    missed = [f"missed {_told(part.gold[g], 'date')}" for g in range(len(gold)) if g not in pairs]
    off = [
        f"off    {_told(part.gold[g], 'date')} {gold[g].kind}, folded as {changes[i].kind}"
        for g, i in sorted(pairs.items())
        if gold[g].kind != changes[i].kind
    ]
    extra = [f"extra  {_told(part.changes[i], 'day')}" for i in range(len(changes)) if i not in pairs.values()]
    for kind in (missed, off, extra):
        yield from kind[:at_most]


def _told(row: Row, day: str) -> str:
    return " ".join(str(row[key]) for key in ("place", "pcode", "side", day))


def write_changes(rows: Iterable[Row], out: Path) -> None:
    """The changes as JSON lines."""
    lines = [json.dumps({**row, "day": row["day"].isoformat()}) for row in rows]
    out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print up to N rows of each kind of error")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="write the changes of each part here")
    asked = parser.parse_args(arguments)
    parts = score_parts()
    for name, part in parts.items() if asked.out else ():
        write_changes(part.changes, asked.out / f"{name.replace('/', '_')}.jsonl")
    if asked.json:
        print(json.dumps({name: part.scores() for name, part in parts.items()}))
        return
    for name, part in parts.items():
        print(name, *(f"{score} {value:g}" for score, value in part.scores().items()), sep="  ")
        print(*list_differences(part, asked.show), sep="\n", end="\n" if asked.show else "")


if __name__ == "__main__":
    main()
