"""Reads the raw lists; what is missing is told with the folder in which it was looked for."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import msgspec

from tidings.errors import MissingResource

Row = dict[str, Any]


class Raw:
    """The folder of raw lists, and the project's own small lists beside it."""

    def __init__(self, folder: Path, own: Path) -> None:
        self.folder = folder
        self.own = own
        self.read: list[Path] = []

    def file(self, name: str, own: bool = False) -> Path:
        """The path of a raw file, noted as read; MissingResource where it is not there."""
        path = (self.own if own else self.folder) / name
        if not path.is_file():
            raise MissingResource(f"{path} is not there; give the folder of the raw lists: make geodata RAW=FOLDER")
        if path not in self.read:
            self.read.append(path)
        return path

    def parquet(self, name: str, columns: str = "*", where: str = "true") -> Iterator[Row]:
        """The rows of a Parquet file as dictionaries."""
        sql = f"SELECT {columns} FROM read_parquet(?) WHERE {where}"
        found = duckdb.connect().execute(sql, [str(self.file(name))])
        names = [column[0] for column in found.description]
        for row in found.fetchall():
            yield dict(zip(names, row, strict=True))

    def csv(self, name: str, own: bool = False) -> list[dict[str, str]]:
        with self.file(name, own).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def json(self, name: str, own: bool = False) -> Any:
        return msgspec.json.decode(self.file(name, own).read_bytes())

    def names(self) -> dict[str, dict[str, Any]]:
        """The project's own table of names."""
        return tomllib.loads(self.file("names.toml", own=True).read_text(encoding="utf-8"))


def split(cell: str | None) -> list[str]:
    """The names in one cell."""
    return [name for name in (cell or "").split("|") if name.strip()]
