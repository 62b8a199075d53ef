"""`tidings events`: what the claims speak of, each with its standing."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.options import change, listing_options, store_option
from tidings.settings import Settings


@click.command("events", short_help="List the events: claims that speak of the same thing, and how it stands.")
@store_option
@listing_options
@click.option("--explain", is_flag=True, help="Also say of every claim why it was put there.")
@click.pass_obj
def command(settings: Settings, /, store: Path | None, format_: str | None, out: Path | None, explain: bool) -> None:
    """List the events, the newest first: act, sides, place, days, standing, and the claims that tell them.

    The standing says how well an event is told, never that it is true: confirmed, corroborated, reported, contested,
    refuted, denied, doubtful, feared or planned. How a place changed hands stands apart, as manner_standing.
    """
    from tidings.cli.formats import show  # noqa: PLC0415
    from tidings.store import list_events, open_store  # noqa: PLC0415

    settings = change(settings, store=store)
    with open_store(settings.store, settings, read_only=True) as opened:
        show(list_events(explain=explain), opened, format_, out)
