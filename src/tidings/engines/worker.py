"""One task, wherever it runs: read each document, keep those that fail with the reason, write the shard."""

from __future__ import annotations

from pathlib import Path

from tidings.engines.marks import make_mark
from tidings.engines.shards import Shard, write_shard
from tidings.errors import DocumentError, TidingsError
from tidings.plugins import ReadingHalf, Task
from tidings.records import Document, DocumentReading, Drop


def carry_out(task: Task, half: ReadingHalf, folder: Path) -> str:
    """Reads the task's documents and writes their shard; gives its id."""
    readings = [read_safely(document, half) for document in task.documents]
    return write_readings(task, readings, half.fingerprint, folder)


def write_readings(task: Task, readings: list[DocumentReading], reading: str, folder: Path) -> str:
    """Writes the shard of this task; gives its id."""
    marks = [make_mark(document) for document in task.documents]
    return write_shard(folder, Shard(id=task.shard, reading=reading, marks=marks, readings=readings)).shard


def read_safely(document: Document, half: ReadingHalf) -> DocumentReading:
    """The reading of one document; one that cannot be read is kept with a Drop that says why."""
    try:
        return half.read_document(document)
    except DocumentError as error:
        return keep_unread(document, error.reason, error.stage)
    except TidingsError:
        raise  # a missing model or bad settings concern every document: the run stops
    except Exception as error:  # noqa: BLE001  # one report must not stop ten thousand; the Drop says what happened
        return keep_unread(document, f"reading failed with {type(error).__name__}: {error}")


def keep_unread(document: Document, reason: str, stage: str = "reading") -> DocumentReading:
    """The document itself and the reason why there is nothing else."""
    where = document.raw_path or document.own_id
    return DocumentReading(document=document, drops=(Drop(stage=stage, what=document.id, reason=reason, where=where),))
