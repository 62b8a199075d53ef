"""Tables of columns in one file that is mapped into memory, so that opening costs nothing and processes share it.

    8 bytes    b"tdgaz" and the version in three digits
    4 bytes    length of the header
    header     JSON: {"made_from": …, "columns": {name: [type, first byte, bytes]}}, offsets counted from its end
    columns    little-endian numbers, or for text: the lengths' running sum as uint32, then UTF-8 under `name.text`

A file that is missing, cut short or of another version is told so when it is opened, before anything is read from it.
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from tidings.errors import MissingResource

VERSION = 1
MAGIC = b"tdgaz%03d" % VERSION
START = len(MAGIC) + 4
# array's codes and memoryview's codes agree for these
TYPES: dict[str, Literal["B", "H", "I", "i", "Q"]] = {"u1": "B", "u2": "H", "u4": "I", "i4": "i", "u8": "Q"}
ALIGN = 8
AGAIN = "install tidings again, or build it with: make geodata RAW=FOLDER"


class Table:
    """A table opened for reading: numbers by `column`, text by `text`."""

    def __init__(self, path: Path, again: str = AGAIN) -> None:
        self.path = path
        self._again = again
        self._map = _map(path, again)
        self.about, self._columns, self._first = self._read_header()
        self._views = {name: self._view(name) for name in self._columns}

    def __len__(self) -> int:
        length: int = self.about["rows"]
        return length

    def column(self, name: str) -> memoryview:
        """The numbers of a column."""
        return self._views[name]

    def text(self, name: str, row: int) -> str:
        """One cell of a column of text."""
        ends = self._views[name]
        return bytes(self._views[f"{name}.text"][ends[row] : ends[row + 1]]).decode("utf-8")

    def _read_header(self) -> tuple[Mapping[str, Any], Mapping[str, tuple[str, int, int]], int]:
        if len(self._map) < START:
            raise self._trouble("is cut short")
        magic = bytes(self._map[: len(MAGIC)])
        if magic[:5] != MAGIC[:5]:
            raise self._trouble("is not a gazetteer file")
        if magic != MAGIC:
            theirs = magic[5:].decode("ascii", "replace")
            raise self._trouble(f"is of version {theirs}; this tidings reads version {VERSION:03d}")
        (length,) = struct.unpack("<I", self._map[len(MAGIC) : START])
        try:
            header = msgspec.json.decode(self._map[START : START + length])
            columns = {name: (kind, first, size) for name, (kind, first, size) in header["columns"].items()}
        except (msgspec.DecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise self._trouble("is cut short or damaged") from error
        first = _aligned(START + length)
        end = max((first + offset + size for _, offset, size in columns.values()), default=first)
        if len(self._map) != end:
            raise self._trouble(f"is cut short or damaged: {len(self._map):,} bytes where {end:,} belong")
        return header, columns, first

    def _view(self, name: str) -> memoryview:
        kind, offset, size = self._columns[name]
        return memoryview(self._map)[self._first + offset : self._first + offset + size].cast(TYPES[kind])

    def _trouble(self, what: str) -> MissingResource:
        return MissingResource(f"the gazetteer file {self.path} {what}; {self._again}")


def write_table(path: Path, rows: int, columns: Mapping[str, Sequence[Any]], **about: Any) -> None:
    """Writes columns given as `{"name:u4": numbers, "title:text": strings}`; the same content gives the same bytes."""
    pieces: dict[str, tuple[str, bytes]] = {}
    for title, values in columns.items():
        name, kind = title.split(":")
        if kind == "text":
            encoded = [value.encode("utf-8") for value in values]
            pieces[name] = ("u4", _numbers("u4", _running_sum(map(len, encoded))))
            pieces[f"{name}.text"] = ("u1", b"".join(encoded))
        else:
            pieces[name] = (kind, _numbers(kind, values))
    layout: dict[str, tuple[str, int, int]] = {}
    offset = 0
    for name, (kind, data) in pieces.items():
        layout[name] = (kind, offset, len(data))
        offset = _aligned(offset + len(data))
    header = msgspec.json.encode({"rows": rows, **about, "columns": layout})
    with path.open("wb") as file:
        file.write(MAGIC + struct.pack("<I", len(header)) + header)
        file.write(b"\0" * (_aligned(START + len(header)) - START - len(header)))
        for name, (_, data) in pieces.items():
            last = name == next(reversed(pieces))
            file.write(data if last else data.ljust(_aligned(len(data)), b"\0"))


def _map(path: Path, again: str) -> mmap.mmap:
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except FileNotFoundError as error:
        raise MissingResource(f"the gazetteer file {path} is not there; {again}") from error
    except ValueError as error:  # mmap refuses a file of no bytes
        raise MissingResource(f"the gazetteer file {path} is empty; {again}") from error
    except OSError as error:
        raise MissingResource(f"the gazetteer file {path} cannot be read: {error.strerror}; {again}") from error


def _numbers(kind: str, values: Iterable[int]) -> bytes:
    packed = array(TYPES[kind], values)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _running_sum(lengths: Iterable[int]) -> list[int]:
    ends = [0]
    for length in lengths:
        ends.append(ends[-1] + length)
    return ends


def _aligned(offset: int) -> int:
    return -(-offset // ALIGN) * ALIGN
