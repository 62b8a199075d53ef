"""Shards: folders of gzipped NDJSON, one file a record, and a note of what is in them.

A shard is written under another name, forced to disk and renamed in one step: it is whole or it is not there.
The same readings give the same bytes.
"""

from __future__ import annotations

import errno
import gzip
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from tidings.engines.marks import Mark
from tidings.errors import StoreError
from tidings.records import DocumentReading, Drop, make_id

TABLES = ("documents", "sentences", "claims", "drops")
NOTE = "shard.json"
UNFINISHED = "unfinished-"
LEVEL = 5  # of gzip: past it, time grows and size hardly falls


class Counts(msgspec.Struct, frozen=True):
    """How many rows of each table a shard holds."""

    documents: int = 0
    sentences: int = 0
    claims: int = 0
    drops: int = 0


class ShardNote(msgspec.Struct, frozen=True, kw_only=True, tag="shard", tag_field="is"):
    """What stands in a shard: its documents, the reading that made it, the drops that belong to no document.

    `dropped` are the ids of documents that are kept unread, with their reason among the drops.
    """

    shard: str
    reading: str
    marks: tuple[Mark, ...] = ()
    dropped: tuple[str, ...] = ()
    drops: dict[str, str] = {}
    counts: Counts = Counts()
    longest_bytes: int = 0


class _Owner(msgspec.Struct):
    id: str
    document_id: str | None = None


class Shard(msgspec.Struct, kw_only=True):
    """A shard before it is written: the readings, their marks, and drops that belong to no document."""

    id: str
    reading: str
    marks: Sequence[Mark] = ()
    readings: Sequence[DocumentReading] = ()
    drops: Sequence[Drop] = ()


def make_shard_id(reading: str, variants: Iterable[str]) -> str:
    """The same documents read in the same way make the same shard."""
    return make_id("shd", reading, *sorted(variants))


def write_shard(folder: Path, shard: Shard) -> ShardNote:
    """Writes the shard into its own folder below `folder`. StoreError when the disk is full."""
    note = ShardNote(
        shard=shard.id,
        reading=shard.reading,
        marks=tuple(shard.marks),
        dropped=tuple(r.document.id for r in shard.readings if any(d.what == r.document.id for d in r.drops)),
        drops={drop.id: drop.where for drop in shard.drops},
    )
    return write_lines(folder, note, make_lines(shard))


def write_lines(folder: Path, note: ShardNote, lines: Mapping[str, Sequence[bytes]]) -> ShardNote:
    """Writes the rows of each table and the note, and gives the note with what was counted on the way."""
    place, unfinished = folder / note.shard, folder / f"{UNFINISHED}{os.getpid()}-{note.shard}"
    note = msgspec.structs.replace(
        note,
        counts=Counts(**{table: len(rows) for table, rows in lines.items()}),
        longest_bytes=max((len(line) for rows in lines.values() for line in rows), default=0),
    )
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        unfinished.mkdir(parents=True)
        for table in TABLES:
            content = b"\n".join([*lines[table], b""])
            _write_file(unfinished / f"{table}.ndjson.gz", gzip.compress(content, LEVEL, mtime=0))
        _write_file(unfinished / NOTE, msgspec.json.encode(note))
        sync_folder(unfinished)
        shutil.rmtree(place, ignore_errors=True)
        unfinished.rename(place)
        sync_folder(folder)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise disk_error(error, folder) from error
    return note


def copy_shard(folder: Path, note: ShardNote, marks: Sequence[Mark]) -> ShardNote:
    """A shard beside this one that holds only these of its documents, and all that was made of them."""
    kept = {mark.id for mark in marks}
    lines = {
        table: [line for line in read_lines(folder, note.shard, table) if owner_of(line, table) in kept]
        for table in TABLES
    }
    copy = ShardNote(
        shard=make_shard_id(note.reading, (mark.variant for mark in marks)),
        reading=note.reading,
        marks=tuple(marks),
        dropped=tuple(document_id for document_id in note.dropped if document_id in kept),
    )
    return write_lines(folder, copy, lines)


def read_lines(folder: Path, shard: str, table: str) -> list[bytes]:
    """The rows of one table of a shard, as they stand."""
    return gzip.decompress((folder / shard / f"{table}.ndjson.gz").read_bytes()).splitlines()


def owner_of(line: bytes, table: str) -> str | None:
    """The id of the document that a row belongs to."""
    owner = msgspec.json.decode(line, type=_Owner)
    return owner.id if table == "documents" else owner.document_id


def make_lines(shard: Shard) -> dict[str, list[bytes]]:
    """The rows of each table as JSON: the record's fields, with the id where a record works it out itself."""
    encode = msgspec.json.Encoder(order="deterministic").encode
    lines: dict[str, list[bytes]] = {table: [] for table in TABLES}
    for reading in shard.readings:
        lines["documents"].append(encode(reading.document))
        lines["sentences"] += [_with(encode({"id": s.id}), encode(s)) for s in reading.sentences]
        lines["claims"] += [encode(claim) for claim in reading.claims]
        owner = reading.document.id
        lines["drops"] += [_with(encode({"id": d.id, "document_id": owner}), encode(d)) for d in reading.drops]
    lines["drops"] += [_with(encode({"id": d.id, "document_id": None}), encode(d)) for d in shard.drops]
    return lines


def find_note(folder: Path, shard: str) -> ShardNote | None:
    """What stands in this shard; None when it is not there or not whole."""
    try:
        return read_note(folder, shard)
    except StoreError:
        return None


def read_note(folder: Path, shard: str) -> ShardNote:
    """What stands in this shard. StoreError when it is not there or not whole."""
    path = folder / shard / NOTE
    try:
        return msgspec.json.decode(path.read_bytes(), type=ShardNote)
    except (OSError, msgspec.DecodeError) as error:
        raise StoreError(
            f"shard {path.parent} is not whole ({error}); run the same command again to read it anew"
        ) from error


def disk_error(error: OSError, place: Path) -> StoreError:
    """What went wrong with the disk, and what to do about it."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreError(
            f"the disk that holds {place} is full; what was read so far is safe: "
            "make room, then run the same command again"
        )
    return StoreError(
        f"{place} cannot be written: {error.strerror or error}; see who owns it and whether it may be written"
    )


def sync_folder(folder: Path) -> None:
    """Forces a folder's entries to disk, so that a rename outlives a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_file(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _with(first: bytes, rest: bytes) -> bytes:
    return first[:-1] + b"," + rest[1:]
