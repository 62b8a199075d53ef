"""`tidings decisions`: what persons decided."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tidings.cli.options import change, listing_options, store_option
from tidings.settings import Settings

FIRST_FEW = 10
FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("decisions", short_help="List what persons decided, and what of it holds; export it and load it.")
@store_option
@listing_options
@click.option("--export", "export", type=FILE, metavar="FILE", help="Write them to FILE, for others to load, instead.")
@click.option("--load", "load", type=FILE, metavar="FILE", help="Load what others decided from FILE, instead.")
@click.pass_obj
def command(settings: Settings, /, store: Path | None, format_: str | None, out: Path | None, **asked: Any) -> None:
    """List what persons decided about claims, copies and events, the last first, with author, day and reason.

    To take one back, run: tidings undo ID. A decision that waits names what is not here yet; once that is here, it
    holds. A file that was exported can be loaded into any store, and loaded twice it is loaded once.
    """
    from tidings.cli.formats import show  # noqa: PLC0415
    from tidings.store import list_decisions, open_store  # noqa: PLC0415

    settings = change(settings, store=store)
    if asked["export"] and asked["load"]:
        raise click.UsageError("--export writes a file and --load reads one; ask for one of them")
    if asked["export"]:
        export_to(asked["export"], settings)
    elif asked["load"]:
        load_from(asked["load"], settings)
    else:
        with open_store(settings.store, settings, read_only=True) as opened:
            show(list_decisions(), opened, format_, out)


def export_to(path: Path, settings: Settings) -> None:
    """Writes the file, and says how many decisions it holds."""
    from tidings.deciding import export_decisions  # noqa: PLC0415

    if not path.parent.is_dir():
        raise click.UsageError(f"the folder {path.parent} for --export is not there; make it first")
    lines = export_decisions(settings)
    path.write_text(lines, encoding="utf-8")
    click.echo(f"wrote {path}: {lines.count(chr(10))} decisions", err=True)


def load_from(path: Path, settings: Settings) -> None:
    """Loads the file, and says what became of its decisions."""
    from tidings.deciding import import_decisions  # noqa: PLC0415

    loaded = import_decisions(path, settings)
    click.echo(f"loaded {loaded.new} decisions; {loaded.known} were here already")
    if loaded.taken_back:
        click.echo(f"{loaded.taken_back} were taken back here before, and stay so")
    if loaded.waiting:
        click.echo(f"{len(loaded.waiting)} name what is not here yet, and wait; each holds once it is:")
        for name, why in list(loaded.waiting.items())[:FIRST_FEW]:
            click.echo(f"  {name}: {why}")
        if len(loaded.waiting) > FIRST_FEW:
            click.echo(f"  to see all: tidings decisions --store {settings.store}")
