"""`tidings explain`: why a row is as it is."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.options import change, store_option
from tidings.settings import Settings


@click.command("explain", short_help="Say why: the claims behind a row, the rule, and what would undo it.")
@click.argument("name", metavar="ID")
@store_option
@click.pass_obj
def command(settings: Settings, name: str, store: Path | None) -> None:
    """Say why a row is as it is: the chain down to sentences, the rule, and what would undo it.

    ID is that of a claim, event, figure, check, change of hands, unit, report or decision, as the listings show it.
    """
    from tidings.store import open_store  # noqa: PLC0415
    from tidings.store.explaining import explain  # noqa: PLC0415

    settings = change(settings, store=store)
    with open_store(settings.store, settings, read_only=True) as opened:
        for line in explain(opened, name):
            click.echo(line)
