"""The ledger: which documents are read, by which reading, in which shard; what was forgotten, dropped and decided.

`ledger.ndjson` is only ever added to. A kill can tear its last line, which is then cut off: the shard that the line
spoke of is found on disk and entered again.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Collection
from pathlib import Path

import msgspec

from tidings.engines.entries import (
    Considered,
    Decided,
    Entry,
    Forgotten,
    Moved,
    Publishers,
    Retired,
    Undone,
    read_entries,
)
from tidings.engines.marks import Mark
from tidings.engines.shards import UNFINISHED, ShardNote, copy_shard, disk_error, find_note
from tidings.errors import StoreError

FILE, LOCK = "ledger.ndjson", "lock"


class Standing(msgspec.Struct):
    """What the ledger knows of one document. `variants` are the tellings of it that were seen and settled."""

    shard: str
    reading: str
    mark: Mark
    variants: set[str]


class Ledger:
    """The ledger of one store, held by one process at a time: another gets a StoreError. A context manager."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.standings: dict[str, Standing] = {}
        self.drops: dict[str, tuple[str, str]] = {}  # id -> shard, where: drops that belong to no document
        self.publishers: dict[str, dict[str, str | None]] = {}
        self.shards: dict[str, ShardNote] = {}
        self.decisions: dict[str, Decided] = {}  # in the order in which they were taken
        self.undone: set[str] = set()  # decisions that were taken back
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = _lock_folder(folder)
            self._repair()
        except OSError as error:
            raise disk_error(error, folder) from error

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets another process have the ledger."""
        os.close(self._lock)

    def add(self, entry: Entry) -> None:
        """Writes one line, safe on disk when this returns, and takes it in."""
        try:
            with (self.folder / FILE).open("ab") as file:
                file.write(msgspec.json.encode(entry) + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise disk_error(error, self.folder) from error
        self._take(entry)

    def forget(self, document_ids: Collection[str]) -> None:
        """Takes documents out. Shards that hold them are copied without them, so that no text of theirs is left."""
        shards = {self.standings[document_id].shard for document_id in document_ids}
        self.add(Forgotten(tuple(document_ids)))
        for shard in sorted(shards):
            kept = [standing.mark for standing in self.standings.values() if standing.shard == shard]
            if kept:
                self.add(copy_shard(self.folder, self.shards[shard], kept))

    def remove_dead(self) -> None:
        """Takes shards off the disk of which nothing is wanted any more: all in them was read again or forgotten.

        Call it only once the store no longer rests on them.
        """
        alive = {s.shard for s in self.standings.values()} | {shard for shard, _ in self.drops.values()}
        for shard in self.shards.keys() - alive:
            shutil.rmtree(self.folder / shard, ignore_errors=True)
            del self.shards[shard]

    def _repair(self) -> None:
        for leftover in self.folder.glob(f"{UNFINISHED}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        for entry in read_entries(self.folder / FILE):
            self._take(entry)
        self._enter_unlisted()
        gone = {shard for shard in self.shards if find_note(self.folder, shard) is None}
        # a shard that is no longer there: what it held counts as unread, so that the next run reads it again
        self.standings = {key: s for key, s in self.standings.items() if s.shard not in gone}
        self.drops = {key: found for key, found in self.drops.items() if found[0] not in gone}
        self.shards = {key: note for key, note in self.shards.items() if key not in gone}

    def _enter_unlisted(self) -> None:
        """Enters whole shards that the ledger does not list: a kill came between the writing of the two."""
        names = sorted(path.parent.name for path in self.folder.glob("shd-*/shard.json"))
        for note in filter(None, (find_note(self.folder, name) for name in names if name not in self.shards)):
            if all(self._knows(mark, note.reading) for mark in note.marks) and note.drops.keys() <= self.drops.keys():
                shutil.rmtree(self.folder / note.shard, ignore_errors=True)
            else:
                self.add(note)

    def _knows(self, mark: Mark, reading: str) -> bool:
        standing = self.standings.get(mark.id)
        return standing is not None and standing.reading == reading and mark.variant in standing.variants

    def _take(self, entry: Entry) -> None:
        match entry:
            case ShardNote():
                self.shards[entry.shard] = entry
                for mark in entry.marks:
                    self.standings[mark.id] = Standing(entry.shard, entry.reading, mark, {mark.variant})
                self.drops |= {drop_id: (entry.shard, where) for drop_id, where in entry.drops.items()}
            case Considered() | Moved() if entry.document_id in self.standings:
                self._note(entry, self.standings[entry.document_id])
            case Forgotten():
                for document_id in entry.document_ids:
                    self.standings.pop(document_id, None)
            case Retired():
                for drop_id in entry.drop_ids:
                    self.drops.pop(drop_id, None)
            case Publishers():
                self.publishers |= {str(row["id"]): row for row in entry.rows}
            case Decided() | Undone():
                self._decide(entry)
            case _:
                pass  # a word on a document that was forgotten since

    def _note(self, entry: Considered | Moved, standing: Standing) -> None:
        if isinstance(entry, Considered):
            standing.variants.add(entry.variant)
        else:
            standing.mark = msgspec.structs.replace(standing.mark, raw_path=entry.raw_path, raw_sha256=entry.raw_sha256)

    def _decide(self, entry: Decided | Undone) -> None:
        # one that is taken again is now the last word
        self.decisions.pop(entry.id if isinstance(entry, Decided) else entry.decision_id, None)
        if isinstance(entry, Decided):
            self.decisions[entry.id] = entry
            self.undone.discard(entry.id)
        else:
            self.undone.add(entry.decision_id)


def _lock_folder(folder: Path) -> int:
    """Holds the folder for this process; the system lets go of it when the process ends, however it ends."""
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.read(handle, 20).decode("ascii", "replace").strip()
        os.close(handle)
        raise StoreError(
            f"{folder} is being written by another tidings (process {holder or 'unknown'}); "
            "wait until it is done, or stop it"
        ) from error
    os.truncate(handle, 0)
    os.write(handle, str(os.getpid()).encode())
    return handle
