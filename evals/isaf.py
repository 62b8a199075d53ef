"""Military releases on Afghanistan that an expert coded: how often each field comes out as the expert has it.

    python -m evals.isaf PATH [--json]

PATH is a file of releases, one JSON object a line: `id`, `text`, `gold`. They are read as any report is, and the rule
book of the coder (`isaf_rules.py`) turns their claims into the fields. Printed are exact matches in percent, for the
half that may be mended against (0), the half that is only scored (1) and all; sets compare as sets. The event's name
is left unscored. Constant answers reach a mean of 64.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evals.isaf_rules import code_release
from evals.reading import find_documents, load_reading
from evals.sets import SEALED, SHOWN, half_of, read_rows
from tidings.gazetteers import load_gazetteer

FIELDS = (
    "start_date",
    "event_type",
    "province",
    "target_group",
    "min_killed",
    "min_captured",
    "killq",
    "captureq",
    "killcaptureraid",
    "airstrike",
    "noshotsfired",
    "min_leaders_killed",
    "min_leaders_captured",
)


class Answer(NamedTuple):
    """One release: which half it belongs to, and which fields are right."""

    half: int
    right: dict[str, bool]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--json", action="store_true", help="only the last line, one JSON object")
    asked = parser.parse_args(arguments)
    answers = list(code_file(asked.path))
    if not asked.json:
        print(f"{'':22}{'half 0':>8}{'half 1':>8}{'all':>8}   of {len(answers)} releases")
        parts = [summary([a for a in answers if a.half == half]) for half in (SHOWN, SEALED)] + [summary(answers)]
        for field in parts[-1]:
            print(f"{field:22}", *(f"{part[field]:7.1f}" for part in parts))
    print(json.dumps(summary(answers)))


def score_file(path: Path) -> dict[str, float]:
    """The scores over all releases of a file."""
    return summary(list(code_file(path)))


def code_file(path: Path) -> Iterator[Answer]:
    """An answer for each release of a file; one that could not be read is wrong in all fields."""
    rows = {str(row["id"]): row["gold"] for row in read_rows(path)}
    coded: dict[str, Mapping[str, Any]] = {}
    for document in find_documents(path, frozenset(rows)):
        reading = load_reading().read_document(document)
        coded[document.own_id] = code_release(reading.document, reading.sentences, reading.claims, load_gazetteer())
    for own_id, gold in rows.items():
        given = coded.get(own_id, {})
        yield Answer(
            half_of(own_id), {field: field in given and is_same(given[field], gold[field]) for field in FIELDS}
        )


def is_same(given: Any, gold: Any) -> bool:
    """Whether two values agree; lists agree as sets, and an empty name in one is nobody."""
    if isinstance(gold, list):
        return {part for part in given if part} == {part for part in gold if part}
    return bool(given == gold)


def summary(answers: Sequence[Answer]) -> dict[str, float]:
    """Exact match for each field and their mean, from 0 to 100."""
    of = len(answers) or 1
    fields = {field: 100 * sum(answer.right[field] for answer in answers) / of for field in FIELDS}
    mean = sum(fields.values()) / len(fields)
    return {name: round(value, 1) for name, value in {"mean": mean, **fields}.items()}


if __name__ == "__main__":
    main()
