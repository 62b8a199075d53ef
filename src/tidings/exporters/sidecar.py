"""The sidecar: which claims stand behind each row, what the schema could not hold, what was left out and why.

JSON Lines: first a line about the export, then a line a row, table and thing left out, last the tally. docs/exports.md
tells every key.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

import msgspec

ENDING = ".sidecar.jsonl"
IN_FOLDER = "sidecar.jsonl"
NOT_TOLD = "this exporter tells nothing of it"


def sidecar_path(out: Path, *, is_folder: bool) -> Path:
    """Where the sidecar of an export stands: in the folder, or beside the file."""
    return out / IN_FOLDER if is_folder else out.with_name(f"{out.name}{ENDING}")


class SidecarFile:
    """A sidecar while it is written. A context manager; `tally` counts rows, tables and what was left out."""

    def __init__(self, path: Path, about: Mapping[str, Any]) -> None:
        self.path = path
        self.tally = {"rows": 0, "tables": 0, "left_out": 0}
        self.is_whole = False  # a table of claims reaches them all
        self._about = about
        self._reached: set[str] = set()
        self._encode = msgspec.json.Encoder().encode
        self._file: BinaryIO | None = None

    def __enter__(self) -> SidecarFile:
        self._file = self.path.open("wb")
        self._write({"about": self._about})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def row(
        self, key: str, event_ids: Sequence[str], claim_ids: Sequence[str], untold: Mapping[str, Any] | None = None
    ) -> None:
        """A row of the file by its key there; `untold` is what the schema has no place for."""
        self.tally["rows"] += 1
        self._reached.update(claim_ids)
        self._write(
            {"row": key, "event_ids": event_ids, "claim_ids": claim_ids, **({"untold": untold} if untold else {})}
        )

    def table(self, file: str, key: Sequence[str], rows: int, claims: str | None = None) -> None:
        """A table whose rows name their claims themselves: in which column, or none where no claim is behind a row."""
        self.tally["tables"] += 1
        self.tally["rows"] += rows
        self._write({"table": file, "rows": rows, "key": key, "claim_ids_in": claims})

    def leave_out(self, what: str, reason: str, claim_ids: Sequence[str]) -> None:
        """An event or a claim that makes no row."""
        self.tally["left_out"] += 1
        self._reached.update(claim_ids)
        self._write({"left_out": what, "reason": reason, "claim_ids": claim_ids})

    def finish(self, claim_ids: Iterator[str]) -> None:
        """Names each claim that nothing was told of, so that no claim is lost silently, and writes the tally."""
        for claim_id in claim_ids:
            if claim_id not in self._reached:
                self.leave_out(claim_id, NOT_TOLD, [claim_id])
        self._write({"tally": self.tally})

    def _write(self, line: Mapping[str, Any]) -> None:
        assert self._file is not None  # it is written to inside `with` alone
        self._file.write(self._encode(line) + b"\n")


def read_sidecar(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a sidecar."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
