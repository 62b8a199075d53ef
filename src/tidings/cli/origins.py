"""`tidings origins`: who first says things."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.options import change, listing_options, store_option
from tidings.settings import Settings


@click.command("origins", short_help="List who first says things, and how that turned out.")
@store_option
@listing_options
@click.option("--record", is_flag=True, help="List by kind of claim how what each said turned out, instead.")
@click.pass_obj
def command(settings: Settings, /, store: Path | None, format_: str | None, out: Path | None, record: bool) -> None:
    """List who first says things: speakers, unnamed roles, agencies and outlets, those with most claims first.

    Outlets that quote one spokesman are one origin with him; `first_to_say` counts the events on whose first day of
    reporting the origin spoke, `turned_out` how the events stand of which it speaks. An unknown origin is shared.

    --record counts, for each origin and kind of claim, what others (or the side that it hurts) confirmed later, what
    was contested or refuted, of what nobody else ever spoke, and how forecasts fared. Small numbers are called small;
    nothing else here rests on them.
    """
    from tidings.cli.formats import show  # noqa: PLC0415
    from tidings.situations.aspects import COLUMNS, RECORD, ask_aspect  # noqa: PLC0415
    from tidings.store import list_origins, open_store  # noqa: PLC0415
    from tidings.store.listing import Listing, plain  # noqa: PLC0415

    settings = change(settings, store=store)
    with open_store(settings.store, settings, read_only=True) as opened:
        if record:
            ask_aspect(opened.connection, RECORD)
            show(Listing("SELECT * FROM answer ORDER BY rowid", plain, COLUMNS[RECORD]), opened, format_, out)
            return
        show(list_origins(), opened, format_, out)
