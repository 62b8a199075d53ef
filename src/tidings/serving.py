"""Serving: the published copy and the tables, handed to the room that answers; news taken in while it runs."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any

import duckdb

from tidings.actors import ActorTable, load_actors
from tidings.deciding import decide_correction, decide_event, decide_rejection
from tidings.errors import MissingResource, StoreError, TidingsError
from tidings.gazetteers import Gazetteer, load_gazetteer, look_up
from tidings.given import find_side
from tidings.hand import FIELDS, parse_assignment
from tidings.publishing import open_fresh
from tidings.settings import Settings
from tidings.situations.control import MAP_SQL, SPANS_SQL, count_silent, know_by
from tidings.store import Store, open_published, read_current, told
from tidings.store.opening import store_options
from tidings.store.publishing import quoted
from tidings.web.loopback import is_loopback

Row = dict[str, Any]
Silent = Mapping[str, tuple[int, int]]
Parameters = Sequence[object] | Mapping[str, object]
POLL_SECONDS = 1.0
TRIES = 5
BACKLOG = 256  # who asks before the server is quite awake waits


class OpenCopy:
    """A published copy, opened, with what is asked often laid down in memory beside it. Closed when nobody holds it."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection, table: ActorTable) -> None:
        self._path, self._connection = path, connection
        self.copy = path.stem
        self._side = lru_cache(maxsize=65536)(
            lambda origin, on: side[1] if (side := find_side(origin, table, on)) else None
        )
        prepare = resources.files("tidings.web").joinpath("sql", "prepare.sql")
        with told(self._path):
            self._connection.execute(prepare.read_text(encoding="utf-8"))

    @classmethod
    def of_store(cls, settings: Settings, table: ActorTable) -> OpenCopy:
        """The current copy of a store."""
        return cls(*_attach(settings), table)

    @classmethod
    def of_file(cls, path: Path, settings: Settings, table: ActorTable) -> OpenCopy:
        """The copy in this file, which somebody else holds open."""
        return cls(path, _attach_file(path, settings), table)

    def _one(self) -> Store:
        """A connection of its own for one question: what it lays down is seen by nobody else."""
        connection = self._connection.cursor()
        connection.execute("USE copy")
        return Store(self._path, connection)

    def rows(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        with self._one() as store:
            yield from store.rows(sql, parameters)

    def control(self, as_of: date | None, known_on: date | None, level: str | None) -> tuple[list[Row], Silent]:
        with self._one() as store:
            know_by(store.connection, known_on)
            rows = list(store.rows(MAP_SQL, {"as_of": as_of, "level": level}))
            return rows, count_silent(store.connection)

    def spans(self, known_on: date | None) -> tuple[list[Row], Silent]:
        with self._one() as store:
            know_by(store.connection, known_on)
            return list(store.rows(SPANS_SQL)), count_silent(store.connection)

    def side(self, origin: str, on: date | None) -> str | None:
        return self._side(origin, on)


class Lookups:
    """Places, actors and outlines, from the package's tables and a person's own."""

    def __init__(self, gazetteer: Gazetteer, table: ActorTable) -> None:
        self._gazetteer = gazetteer
        self._table = table
        self.credits = [source.attribution for source in gazetteer.sources]

    def find_places(self, name: str) -> list[Row]:
        found = look_up(name, self._gazetteer)
        return [
            {
                **{
                    key: getattr(one.place, key)
                    for key in ("id", "name", "kind", "adm1", "country", "pcode", "lat", "lon")
                },
                "score": one.score,
                "reasons": [reason for reason, _ in one.reasons],
                "chosen": one is found.chosen,
            }
            for one in found.candidates
        ]

    def find_actors(self, name: str, on: date | None) -> list[Row]:
        return [
            {
                **{key: getattr(one.actor, key) for key in ("id", "name", "kind")},
                "countries": list(one.actor.countries),
                "of": [str(tie) for tie in one.actor.ties(on)],
                "score": one.score,
                "reasons": list(one.reasons),
            }
            for one in self._table.find(name, on=on)
        ]

    def outlines(self, countries: Sequence[str]) -> Iterator[tuple[str, str, str, bool, Mapping[str, Any]]]:
        """All countries, and the provinces and districts of these."""
        for name, shapes in self._gazetteer.outlines.items():
            kind, _, code = name.partition(" ")
            if code and code not in countries:
                continue
            for i, key in enumerate(shapes.keys()):
                place = self._gazetteer.by_id(key)
                if place is not None and (kind == "country" or place.country in countries):
                    yield key, kind, place.name, shapes.approximate, shapes.geojson(i)


class Copies:
    """The current copy; a newer one takes its place once it is opened and prepared, and never before."""

    def __init__(self, settings: Settings, tell: Callable[[str], None]) -> None:
        self._settings = settings
        self._table = load_actors() if settings.actors is None else load_actors(settings.actors)
        self._tell = tell
        self._lock = threading.Lock()
        self._current = self._open_first(settings, tell)
        self._stopped = threading.Event()

    def _open_first(self, settings: Settings, tell: Callable[[str], None]) -> OpenCopy:
        open_fresh(settings, tell).close()
        return OpenCopy.of_store(settings, self._table)

    @property
    def table(self) -> ActorTable:
        return self._table

    def __call__(self) -> OpenCopy:
        return self._current

    def renew(self) -> None:
        """Takes in what was published since, if anything was."""
        with self._lock:
            named = read_current(self._settings.store)
            if named is None or Path(named.file).stem == self._current.copy:
                return
            fresh = OpenCopy.of_store(self._settings, self._table)
            self._current = fresh

    def watch(self) -> None:
        """Looks for news once a second, until `stop`."""
        while not self._stopped.wait(POLL_SECONDS):
            try:
                self.renew()
            except TidingsError as error:
                self._tell(f"what was published last cannot be opened, and the copy before is still shown: {error}")

    def stop(self) -> None:
        self._stopped.set()


def _attach(settings: Settings) -> tuple[Path, duckdb.DuckDBPyConnection]:
    """The current copy's file, to be read, and room in memory beside it, in one connection."""
    for _ in range(TRIES):
        with open_published(settings.store, settings) as store:
            path = store.path
        try:
            return path, _attach_file(path, settings)
        except StoreError:
            if path.exists():
                raise  # else it was replaced between being named and being opened
    raise StoreError(
        f"{settings.store} is published faster than it can be opened; stop what writes to it, and try again"
    )


def _attach_file(path: Path, settings: Settings) -> duckdb.DuckDBPyConnection:
    # many ask at once: each question is one thread, and none waits for another
    connection = duckdb.connect(":memory:", config={**store_options(settings), "threads": "1"})
    try:
        with told(path):
            connection.execute(f"ATTACH '{quoted(path)}' AS copy (READ_ONLY)")
    except StoreError:
        connection.close()
        raise
    connection.execute("ATTACH ':memory:' AS quick")
    connection.execute("USE copy")
    return connection


def make_lookups(table: ActorTable) -> Lookups:
    """The tables that a name is looked up in."""
    return Lookups(load_gazetteer(), table)


class Person:
    """A person at this machine: what is decided from the page goes the same way as from the command line."""

    verbs: Sequence[str] = ("judge", "correct", "reject")
    fields: Sequence[str] = tuple(name for name in FIELDS if not name.endswith("_ids"))

    def __init__(self, settings: Settings, copies: Copies) -> None:
        self._settings = settings
        self._copies = copies
        self._lock = threading.Lock()

    def decide(self, verb: str, asked: Mapping[str, str]) -> str:
        """Enters one decision at a time, and shows it once it is published."""
        decide = {"judge": self._judge, "correct": self._correct, "reject": self._reject}[verb]
        with self._lock:
            said = decide(asked)
            open_fresh(self._settings).close()
        self._copies.renew()
        return said

    def _judge(self, asked: Mapping[str, str]) -> str:
        verdict, one, other, reason, author = _fields(asked, "verdict", "one", "other", "why", "by")
        if verdict not in ("same", "different"):
            raise ValueError(f"a verdict is same or different, not {verdict!r}")
        decision = decide_event(
            "same" if verdict == "same" else "different", (one, other), author, reason, self._settings
        )
        return f"{decision.id} holds; to take it back, run: tidings undo {decision.id}"

    def _correct(self, asked: Mapping[str, str]) -> str:
        claim, field, reason, author = _fields(asked, "claim", "field", "why", "by")
        values = dict([parse_assignment(f"{field}={asked.get('value', '')}")])
        made, _ = decide_correction(claim, values, author, reason, self._settings)
        return "; ".join(f"{one.id} holds; to take it back, run: tidings undo {one.id}" for one in made)

    def _reject(self, asked: Mapping[str, str]) -> str:
        claim, reason, author = _fields(asked, "claim", "why", "by")
        decision = decide_rejection(claim, author, reason, self._settings)
        return f"{decision.id} holds; to take it back, run: tidings undo {decision.id}"


def _fields(asked: Mapping[str, str], *names: str) -> list[str]:
    missing = [name for name in names if not asked.get(name, "").strip()]
    if missing:
        raise ValueError(f"these are missing: {', '.join(missing)}")
    return [asked[name].strip() for name in names]


def serve(settings: Settings, *, host: str, port: int, decides: bool, opens: bool, tell: Callable[[str], None]) -> None:
    """Serves until it is stopped."""
    try:
        import uvicorn  # noqa: PLC0415

        from tidings.web.app import make_app  # noqa: PLC0415
    except ImportError as error:
        raise MissingResource(
            f"the map needs {error.name}, which is not installed; run: pip install 'tidings[web]'"
        ) from error
    copies = Copies(settings, tell)
    lookups = make_lookups(copies.table)
    hand = Person(settings, copies) if decides else None
    app = make_app(copies, lookups, hand, loopback=is_loopback(host), version=version("tidings"))
    listener = listen(host, port)
    address = f"http://{host}:{listener.getsockname()[1]}/"
    threading.Thread(target=copies.watch, daemon=True).start()
    tell(f"the map of {settings.store} is at {address}; stop it with Ctrl-C")
    if opens:
        webbrowser.open(address)
    try:
        uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[listener])
    finally:
        copies.stop()


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 takes a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host.strip("[]"), port))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise TidingsError(
            f"nothing can listen at {host}:{port} ({error.strerror}); name another with --port"
        ) from error
    return listener
