"""The protocols that parts of tidings are swapped by, and the one door they come in by: `load_plugin(kind, name)`.

Built-ins stand in `BUILT_IN`; an installed package adds its own by an entry point in the group `tidings.<kind>`;
a name with a colon (`package.module:attribute`) is imported as it stands. Nothing is imported before it is asked for.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from tidings.errors import MissingResource, SettingsError
from tidings.records import Document, DocumentReading, Parse

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection  # named in signatures alone

BUILT_IN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "parser": {"spacy": "tidings.language.parser:SpacyParser"},
        "reading": {"english": "tidings.reading:EnglishReading"},
        "engine": {
            "inline": "tidings.engines.inline:InlineEngine",
            "processes": "tidings.engines.processes:ProcessesEngine",
        },
        "exporter": {
            "acled": "tidings.exporters.acled:AcledExporter",
            "ucdp": "tidings.exporters.ucdp:UcdpExporter",
            "plover": "tidings.exporters.plover:PloverExporter",
            "geojson": "tidings.exporters.geojson:GeoJsonExporter",
            "geopackage": "tidings.exporters.geopackage:GeoPackageExporter",
            "parquet": "tidings.exporters.tables:ParquetExporter",
            "csv": "tidings.exporters.tables:CsvExporter",
            "frictionless": "tidings.exporters.frictionless:FrictionlessExporter",
            "claim-jsonld": "tidings.exporters.claim_jsonld:ClaimJsonLdExporter",
            "site": "tidings.site:SiteExporter",
        },
    }
)


class Parser(Protocol):
    """Texts in, their sentences as `Parse` records out.

    `made_by` names the model and its version; `dictionary` holds the words it knows, in small letters: what is not in
    it may be a name.
    """

    made_by: str

    @property
    def dictionary(self) -> frozenset[str]: ...

    def parse(self, texts: Iterable[str]) -> Iterator[tuple[Parse, ...]]: ...


class ReadingHalf(Protocol):
    """All that is made of one document, by itself: no database, no other document, so that it runs anywhere.

    `fingerprint` is the same as long as the same document gives the same reading. It is asked for before anything
    is read, so an implementation loads models only in `read_document`.
    """

    @property
    def fingerprint(self) -> str: ...

    def read_document(self, document: Document) -> DocumentReading: ...


class Task(msgspec.Struct, frozen=True):
    """The documents of one shard, as they are handed to an engine."""

    shard: str
    documents: tuple[Document, ...]


class Work(msgspec.Struct, frozen=True):
    """What every task of a run has in common: which reading half reads, the folder that takes the shards, jobs, and a
    person's own table of actors.
    """

    reading: str
    folder: Path
    jobs: int = 1
    actors: Path | None = None


class Engine(Protocol):
    """Carries tasks out, wherever it likes and in any order, and gives the id of each shard once it is safe on disk.

    A document that cannot be read is kept with a Drop and stops nothing; a lost worker is a TaskError inside the
    engine, which tries the same shard again before it blames a document.
    """

    def run(self, tasks: Iterable[Task], work: Work) -> Generator[str, None, None]: ...


class Sidecar(Protocol):
    """Where an exporter tells what its file cannot hold: the claims behind each row, and what was left out and why."""

    def row(
        self, key: str, event_ids: Sequence[str], claim_ids: Sequence[str], untold: Mapping[str, Any] | None = None
    ) -> None:
        """A row of the file by its key there; `untold` is what the schema has no place for."""

    def table(self, file: str, key: Sequence[str], rows: int, claims: str | None = None) -> None:
        """A table whose rows name their claims themselves: in which column, or none where no claim is behind a row."""

    def leave_out(self, what: str, reason: str, claim_ids: Sequence[str]) -> None:
        """An event or a claim that makes no row."""


class Exporter(Protocol):
    """Writes the picture in a schema of other people's, from what a published copy holds (docs/published.md).

    `writes` says in one line what; `is_folder` whether OUT is a folder (already there, empty, when `write` is called)
    or a file; `rule` by which house rule its figures are, if it has any. Each claim that speaks is to be told to the
    sidecar: behind a row, in a table, or left out with the reason.
    """

    writes: str
    is_folder: bool
    rule: str | None

    def write(self, connection: DuckDBPyConnection, out: Path, sidecar: Sidecar) -> None: ...


def make_reading(work: Work) -> ReadingHalf:
    """The reading half of a run; one that takes no table of actors can be used where none is set."""
    made = load_plugin("reading", work.reading)
    half: ReadingHalf = made() if work.actors is None else made(actors=work.actors)
    return half


def plugin_names(kind: str) -> list[str]:
    """Every name that `load_plugin` takes for this kind, built-ins and installed ones."""
    return sorted({*BUILT_IN[kind], *_installed(kind)})


def load_plugin(kind: str, name: str) -> Callable[..., Any]:
    """What stands under this name: a class or function that makes the thing. SettingsError lists what there is."""
    if ":" in name:
        return _load_object(name, kind)
    if name in BUILT_IN[kind]:
        return _load_object(BUILT_IN[kind][name], kind)
    found = _installed(kind).get(name)
    if found is None:
        raise SettingsError([f"{kind}: there is no {name!r}; known are {', '.join(plugin_names(kind))}"])
    return _load_object(found.value, kind)


def _installed(kind: str) -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=f"tidings.{kind}")}


def _load_object(path: str, kind: str) -> Callable[..., Any]:
    module, _, attribute = path.partition(":")
    try:
        found = getattr(importlib.import_module(module), attribute)
    except ImportError as error:
        raise MissingResource(f"{kind} {path} cannot be imported: {error}; install what carries it") from error
    except AttributeError as error:
        raise SettingsError([f"{kind}: {module} has no {attribute!r}"]) from error
    if not callable(found):
        raise SettingsError([f"{kind}: {path} is not something that can be made"])
    return found  # type: ignore[no-any-return]
