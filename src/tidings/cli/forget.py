"""`tidings forget`: takes documents out."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.options import change, store_option
from tidings.settings import Settings


@click.command("forget", short_help="Take reports out, with all that rests on them alone.")
@click.argument("names", nargs=-1, required=True, metavar="DOC...")
@store_option
@click.pass_obj
def command(settings: Settings, names: tuple[str, ...], store: Path | None) -> None:
    """Take reports out of the store, by the name in `tidings documents` or by id.

    Their files are left alone; reading them again brings them back.
    """
    from tidings.pipeline import forget  # noqa: PLC0415

    forgotten = forget(names, change(settings, store=store))
    click.echo(f"forgot {len(forgotten)}: {', '.join(forgotten)}")
