"""One run over what the readers give: what is read, what is known already, what was dropped, and the sum of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from tidings.engines.entries import Considered, Moved, Retired
from tidings.engines.ledger import Ledger
from tidings.engines.marks import Mark, make_mark
from tidings.engines.shards import Shard, ShardNote, make_shard_id, write_shard
from tidings.plugins import Task
from tidings.records import Document, Drop

MANY_DROPS = 1000
SMALLEST = 10_000
MOST_DOCUMENTS = 500


class RunCounts(msgspec.Struct):
    """What a run found and what became of it: found = new + again + known + dropped.

    `left_out` are the ids to look drops and notes up by: of documents kept unread, and of drops that have no document.
    """

    found: int = 0
    new: int = 0
    again: int = 0
    known: int = 0
    dropped: int = 0
    sentences: int = 0
    claims: int = 0
    left_out: list[str] = []


class Run:
    """Sorts what is to be read from what the ledger knows, enters what engines finish, and counts both."""

    def __init__(self, ledger: Ledger, reading: str) -> None:
        self.ledger = ledger
        self.reading = reading
        self.counts = RunCounts()
        self._drops: dict[str, Drop] = {}
        self._unwritten: list[Drop] = []
        self._seen: dict[str, list[Mark]] = {}
        self._taken: set[str] = set()
        self._again: set[str] = set()
        self._rivals: dict[str, list[Document]] = {}
        self._beaten: list[Considered] = []

    def find_unread(self, found: Iterable[Document | Drop]) -> Iterator[Document]:
        """The documents that no shard holds yet, each id once. Other tellings of one id wait for `find_better`."""
        for item in found:
            self.counts.found += not is_note(item)
            if isinstance(item, Drop):
                self.counts.dropped += not is_note(item)
                self._keep_drop(item)
            elif self._is_unread(item):
                self._taken.add(item.id)
                yield item

    def find_better(self) -> Iterator[Document]:
        """Of several tellings of one document in this run, the one that ranks first, where another was read."""
        for document_id, rivals in self._rivals.items():
            kept = self.ledger.standings[document_id].mark
            marks = {make_mark(rival).rank: rival for rival in rivals}
            best = min(marks)
            variants = {make_mark(rival).variant for rival in rivals} | self.ledger.standings[document_id].variants
            self._beaten += [Considered(document_id, variant) for variant in sorted(variants)]
            self.counts.known += len(rivals)
            if best < kept.rank:
                self.counts.known -= 1
                self._again.add(document_id)
                yield marks[best]
        self._rivals = {}

    def enter(self, note: ShardNote) -> None:
        """Enters a shard that an engine finished, and counts it."""
        self.ledger.add(note)
        self.counts.dropped += len(note.dropped)
        self.counts.left_out += note.dropped
        self.counts.sentences += note.counts.sentences
        self.counts.claims += note.counts.claims
        read = {mark.id for mark in note.marks} - set(note.dropped)
        self.counts.again += len(read & self._again)
        self.counts.new += len(read - self._again)

    def finish(self, paths: Sequence[Path]) -> None:
        """Settles what only the end of a run can: which tellings lost, where documents stand, which drops are gone."""
        self._write_drops()
        for entry in self._beaten:
            if entry.variant not in self.ledger.standings[entry.document_id].variants:
                self.ledger.add(entry)
        gone = [i for i, (_, where) in self.ledger.drops.items() if i not in self._drops and lies_under(where, paths)]
        if gone:
            self.ledger.add(Retired(tuple(gone)))
        for mark in (mark for marks in self._seen.values() for mark in marks):
            kept = self.ledger.standings[mark.id].mark
            if mark.variant == kept.variant and mark.found_at < kept.found_at:
                self.ledger.add(Moved(mark.id, mark.raw_path, mark.raw_sha256))

    def _is_unread(self, document: Document) -> bool:
        mark, standing = make_mark(document), self.ledger.standings.get(document.id)
        seen = self._seen.setdefault(mark.id, [])
        first_sight = not seen
        if _sight(mark, seen) and not first_sight:
            self.counts.known += 1
            return False
        if standing is None or standing.reading != self.reading:
            if first_sight:
                self._again |= {mark.id} if standing else set()
                return True
        elif mark.id not in self._taken and mark.variant in standing.variants:
            self.counts.known += 1
            return False
        elif first_sight and mark.raw_path is not None and mark.raw_path == standing.mark.raw_path:
            self._again.add(mark.id)  # the same place now says something else: its later word stands
            return True
        self._rivals.setdefault(mark.id, []).append(document)
        return False

    def _keep_drop(self, drop: Drop) -> None:
        if drop.id not in self._drops and drop.id not in self.ledger.drops:
            self._unwritten.append(drop)
        self._drops[drop.id] = drop
        self.counts.left_out.append(drop.id)
        if len(self._unwritten) >= MANY_DROPS:
            self._write_drops()

    def _write_drops(self) -> None:
        if self._unwritten:
            shard = Shard(
                id=make_shard_id(self.reading, (drop.id for drop in self._unwritten)),
                reading=self.reading,
                drops=self._unwritten,
            )
            self.ledger.add(write_shard(self.ledger.folder, shard))
            self._unwritten = []


def make_tasks(documents: Iterable[Document], reading: str, characters: int) -> Iterator[Task]:
    """Documents in tasks of at most about so many characters.

    The first tasks are small and each is at most a tenth of all before it, so that no worker is left alone with a
    long last one.
    """
    batch: list[Document] = []
    size = handed = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= min(characters, max(SMALLEST, handed // 10)) or len(batch) >= MOST_DOCUMENTS:
            yield make_task(batch, reading)
            handed += size
            batch, size = [], 0
    if batch:
        yield make_task(batch, reading)


def make_task(documents: Iterable[Document], reading: str) -> Task:
    """A task whose shard is named after what is in it."""
    documents = tuple(documents)
    return Task(make_shard_id(reading, (make_mark(document).variant for document in documents)), documents)


def is_note(item: Document | Drop) -> bool:
    """Whether this only tells something of a document that is read all the same."""
    return isinstance(item, Drop) and item.stage == "note"


def lies_under(where: str, paths: Iterable[Path]) -> bool:
    """Whether a drop's `where` is one of these files and folders, or a row or a file in one of them."""
    return any(where == str(path) or where.startswith(tuple(f"{path}{end}" for end in "/:,# ")) for path in paths)


def _sight(mark: Mark, seen: list[Mark]) -> bool:
    """Notes that this telling was seen, at the place that sorts first. True when it was seen in this run before."""
    for index, before in enumerate(seen):
        if before.variant == mark.variant:
            seen[index] = min(before, mark, key=lambda one: one.found_at)
            return True
    seen.append(mark)
    return False
