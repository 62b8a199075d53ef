"""One export, start to end: the exporter by its name, a file that is swapped in when it is whole, the sidecar."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tidings.errors import TidingsError
from tidings.exporters.sidecar import SidecarFile, sidecar_path
from tidings.plugins import Exporter, load_plugin

if TYPE_CHECKING:
    import duckdb

SPEAKING = "SELECT id FROM picture.claims WHERE is_speaking ORDER BY id"
COVERAGE = """
SELECT
    documents, speaking_documents, undated_documents, claims, events, first_published, last_published,
    (SELECT count(DISTINCT publisher) FROM picture.documents) AS publishers
FROM picture.about
"""
ABOUT = "SELECT tidings, picture, rules, settings, schema FROM picture.about"


EARLIER = "earlier-export"


class Exported(msgspec.Struct, frozen=True):
    """What was written: the file or folder, its sidecar, and how many rows and things left out."""

    out: Path
    sidecar: Path
    rows: int
    left_out: int


def export(connection: duckdb.DuckDBPyConnection, name: str, out: Path) -> Exported:
    """Writes what a published copy holds under this name of an exporter; nothing is there until all of it is."""
    exporter: Exporter = load_plugin("exporter", name)()
    check_out(out, is_folder=exporter.is_folder)
    about = {"export": name, "file": out.name, "rule": exporter.rule, **_row(connection, ABOUT)}
    about["coverage"] = _row(connection, COVERAGE)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as scratch:
        made = Path(scratch, out.name)
        if exporter.is_folder:
            made.mkdir()
        with SidecarFile(sidecar_path(made, is_folder=exporter.is_folder), about) as sidecar:
            exporter.write(connection, made, sidecar)
            sidecar.finish(iter(()) if sidecar.tally["tables"] else _speaking(connection))
        told = sidecar_path(out, is_folder=exporter.is_folder)
        if exporter.is_folder and out.exists():
            # away with it only when the new one stands: a rename can fail, and half of an export is none
            out.replace(Path(scratch, EARLIER))
        if not exporter.is_folder:
            sidecar.path.replace(told)
        made.replace(out)
    return Exported(out, told, sidecar.tally["rows"], sidecar.tally["left_out"])


def check_out(out: Path, *, is_folder: bool) -> None:
    """Nothing, or an error about where the export was to go, before any work is done."""
    if not out.parent.is_dir():
        raise TidingsError(f"the folder {out.parent} for the export is not there; make it first")
    if is_folder and out.exists() and not (out.is_dir() and (is_earlier(out) or not any(out.iterdir()))):
        raise TidingsError(f"{out} is there already and is no earlier export; name a new folder, or move it away")
    if not is_folder and out.is_dir():
        raise TidingsError(f"{out} is a folder, and this export is one file; name a file")


def is_earlier(out: Path) -> bool:
    """Whether a folder was written by an export, and so may be written anew."""
    return sidecar_path(out, is_folder=True).is_file()


def _row(connection: duckdb.DuckDBPyConnection, sql: str) -> dict[str, Any]:
    answer = connection.execute(sql)
    names = [column[0] for column in answer.description or ()]
    return dict(zip(names, answer.fetchone() or (), strict=True))


def _speaking(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    answer = connection.execute(SPEAKING)
    while some := answer.fetchmany(10_000):
        yield from (str(row[0]) for row in some)
