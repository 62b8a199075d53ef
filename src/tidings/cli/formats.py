"""Listings as a table, JSON lines, CSV or Parquet, on the screen or in a file."""

from __future__ import annotations

import csv
import io
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from tidings.store import Listing, Store

Row = dict[str, Any]


def show(listing: Listing, store: Store, format_: str | None, out: Path | None) -> None:
    """Writes a listing in the format asked for; without one, a table on a terminal and JSON lines elsewhere."""
    if _choose(format_, out) == "parquet" and out is not None:
        listing.write_parquet(store, _checked(out))
        return
    show_rows(listing.rows(store), listing.columns, format_, out)


def show_rows(rows: Iterable[Row], columns: Sequence[str], format_: str | None, out: Path | None) -> None:
    """Writes rows that come from no store in the format asked for."""
    chosen = _choose(format_, out)
    if chosen == "parquet" and out is not None:
        _write_parquet(rows, _checked(out))
        return
    if chosen == "table" and out is None and sys.stdout.isatty():
        _show_table(rows, columns)
        return
    lines = table_lines(rows, columns) if chosen == "table" else write_lines(rows, chosen)
    if out is None:
        _echo_all(lines)
    else:
        with _checked(out).open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)


def _choose(format_: str | None, out: Path | None) -> str:
    chosen = format_ or ("table" if out is None and sys.stdout.isatty() else "jsonl")
    if chosen == "parquet" and out is None:
        raise click.UsageError("Parquet is no text for a screen; name a file with --out FILE")
    return chosen


def _write_parquet(rows: Iterable[Row], out: Path) -> None:
    import duckdb  # noqa: PLC0415  # only for this format

    with tempfile.TemporaryDirectory(prefix="tidings-") as scratch:
        lines = Path(scratch, "rows.ndjson")
        lines.write_text("".join(write_lines(rows, "jsonl")), encoding="utf-8")
        with duckdb.connect() as connection:
            connection.execute("CREATE TABLE found AS SELECT * FROM read_json(?)", [str(lines)])
            connection.table("found").write_parquet(str(out))


def write_lines(rows: Iterable[Row], format_: str) -> Iterator[str]:
    """The rows as text, line by line, each with its ending."""
    if format_ == "jsonl":
        encode = msgspec.json.Encoder().encode
        yield from (encode(row).decode() + "\n" for row in rows)
        return
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    for number, row in enumerate(rows):
        if number == 0:
            writer.writerow(row)
        writer.writerow([as_cell(value) for value in row.values()])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def as_cell(value: object) -> str:
    """A value as one cell: several names with `; ` between them, figures and chains in it as JSON."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list() if all(isinstance(part, str) for part in value):
            return "; ".join(value)
        case list() | dict():
            return msgspec.json.encode(value).decode()
        case _:
            return str(value)


def table_lines(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    """The table as plain text, as wide as it needs to be."""
    cells = [[" ".join(as_cell(row[column]).split()) for column in columns] for row in rows]
    widths = [max([len(name), *(len(line[at]) for line in cells)]) for at, name in enumerate(columns)]
    for line in [list(columns), *cells]:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n"


def _show_table(rows: Iterable[Row], columns: Sequence[str]) -> None:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415  # only for a screen
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold" if column == "doc" else "ellipsis", no_wrap=column == "doc")
    for row in rows:
        table.add_row(*(Text(" ".join(as_cell(row[column]).split())) for column in columns))
    Console().print(table)


def _echo_all(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, nl=False)


def _checked(out: Path) -> Path:
    if not out.parent.is_dir():
        raise click.UsageError(f"the folder {out.parent} for --out is not there; make it first")
    return out
