"""Another file's rows, laid beside our events by the named SQL steps."""

from __future__ import annotations

import csv
import tempfile
import tomllib
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from tidings.errors import TidingsError
from tidings.situations.compared.sheets import read_sheet

if TYPE_CHECKING:
    import duckdb  # named in signatures alone: --help loads nothing heavy

ROOM = files("tidings.situations.compared")
FORMATS = ("acled", "ucdp")
COLUMNS = (
    *("found", "first", "place", "their_kind", "acts", "theirs_low", "theirs_best", "theirs_high"),
    *("ours_low", "ours_best", "ours_high", "their_id"),
)
READ = "read_csv(?, all_varchar = true, header = true, sample_size = -1, null_padding = true)"


def load_theirs(connection: duckdb.DuckDBPyConnection, format_: str, path: Path) -> list[int]:
    """The temporary table `theirs`, from a file of CSV or Excel; gives the lines of rows whose day cannot be read.

    A file that is no such table is a TidingsError which names the columns that it lacks.
    """
    if path.suffix.lower() != ".xlsx":
        return _load_csv(connection, format_, path, path)
    with tempfile.TemporaryDirectory(prefix="tidings-") as scratch:
        sheet = Path(scratch, "sheet.csv")
        with sheet.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(read_sheet(path))
        return _load_csv(connection, format_, sheet, path)


def _load_csv(connection: duckdb.DuckDBPyConnection, format_: str, path: Path, named: Path) -> list[int]:
    columns = _read_header(connection, path)
    needed = tomllib.loads(_text("formats.toml"))[format_]["needed"]
    missing = [column for column in needed if column not in columns]
    if missing:
        raise TidingsError(
            f"{named} is no table of {format_}: it lacks the columns {', '.join(missing)}; "
            f"save it as CSV with its header line, and name its format with --from {'|'.join(FORMATS)}"
        )
    kept = ", ".join(f'trim("{columns[column]}") AS "{column}"' for column in needed)
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE their_rows AS SELECT row_number() OVER () + 1 AS line, {kept} FROM {READ}",
        [str(path)],
    )
    connection.execute(_text(f"{format_}.sql"))
    connection.execute("SET VARIABLE their_format = ?", [format_])
    lost = connection.execute("SELECT line FROM theirs WHERE first IS NULL OR last IS NULL ORDER BY line").fetchall()
    return [int(line) for (line,) in lost]


def make_codes(connection: duckdb.DuckDBPyConnection, find_code: Callable[[str], str | None]) -> list[str]:
    """The temporary table `their_countries`, each name with our code; gives the names that nobody knows.

    `find_code` gives the code of a country's name or code, as the gazetteer has it.
    """
    written: dict[str, str] = tomllib.loads(_text("formats.toml"))["countries"]
    names = [
        str(name)
        for (name,) in connection.execute(
            "SELECT DISTINCT country FROM theirs WHERE country <> '' ORDER BY country"
        ).fetchall()
    ]
    bare = [name.split(" (")[0] for name in names]  # "DR Congo (Zaire)"
    codes = [find_code(written.get(name, name)) for name in bare]
    connection.execute("CREATE OR REPLACE TEMP TABLE their_countries (name VARCHAR, code VARCHAR)")
    connection.execute("INSERT INTO their_countries SELECT unnest(?), unnest(?)", [names, codes])
    return [name for name, code in zip(names, codes, strict=True) if code is None]


def compare(connection: duckdb.DuckDBPyConnection) -> None:
    """The temporary table `answer`: what they alone have, what we alone have, where figures differ, and what agrees.

    After `load_theirs` and `make_codes`. Reads `events`, `event_claims`, `figures`, `figure_claims`, `places`.
    """
    rows = list(csv.DictReader(_text("kinds.csv").splitlines()))
    connection.execute("CREATE OR REPLACE TEMP TABLE compared_kinds (format VARCHAR, kind VARCHAR, act VARCHAR)")
    connection.execute(
        "INSERT INTO compared_kinds SELECT unnest(?), unnest(?), unnest(?)",
        [[row[name] for row in rows] for name in ("format", "kind", "act")],
    )
    connection.execute(_text("compare.sql"))


def _read_header(connection: duckdb.DuckDBPyConnection, path: Path) -> dict[str, str]:
    """The file's columns, by name in small letters."""
    import duckdb  # noqa: PLC0415  # only for its errors

    try:
        names: Sequence[str] = connection.sql(f"SELECT * FROM {READ} LIMIT 0", params=[str(path)]).columns
    except duckdb.Error as error:
        why = str(error).split("\n")[0]
        raise TidingsError(f"{path} cannot be read as CSV ({why}); save it as CSV with its header line") from error
    return {name.strip().lower().lstrip("\ufeff"): name for name in names}


def _text(name: str) -> str:
    return ROOM.joinpath(name).read_text(encoding="utf-8")
