"""`tidings decisions`: what persons decided."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.options import change, listing_options, store_option
from tidings.settings import Settings


@click.command("decisions", short_help="List what persons decided, and what of it holds.")
@store_option
@listing_options
@click.pass_obj
def command(settings: Settings, store: Path | None, format_: str | None, out: Path | None) -> None:
    """List what persons decided about copies and events, the last first, with author, day and reason.

    To take one back, run: tidings undo ID
    """
    from tidings.cli.formats import show  # noqa: PLC0415
    from tidings.store import list_decisions, open_store  # noqa: PLC0415

    settings = change(settings, store=store)
    with open_store(settings.store, settings, read_only=True) as opened:
        show(list_decisions(), opened, format_, out)
