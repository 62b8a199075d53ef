"""Light stand-ins: a reading half without a model, readers of one plain format, and settings that name them."""

from __future__ import annotations

import json
import os
import re
import signal
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tidings.errors import DocumentError, MissingResource
from tidings.records import Claim, Count, Document, DocumentReading, Drop, Sentence, make_id
from tidings.settings import Settings
from tidings.store import Store, open_store

if TYPE_CHECKING:
    import pytest  # slow to import, and every worker imports this file

READING = "tests.stand_ins:PlainReading"


class PlainReading:
    """One sentence a full stop, one claim a sentence; words in capitals make trouble."""

    fingerprint = "plain-1"

    def read_document(self, document: Document) -> DocumentReading:
        if "FAILS" in document.text:
            raise ValueError("this one cannot be read")
        if "REFUSES" in document.text:
            raise DocumentError("language", "no such tongue", document.own_id)
        if "NOMODEL" in document.text:
            raise MissingResource("no model; run: pip install it")
        if "KILLS" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if document.text.startswith("ONCE "):
            flag = Path(document.text.split()[1])
            if not flag.exists():
                flag.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.02 * document.text.count("SLOW"))
        if "FOREIGN" in document.text:
            reason = "written in fr: only English is read"
            return DocumentReading(
                document=document,
                drops=(Drop(stage="language", what=document.id, reason=reason, where=document.own_id),),
            )
        sentences = [
            Sentence(document_id=document.id, index=index, paragraph=0, start=found.start(), end=found.end())
            for index, found in enumerate(re.finditer(r"[^.]+\.", document.text))
        ]
        claims = [make_claim(document, sentence) for sentence in sentences]
        return DocumentReading(document=document, sentences=tuple(sentences), claims=tuple(claims))


class OtherReading(PlainReading):
    """The same under another fingerprint, as after a change of model."""

    fingerprint = "plain-2"


class RenamingReading(PlainReading):
    """As after a change of rules that gives every claim another id and other places."""

    fingerprint = "plain-3"

    def read_document(self, document: Document) -> DocumentReading:
        reading = super().read_document(document)
        renamed = [
            msgspec.structs.replace(claim, id=make_id("clm", claim.id, "again"), place=claim.place[:1])
            for claim in reading.claims
        ]
        return msgspec.structs.replace(reading, claims=tuple(renamed))


class BrokenReading:
    """A reading half that cannot even be made."""

    def __init__(self) -> None:
        raise MissingResource("no model; run: pip install it")


def make_claim(document: Document, sentence: Sentence) -> Claim:
    """A claim with something in every kind of field."""
    words = document.text[sentence.start : sentence.end].rstrip(".").split()
    many = len(words) > 3
    return Claim(
        id=make_id("clm", document.id, sentence.start),
        document_id=document.id,
        sentence_id=sentence.id,
        act="harm.kill",
        actor=tuple(words[:1]),
        place=tuple(words[1:3]),
        first=document.published,
        counts=(Count(what="killed", low=len(words), high=None, text=str(len(words))),),
        said_by=("Plain Agency", ("one", "two")) if many else (),
        start=sentence.start,
        end=sentence.end,
        made_by=("acts/plain", "rule/plain"),
    )


def make_document(own_id: str, text: str, *, published: str | None = "1994-04-06", **fields: object) -> Document:
    """A report of the Plain Paper."""
    publisher = fields.pop("publisher", "Plain Paper")
    work = make_id("wrk", publisher, own_id)
    return Document(
        id=make_id("doc", publisher, own_id, text),
        work=work,
        own_id=own_id,
        publisher=publisher,  # type: ignore[arg-type]
        text=text,
        published=date.fromisoformat(published) if published else None,
        published_basis="metadata" if published else None,
        **fields,  # type: ignore[arg-type]
    )


def read_plain(paths: Sequence[Path]) -> Iterator[Document | Drop]:
    """Rows of JSON: id, text, and perhaps published; a row without a text is a Drop."""
    for path in paths:
        files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
        for file in files:
            if not file.exists():
                yield Drop(stage="read", what=file.name, reason="there is no such file", where=str(file))
                continue
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                row = json.loads(line)
                if not row.get("text"):
                    where = f"{file}, line {number}"
                    yield Drop(stage="read", what=row["id"], reason="there is no text", where=where)
                    continue
                yield make_document(
                    row["id"], row["text"], published=row.get("published", "1994-04-06"), raw_path=str(file)
                )


def use_plain_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the readers of one plain format, which know no publishers, in the place of the real ones."""
    monkeypatch.setattr("tidings.pipeline.read_documents", lambda paths, settings: read_plain(paths))
    monkeypatch.setattr("tidings.pipeline.load_publisher_rows", lambda paths, named: [])


def write_rows(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    """The rows as a .jsonl file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(dict(row)) + "\n" for row in rows), encoding="utf-8")
    return path


def some_rows(number: int, *, start: int = 0) -> list[dict[str, str]]:
    """Reports about nothing, each with two sentences."""
    return [
        {"id": f"r{at:05d}", "text": f"Ruritania shelled Strelsau {at} times today. Nobody fled {at}."}
        for at in range(start, start + number)
    ]


def plain_settings(folder: Path, **changed: object) -> Settings:
    """Settings for a store in this folder, read by the stand-in in small shards."""
    values: dict[str, object] = {"store": folder / "s.duckdb", "reading": READING, "shard_characters": 200}
    return Settings(**(values | changed))  # type: ignore[arg-type]


def dump(settings: Settings) -> dict[str, list[tuple[object, ...]]]:
    """All that a store says, in one order whatever way it came in: all but what names shards, and old ids of events."""
    with open_store(settings.store, settings, read_only=True) as store:
        return dump_store(store)


def dump_store(store: Store) -> dict[str, list[tuple[object, ...]]]:
    tables = [row["table_name"] for row in store.rows("SELECT table_name FROM duckdb_tables() ORDER BY table_name")]
    return {
        table: [tuple(row.values()) for row in store.rows(f"SELECT * FROM {table} ORDER BY ALL")]
        for table in tables
        if table not in ("loaded", "event_aliases")
    }
