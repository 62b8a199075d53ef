"""A store of literal rows: the tables that the store has, filled with the few claims of one test."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import duckdb
import msgspec

from tidings.records import Claim, Count, Document, Drop, Sentence, make_id
from tidings.store.opening import migrations


def report(own_id: str, published: str | None = "1999-05-10", text: str = "", **fields: Any) -> Document:
    """A report by its own id; the publisher is the part of the id before the dash."""
    return Document(
        id=f"doc-{own_id}",
        work=f"wrk-{own_id}",
        own_id=own_id,
        text=text or f"Text of {own_id}.",
        published=date.fromisoformat(published) if published else None,
        **{"publisher": own_id.split("-", maxsplit=1)[0], "title": f"Title of {own_id}", **fields},
    )


def claim(own_id: str, act: str, day: str | None = None, *, at: int = 0, **fields: Any) -> Claim:
    """A claim of the report `own_id`, on one day or without any; `at` is where its evidence starts."""
    on = date.fromisoformat(day) if day else None
    given: dict[str, Any] = {
        "first": on,
        "last": on,
        "precision": "day" if on else None,
        "start": at,
        "end": at + 4,
        "sentence_id": "snt-0",
    }
    given.update(
        {name: (value,) if isinstance(value, str) and name in LISTS else value for name, value in fields.items()}
    )
    document_id = f"doc-{own_id}"
    return Claim(
        id=make_id("clm", document_id, act, at, repr(sorted(fields.items()))),
        document_id=document_id,
        act=act,
        **given,
    )


LISTS = ("actor", "target", "place", "destination", "said_by", "made_by")


def figure(what: str, low: float | None, high: float | None, of: str | None = None, **fields: Any) -> Count:
    return Count(what=what, low=low, high=high, of=of, **{"text": "", **fields})


def fill(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    drops: Iterable[Drop] = (),
    sentences: Iterable[Sentence] = (),
) -> duckdb.DuckDBPyConnection:
    """A store in memory that holds these records."""
    connection = duckdb.connect()
    for sql in migrations().values():
        connection.execute(sql)
    put(connection, documents, claims, drops, sentences)
    return connection


def put(
    connection: duckdb.DuckDBPyConnection,
    documents: Iterable[Document],
    claims: Iterable[Claim],
    drops: Iterable[Drop] = (),
    sentences: Iterable[Sentence] = (),
) -> None:
    """Puts the records into the tables of a store."""
    for table, records in (("documents", documents), ("claims", claims), ("drops", drops), ("sentences", sentences)):
        for record in records:
            insert(connection, table, row_of(record))


def row_of(record: Document | Claim | Drop | Sentence) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(record, builtin_types=(date,))
    if isinstance(record, Claim):
        row["said_by"] = [[link] if isinstance(link, str) else link for link in row["said_by"]]
    if isinstance(record, Drop | Sentence):
        row["id"] = record.id
    return row


def insert(connection: duckdb.DuckDBPyConnection, table: str, row: dict[str, Any]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))
