"""Publishing: the copy that exports and `serve` read, made anew when the store has changed since."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import duckdb

from tidings.actors import ActorTable, load_actors
from tidings.actors.actor import Actor, Tie
from tidings.errors import StoreHeld
from tidings.records import make_id
from tidings.settings import Settings
from tidings.situations.control import LEVELS, UNIT_MAP_SQL, know_by
from tidings.store import (
    Store,
    is_fresh,
    make_recipe,
    open_published,
    publish_copy,
    published_folder,
    read_current,
)
from tidings.store.linked import COPIES, ORIGINS

SCHEMA = 1  # of the tables in `picture`, as docs/published.md tells them: another number where a reader would break
ABOUT = """
CREATE TABLE picture.about AS
SELECT
    $picture AS picture, CAST($schema AS INTEGER) AS schema, $tidings AS tidings,
    (SELECT max(rules) FROM linked) AS rules, $settings AS settings,
    (SELECT count(*) FROM picture.documents) AS documents,
    (SELECT count(*) FROM picture.documents WHERE is_speaking) AS speaking_documents,
    (SELECT count(*) FROM picture.documents WHERE published IS NULL) AS undated_documents,
    (SELECT count(*) FROM picture.claims WHERE is_speaking) AS claims,
    (SELECT count(*) FROM picture.events) AS events,
    (SELECT min(published) FROM picture.documents) AS first_published,
    (SELECT max(published) FROM picture.documents) AS last_published
"""
ACTOR_IDS = """
SELECT DISTINCT id FROM (
    SELECT unnest(list_concat(list_concat(actor_ids, target_ids), speaker_ids)) AS id FROM picture.claims
) ORDER BY id
"""
ACTORS = """
CREATE TABLE picture.actors (
    id VARCHAR, name VARCHAR, kind VARCHAR, role VARCHAR, inter INTEGER, sector VARCHAR, countries VARCHAR[],
    sides VARCHAR[], governs STRUCT(state VARCHAR, first DATE, last DATE)[]
)
"""
Tell = Callable[[str], None]


def publish(settings: Settings) -> Path:
    """Publishes the store as it stands, whether or not it was published before, and gives the file."""

    def finish(connection: duckdb.DuckDBPyConnection, picture: str) -> None:
        fill_control(connection)
        fill_actors(connection, load_actors() if settings.actors is None else load_actors(settings.actors))
        connection.execute(f"CREATE TABLE picture.copies AS {COPIES}")
        connection.execute(f"CREATE TABLE picture.origins AS {ORIGINS}")
        made_by = {"tidings": version("tidings"), "settings": make_settings_id(settings)}
        connection.execute(ABOUT, {"picture": picture, "schema": SCHEMA, **made_by})

    return publish_copy(settings.store, settings, find_recipe(settings), finish)


def open_fresh(settings: Settings, tell: Tell = lambda note: None) -> Store:
    """The copy of the store as it stands now, published first where there is none. While another process writes to the
    store, the copy published last, and `tell` is told so; a StoreError where there is neither.
    """
    if not is_fresh(settings.store, find_recipe(settings)):
        try:
            publish(settings)
        except StoreHeld as held:
            if read_current(settings.store) is None:
                raise
            tell(f"{held}; until then, what was published last is used")
    return open_published(settings.store, settings)


def renew_published(settings: Settings) -> None:
    """Publishes again, where the store has been published before and has changed: who reads the copy asked for news."""
    if not published_folder(settings.store).is_dir() or is_fresh(settings.store, find_recipe(settings)):
        return
    try:
        publish(settings)
    except StoreHeld:
        return  # another process has it by now, and who asks for the copy next makes it


def find_recipe(settings: Settings) -> str:
    """An id of all that the copy is made by."""
    parts = (UNIT_MAP_SQL, COPIES, ORIGINS, ACTORS, ABOUT, str(SCHEMA), version("tidings"))
    return make_recipe(*parts, make_settings_id(settings))


def make_settings_id(settings: Settings) -> str:
    """An id of the settings that bear on what is derived: who reads, and a person's own table of actors."""
    own = settings.actors.read_text(encoding="utf-8") if settings.actors else ""
    return make_id("set", settings.reading, own)


def fill_control(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes `picture.control`: who holds each unit by the last word, those of which nobody speaks among them."""
    know_by(connection, None)
    for number, level in enumerate(LEVELS):
        into = "CREATE TABLE picture.control AS" if number == 0 else "INSERT INTO picture.control"
        connection.execute(f"{into} {UNIT_MAP_SQL}", {"as_of": None, "level": level})
    for view in ("changes", "evidence"):
        connection.execute(f"DROP VIEW temp.{view}")


def fill_actors(connection: duckdb.DuckDBPyConnection, table: ActorTable) -> None:
    """Makes `picture.actors`: who the ids of actors, targets and speakers are, and on whose side."""
    connection.execute(ACTORS)
    ids = [str(row[0]) for row in connection.execute(ACTOR_IDS).fetchall()]
    columns = [
        list(column) for column in zip(*(row for id_ in ids for row in make_actor_rows(id_, table)), strict=True)
    ]
    if columns:
        connection.execute(f"INSERT INTO picture.actors SELECT {', '.join('unnest(?)' for _ in columns)}", columns)


def make_actor_rows(actor_id: str, table: ActorTable) -> Iterator[tuple[object, ...]]:
    """The row of an actor that the table knows, with the role where the id names one (`afg.government:officials`)."""
    holder, _, role = actor_id.partition(":")
    actor = table.get(holder)
    if actor is not None:
        kind = table.kind(actor)
        sides = [side for side in table.sides(holder, None) if side != holder]
        yield (
            *(actor_id, actor.name, actor.kind, role or None, kind.inter, kind.sector, list(actor.countries), sides),
            [governed for tie in actor.of if (governed := find_governed(tie, actor, table))],
        )


def find_governed(tie: Tie, actor: Actor, table: ActorTable) -> dict[str, object] | None:
    """The state that an armed group governs, and when: its own tie to a state, in no role. None of other ties."""
    state = table.get(tie.to)
    if state is None or state.kind != "state" or tie.role or table.kind(actor).against != "state":
        return None
    return {"state": state.name, "first": tie.first, "last": tie.last}
