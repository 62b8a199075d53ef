"""What the command line lists: the SQL that finds the rows, and the shape that docs/claims.md gives each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import msgspec

from tidings.errors import TidingsError
from tidings.store.opening import Store, told

Row = dict[str, Any]
Parameters = Sequence[object] | Mapping[str, object]

DOCUMENT_COLUMNS = ("doc", "publisher", "published", "kind", "language", "title", "dropped_because")
CLAIM_COLUMNS = ("doc", "act", "actor", "target", "place", "first", "last", "said_by", "stance", "certainty", "quote")
NAMED = ("actor", "target", "place", "destination")


class Listing(msgspec.Struct, frozen=True):
    """Rows to be shown: the SQL, what each row looks like, and the columns that a table on a terminal has room for."""

    sql: str
    shape: Callable[[Row], Row]
    columns: Sequence[str]
    parameters: Parameters = ()

    def rows(self, store: Store) -> Iterator[Row]:
        """Each row in its shape."""
        return map(self.shape, store.rows(self.sql, self.parameters))

    def write_parquet(self, store: Store, out: Path) -> None:
        """The rows in a Parquet file, in the store's own types."""
        with told(out):
            store.connection.execute(
                f"COPY ({self.sql}) TO '{_quoted(out)}' (FORMAT parquet)", _as_given(self.parameters)
            )


def list_documents() -> Listing:
    """Every document, and all that made none, with the reason."""
    return Listing('SELECT * FROM listed_documents ORDER BY doc, version, "where", id', plain, DOCUMENT_COLUMNS)


def list_drops() -> Listing:
    """Everything that was left out: stage, what, reason, where."""
    return Listing(
        'SELECT * FROM drops ORDER BY stage, "where", what, reason', plain, ("stage", "what", "reason", "where")
    )


def list_claims(
    *, where: str | None = None, every_version: bool = False, explain: bool = False, as_read: bool = False
) -> Listing:
    """Claims in the order of their documents, of the versions that speak unless `every_version`.

    `where` is a condition in SQL over the columns of `listed_claims`; check it with `check_where` first. They are as
    corrected, unless `as_read`; rejected ones stand among them.
    """
    conditions = [] if every_version else ["document_id IN (SELECT id FROM speaking_documents)"]
    conditions += [f"(\n{where}\n)"] if where else []
    columns = "*" if explain else "* EXCLUDE (made_by)"
    view = "read_claims" if as_read else "listed_claims"
    sql = f"SELECT {columns} FROM {view} WHERE {' AND '.join(conditions) or 'true'}"
    return Listing(f'{sql} ORDER BY doc, document_id, start, "end", id', plain_claim, CLAIM_COLUMNS)


def check_where(store: Store, listing: Listing) -> None:
    """Nothing, or an error that says what is wrong with the SQL that a person wrote."""
    columns = [row["column_name"] for row in store.rows("DESCRIBE listed_claims")]
    try:
        statements = duckdb.extract_statements(listing.sql)
        if len(statements) != 1:
            raise TidingsError("--where takes one condition, such as: act = 'harm.kill' AND stance = 'asserts'")
        store.connection.execute(f"SELECT count(*) FROM ({listing.sql})")  # some errors show only row by row
    except (duckdb.ProgrammingError, duckdb.DataError, duckdb.NotSupportedError) as error:
        why = str(error).split("\n")[0]
        raise TidingsError(f"--where is not understood: {why}; columns are: {', '.join(columns)}") from error


def plain_claim(row: Row) -> Row:
    """A claim as docs/claims.md writes it: one name as itself, none as null, several as a list; whole figures whole."""
    shaped = plain(row)
    shaped |= {field: _bare(row[field]) or None for field in NAMED}
    shaped["said_by"] = [_bare(link) for link in row["said_by"]]
    shaped["counts"] = [{key: _whole(value) for key, value in count.items()} for count in row["counts"]]
    return shaped


def plain(row: Mapping[str, Any]) -> Row:
    """The row with its days as ISO text."""
    return {key: value.isoformat() if isinstance(value, (date, datetime)) else value for key, value in row.items()}


def plain_numbers(row: Mapping[str, Any]) -> Row:
    """The row with its days as ISO text, and whole numbers whole."""
    return {key: _whole(value) for key, value in plain(row).items()}


def _as_given(parameters: Parameters) -> list[object] | dict[str, object]:
    return dict(parameters) if isinstance(parameters, Mapping) else list(parameters)


def _bare(names: list[str]) -> str | list[str]:
    return names[0] if len(names) == 1 else names


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
