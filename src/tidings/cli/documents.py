"""`tidings documents`: what was read, and what was dropped."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.options import change, listing_options, store_option
from tidings.settings import Settings


@click.command("documents", short_help="List what was read, and what was dropped and why.")
@store_option
@listing_options
@click.pass_obj
def command(settings: Settings, store: Path | None, format_: str | None, out: Path | None) -> None:
    """List every report with its publisher and day, where these were found, and why it was dropped if it was."""
    from tidings.cli.formats import show  # noqa: PLC0415
    from tidings.store import list_documents, open_store  # noqa: PLC0415

    settings = change(settings, store=store)
    with open_store(settings.store, settings, read_only=True) as opened:
        show(list_documents(), opened, format_, out)
