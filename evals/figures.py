"""Score the figures that tidings folds against the figures that a careful reader of all the reports ends up with.

    .venv/bin/python -m evals.figures [--json] [--show N]

Two parts. `figures/read`: the example reports, read and folded. `figures/gold`: gold claims folded in place of what was
read, scored on the gold rows that their reports bear: what folding alone is worth.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from evals.figure_scores import Row, is_best_right, is_in_range, make_figures, pair_figures, score_figures
from evals.floors import Check
from evals.sets import HERE, SHIPPED
from tidings.cli.figures import SQL
from tidings.pipeline import load_publisher_rows, read
from tidings.records import Claim, Document, make_id
from tidings.settings import Settings
from tidings.situations.figures import fold_figures
from tidings.store import Store, open_store

REPORTS = SHIPPED[0].documents
GOLD_CLAIMS = SHIPPED[0].claims
GOLD_FIGURES = HERE / "demo/gold_figures.csv"
READ, FOLDED = "figures/read", "figures/gold"
HELD = ("found", "right", "precision")
NAMES = ("actor", "target", "place", "destination")


class FigureExam:
    """The gold table as an exam of the gate: its name, its fingerprint, the parts that have floors."""

    name = "figures"

    def fingerprint(self) -> str:
        parts = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (REPORTS, GOLD_CLAIMS, GOLD_FIGURES)]
        return hashlib.sha256("".join(parts).encode()).hexdigest()

    def parts(self) -> dict[str, None]:
        return {READ: None, FOLDED: None}


def read_gold() -> list[Row]:
    """The gold table, row by row."""
    with GOLD_FIGURES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def borne_by(rows: Iterable[Row], reports: frozenset[str]) -> list[Row]:
    """The gold rows that rest on at least one of these reports."""
    return [row for row in rows if reports & set(row["report_ids"].split(";"))]


def score_parts() -> dict[str, tuple[list[Row], list[Row]]]:
    """Each part's gold rows and figures."""
    with tempfile.TemporaryDirectory(prefix="tidings-") as folder:
        settings = Settings(store=Path(folder, "read.duckdb"))
        read([REPORTS], settings)
        with open_store(settings.store, settings, read_only=True) as store:
            figures = list_figures(store)
        gold_store = Settings(store=Path(folder, "gold.duckdb"))
        with open_store(gold_store.store, gold_store) as store:
            gold_reports = fill_store(store, REPORTS, GOLD_CLAIMS)
            fold_figures(store.connection)
            folded = list_figures(store)
    return {READ: (read_gold(), figures), FOLDED: (borne_by(read_gold(), gold_reports), folded)}


def list_figures(store: Store) -> list[Row]:
    """The figures of the plain rule, as `tidings figures` lists them."""
    return list(store.rows(SQL, (["tidings"], ["tidings"])))


def fill_store(store: Store, reports: Path, gold_claims: Path) -> frozenset[str]:
    """Puts the reports and the claims that a person found in them into an empty store; gives the reports' names."""
    from evals.reading import find_documents  # noqa: PLC0415 (readers are heavy: not for --help)
    from evals.sets import read_rows  # noqa: PLC0415

    for publisher in load_publisher_rows([reports], None):
        _insert(store, "publishers", dict(publisher))
    rows = read_rows(gold_claims)
    named = frozenset(row["doc"] for row in rows)
    documents = {document.own_id: document for document in find_documents(reports, named)}
    for document in documents.values():
        _insert(store, "documents", msgspec.structs.asdict(document))
    for number, row in enumerate(rows):
        claim = make_claim(row, documents[row["doc"]], number)
        _insert(store, "claims", {**msgspec.to_builtins(claim), "said_by": [_links(link) for link in claim.said_by]})
    return named


def make_claim(row: Row, document: Document, number: int) -> Claim:
    """A gold row as the record that reading would have made."""
    fields: dict[str, Any] = {key: row[key] for key in Claim.__struct_fields__ if key in row and key not in NAMES}
    fields |= {key: tuple(_links(row[key])) for key in NAMES}
    fields["counts"] = [{"text": "", **count} for count in row["counts"]]
    ids = {"id": make_id("clm", document.id, number), "document_id": document.id, "sentence_id": "gold"}
    return msgspec.convert({**fields, **ids}, Claim, strict=False)


def _links(names: Any) -> list[str]:
    return [] if names is None else [names] if isinstance(names, str) else list(names)


def _insert(store: Store, table: str, row: dict[str, Any]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    store.connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))


def check_figures(parts: Mapping[str, tuple[list[Row], list[Row]]], floors: Mapping[str, Any]) -> Iterator[Check]:
    """Each held score of each part beside its floor."""
    for part, (gold, figures) in parts.items():
        scores = score_figures(gold, figures)
        for score in HELD:
            yield Check(part, score, floors["scores"].get(part, {}).get(score), scores[score])


def list_differences(gold_rows: Iterable[Row], rows: Iterable[Row], at_most: int) -> Iterator[str]:
    """Up to so many gold rows that were missed, and that came out otherwise, a line each."""
    gold, figures = make_figures(gold_rows), make_figures(rows)
    pairs = pair_figures(gold, figures)
    missed = [f"missed {_told(g.row)}" for i, g in enumerate(gold) if i not in pairs]
    off = [
        f"off    {_told(gold[i].row)} folded as {_ends(figures[j].row)}"
        for i, j in sorted(pairs.items())
        if not is_best_right(gold[i], figures[j]) and not is_in_range(gold[i], figures[j])
    ]
    yield from missed[:at_most] + off[:at_most]


def _told(row: Row) -> str:
    said = " ".join(str(row[key]) for key in ("what", "of", "place", "first", "last") if row[key])
    return f"{said} {_ends(row)}"


def _ends(row: Row) -> str:
    return " / ".join("-" if row[key] in (None, "") else f"{float(row[key]):g}" for key in ("low", "best", "high"))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print up to N rows of each kind of error")
    asked = parser.parse_args(arguments)
    parts = score_parts()
    scores = {part: score_figures(gold, figures) for part, (gold, figures) in parts.items()}
    if asked.json:
        print(json.dumps(scores))
        return
    for part, (gold, figures) in parts.items():
        print(part, *(f"{name} {value:g}" for name, value in scores[part].items()), sep="  ")
        print(*list_differences(gold, figures, asked.show), sep="\n", end="\n" if asked.show else "")


if __name__ == "__main__":
    main()
