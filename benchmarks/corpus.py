"""Reports to measure with: the synthetic ones that the project ships, as often as are wanted."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.sets import HERE, read_rows

SHIPPED = (HERE / "wars/documents.jsonl", HERE.parent / "examples/reports.jsonl")


def make_reports(count: int) -> Iterator[dict[str, Any]]:
    """So many reports, each with an id and a first line of its own, so that no two are the same document."""
    rows = [row for path in SHIPPED for row in read_rows(path)]
    for number, row in enumerate(itertools.islice(itertools.cycle(rows), count)):
        own = f"Bulletin {number} of {row['publisher']}.\n\n"
        yield {**row, "id": f"b{number}", "url": None, "text": own + row["text"]}


def write_reports(folder: Path, count: int) -> Path:
    """A folder with one file of so many reports."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "reports.jsonl").open("w", encoding="utf-8") as file:
        for row in make_reports(count):
            file.write(json.dumps(row) + "\n")
    return folder
