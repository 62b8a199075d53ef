"""Score the claims that tidings reads against the claims that a person read.

    .venv/bin/python -m evals.claims [PATH …] [--bench FOLDER] [--half 0|1] [--json] [--show N]

Without PATH: the sets that the project ships (evals/demo, evals/wars). PATH: a folder with `documents.jsonl` and
`claims.jsonl`, or with a folder `gold` that holds them. `--bench` adds the sets of such a folder to those that the
project ships. Where there are several sets, all of them together come last, whole and by halves; `--json` prints their
scores as one object, with those of each set under `sets`. `--show` prints claims that were missed, differ or are false,
from half 0 alone; half 1 is there to be believed, and stays unread.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.pairing import Row, pair_claims, wrong_fields
from evals.score import SCORES, Tally, add_up, draw_intervals, tally_documents
from evals.sets import SEALED, SHIPPED, SHOWN, GoldSet, find_sets, take_half

TOGETHER = "together"
Scores = dict[str, Any]
Reader = Callable[[Path, frozenset[str]], list[Row]]
"""Reads the named reports of a file: their claims as rows."""


@dataclass(frozen=True)
class Part:
    """What is scored apart: a half of a set, or the whole of one that is not split."""

    name: str
    half: int | None
    gold: list[Row]
    predicted: list[Row]

    def tallies(self) -> dict[str, Tally]:
        return tally_documents(self.gold, self.predicted)

    def scores(self) -> Scores:
        return score_tallies(self.tallies())


def read_parts(gold_sets: Iterable[GoldSet], read: Reader, half: int | None = None) -> Iterator[Part]:
    """Each part of each set with what was read from its reports; `half` keeps that half alone."""
    for gold_set in gold_sets:
        gold = take_half(gold_set.read_gold(), half if gold_set.is_split else None)
        predicted = read(gold_set.documents, frozenset(row["doc"] for row in gold))
        for name, which in gold_set.parts().items():
            if half is None or which in (None, half):
                yield Part(name, which, take_half(gold, which), take_half(predicted, which))


def score_together(parts: Sequence[Part]) -> Iterator[tuple[str, Scores]]:
    """The scores of all parts as one, then of each half of them; what is not split is in neither half."""
    halves: tuple[tuple[str, set[int | None]], ...] = (
        (TOGETHER, {None, SHOWN, SEALED}), (f"{TOGETHER}/{SHOWN}", {SHOWN}), (f"{TOGETHER}/{SEALED}", {SEALED}),
    )  # fmt: skip
    for name, wanted in halves:
        chosen = [part for part in parts if part.half in wanted]
        tallies = {f"{part.name} {doc}": tally for part in chosen for doc, tally in part.tallies().items()}
        if tallies:
            yield name, score_tallies(tallies)


def score_tallies(tallies: Mapping[str, Tally]) -> Scores:
    """The scores of some documents, each with the interval it may vary in."""
    return {**add_up(tallies.values()), "intervals": draw_intervals(tallies)}


def list_differences(part: Part, at_most: int) -> Iterator[str]:
    """Up to so many missed, differing and false claims, a line each. Half 1 is refused."""
    if part.half == SEALED:
        raise ValueError(f"{part.name} is only scored, never shown: what one has seen, one mends against")
    shown = {"missed": 0, "differs": 0, "false": 0}
    for doc in sorted({row["doc"] for row in part.gold}):
        for kind, line in _differences(part, doc):
            shown[kind] += 1
            if shown[kind] <= at_most:
                yield f"{kind:8}{doc}  {line}"


def _differences(part: Part, doc: str) -> Iterator[tuple[str, str]]:
    gold = [row for row in part.gold if row["doc"] == doc]
    predicted = [row for row in part.predicted if row["doc"] == doc]
    pairs, repeats = pair_claims(gold, predicted)
    for i, row in enumerate(gold):
        if i not in pairs:
            yield "missed", f"{row['act']} {row['start']}-{row['end']} {row.get('quote', '')[:90]}"
        elif wrong := list(wrong_fields(row, predicted[pairs[i]])):
            told = "; ".join(_contrast(field, row, predicted[pairs[i]]) for field in wrong)
            yield "differs", f"{row['act']} {told} | {row.get('quote', '')[:70]}"
    for j, row in enumerate(predicted):
        if j not in repeats and j not in pairs.values():
            yield "false", f"{row['act']} {row['start']}-{row['end']} {row.get('quote', '')[:90]}"


COLUMNS = {"figures": ("counts",), "speaker": ("said_by",), "chain": ("said_by",), "period": ("first", "last")}


def _contrast(field: str, gold: Row, predicted: Row) -> str:
    told = [f"{row.get(column)}" for row in (gold, predicted) for column in COLUMNS.get(field, (field,))]
    half = len(told) // 2
    return f"{field}: {'..'.join(told[:half])} read as {'..'.join(told[half:])}"


def format_scores(name: str, scores: Scores) -> str:
    """One part's scores as a few lines for a person."""
    lines = [
        f"{name}: {scores['documents']} reports, {scores['gold']} gold claims, "
        f"{scores['predicted']} read ({scores['repeats']} repeats)"
    ]
    for score in SCORES:
        low, high = scores["intervals"].get(score, (0.0, 0.0))
        of = scores[score]
        lines.append(
            f"  {score:13} recall {of['recall']:5.1f}  precision {of['precision']:5.1f}  "
            f"F1 {of['f1']:5.1f}  ({low:.1f} to {high:.1f})"
        )
    low, high = scores["intervals"].get("stored_as_happened", (0.0, 0.0))
    lines.append(
        f"  of what is denied, doubted, planned or possible: {scores['stored_as_happened']} % "
        f"({low:.1f} to {high:.1f}) stored as happened, "
        f"{scores['stored_not_found']} % not found; {scores['found_as_happened']} % of those found stored as happened"
    )
    for title, key in (("where gold states one", "where_stated"), ("over paired claims", "fields")):
        lines.append(f"  {title}: " + "  ".join(f"{field} {value}" for field, value in scores[key].items()))
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--bench", type=Path, metavar="FOLDER", help="score the sets of this folder too")
    parser.add_argument("--half", type=int, choices=(SHOWN, SEALED), help="score this half alone")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print up to N claims of each kind of error")
    asked = parser.parse_args(arguments)
    if asked.show and asked.half == SEALED:
        parser.error("half 1 is only scored, never shown row by row: what one has seen, one mends against")
    if asked.show and asked.json:
        parser.error("--show prints lines and --json one object: ask for one of them")
    gold_sets = [found for path in asked.paths for found in find_sets(path)] if asked.paths else list(SHIPPED)
    gold_sets += find_sets(asked.bench) if asked.bench else []
    if not gold_sets:
        parser.error(f"no gold in {', '.join(map(str, asked.paths))}: looked for documents.jsonl with claims.jsonl")
    _print_parts(read_parts(gold_sets, _read(), asked.half), asked.json, asked.show)


def _read() -> Reader:
    from evals.reading import read_claims  # noqa: PLC0415 (loads the model: not for --help)

    return read_claims


def _print_parts(parts: Iterable[Part], as_json: bool, show: int) -> None:
    read = []
    for part in parts:
        read.append(part)
        if not as_json:
            print(format_scores(part.name, part.scores()))
            if show and part.half != SEALED:
                print("\n".join(list_differences(part, show)))
    together = dict(score_together(read))
    if as_json:
        parts_by_name = {part.name: part.scores() for part in read}
        print(json.dumps({**together[TOGETHER], "sets": {**parts_by_name, **together}}))
    elif len(read) > 2:  # more than the halves of one set
        print("\n".join(format_scores(name, scores) for name, scores in together.items()))


if __name__ == "__main__":
    main()
