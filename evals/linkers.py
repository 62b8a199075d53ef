"""Which claims tell of one change of hands: our linking beside Splink's, on a table of changes that a reader made.

    .venv/bin/python -m evals.linkers STORE gold_control.csv

STORE is a store of the reports that the table names (`pcode`, `report_ids`). Two claims that take or leave one unit are
a pair; it is right to join them where the table puts their reports under one change. Splink 5 is asked too where it is
installed (`pip install splink`); it learns its weights from the claims alone, by expectation maximisation, and joins at
each of some probabilities. decisions/0009 says what came of it.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import duckdb

BARS = (0.3, 0.5, 0.7, 0.9)
CLAIMS = """
SELECT DISTINCT
    claims.id || ' ' || coalesce(places.pcode, places.id) AS unique_id, documents.own_id AS doc,
    coalesce(places.pcode, places.id) AS unit, claims.act, claims.first, claims.manner, documents.published,
    nullif(array_to_string(actor_ids, ';'), '') AS actor, nullif(array_to_string(target_ids, ';'), '') AS target,
    event_claims.event_id AS event
FROM spoken_claims AS claims
JOIN documents ON documents.id = claims.document_id
JOIN places ON list_contains(claims.place_ids, places.id) AND places.kind IN ('district', 'city')
LEFT JOIN event_claims ON event_claims.claim_id = claims.id
WHERE claims.act IN ('territory.capture', 'territory.withdraw') AND claims.stance = 'asserts'
    AND claims.certainty IN ('happened', 'ongoing')
ORDER BY ALL
"""
Row = dict[str, Any]
Pair = tuple[Row, Row]


def load_claims(store: Path) -> list[Row]:
    """What the claims of changes say, and the event that each was put into."""
    with duckdb.connect(str(store), read_only=True) as connection:
        answer = connection.execute(CLAIMS)
        names = [column[0] for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def pair_up(claims: Sequence[Row], gold: Path) -> list[tuple[Pair, bool]]:
    """Pairs of claims on one unit whose reports the table puts under one change each, and whether it is the same."""
    changes: dict[tuple[str, str], list[int]] = {}
    with gold.open(encoding="utf-8", newline="") as rows:
        for number, row in enumerate(csv.DictReader(rows)):
            for doc in row["report_ids"].split(";"):
                changes.setdefault((row["pcode"], doc), []).append(number)
    known = [
        (claim, changes[claim["unit"], claim["doc"]]) for claim in claims if (claim["unit"], claim["doc"]) in changes
    ]
    sure = [(claim, numbers[0]) for claim, numbers in known if len(numbers) == 1]
    return [((a, b), one == other) for (a, one), (b, other) in combinations(sure, 2) if a["unit"] == b["unit"]]


def score(pairs: Sequence[tuple[Pair, bool]], joins: Callable[[Row, Row], bool]) -> tuple[float, float]:
    """Recall and precision, in percent."""
    joined = [is_same for pair, is_same in pairs if joins(*pair)]
    same = sum(is_same for _, is_same in pairs)
    return 100 * sum(joined) / max(same, 1), 100 * sum(joined) / max(len(joined), 1)


def ask_splink(claims: Sequence[Row]) -> dict[frozenset[str], float]:
    """How likely Splink holds two claims on one unit to be one."""
    import splink.comparison_level_library as levels  # noqa: PLC0415
    import splink.comparison_library as comparisons  # noqa: PLC0415
    from splink import Linker, SettingsCreator, block_on  # noqa: PLC0415
    from splink.backends.duckdb import DuckDBAPI  # noqa: PLC0415

    def days(column: str, *bars: int) -> Any:
        near = [levels.CustomLevel(f"abs({column}_l - {column}_r) <= {bar}") for bar in bars]
        return comparisons.CustomComparison(
            output_column_name=column, comparison_levels=[levels.NullLevel(column), *near, levels.ElseLevel()]
        )

    connection = duckdb.connect()
    names = ("unique_id", "unit", "act", "first", "actor", "target", "manner", "published")
    kinds = ", ".join(f"{name} {'DATE' if name in ('first', 'published') else 'VARCHAR'}" for name in names)
    connection.execute(f"CREATE TABLE claims ({kinds})")
    connection.executemany(
        f"INSERT INTO claims VALUES ({', '.join('?' * len(names))})", [[claim[n] for n in names] for claim in claims]
    )
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            *(comparisons.ExactMatch(name) for name in ("act", "actor", "target", "manner")),
            days("first", 0, 2, 7),
            days("published", 3, 14),
        ],
        blocking_rules_to_generate_predictions=[block_on("unit")],
        probability_two_random_records_match=0.005,
    )
    linker = Linker(DuckDBAPI(connection=connection).register("claims"), settings, log_level=40)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("unit"))
    found = linker.inference.predict(threshold_match_probability=0.0).physical_name
    rows = connection.execute(f"SELECT unique_id_l, unique_id_r, match_probability FROM {found}").fetchall()
    return {frozenset((one, other)): float(likely) for one, other, likely in rows}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("gold", type=Path)
    asked = parser.parse_args(arguments)
    claims = load_claims(asked.store)
    pairs = pair_up(claims, asked.gold)
    print(f"{len(claims)} claims, {len(pairs)} pairs, {sum(is_same for _, is_same in pairs)} of them of one change")
    print("ours        recall {:.1f} precision {:.1f}".format(*score(pairs, lambda a, b: a["event"] == b["event"])))
    if importlib.util.find_spec("splink") is None:
        print("splink      not installed: pip install splink")
        return
    likely = ask_splink(claims)
    for bar in BARS:
        reached = score(pairs, lambda a, b, bar=bar: likely.get(frozenset((a["unique_id"], b["unique_id"])), 0) >= bar)  # type: ignore[misc]
        print("splink {:.2f} recall {:.1f} precision {:.1f}".format(bar, *reached))


if __name__ == "__main__":
    main()
