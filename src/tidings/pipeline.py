"""The main flow, and the ledger between its halves.

    articles ─▶ Document ─▶ Sentence ─▶ Mention ─▶ Claim ══▶ shards ══▶ store ══▶ Event
     read_documents     (reading.py: the reading half)    write_shards  load_store  link_store ══▶ figures, control

The ledger knows what was done before, so that reading twice, in any order, by any engine, gives the same store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from operator import attrgetter
from pathlib import Path

import msgspec

from tidings.actors import load_actors
from tidings.engines.entries import Publishers
from tidings.engines.ledger import Ledger
from tidings.engines.runs import Run, RunCounts, make_tasks
from tidings.engines.shards import read_note
from tidings.errors import StoreError, TidingsError
from tidings.events import link_events, make_linking_id
from tidings.gazetteers import Gazetteer, load_gazetteer
from tidings.given import make_sides, make_units
from tidings.hand import replay_decisions
from tidings.plugins import Engine, Work, load_plugin, make_reading
from tidings.publishing import renew_published
from tidings.records import Document, Drop, make_id
from tidings.settings import Settings
from tidings.situations.control import fold_control, make_control_id
from tidings.situations.figures import fold_figures, make_rules_id
from tidings.store import (
    PlaceRow,
    Store,
    Wanted,
    fill_places,
    find_place_ids,
    load_decisions,
    load_shards,
    open_store,
    shards_folder,
    told,
)

Tell = Callable[[RunCounts], None]
Found = Iterable[Document | Drop]
PublisherRow = Mapping[str, str | None]


def read(paths: Sequence[Path], settings: Settings, tell: Tell = lambda counts: None) -> RunCounts:
    """Articles to store, start to end. A run that is cut short loses nothing: the next one goes on from there."""
    with open_store(settings.store, settings):
        pass  # a store that cannot be written is better known before the reading than after it
    with Ledger(shards_folder(settings.store)) as ledger:
        add_publishers(load_publisher_rows(paths, settings.publishers), ledger)
        try:
            counts = write_shards(read_documents(paths, settings), paths, ledger, settings, tell)
        except KeyboardInterrupt:
            load_store(ledger, settings)
            raise
        load_store(ledger, settings)
    return counts


def read_documents(paths: Sequence[Path], settings: Settings) -> Iterator[Document | Drop]:
    """articles ─▶ Document, or a Drop with the reason."""
    from tidings.readers import read_paths  # noqa: PLC0415  # HTML and feeds are heavy, and nothing else needs them

    return read_paths(paths, text_key=settings.text_key, publishers=settings.publishers)


def write_shards(
    found: Found, paths: Sequence[Path], ledger: Ledger, settings: Settings, tell: Tell = lambda counts: None
) -> RunCounts:
    """Document ══▶ shards: what the ledger does not know yet goes through the reading half, on the engine set."""
    work = Work(settings.reading, ledger.folder, settings.jobs, settings.actors)
    half = make_reading(work)
    engine: Engine = load_plugin("engine", settings.engine)()
    run = Run(ledger, half.fingerprint)
    for documents in (run.find_unread(found), run.find_better()):
        # closed at once when the run is cut short, so that no worker goes on behind it
        with closing(engine.run(make_tasks(documents, run.reading, settings.shard_characters), work)) as shards:
            for shard in shards:
                run.enter(read_note(ledger.folder, shard))
                tell(run.counts)
    run.finish(paths)
    tell(run.counts)
    return run.counts


def load_store(ledger: Ledger, settings: Settings) -> None:
    """shards ══▶ store: the tables hold what the ledger wants, whatever stood in them before."""
    wanted = [
        Wanted(document_id, s.shard, s.mark.raw_path, s.mark.raw_sha256) for document_id, s in ledger.standings.items()
    ]
    wanted += [Wanted(drop_id, shard) for drop_id, (shard, _) in ledger.drops.items()]
    longest_bytes = {shard: note.longest_bytes for shard, note in ledger.shards.items()}
    with open_store(settings.store, settings) as store:
        load_shards(store, ledger.folder, wanted, longest_bytes, ledger.publishers.values())
        # of two on one thing the later day holds, whoever loaded which first
        load_decisions(store, sorted(ledger.decisions.values(), key=attrgetter("day")))
        link_store(store, settings.actors)
    ledger.remove_dead()
    renew_published(settings)


def link_store(store: Store, own_actors: Path | None = None) -> None:
    """store ══▶ Event, figures and control: made anew where claims, decisions, or the rules have changed since."""
    decisions = list(store.rows("SELECT id FROM decisions ORDER BY number"))
    gazetteer = load_gazetteer()
    table = load_actors() if own_actors is None else load_actors(own_actors)
    by = make_id("rul", make_linking_id(), gazetteer.build)
    rules = make_id("rul", by, make_rules_id(), make_control_id(), *(row["id"] for row in decisions))
    if [row["rules"] for row in store.rows("SELECT rules FROM linked")] == [rules]:
        return
    replay_decisions(store, (gazetteer, table))
    fill_places(store, (row for place_id in find_place_ids(store) for row in make_place_rows(place_id, gazetteer)))
    with told(store.path):
        link_events(store.connection, by)
        fold_figures(store.connection)
        fold_control(store.connection, list(make_units(store, gazetteer)), list(make_sides(store, table)))
        store.connection.execute("DELETE FROM linked")
        store.connection.execute("INSERT INTO linked VALUES (?)", [rules])


def make_place_rows(place_id: str, gazetteer: Gazetteer) -> Iterator[PlaceRow]:
    """The row of a place that the gazetteer knows; none of one that was added by a person and taken out since."""
    place = gazetteer.by_id(place_id)
    if place is not None:
        within = tuple(gazetteer.place(row).id for row in place.parents)
        yield PlaceRow(
            *(place.id, place.name, place.kind, place.country, place.adm1, place.adm2, place.pcode),
            *(place.lat, place.lon, place.point.name.lower(), within),
        )


def forget(names: Sequence[str], settings: Settings) -> list[str]:
    """Takes documents out, by id or own id, with all that rested on them alone; gives the ids."""
    with Ledger(shards_folder(settings.store)) as ledger:
        document_ids = list(dict.fromkeys(found for name in names for found in find_documents(name, ledger)))
        ledger.forget(document_ids)
        load_store(ledger, settings)
    return document_ids


def find_documents(name: str, ledger: Ledger) -> list[str]:
    """The ids of the document that is meant, all its versions when it is named by its own id."""
    if name in ledger.standings:
        return [name]
    meant = {document_id: s.mark.work for document_id, s in ledger.standings.items() if s.mark.own_id == name}
    if not meant:
        raise TidingsError(f"no document is called {name!r}; to see them all, run: tidings documents")
    if len(set(meant.values())) > 1:
        raise TidingsError(f"several reports are called {name!r}; say which by id: {', '.join(sorted(meant))}")
    return sorted(meant)


def rebuild(settings: Settings) -> Path | None:
    """Builds the store again from its shards; gives the name under which the old file was kept, if there was one."""
    folder = shards_folder(settings.store)
    if not folder.is_dir():
        raise StoreError(f"there are no shards at {folder} to build the store from; run: tidings read")
    with Ledger(folder) as ledger:
        aside = settings.store.with_name(f"{settings.store.name}.old") if settings.store.exists() else None
        if aside is not None:
            settings.store.replace(aside)
            settings.store.with_name(f"{settings.store.name}.wal").unlink(missing_ok=True)
        load_store(ledger, settings)
    return aside


def load_publisher_rows(paths: Sequence[Path], named: Path | None) -> list[PublisherRow]:
    """The rows of the publisher table that is named, else of every one that stands beside what is read."""
    from tidings.readers import find_publishers  # noqa: PLC0415  # as above

    publishers, _ = find_publishers(paths, named)  # what is wrong with a table is told among the drops
    return [msgspec.structs.asdict(publisher) for publisher in publishers]


def add_publishers(rows: Iterable[PublisherRow], ledger: Ledger) -> None:
    """Enters what the ledger does not say already."""
    fresh = tuple(dict(row) for row in rows if ledger.publishers.get(str(row["id"])) != row)
    if fresh:
        ledger.add(Publishers(fresh))
