"""tidings as a library: a store opened to be read, whose tables come as Arrow."""

from __future__ import annotations

import logging
import struct
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import msgspec

from tidings.errors import MissingResource, TidingsError
from tidings.exporters import Exported, export
from tidings.publishing import open_fresh
from tidings.settings import Settings
from tidings.situations.control import MAP_SQL, know_by
from tidings.store import Store
from tidings.store.explaining import explain

if TYPE_CHECKING:
    import pyarrow as pa

log = logging.getLogger("tidings")
Parameters = Sequence[object] | Mapping[str, object]
TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'picture' ORDER BY table_name"
MAPPED = """
SELECT events.* EXCLUDE (place), places.* EXCLUDE (event_id, precision), places.precision AS place_precision
FROM picture.events AS events JOIN picture.event_places AS places ON places.event_id = events.id
"""
GEOMETRY = {"ARROW:extension:name": "geoarrow.wkb", "ARROW:extension:metadata": '{"crs": "EPSG:4326"}'}


def open_library(path: str | Path, settings: Settings | None = None) -> OpenStore:
    """The picture in this store; while another process writes to it, what was published last."""
    asked = msgspec.structs.replace(settings or Settings(), store=Path(path))
    return OpenStore(open_fresh(asked, log.warning))


class OpenStore:
    """A picture that stays as it is for as long as it is open. A context manager.

    Every method gives an Arrow table of the columns that docs/published.md tells, or of those named in `columns`.
    `where` is a condition in SQL over these columns, with `?` for each of `parameters`.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> OpenStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets the picture go."""
        self._store.close()

    @property
    def about(self) -> dict[str, Any]:
        """Which picture it is, by which rules and version it was made, and what it covers."""
        return next(self._store.rows("FROM picture.about"))

    @property
    def tables(self) -> list[str]:
        """The names that `table` takes."""
        return [row["table_name"] for row in self._store.rows(TABLES)]

    def claims(
        self,
        where: str | None = None,
        parameters: Parameters = (),
        *,
        columns: Sequence[str] = ("*",),
        every_version: bool = False,
    ) -> pa.Table:
        """Claims, of the versions that speak unless `every_version`."""
        speaking = "true" if every_version else "is_speaking"
        return self._select("claims", where, parameters, columns, speaking)

    def events(
        self, where: str | None = None, parameters: Parameters = (), *, columns: Sequence[str] = ("*",)
    ) -> pa.Table:
        """Events, of every standing: see `standing` before counting them."""
        return self._select("events", where, parameters, columns)

    def event_places(self, where: str | None = None, parameters: Parameters = ()) -> pa.Table:
        """Events once a place that they name, with a `geometry` that GeoPandas takes, null where no map shows it.

        A wide place is a point too: see `place_precision` (1 exact, 3 a district, 4 a province, 6 a country).
        """
        table = self.sql(f"SELECT * FROM ({MAPPED}) {_where(where)} ORDER BY id, number", parameters)
        return _with_geometry(table)

    def figures(self, where: str | None = None, parameters: Parameters = (), *, rule: str = "tidings") -> pa.Table:
        """Figures by one house rule."""
        conditions = f"rule = '{rule.replace(chr(39), chr(39) * 2)}'"
        return self._select("figures", where, parameters, ("*",), conditions)

    def control(self, as_of: date | None = None, known_on: date | None = None, *, level: str | None = None) -> pa.Table:
        """Who holds what on a day, by what was known on a day; by the last word and all that was read without them."""
        know_by(self._store.connection, known_on)
        return self.sql(MAP_SQL, {"as_of": as_of, "level": level})

    def documents(
        self, where: str | None = None, parameters: Parameters = (), *, columns: Sequence[str] = ("*",)
    ) -> pa.Table:
        """Reports in every version, with their text."""
        return self._select("documents", where, parameters, columns)

    def table(self, name: str, where: str | None = None, parameters: Parameters = ()) -> pa.Table:
        """Any table of the picture by its name."""
        if name not in self.tables:
            raise TidingsError(f"the picture has no table {name!r}; it has {', '.join(self.tables)}")
        return self._select(name, where, parameters, ("*",))

    def sql(self, query: str, parameters: Parameters = ()) -> pa.Table:
        """The answer to any query over the tables of the schema `picture`; nothing can be changed by it."""
        _check_arrow()
        given = dict(parameters) if isinstance(parameters, Mapping) else list(parameters)
        try:
            answer = self._store.connection.sql(query, params=given)
            table = None if answer is None else answer.to_arrow_table()  # a query can fail in its rows too
        except (duckdb.ProgrammingError, duckdb.DataError, duckdb.NotSupportedError) as error:
            raise TidingsError(f"the query is not understood: {str(error).splitlines()[0]}") from error
        if table is None:
            raise TidingsError("the query answers nothing; ask with SELECT")
        return table

    def explain(self, name: str) -> str:
        """Why an event, a claim or a report is as it is, and what would undo it."""
        return "\n".join(explain(self._store, name))

    def export(self, name: str, out: str | Path) -> Exported:
        """Writes the picture in a schema of others, as `tidings export` does."""
        return export(self._store.connection, name, Path(out))

    def _select(
        self, table: str, where: str | None, parameters: Parameters, columns: Sequence[str], also: str = "true"
    ) -> pa.Table:
        names = ", ".join(name if name == "*" else f'"{name}"' for name in columns)
        return self.sql(f"SELECT {names} FROM (SELECT * FROM picture.{table} WHERE {also}) {_where(where)}", parameters)


def _where(condition: str | None) -> str:
    return f"WHERE (\n{condition}\n)" if condition else ""


def _check_arrow() -> None:
    try:
        import pyarrow  # noqa: F401, PLC0415  # an extra
    except ImportError as error:
        raise MissingResource("Arrow tables need the package pyarrow; run: pip install tidings[arrow]") from error


def _with_geometry(table: pa.Table) -> pa.Table:
    """The table with its points as well-known binary, in a column that says so (GeoArrow)."""
    import pyarrow as pa  # noqa: PLC0415  # an extra, checked before

    pairs = zip(table["lon"].to_pylist(), table["lat"].to_pylist(), strict=True)
    points = [None if lon is None or lat is None else struct.pack("<BIdd", 1, 1, lon, lat) for lon, lat in pairs]
    field = pa.field("geometry", pa.binary(), metadata=GEOMETRY)
    return table.append_column(field, pa.array(points, pa.binary()))
